// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

std::string neighbours_text(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index, std::size_t limit) {
  std::string text;
  for (const taxonomy::Related& related : taxonomy.related(index)) {
    if (limit-- == 0) break;
    text += (text.empty() ? "" : "; ") + std::string(taxonomy.label(related.target, "nl")) + " " +
            std::to_string(related.similarity_bp / 100) + " (" + std::string(to_text(related.reason)) + ")";
  }
  return text.empty() ? "none" : text;
}

void run_neighbours(const std::vector<std::string>& names, std::size_t limit, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  context.out() << "| concept | nearest, in percent, and why |\n|---|---|\n";
  for (const std::string& name : names) {
    const auto index = find_concept(*taxonomy, name);
    context.out() << "| " << taxonomy->label(index, "nl") << " | " << neighbours_text(*taxonomy, index, limit)
                  << " |\n";
  }
}

}  // namespace

void add_taxonomy_neighbours(CLI::App& taxonomy, Context& context) {
  auto* command = taxonomy.add_subcommand("neighbours", "List the nearest concepts of some, as a table in Markdown");
  auto names = std::make_shared<std::vector<std::string>>();
  auto limit = std::make_shared<std::size_t>(5);
  command->add_option("concepts", *names, "URIs, starter ids or labels")->required();
  command->add_option("--top", *limit, "How many of each")->check(CLI::Range(1, 32))->capture_default_str();
  command->footer("Example: passend taxonomy neighbours kok bakker \"heftruck rijden\"");
  command->callback([names, limit, &context] { run_neighbours(*names, *limit, context); });
}

}  // namespace passend::commands
