// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/base/progress.hpp"
#include "matcher/engine/engine.hpp"

namespace passend::insight {

/// How much of the worklist is wanted.
struct WorklistLimits {
  std::size_t questions = 100;  ///< At most.
  std::size_t examples = 3;     ///< Vacancies named with each.
};

/// One question to one person.
struct QuestionValue {
  CandidateId candidate;
  Criterion criterion = Criterion::occupation;
  /// Open vacancies that the person would fit if the answer is the wished one: this is the only question that is open,
  /// it is the person who left it blank, and nothing fails.
  std::uint64_t vacancies = 0;
  std::vector<VacancyId> examples;  ///< Of those, the ones with the highest combined score.
  bool operator==(const QuestionValue&) const = default;
};

struct Worklist {
  std::vector<QuestionValue> questions;  ///< Most vacancies first; of equals by id, then in the order of Criterion.
  std::uint64_t all_questions = 0;       ///< How many there are, those beyond the limit too.
  std::vector<CandidateId> absent;       ///< Of the caseload, not in the pool.
};

/// On what it is worked out, and who watches.
struct Workers {
  const Executor& executor;
  ProgressSink progress{};
};

/// Which questions to the people of a caseload would open most vacancies. Takes one pass over the vacancies per person,
/// people side by side over threads; only what is required is looked at, and scores only for the examples.
Worklist value_of_information(const engine::Engine& engine, std::span<const CandidateId> caseload,
                              const WorklistLimits& limits, const Workers& workers);

/// Everyone in the pool, ascending row.
std::vector<CandidateId> everyone(const pool::Pool& pool);

}  // namespace passend::insight
