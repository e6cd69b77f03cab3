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

/// One of the questions that make up the criterion, and for an unknown who left it blank.
struct Part {
  Judgement judgement;
  BlankAt blank;
};

constexpr BlankAt at_person{true, false};
constexpr BlankAt at_vacancy{false, true};

/// Keeps the worst of the parts: not met over unknown over met, and the least degree.
class Parts {
 public:
  void add(const Part& part) {
    any_ = true;
    if (part.judgement.verdict == Verdict::unknown) {
      blank_.person |= part.blank.person;
      blank_.vacancy |= part.blank.vacancy;
    } else {
      failed_ |= part.judgement.verdict == Verdict::not_met;
      degree_bp_ = std::min(degree_bp_, part.judgement.degree_bp);
    }
  }
  /// `nothing_asked` says who left it blank when there was no part at all.
  Judgement result(BlankAt nothing_asked, EvidenceLog* evidence) const {
    if (failed_) return not_met(degree_bp_);
    if (any_ && !blank_.person && !blank_.vacancy) return met(degree_bp_);
    if (evidence != nullptr) evidence->blank(any_ ? blank_ : nothing_asked);
    return unknown();
  }

 private:
  bool any_ = false;
  bool failed_ = false;
  BlankAt blank_;
  int degree_bp_ = full_bp;
};

/// The work needs as many of its dayparts as its least hours fill, at four hours each.
int needed_dayparts(const pool::VacancyFacts& vacancy, int offered) {
  if (!vacancy.hours.minimum) return offered;
  return std::clamp((*vacancy.hours.minimum + hours_a_daypart - 1) / hours_a_daypart, 1, offered);
}

Part judge_grid(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.working_times.grid;
  const auto& work = pair.vacancy.working_times.grid;
  const bool work_known = work && work->bits != 0;
  if (!own || !work_known) return {unknown(), {!own, !work_known}};
  const int offered = std::popcount(work->bits);
  const int shared = std::popcount(own->bits & work->bits);
  const int needed = needed_dayparts(pair.vacancy, offered);
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"dayparts"}, {shared, needed});
  if (shared >= needed) return {met(), {}};
  // Some of the dayparts: whether they are enough hangs on hours that the vacancy does not state.
  if (shared > 0 && !pair.vacancy.hours.minimum) return {unknown(), at_vacancy};
  return {not_met(shared * full_bp / needed), {}};
}

/// Irregular work or shifts: only the person's own word says whether that is accepted.
Part judge_irregular(const Pair& pair, EvidenceLog* evidence) {
  const auto& accepts = pair.candidate.working_times.irregular_hours;
  const auto& has = pair.vacancy.working_times.irregular_hours;
  if (has == false) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"regular_hours"}, {1, 1});
    return {met(), {}};
  }
  if (!has || !accepts) return {unknown(), {!accepts, !has}};
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"irregular_hours"}, {*accepts ? 1 : 0, 1});
  return {*accepts ? met() : not_met(), {}};
}

Part judge_office_hours(const Pair& pair, EvidenceLog* evidence) {
  const auto& times = pair.vacancy.working_times;
  if (!times.office_hours && times.irregular_hours != true) return {unknown(), at_vacancy};
  const bool inside = times.office_hours.value_or(false);
  if (evidence != nullptr) evidence->add(Evidence::Kind::overlap, {"office_hours"}, {inside ? 1 : 0, 1});
  return {inside ? met() : not_met(), {}};
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  const auto& work = pair.vacancy.working_times;
  Parts parts;
  if (work.irregular_hours == true) parts.add(judge_irregular(pair, evidence));
  if (work.grid && work.grid->bits != 0) parts.add(judge_grid(pair, evidence));
  return parts.result(at_vacancy, evidence);
}

Judgement supply(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.working_times;
  Parts parts;
  if (own.office_hours == true) parts.add(judge_office_hours(pair, evidence));
  if (own.irregular_hours == false) parts.add(judge_irregular(pair, evidence));
  if (own.grid) parts.add(judge_grid(pair, evidence));
  return parts.result(at_person, evidence);
}

}  // namespace

Rule working_times_rule() {
  return {Criterion::working_times, Nature::plain, {vacancy_states, nullptr, demand}, {person_states, supply}};
}

}  // namespace passend::criteria
