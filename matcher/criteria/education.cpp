// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <initializer_list>

#include "matcher/criteria/experience_time.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int one_level_below_bp = 5'000;
constexpr int other_field_bp = 3'000;
constexpr int ongoing_bp = 5'000;
/// Where the employer lets experience stand for the diploma: this many months in the occupation or one near it.
constexpr int months_for_a_diploma = 36;

/// Havo, vwo and mbo stand on one step, as in the VUM list of work and thinking levels; "other" stands on none.
int step_of(EducationLevel level) {
  switch (level) {
    case EducationLevel::primary:
      return 1;
    case EducationLevel::vmbo:
      return 2;
    case EducationLevel::havo_vwo:
    case EducationLevel::mbo:
      return 3;
    case EducationLevel::hbo:
      return 4;
    case EducationLevel::wo:
      return 5;
    case EducationLevel::other:
      return 0;
  }
  return 0;
}

Judgement level_part(const pool::DemandedEducationFact& demanded, const pool::HeldEducationFact& own) {
  if (!demanded.level) return met();
  if (!own.level || *own.level == EducationLevel::other || *demanded.level == EducationLevel::other) {
    return own.level == demanded.level && own.level ? met() : unknown();
  }
  const int below = step_of(*demanded.level) - step_of(*own.level);
  if (below <= 0) return met();
  return not_met(below == 1 ? one_level_below_bp : 0);
}

Judgement field_part(const pool::DemandedEducationFact& demanded, const pool::HeldEducationFact& own) {
  if (!demanded.field) return met();
  if (!own.field) return unknown();
  return *demanded.field == *own.field ? met() : not_met(other_field_bp);
}

Judgement completion_part(const pool::HeldEducationFact& own) {
  switch (own.completion) {
    case pool::Completion::completed:
      return met();
    case pool::Completion::ongoing:
      return not_met(ongoing_bp);
    case pool::Completion::not_completed:
      return not_met();
    case pool::Completion::unknown:
      return unknown();
  }
  return unknown();
}

/// All parts must hold: one that does not decides, with the least degree; else one that is not known.
Judgement all_of(std::initializer_list<Judgement> parts) {
  Judgement result = met();
  for (const auto& part : parts) {
    if (part.verdict == Verdict::not_met) {
      const bool first = result.verdict != Verdict::not_met;
      result = not_met(first ? part.degree_bp : std::min(result.degree_bp, part.degree_bp));
    } else if (part.verdict == Verdict::unknown && result.verdict == Verdict::met) {
      result = unknown();
    }
  }
  return result;
}

/// Of alternatives the best counts: met over unknown over not met, then the higher degree.
bool better(const Judgement& a, const Judgement& b) {
  const auto order = [](Verdict verdict) { return verdict == Verdict::met ? 2 : verdict == Verdict::unknown ? 1 : 0; };
  return order(a.verdict) != order(b.verdict) ? order(a.verdict) > order(b.verdict) : a.degree_bp > b.degree_bp;
}

struct Best {
  Judgement judgement = not_met();
  const pool::DemandedEducationFact* demanded = nullptr;
  const pool::HeldEducationFact* own = nullptr;
};

Best best_education(const Pair& pair) {
  Best best;
  for (const auto& demanded : pair.vacancy.education.items) {
    if (best.demanded == nullptr) best.demanded = &demanded;
    if (!demanded.level && !demanded.field) {
      if (best.judgement.verdict == Verdict::not_met) best.judgement = unknown();
      continue;
    }
    for (const auto& own : pair.candidate.education.items) {
      const auto judgement = all_of({level_part(demanded, own), field_part(demanded, own), completion_part(own)});
      if (best.own == nullptr ? !better(best.judgement, judgement) : better(judgement, best.judgement)) {
        best = {judgement, &demanded, &own};
      }
    }
  }
  return best;
}

bool experience_counts(const pool::VacancyFacts& vacancy) {
  const auto& items = vacancy.education.items;
  return std::any_of(items.begin(), items.end(), [](const auto& item) { return item.experience_counts; });
}

std::string level_text(const std::optional<EducationLevel>& level) {
  return level ? std::string(passend::to_text(*level)) : std::string();
}

void explain(EvidenceLog& evidence, const Best& best) {
  if (best.judgement.verdict == Verdict::unknown) {
    evidence.add(best.own == nullptr ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    return;
  }
  if (best.demanded == nullptr) return;
  evidence.add(Evidence::Kind::level,
               {best.own == nullptr ? std::string() : level_text(best.own->level), level_text(best.demanded->level)});
}

bool stated(const pool::VacancyFacts& vacancy) {
  return !vacancy.education.items.empty();
}

/// Whether experience stands for the diploma; unknown when it might, for all that is known.
Judgement by_experience(const Pair& pair, const ExperienceTime& time) {
  if (!experience_counts(pair.vacancy)) return not_met();
  if (time.months >= months_for_a_diploma) return met();
  return time.may_be_more || !pair.candidate.experience.known || !pair.vacancy.occupation ? unknown() : not_met();
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (!stated(pair.vacancy)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  const auto time = experience_time(pair);
  const auto experienced = by_experience(pair, time);
  if (experienced.verdict == Verdict::met) {
    if (evidence != nullptr) {
      evidence->add(Evidence::Kind::years, {evidence->label(time.nearest)}, {time.months, months_for_a_diploma});
    }
    return met();
  }
  if (!pair.candidate.education.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  const auto best = best_education(pair);
  const bool undecided = best.judgement.verdict == Verdict::not_met && experienced.verdict == Verdict::unknown;
  if (evidence != nullptr) {
    explain(*evidence, best);
    evidence->blank({undecided && pair.vacancy.occupation, undecided && !pair.vacancy.occupation});
  }
  return undecided ? unknown() : best.judgement;
}

}  // namespace

Rule education_rule() {
  return {Criterion::education, Nature::plain, {stated, nullptr, demand}, {}};
}

}  // namespace passend::criteria
