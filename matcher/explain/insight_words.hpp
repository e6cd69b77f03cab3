// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/criteria/suggested_profile.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/insight/relaxations.hpp"
#include "matcher/insight/why_not.hpp"

/// What matcher/insight has found, in the same three styles. Plain Dutch speaks of requirements and steps to whoever
/// has the vacancy, and of why-not to the job seeker ("je").
namespace passend::explain {

/// What is required, by name: "Rijbewijs B en BE". `things` as insight::required_things gives them.
std::string requirement_name(Criterion criterion, const std::vector<std::string>& things, Style style);

/// "Rijbewijs B: 412 mensen vallen alleen hierop af." and what more is known; says so when it is a limit that people
/// have set themselves.
std::string render(const engine::RequirementCost& cost, const std::vector<std::string>& things, Style style);

struct RenderedStep {
  std::string step;    ///< "Rijbewijs B niet langer eisen, wel belangrijk vinden"
  std::string effect;  ///< "12 mensen passen erbij; 3 mensen meer met een vraag open."
};
RenderedStep render(const insight::Relaxation& relaxation, Style style);
RenderedStep render(const insight::NearerWork& nearer, Style style);
/// What must stand beside the steps of NearerWork: the limit is theirs.
std::string nearer_work_note(Style style);

struct RenderedWhyNot {
  std::string headline;                   ///< Names the first requirement that is not met; how it stands when none is.
  std::vector<std::string> requirements;  ///< One for each of WhyNot::failed: why, and what without it.
  std::string together;                   ///< With all of the employer's waived; empty when that says nothing new.
};
RenderedWhyNot render(const insight::WhyNot& why_not, Style style);

/// The question for a criterion that a person left blank.
std::string question_to_person(Criterion criterion, Style style);

/// Why a profile is suggested; `title` is the profile's own in the language of the style.
std::string render(const criteria::ProfileSuggestion& suggestion, const std::string& title, Style style);

}  // namespace passend::explain
