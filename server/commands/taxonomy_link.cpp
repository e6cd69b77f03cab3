// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <fstream>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

/// One request of a language model, and one report of progress.
constexpr std::size_t titles_at_once = 64;

struct Arguments {
  std::string kind;
  std::string text;
  std::filesystem::path file;
  std::size_t limit = 5;
  bool explain = false;
  EmbedderOptions embedder;
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

std::string to_words(const embed::Contribution& contribution) {
  return "embedding -> " + std::string(contribution.label) + " (" + percent(contribution.likeness_bp) + "), adds " +
         percent(contribution.added_bp);
}

/// Links texts by words, and with the language model where there is one.
class TitleLinker {
 public:
  TitleLinker(const Arguments& arguments, Context& context)
      : arguments_(arguments),
        kind_(kind_of(arguments.kind)),
        taxonomy_(context.open_taxonomy()),
        near_(make_near_concepts(arguments.embedder, *taxonomy_, context)) {}

  const taxonomy::Taxonomy& taxonomy() const { return *taxonomy_; }

  /// At least one text.
  std::vector<LinkAnswer> link(std::span<const std::string> texts) const {
    std::vector<LinkAnswer> answers(texts.size());
    if (near_ != nullptr) {
      auto helped = embed::link_with_help(*near_, texts, {kind_, arguments_.limit});
      for (std::size_t i = 0; i < texts.size(); ++i) {
        answers[i].help = std::move(helped[i].help);
        for (const auto& [link, embedding] : helped[i].links) add(answers[i], texts[i], link).embedding = embedding;
      }
      return answers;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (const auto& link : taxonomy_->link(texts[i], kind_, arguments_.limit)) add(answers[i], texts[i], link);
    }
    return answers;
  }

 private:
  ExplainedLink& add(LinkAnswer& answer, const std::string& text, const taxonomy::Link& link) const {
    auto facts = arguments_.explain ? taxonomy_->explain(text, link) : std::vector<taxonomy::LinkFact>();
    return answer.links.emplace_back(ExplainedLink{link, std::move(facts), std::nullopt});
  }

  const Arguments& arguments_;
  taxonomy::ConceptKind kind_;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_;
  std::shared_ptr<const embed::NearConcepts> near_;
};

void print_links(const taxonomy::Taxonomy& taxonomy, const std::vector<ExplainedLink>& links, Context& context) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [link, facts, embedding] : links) {
    rows.push_back({percent(link.confidence_bp), std::string(taxonomy.label(link.target, "nl")),
                    std::string(link.label), std::string(to_text(link.basis)), std::string(taxonomy.uri(link.target))});
  }
  print_table({">sure", "concept", "matched label", "how", "uri"}, rows, context.out());
  for (const auto& [link, facts, embedding] : links) {
    if (facts.empty() && !embedding) continue;
    context.out() << '\n' << taxonomy.label(link.target, "nl") << '\n';
    for (const auto& fact : facts) context.out() << "  " << to_words(fact) << '\n';
    if (embedding) context.out() << "  " << to_words(*embedding) << '\n';
  }
}

void link_text(const Arguments& arguments, Context& context) {
  const TitleLinker linker(arguments, context);
  const std::string texts[] = {arguments.text};
  const LinkAnswer answer = std::move(linker.link(texts).front());
  if (context.form == OutputForm::json) {
    context.print_json(to_json(linker.taxonomy(), answer));
    return;
  }
  if (answer.links.empty()) {
    context.progress().remark("nothing in the taxonomy is near enough to '" + arguments.text + "'");
  } else {
    print_links(linker.taxonomy(), answer.links, context);
  }
  if (answer.help) context.progress().remark(help_text(*answer.help));
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

void print_lines(const TitleLinker& linker, std::size_t line, const std::string& title, const LinkAnswer& answer,
                 std::ostream& out) {
  const taxonomy::Taxonomy& taxonomy = linker.taxonomy();
  for (std::size_t rank = 0; rank < answer.links.size(); ++rank) {
    const taxonomy::Link& link = answer.links[rank].link;
    out << csv_line({std::to_string(line), title, std::to_string(rank + 1), std::to_string(link.confidence_bp),
                     std::string(taxonomy.label(link.target, "nl")), std::string(link.label),
                     std::string(to_text(link.basis)), std::string(taxonomy.uri(link.target))});
  }
}

/// Lines of CSV, or with --json one document a line; an empty line of the file has no answers.
void link_file(const Arguments& arguments, Context& context) {
  const TitleLinker linker(arguments, context);
  const auto titles = read_titles(arguments.file);
  const bool is_json = context.form == OutputForm::json;
  if (!is_json)
    context.out() << csv_line({"line", "title", "rank", "confidence_bp", "concept", "matched_label", "how", "uri"});
  const auto sink = context.progress().sink();
  std::size_t answered = 0;
  std::size_t helped = 0;
  for (std::size_t begin = 0; begin < titles.size(); begin += titles_at_once) {
    if (sink) sink({"link titles", begin, titles.size(), "titles"});
    const auto some = std::span(titles).subspan(begin, std::min(titles_at_once, titles.size() - begin));
    const auto answers = linker.link(some);
    for (std::size_t i = 0; i < some.size(); ++i) {
      answered += answers[i].links.empty() ? 0 : 1;
      helped += answers[i].help && answers[i].help->state == embed::HelpState::used ? 1 : 0;
      if (is_json) {
        context.out() << to_json(linker.taxonomy(), some[i], answers[i]) << '\n';
      } else {
        print_lines(linker, begin + i + 1, some[i], answers[i], context.out());
      }
    }
  }
  context.progress().finish();
  context.progress().remark(grouped(titles.size()) + " titles, " + grouped(answered) + " with an answer");
  if (arguments.embedder.is_on())
    context.progress().remark(grouped(helped) + " with the help of " + arguments.embedder.client.model);
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
  arguments->embedder.client.pause = rest_of_a_command;
  add_embedder_help_options(*link, arguments->embedder);
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
