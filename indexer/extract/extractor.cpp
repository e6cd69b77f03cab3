// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/extractor.hpp"

#include <algorithm>

#include "indexer/extract/kinds.hpp"
#include "indexer/extract/near_phrases.hpp"

namespace passend::extract {
namespace {

/// Whether two proposals are of one thing, and what one adds to the other.
struct SameThing {
  bool operator()(const Occupation& a, const Occupation& b) const { return a == b; }
  bool operator()(const Competence& a, const Competence& b) const { return a == b; }
  bool operator()(const Credential& a, const Credential& b) const { return a == b; }
  bool operator()(const LanguageCommand& a, const LanguageCommand& b) const { return a.language == b.language; }
  bool operator()(const Schooling& a, const Schooling& b) const {
    return a.level == b.level && (a.mbo_level == b.mbo_level || !a.mbo_level || !b.mbo_level);
  }
  template <class A, class B>
  bool operator()(const A& a, const B& b) const {
    if constexpr (std::is_same_v<A, B>) {
      return a == b;
    } else {
      return false;
    }
  }
};

/// The highest level of a language that the text names, and all the skills.
void add_to(LanguageCommand& kept, const LanguageCommand& other) {
  if (other.level > kept.level) {
    kept.level = other.level;
    kept.cefr = other.cefr;
  }
  for (const LanguageSkillKind skill : other.skills) {
    if (std::find(kept.skills.begin(), kept.skills.end(), skill) == kept.skills.end()) kept.skills.push_back(skill);
  }
  std::sort(kept.skills.begin(), kept.skills.end());
}

void add_to(Schooling& kept, const Schooling& other) {
  if (!kept.mbo_level || (other.mbo_level && *other.mbo_level < *kept.mbo_level)) kept.mbo_level = other.mbo_level;
  if (kept.name.empty()) {
    kept.name = other.name;
    kept.field = other.field;
  }
  if (other.experience_counts) kept.experience_counts = other.experience_counts;
}

void merge_into(Proposal& kept, const Proposal& other) {
  if (auto* language = std::get_if<LanguageCommand>(&kept.value))
    add_to(*language, std::get<LanguageCommand>(other.value));
  if (auto* schooling = std::get_if<Schooling>(&kept.value)) add_to(*schooling, std::get<Schooling>(other.value));
  kept.importance = std::max(kept.importance, other.importance);
  if (other.confidence_bp > kept.confidence_bp) {
    kept.confidence_bp = other.confidence_bp;
    kept.basis = other.basis;
    kept.evidence = other.evidence;
  }
}

bool stands_before(const Proposal& left, const Proposal& right) {
  if (left.evidence.begin != right.evidence.begin) return left.evidence.begin < right.evidence.begin;
  if (left.evidence.end != right.evidence.end) return left.evidence.end > right.evidence.end;
  return criterion_of(left.value) < criterion_of(right.value);
}

/// Each thing once. A text of a megabyte may say the same ten thousand times: things are few, so they are compared
/// with those that are kept.
Proposals once_each(Proposals found) {
  std::stable_sort(found.begin(), found.end(), stands_before);
  Proposals kept;
  for (Proposal& proposal : found) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const Proposal& other) {
      return std::visit(SameThing{}, other.value, proposal.value);
    });
    if (same == kept.end()) {
      kept.push_back(std::move(proposal));
    } else {
      merge_into(*same, proposal);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), stands_before);
  return kept;
}

}  // namespace

void add_demand(const Reading& reading, Proposal proposal, std::size_t first, std::size_t last, Proposals& found) {
  if (reading.demands_nothing(first)) return;
  const auto importance = reading.importance(first, last);
  if (reading.kind() == TextKind::cv) {
    if (importance == Importance::ignored) return;
  } else {
    proposal.importance = importance;
  }
  if (proposal.evidence == Span{}) proposal.evidence = reading.span(first, last);
  found.push_back(std::move(proposal));
}

std::vector<Proposal> Extractor::read(const Reading& reading) const {
  Proposals found;
  find_licences(reading, found);
  find_languages(reading, found);
  find_hours(reading, found);
  find_working_times(reading, found);
  find_schooling(reading, found);
  find_experience(reading, found);
  find_travel(reading, found);
  find_credentials(reading, taxonomy_, found);
  find_concepts(reading, spotter_, found);
  return found;
}

std::vector<Proposal> Extractor::extract(std::string_view text, TextKind kind) const {
  return once_each(read(Reading(text, kind)));
}

Extraction Extractor::extract(std::string_view text, TextKind kind, const embed::NearConcepts& near) const {
  const Reading reading(text, kind);
  Extraction extraction{read(reading), std::nullopt};
  extraction.help = find_near_phrases(reading, near, extraction.proposals);
  extraction.proposals = once_each(std::move(extraction.proposals));
  return extraction;
}

}  // namespace passend::extract
