// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/insight.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

#include "matcher/explain/insight_words.hpp"
#include "matcher/insight/requirements.hpp"
#include "matcher/insight/small_groups.hpp"

namespace passend::commands {
namespace {

const std::map<std::string, explain::Style> styles{
    {"nl", explain::Style::dutch}, {"nl-simple", explain::Style::dutch_simple}, {"en", explain::Style::english}};

}  // namespace

void add_language_option(CLI::App& command, explain::Style& style) {
  command.add_option("--language", style, "Language of the words")
      ->transform(CLI::CheckedTransformer(styles))
      ->default_str("nl");
}

void print_requirement_costs(const std::vector<engine::RequirementCost>& costs, const pool::VacancyFacts& vacancy,
                             const taxonomy::Taxonomy& taxonomy, explain::Style style, std::ostream& out) {
  bool first = true;
  for (const auto& cost : insight::costs_to_show(costs)) {
    if (cost.failing == 0) continue;
    if (first) out << "\nWhat the requirements cost:\n";
    first = false;
    const auto things = cost.side == engine::Side::demand ? insight::required_things(vacancy, cost.criterion, taxonomy)
                                                          : std::vector<std::string>();
    out << "  " << explain::render(cost, things, style) << '\n';
  }
}

void add_match_insight(CLI::App& match, Context& context) {
  add_match_why_not(match, context);
  add_match_relax(match, context);
  add_match_questions(match, context);
}

}  // namespace passend::commands
