// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <fstream>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr std::uint64_t titles_between_reports = 500;

struct Arguments {
  std::string kind;
  std::string text;
  std::filesystem::path file;
  std::size_t limit = 5;
  bool explain = false;
};

taxonomy::ConceptKind kind_of(const std::string& name) {
  const std::map<std::string, taxonomy::ConceptKind> kinds{{"occupation", taxonomy::ConceptKind::occupation},
                                                           {"competence", taxonomy::ConceptKind::competence},
                                                           {"credential", taxonomy::ConceptKind::credential}};
  return kinds.at(name);
}

std::string percent(std::int32_t basis_points) {
  return std::to_string(basis_points / 100) + " %";
}

std::string to_words(const taxonomy::LinkFact& fact) {
  std::string words(to_text(fact.reason));
  if (!fact.asked.empty()) words += " " + fact.asked;
  if (!fact.found.empty() && fact.found != fact.asked) words += " -> " + fact.found;
  return words + " (" + percent(fact.likeness_bp) + ")";
}

std::vector<ExplainedLink> links_of(const taxonomy::Taxonomy& taxonomy, const std::string& text,
                                    const Arguments& arguments) {
  std::vector<ExplainedLink> links;
  for (const auto& link : taxonomy.link(text, kind_of(arguments.kind), arguments.limit)) {
    links.push_back({link, arguments.explain ? taxonomy.explain(text, link) : std::vector<taxonomy::LinkFact>()});
  }
  return links;
}

void print_links(const taxonomy::Taxonomy& taxonomy, const std::vector<ExplainedLink>& links, Context& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [link, facts] : links) {
    rows.push_back({percent(link.confidence_bp), std::string(taxonomy.label(link.target, "nl")),
                    std::string(link.label), std::string(to_text(link.basis)), std::string(taxonomy.uri(link.target))});
  }
  print_table({">sure", "concept", "matched label", "how", "uri"}, rows, context.out());
  for (const auto& [link, facts] : links) {
    if (facts.empty()) continue;
    context.out() << '\n' << taxonomy.label(link.target, "nl") << '\n';
    for (const auto& fact : facts) context.out() << "  " << to_words(fact) << '\n';
  }
}

void link_text(const Arguments& arguments, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  const auto links = links_of(*taxonomy, arguments.text, arguments);
  if (context.form == OutputForm::json) {
    context.print_json(to_json(*taxonomy, links));
  } else if (links.empty()) {
    context.progress().remark("nothing in the taxonomy is near enough to '" + arguments.text + "'");
  } else {
    print_links(*taxonomy, links, context);
  }
}

std::vector<std::string> read_titles(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) {
    throw Error(ErrorCode::file_missing, "there is no file '" + path.string() + "' to read titles from, one a line");
  }
  std::vector<std::string> titles;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    titles.push_back(line);
  }
  return titles;
}

/// Lines of CSV, or with --json one document a line; an empty line of the file has no answers.
void link_file(const Arguments& arguments, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  const auto titles = read_titles(arguments.file);
  const bool is_json = context.form == OutputForm::json;
  if (!is_json)
    context.out() << csv_line({"line", "title", "rank", "confidence_bp", "concept", "matched_label", "how", "uri"});
  const auto sink = context.progress().sink();
  std::size_t answered = 0;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (sink && i % titles_between_reports == 0) sink({"link titles", i, titles.size(), "titles"});
    const auto links = links_of(*taxonomy, titles[i], arguments);
    answered += links.empty() ? 0 : 1;
    if (is_json) {
      context.out() << to_json(*taxonomy, titles[i], links) << '\n';
      continue;
    }
    for (std::size_t rank = 0; rank < links.size(); ++rank) {
      const taxonomy::Link& link = links[rank].link;
      context.out() << csv_line({std::to_string(i + 1), titles[i], std::to_string(rank + 1),
                                 std::to_string(link.confidence_bp), std::string(taxonomy->label(link.target, "nl")),
                                 std::string(link.label), std::string(to_text(link.basis)),
                                 std::string(taxonomy->uri(link.target))});
    }
  }
  context.progress().finish();
  context.progress().remark(grouped(titles.size()) + " titles, " + grouped(answered) + " with an answer");
}

}  // namespace

void add_taxonomy_link(CLI::App& taxonomy, Context& context) {
  auto* link = taxonomy.add_subcommand("link", "Find the concepts that a text may mean, with how sure that is and why");
  auto arguments = std::make_shared<Arguments>();
  link->add_option("kind", arguments->kind, "What to look for: occupation, competence or credential")
      ->required()
      ->check(CLI::IsMember({"occupation", "competence", "credential"}));
  auto* text = link->add_option("text", arguments->text, "For example: \"medewerker schoonmaak (m/v) 24 uur\"");
  link->add_option("--file", arguments->file, "Texts, one a line; writes CSV, or one JSON document a line with --json")
      ->excludes(text);
  link->add_option("--top", arguments->limit, "How many")->check(CLI::Range(1, 100))->capture_default_str();
  link->add_flag("--explain", arguments->explain, "Say for each word of the text what stands for it in the label");
  link->footer("Example: passend taxonomy link occupation \"chauffeur vrachtwagen (CE)\" --explain");
  link->callback([arguments, &context] {
    if (arguments->text.empty() && arguments->file.empty()) {
      throw Error(ErrorCode::usage, "say which text to link, or name a file of texts with --file");
    }
    if (arguments->file.empty()) {
      link_text(*arguments, context);
    } else {
      link_file(*arguments, context);
    }
  });
}

}  // namespace passend::commands
