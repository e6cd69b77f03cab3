// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "indexer/base/random.hpp"
#include "indexer/pool/builder.hpp"
#include "matcher/feed/feed.hpp"
#include "tests/world/random_region.hpp"

/// A pool that goes through writes, edits and erasures, and who fits in it at every moment.
namespace passend::feed::test {

using Pair = std::pair<CandidateId, VacancyId>;

class History {
 public:
  explicit History(std::uint64_t seed, unsigned threads = 2);
  History(const History&) = delete;
  History& operator=(const History&) = delete;

  /// One to four random changes, then a snapshot of them.
  void change();
  /// Many at once.
  void import(int people, int vacancies);
  void next_day() { day_ = Date{day_.days + 1}; }
  /// An edit that alters nothing that matters.
  void touch();
  void withdraw(VacancyId vacancy);
  void put_back(VacancyId vacancy);

  const engine::Engine& engine() const { return *engine_; }
  const Executor& executor() const { return executor_; }
  /// What has changed since the last call.
  Changed take_changed() { return std::exchange(changed_, {}); }
  /// All pairs in lane `fits` by the reference, vacancies that are open alone.
  std::set<Pair> fitting() const;
  const std::map<VacancyId, Vacancy>& vacancies() const { return vacancies_; }
  Random& random() { return random_; }

 private:
  void put(SearchProfile person, pool::LooseRecords& records);
  void put(Vacancy vacancy, pool::LooseRecords& records);
  void random_change(pool::LooseRecords& records);
  void snapshot(const pool::LooseRecords& records);

  Random random_;
  Executor executor_;
  Date day_;
  std::map<CandidateId, SearchProfile> people_;
  std::map<VacancyId, Vacancy> vacancies_;
  std::map<VacancyId, Vacancy> withdrawn_;
  std::shared_ptr<const pool::Pool> pool_;
  std::shared_ptr<const engine::Engine> engine_;
  Changed changed_;
};

std::set<Pair> minus(const std::set<Pair>& now, const std::set<Pair>& before);

}  // namespace passend::feed::test
