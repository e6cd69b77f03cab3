// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>

#include "indexer/pool/candidate_segment.hpp"
#include "matcher/criteria/rules.hpp"
#include "matcher/scan/outcome.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// The part of a person's facts that a criterion reads, when it reads no more than one. Absent for occupation,
/// competences, credentials, experience and distance.
std::optional<pool::Aspect> aspect_read_by(Criterion criterion);

/// What one criterion says of every entry of one dictionary. An entry is judged when it is first asked for: large
/// dictionaries are read for a few survivors only. Thread-safe: whoever judges an entry comes to the same outcome.
class AspectTable {
 public:
  AspectTable(const Question& question, const pool::CandidateSegment& segment, criteria::Side side,
              Criterion criterion);

  Outcome operator[](std::size_t row) const {
    const std::uint32_t number = column_[row];
    const std::uint16_t known = outcomes_[number].load(std::memory_order_relaxed);
    return known != not_judged ? Outcome{known} : judge(number);
  }

 private:
  static constexpr std::uint16_t not_judged = 0xFFFF;
  Outcome judge(std::uint32_t number) const;

  const Question& question_;
  const pool::CandidateSegment& segment_;
  pool::Aspect aspect_;
  pool::AspectColumn column_;
  criteria::Judge judge_;
  int rate_bp_;
  std::unique_ptr<std::atomic<std::uint16_t>[]> outcomes_;
};

}  // namespace passend::scan
