// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>

#include "indexer/model/codes.hpp"
#include "matcher/criteria/judgement.hpp"

/// One vacancy against whole columns of people. Says of every pair what the criteria say of it one by one, and nothing
/// else: tests hold the two against each other.
namespace passend::scan {

/// A verdict and the degree that counts for it (for an unknown: its rate) in 16 bits.
struct Outcome {
  std::uint16_t bits = 0;

  static Outcome of(const criteria::Judgement& judgement, int rate_bp) {
    const int degree = judgement.verdict == criteria::Verdict::unknown ? rate_bp : judgement.degree_bp;
    return {static_cast<std::uint16_t>(degree << 2 | static_cast<int>(judgement.verdict))};
  }
  std::uint32_t degree_bp() const { return bits >> 2; }
  /// 1 for Verdict::not_met, else 0.
  std::uint32_t fails() const { return bits & 1U; }
  /// 1 for Verdict::unknown, else 0.
  std::uint32_t is_open() const { return bits >> 1 & 1U; }
  /// Itself, or `unknown` when it is one. Without a branch: what is known is as good as random.
  Outcome or_if_unknown(Outcome unknown) const {
    const auto open = static_cast<std::uint16_t>(0U - is_open());
    return {static_cast<std::uint16_t>((bits & ~open) | (unknown.bits & open))};
  }
};
static_assert(static_cast<int>(criteria::Verdict::not_met) == 1 && static_cast<int>(criteria::Verdict::unknown) == 2);

/// The criteria that can knock out, in the order of their bits.
inline constexpr std::array knock_outs{Criterion::occupation,  Criterion::competences,   Criterion::work_level,
                                       Criterion::education,   Criterion::languages,     Criterion::driving_licences,
                                       Criterion::credentials, Criterion::experience,    Criterion::distance,
                                       Criterion::hours,       Criterion::working_times, Criterion::period,
                                       Criterion::contract,    Criterion::agreement,     Criterion::working_conditions};

/// Position among knock_outs.
constexpr unsigned knock_out_position(Criterion criterion) {
  return criterion == Criterion::working_conditions ? 14U : static_cast<unsigned>(criterion);
}

/// In which list a pair stands: all requirements of both sides met; none failed but one or more open; one or more
/// failed.
enum class Lane : std::uint8_t { fits, one_question_open, falls_short };

}  // namespace passend::scan
