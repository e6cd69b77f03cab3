// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "indexer/store/store.hpp"

namespace passend::vum_source {

/// What may be shown to other organisations: profiles that candidate and mediator both released and vacancies that are
/// released, each with the whole postcode that VUM requires. And the employers that have a KvK number, for the contacts
/// with them.
struct Released {
  std::int64_t position = 0;  ///< Of the change feed.
  std::map<CandidateId, std::shared_ptr<const SearchProfile>> candidates;
  std::map<VacancyId, std::shared_ptr<const Vacancy>> vacancies;
  std::map<EmployerId, std::shared_ptr<const Employer>> employers;
};

/// The released records in memory, which every call brings up to date with the store: what is withdrawn or erased is
/// gone from the next answer. Thread-safe.
class ReleasedRecords {
 public:
  /// Reads the whole store, so that no question waits for it. `store` must outlive it.
  explicit ReleasedRecords(store::Store& store);

  std::shared_ptr<const Released> current();

 private:
  store::Store& store_;
  std::mutex mutex_;
  std::shared_ptr<const Released> current_;
};

}  // namespace passend::vum_source
