// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <span>
#include <vector>

#include "indexer/base/executor.hpp"
#include "matcher/batch/best_of_people.hpp"
#include "matcher/batch/slice.hpp"
#include "matcher/engine/engine.hpp"

namespace passend::batch {

/// The whole matrix in the making: slices come in, in any order, and the best of both sides are kept. What stands in it
/// depends on which slices came in and on nothing else.
class Matrix {
 public:
  Matrix(const Roster& roster, std::uint64_t seed, std::uint32_t top);

  /// Takes a slice in. Throws storage_corrupt, naming `name`, when it names a party that is not in the roster or covers
  /// vacancies that came in before.
  void add(Slice slice, const Executor& executor, const std::string& name);

  /// Whether all vacancies of the range have come in.
  bool covers(const Range& range) const;
  /// The first run of vacancies within the range that has not come in, at most `most` long; empty when it is covered.
  Range next_gap(const Range& range, std::uint32_t most) const;

  /// One slice of everything that came in, without what has not stood its ground. `range` must be covered.
  Slice merged(const Range& range) const;

  std::span<const Fit> best_of_vacancy(std::uint32_t vacancy) const;  ///< Ranked; it must have come in.
  std::vector<Fit> best_of_candidate(std::uint32_t candidate) const { return people_.ranked(candidate); }
  const BestOfPeople& people() const { return people_; }
  std::uint64_t pairs() const { return pairs_; }
  std::uint32_t vacancies_in() const { return vacancies_in_; }  ///< How many have come in.
  std::uint64_t bytes() const;

 private:
  void verify(const Slice& slice, const std::string& name) const;

  BestOfPeople people_;
  std::uint32_t vacancies_;
  std::uint64_t pairs_ = 0;
  std::uint32_t vacancies_in_ = 0;
  struct Part {
    std::uint32_t end = 0;
    FitLists best;
  };
  std::map<std::uint32_t, Part> parts_;  ///< By their first vacancy.
};

/// What a batch matches with.
struct Matching {
  const engine::Engine& engine;
  const PoolRoster& parties;
  const Executor& executor;
  std::uint64_t seed = 0;
  std::uint32_t top = 50;
};

/// Matches the vacancies of the range with everybody. `seen` tells who need not be looked at any more.
/// `between(done)` is called now and then on the calling thread with the number of vacancies done; an exception of it
/// ends the work.
Slice match_slice(const Matching& matching, const Range& range, const BestOfPeople& seen,
                  const std::function<void(std::uint32_t done)>& between);

}  // namespace passend::batch
