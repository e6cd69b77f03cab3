// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/pool/pool.hpp"
#include "matcher/run/run_json.hpp"

/// Who was shown to whom looks for people, and who never was: from the records of runs alone.
namespace passend::run {

/// Counts over fewer people are not given, nor anything from which they could be worked out.
inline constexpr std::uint64_t smallest_group = 5;

struct PersonExposure {
  CandidateId candidate;
  std::uint64_t lists = 0;           ///< In how many lists the person stood among the first `top`.
  std::optional<Date> last_shown{};  ///< Absent: never.
};

struct GroupExposure {
  std::string name;
  std::uint64_t people = 0;
  std::uint64_t never_shown = 0;
  std::uint64_t lists = 0;  ///< Sum over its people.
};

/// The people of the pool in groups of which everyone stands in exactly one.
struct Grouping {
  std::string by;                     ///< "municipality", "work_level", "occupation_group"
  std::vector<GroupExposure> groups;  ///< Ascending name; without those that are withheld.
  std::uint64_t withheld_groups = 0;  ///< Too small, or needed so that no small one can be worked out.
  std::uint64_t withheld_people = 0;
};

struct Exposure {
  std::uint64_t top = 0;
  std::uint64_t lists = 0;             ///< Runs for a vacancy, and the vacancies of batches, that were counted.
  std::uint64_t batches = 0;           ///< Batches whose lists are among them.
  std::uint64_t batches_passed = 0;    ///< That looked beyond `top` and do not say who stood within.
  std::vector<PersonExposure> people;  ///< Everyone in the pool, ascending id.
  std::uint64_t never_shown = 0;
  std::vector<Grouping> groupings;
};

/// How many people were shown how often: 0, 1, 2 to 4, 5 to 9, 10 to 19, 20 to 49, 50 or more.
struct ExposureBand {
  std::string name;
  std::uint64_t people = 0;
};
std::vector<ExposureBand> bands_of(const Exposure& exposure);

/// Counts showings record by record.
class ExposureCount {
 public:
  /// `top`: ranks 1 to `top` count as shown; at least 1.
  explicit ExposureCount(std::uint64_t top) : top_(top) {}

  /// A run for a vacancy or a batch; what a candidate asked for shows nobody and is passed over.
  void add(const Record& record);
  void add(const Run& run);
  void add(const BatchShowings& batch);
  /// Over everyone who stands in `pool` now.
  Exposure over(const pool::Pool& pool) const;

 private:
  struct Shown {
    std::uint64_t lists = 0;
    Date last;
  };
  void show(CandidateId candidate, Date day, std::uint64_t lists);

  std::uint64_t top_;
  std::uint64_t lists_ = 0;
  std::uint64_t batches_ = 0;
  std::uint64_t batches_passed_ = 0;
  std::unordered_map<CandidateId, Shown> shown_;
};

/// Takes out the groups of fewer than smallest_group people, and then the next smallest ones until those taken out are
/// none, or at least two with at least smallest_group people in all.
void withhold_small_groups(Grouping& grouping);

}  // namespace passend::run
