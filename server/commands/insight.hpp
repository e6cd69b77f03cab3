// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

#include "matcher/engine/engine.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/insight/questions.hpp"
#include "matcher/insight/relaxations.hpp"
#include "matcher/insight/why_not.hpp"
#include "server/commands/context.hpp"

/// What the commands beyond the list share: why-not, relax and questions, under `passend match`.
namespace passend::commands {

/// --weights, --weights-file and --weight; they may also stand after a subcommand of `command`.
void add_weights_options(CLI::App& command, WeightsOptions& options);
/// --language nl, nl-simple or en.
void add_language_option(CLI::App& command, explain::Style& style);

/// One line for each that costs anybody, the most people first; nothing when there is none.
void print_requirement_costs(const std::vector<engine::RequirementCost>& costs, const pool::VacancyFacts& vacancy,
                             const taxonomy::Taxonomy& taxonomy, explain::Style style, std::ostream& out);

std::string to_json(const insight::WhyNot& why_not, explain::Style style);
std::string to_json(const insight::Relaxations& relaxations, const pool::VacancyFacts& vacancy,
                    const taxonomy::Taxonomy& taxonomy, explain::Style style);
/// One question, on one line.
std::string to_json(const insight::QuestionValue& question, explain::Style style);
std::string to_json(const criteria::Profiles& profiles, const criteria::Weights& effective);

/// why-not, relax, questions.
void add_match_insight(CLI::App& match, Context& context);
void add_match_why_not(CLI::App& match, Context& context);
void add_match_relax(CLI::App& match, Context& context);
void add_match_questions(CLI::App& match, Context& context);

}  // namespace passend::commands
