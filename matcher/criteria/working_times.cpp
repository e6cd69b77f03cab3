// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <bit>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int hours_a_daypart = 4;

bool vacancy_states(const pool::VacancyFacts& vacancy) {
  const auto& times = vacancy.working_times;
  return times.irregular_hours == true || (times.grid && times.grid->bits != 0);
}

bool person_states(const pool::CandidateFacts& candidate) {
  const auto& times = candidate.working_times;
  return times.office_hours == true || times.irregular_hours == false || times.grid.has_value();
}

/// Keeps the worst of the parts: not met over unknown over met, and the least degree.
class Parts {
 public:
  void add(const Judgement& part) {
    any_ = true;
    failed_ |= part.verdict == Verdict::not_met;
    unknown_ |= part.verdict == Verdict::unknown;
    if (part.verdict != Verdict::unknown) degree_bp_ = std::min(degree_bp_, part.degree_bp);
  }
  Judgement result() const {
    if (failed_) return not_met(degree_bp_);
    return unknown_ || !any_ ? unknown() : met(degree_bp_);
  }

 private:
  bool any_ = false;
  bool failed_ = false;
  bool unknown_ = false;
  int degree_bp_ = full_bp;
};

/// The work needs as many of its dayparts as its least hours fill, at four hours each; all of them when it does not
/// say.
int needed_dayparts(const pool::VacancyFacts& vacancy) {
  const int offered = std::popcount(vacancy.working_times.grid->bits);
  if (!vacancy.hours.minimum) return offered;
  return std::clamp((*vacancy.hours.minimum + hours_a_daypart - 1) / hours_a_daypart, 1, offered);
}

Judgement judge_grid(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.working_times.grid;
  const auto& work = pair.vacancy.working_times.grid;
  if (!own || !work || work->bits == 0) return unknown();
  const int shared = std::popcount(own->bits & work->bits);
  const int needed = needed_dayparts(pair.vacancy);
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"dayparts"}, {shared, needed});
  if (shared >= needed) return met();
  return not_met(shared * full_bp / needed);
}

/// Irregular work or shifts: only the person's own word says whether that is accepted.
Judgement judge_irregular(const Pair& pair, EvidenceLog* evidence) {
  const auto& accepts = pair.candidate.working_times.irregular_hours;
  const auto& has = pair.vacancy.working_times.irregular_hours;
  if (has == false) return met();
  if (!has || !accepts) return unknown();
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"irregular_hours"}, {*accepts ? 1 : 0, 1});
  return *accepts ? met() : not_met();
}

Judgement judge_office_hours(const Pair& pair, EvidenceLog* evidence) {
  const auto& times = pair.vacancy.working_times;
  const auto inside = times.office_hours              ? times.office_hours
                      : times.irregular_hours == true ? std::optional<bool>(false)
                                                      : std::nullopt;
  if (!inside) return unknown();
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"office_hours"}, {*inside ? 1 : 0, 1});
  return *inside ? met() : not_met();
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  const auto& work = pair.vacancy.working_times;
  Parts parts;
  if (work.irregular_hours == true) parts.add(judge_irregular(pair, evidence));
  if (work.grid && work.grid->bits != 0) parts.add(judge_grid(pair, evidence));
  const auto result = parts.result();
  if (evidence != nullptr && result.verdict == Verdict::unknown) {
    evidence->add(vacancy_states(pair.vacancy) ? Evidence::Kind::not_stated_by_person
                                               : Evidence::Kind::not_stated_by_vacancy);
  }
  return result;
}

Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.working_times;
  Parts parts;
  if (own.office_hours == true) parts.add(judge_office_hours(pair, evidence));
  if (own.irregular_hours == false) parts.add(judge_irregular(pair, evidence));
  if (own.grid) parts.add(judge_grid(pair, evidence));
  const auto result = parts.result();
  if (evidence != nullptr && result.verdict == Verdict::unknown) {
    evidence->add(person_states(pair.candidate) ? Evidence::Kind::not_stated_by_vacancy
                                                : Evidence::Kind::not_stated_by_person);
  }
  return result;
}

}  // namespace

Rule working_times_rule() {
  return {Criterion::working_times, Nature::plain, {vacancy_states, nullptr, demand}, {person_states, supply}};
}

}  // namespace passend::criteria
