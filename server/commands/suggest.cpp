// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/suggest.hpp"

#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"
#include "server/commands/suggestions.hpp"

namespace passend::commands {
namespace {

/// How much the region uses each concept, where there is an index that tells.
search::UsageOf usage_of(const Context& context) {
  try {
    return search::Searcher(context.index_directory()).usage();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::index_missing) return {};
    throw;
  }
}

void run_suggest(const search::SuggestRequest& request, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  const auto found = search::Suggester(*taxonomy, usage_of(context)).suggest(request);
  if (context.form == OutputForm::json) return context.print_json(to_json(*taxonomy, found));
  if (found.empty()) return context.progress().remark("no occupation, competence or credential is called like this");
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : found) {
    rows.push_back({one.label, std::string(to_text(taxonomy->kind(one.target))), marked_text(one.matched),
                    std::string(taxonomy->uri(one.target))});
  }
  print_table({"concept", "kind", "label that answered", "uri"}, rows, context.out());
}

std::vector<taxonomy::ConceptIndex> find_all(const taxonomy::Taxonomy& taxonomy, const std::vector<std::string>& uris) {
  std::vector<taxonomy::ConceptIndex> found;
  for (const auto& uri : uris) {
    auto index = taxonomy.find(uri);
    if (!index) index = taxonomy.find("urn:passend:" + uri);
    if (!index) throw Error(ErrorCode::not_found, "the taxonomy has no concept '" + uri + "'; give its URI");
    found.push_back(*index);
  }
  return found;
}

struct RelatedArguments {
  std::vector<std::string> occupations;
  std::vector<std::string> chosen;
  std::size_t limit = 20;
};

void run_related(const RelatedArguments& arguments, Context& context) {
  if (arguments.occupations.empty() && arguments.chosen.empty()) {
    throw Error(ErrorCode::usage, "name at least one: --occupation URI or --chosen URI");
  }
  const auto taxonomy = context.open_taxonomy();
  const auto offers = search::related_competences(
      *taxonomy, {find_all(*taxonomy, arguments.occupations), find_all(*taxonomy, arguments.chosen), arguments.limit});
  if (context.form == OutputForm::json) return context.print_json(to_json(*taxonomy, offers));
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : offers) {
    rows.push_back({std::string(taxonomy->label(one.target, "nl")), std::string(to_text(one.offer)),
                    std::string(taxonomy->label(one.because, "nl"))});
  }
  print_table({"competence", "why", "because of"}, rows, context.out());
}

}  // namespace

void add_suggest(CLI::App& taxonomy, Context& context) {
  auto* suggest = taxonomy.add_subcommand("suggest", "Suggest concepts while somebody types");
  auto request = std::make_shared<search::SuggestRequest>();
  static const std::map<std::string, taxonomy::ConceptKind> kinds{{"occupation", taxonomy::ConceptKind::occupation},
                                                                  {"competence", taxonomy::ConceptKind::competence},
                                                                  {"credential", taxonomy::ConceptKind::credential}};
  suggest->add_option("text", request->text, "What was typed so far: \"vrachtwagen chauf\"")->required();
  suggest->add_option("--kind", request->kinds, "What to suggest; may be given again; all kinds otherwise")
      ->transform(CLI::CheckedTransformer(kinds));
  suggest->add_option("--top", request->limit, "How many")->check(CLI::Range(1, 50))->capture_default_str();
  suggest->callback([request, &context] { run_suggest(*request, context); });

  auto* related = taxonomy.add_subcommand("related", "Competences that may be missing, and why");
  auto arguments = std::make_shared<RelatedArguments>();
  related->add_option("--occupation", arguments->occupations, "URI or starter id of an occupation; may be given again");
  related->add_option("--chosen", arguments->chosen, "URI or starter id of a competence that is there already");
  related->add_option("--top", arguments->limit, "How many")->check(CLI::Range(1, 100))->capture_default_str();
  related->callback([arguments, &context] { run_related(*arguments, context); });
}

}  // namespace passend::commands
