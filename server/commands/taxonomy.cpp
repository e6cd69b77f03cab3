// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {

taxonomy::ConceptIndex find_concept(const taxonomy::Taxonomy& taxonomy, const std::string& name) {
  if (const auto index = taxonomy.find(name)) return *index;
  if (const auto index = taxonomy.find("urn:passend:" + name)) return *index;
  for (const auto kind :
       {taxonomy::ConceptKind::occupation, taxonomy::ConceptKind::competence, taxonomy::ConceptKind::credential}) {
    const auto links = taxonomy.link(name, kind, 1);
    if (!links.empty() && links.front().confidence_bp >= 9000) return links.front().target;
  }
  throw Error(ErrorCode::not_found,
              "the taxonomy has no concept '" + name + "'; try: passend taxonomy link occupation \"" + name + "\"");
}

namespace {

std::string percent(int basis_points) {
  return std::to_string(basis_points / 100) + " %";
}

void run_show(const std::string& name, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  const auto index = find_concept(*taxonomy, name);
  if (context.form == OutputForm::json) {
    context.print_json(to_json(*taxonomy, index));
    return;
  }
  std::vector<std::pair<std::string, std::string>> facts{{"kind", std::string(to_text(taxonomy->kind(index)))}};
  for (const auto uri : taxonomy->uris(index)) facts.emplace_back("uri", uri);
  for (const auto language : taxonomy->languages()) {
    std::string labels;
    for (const auto label : taxonomy->labels(index, language))
      labels += (labels.empty() ? "" : " | ") + std::string(label);
    facts.emplace_back("labels " + std::string(language), labels);
  }
  if (!taxonomy->isco(index).empty()) facts.emplace_back("ISCO-08", taxonomy->isco(index));
  print_facts(facts, context.out());
  std::vector<std::vector<std::string>> rows;
  for (const auto& related : taxonomy->related(index)) {
    rows.push_back({percent(related.similarity_bp), std::string(to_text(related.reason)),
                    std::string(taxonomy->label(related.target, "nl"))});
  }
  if (!rows.empty()) {
    context.out() << "\nrelated\n";
    print_table({">similar", "why", "concept"}, rows, context.out());
  }
  rows.clear();
  for (const auto& demand : taxonomy->demands(index)) {
    rows.push_back({demand.essential ? "essential" : "optional", std::string(taxonomy->label(demand.target, "nl"))});
  }
  if (!rows.empty()) {
    context.out() << "\nasks for\n";
    print_table({"how", "concept"}, rows, context.out());
  }
}

}  // namespace

void add_taxonomy(CLI::App& app, Context& context) {
  auto* taxonomy = app.add_subcommand("taxonomy", "Occupations, competences and credentials: import, show, link text");
  taxonomy->require_subcommand(1);
  add_taxonomy_import(*taxonomy, context);
  add_taxonomy_neighbours(*taxonomy, context);

  auto* show = taxonomy->add_subcommand("show", "Show a concept with its labels, what it is related to and why");
  auto name = std::make_shared<std::string>();
  show->add_option("concept", *name, "URI, starter id (schoonmaker) or label")->required();
  show->callback([name, &context] { run_show(*name, context); });

  add_taxonomy_link(*taxonomy, context);
  add_taxonomy_embed(*taxonomy, context);
  add_suggest(*taxonomy, context);
}

}  // namespace passend::commands
