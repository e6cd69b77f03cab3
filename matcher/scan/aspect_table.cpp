// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/aspect_table.hpp"

namespace passend::scan {
namespace {

using pool::Aspect;

criteria::Judge judge_of(criteria::Side side, Criterion criterion) {
  const auto& rule = criteria::rule_of(criterion);
  return side == criteria::Side::demand ? rule.demand.judge : rule.supply.judge;
}

}  // namespace

std::optional<Aspect> aspect_read_by(Criterion criterion) {
  switch (criterion) {
    case Criterion::work_level:
      return Aspect::work_level;
    case Criterion::education:
      return Aspect::education;
    case Criterion::languages:
      return Aspect::languages;
    case Criterion::driving_licences:
      return Aspect::driving_licences;
    case Criterion::hours:
      return Aspect::hours;
    case Criterion::working_times:
      return Aspect::working_times;
    case Criterion::period:
      return Aspect::available;
    case Criterion::contract:
      return Aspect::contract_types;
    case Criterion::agreement:
      return Aspect::agreements;
    case Criterion::sector:
      return Aspect::sectors;
    case Criterion::interests:
      return Aspect::interests;
    case Criterion::salary:
      return Aspect::salary;
    case Criterion::working_conditions:
      return Aspect::needed_conditions;
    case Criterion::occupation:
    case Criterion::competences:
    case Criterion::credentials:
    case Criterion::experience:
    case Criterion::distance:
      break;
  }
  return std::nullopt;
}

AspectTable::AspectTable(const Question& question, const pool::CandidateSegment& segment, criteria::Side side,
                         Criterion criterion)
    : question_(question),
      segment_(segment),
      aspect_(*aspect_read_by(criterion)),
      column_(segment.aspect(aspect_)),
      judge_(judge_of(side, criterion)),
      rate_bp_(question.rate_bp(side, criterion)),
      outcomes_(std::make_unique<std::atomic<std::uint16_t>[]>(column_.entries)) {
  for (std::uint32_t i = 0; i < column_.entries; ++i) outcomes_[i].store(not_judged, std::memory_order_relaxed);
}

Outcome AspectTable::judge(std::uint32_t number) const {
  pool::CandidateFacts facts;
  segment_.read_aspect(aspect_, number, facts);
  const auto outcome = Outcome::of(judge_(question_.pair_with(facts), nullptr), rate_bp_);
  outcomes_[number].store(outcome.bits, std::memory_order_relaxed);
  return outcome;
}

}  // namespace passend::scan
