// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "indexer/base/error.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/extract/proposal_json.hpp"
#include "indexer/text/unicode.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr std::size_t most_bytes = std::size_t{1024} * 1024;
/// A line of the list shows no more of the text than this.
constexpr std::size_t longest_quote = 60;

struct ExtractArguments {
  std::string file;
  std::string kind = "vacancy";
  EmbedderOptions embedder;
};

std::string read_all(std::istream& input, const std::string& name) {
  std::string text(most_bytes + 1, '\0');
  input.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(input.gcount()));
  if (text.size() > most_bytes) {
    throw Error(ErrorCode::invalid_input, "'" + name + "' is longer than 1 MiB: give the text of one vacancy or CV");
  }
  if (const auto offset = text::invalid_utf8_offset(text)) {
    throw Error(ErrorCode::invalid_input,
                "'" + name + "' is no UTF-8 text (byte " + std::to_string(*offset) +
                    "): save it as plain text in UTF-8; a PDF or Word file has to be converted first");
  }
  return text;
}

std::string text_of(const std::string& file) {
  if (file == "-") return read_all(std::cin, "standard input");
  std::ifstream input(file, std::ios::binary);
  if (!input) throw Error(ErrorCode::file_missing, "there is no file '" + file + "' that can be read");
  return read_all(input, file);
}

/// One line, cut between words.
std::string quote(std::string_view words) {
  std::string line(words.substr(0, words.size() <= longest_quote ? words.size() : words.rfind(' ', longest_quote)));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line.size() < words.size() ? line + " ..." : line;
}

void print_list(const std::vector<extract::Proposal>& proposals, const std::string& text, Context& context) {
  if (proposals.empty()) {
    context.progress().remark("nothing was found that can be proposed");
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const extract::Proposal& proposal : proposals) {
    const extract::Span span = proposal.evidence;
    rows.push_back({std::string(to_text(extract::criterion_of(proposal.value))), extract::to_text(proposal.value),
                    proposal.importance ? std::string(to_text(*proposal.importance)) : "",
                    std::to_string(proposal.confidence_bp / 100) + " %",
                    proposal.basis == extract::Basis::embedding ? "embedding" : "words",
                    quote(std::string_view(text).substr(span.begin, span.end - span.begin))});
  }
  print_table({"kind", "value", "importance", ">sure", "by", "words"}, rows, context.out());
}

void run_extract(const ExtractArguments& arguments, Context& context) {
  const std::string text = text_of(arguments.file);
  const auto taxonomy = context.open_taxonomy();
  const auto kind = arguments.kind == "cv" ? extract::TextKind::cv : extract::TextKind::vacancy;
  const extract::Extractor extractor(*taxonomy);
  const auto near = make_near_concepts(arguments.embedder, *taxonomy, context);
  const extract::Extraction extraction = near != nullptr
                                             ? extractor.extract(text, kind, *near)
                                             : extract::Extraction{extractor.extract(text, kind), std::nullopt};
  if (context.form == OutputForm::json) {
    context.print_json(extract::to_json(extraction, text));
    return;
  }
  print_list(extraction.proposals, text, context);
  if (extraction.help) context.progress().remark(help_text(*extraction.help));
}

}  // namespace

void add_extract(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("extract", "Read the text of a vacancy or a CV and propose what it says");
  auto arguments = std::make_shared<ExtractArguments>();
  command->add_option("file", arguments->file, "A file with plain text in UTF-8; - for standard input")->required();
  command->add_option("--kind", arguments->kind, "What the text is")
      ->check(CLI::IsMember({"vacancy", "cv"}))
      ->capture_default_str();
  arguments->embedder.client.pause = rest_of_a_command;
  add_embedder_options(*command, arguments->embedder);
  command->footer("Proposals only: nothing is stored or changed.\nExample: passend extract vacature.txt");
  command->callback([arguments, &context] { run_extract(*arguments, context); });
}

}  // namespace passend::commands
