// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "indexer/pool/resolve_facts.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t changes_at_a_time = 1'000;
constexpr std::uint64_t records_between_reports = 256;

/// What the change feed brought: the facts of records that live, and the ids of all that changed.
struct Changes {
  std::map<Id128, CandidateFacts> candidates;
  std::map<Id128, VacancyFacts> vacancies;
  std::unordered_set<Id128> changed;
  std::int64_t position = 0;
};

class FeedReader {
 public:
  FeedReader(store::Store& store, const taxonomy::Taxonomy& taxonomy, const geo::PostcodeTable& postcodes)
      : store_(store), resolver_(taxonomy), postcodes_(postcodes) {}

  Changes read_from(std::int64_t position, const ProgressSink& progress) {
    Changes changes;
    changes.position = position;
    const auto counts = progress ? store_.state().second : store::Counts{};
    const auto total = static_cast<std::uint64_t>(counts.portfolios + counts.vacancies + counts.employers);
    std::uint64_t done = 0;
    while (true) {
      const auto batch = store_.changes(changes.position, changes_at_a_time);
      for (const auto& change : batch) {
        read(change, changes);
        changes.position = change.position;
        if (progress && ++done % records_between_reports == 0) progress({"build pool", done, total, "records"});
      }
      if (batch.size() < changes_at_a_time) break;
    }
    if (progress) progress({"build pool", done, total, "records"});
    return changes;
  }

 private:
  /// Reads the record of one change. What an earlier change of the same record brought no longer counts: the feed may
  /// name a record again when it changes while we read.
  void read(const store::Change& change, Changes& changes) {
    changes.changed.insert(change.id);
    changes.candidates.erase(change.id);
    changes.vacancies.erase(change.id);
    if (change.erased) return;
    if (change.kind == store::RecordKind::portfolio) {
      // Never the detail profile: its fields must have no way into matching.
      if (const auto stored = store_.search_profile(CandidateId{change.id}, store::Scope::pseudonymous())) {
        changes.candidates.emplace(change.id, candidate_facts(stored->record, resolver_));
      }
    } else if (change.kind == store::RecordKind::vacancy) {
      const auto stored = store_.vacancy(VacancyId{change.id}, store::Scope::vacancies_only());
      if (stored && stored->record.status == VacancyStatus::open) {
        changes.vacancies.emplace(change.id, vacancy_facts(stored->record, resolver_, postcodes_));
      }
    }
  }

  store::Store& store_;
  Resolver resolver_;
  const geo::PostcodeTable& postcodes_;
};

template <class Facts>
void sort_by_id(std::vector<Facts>& facts) {
  std::sort(facts.begin(), facts.end(), [](const Facts& a, const Facts& b) { return a.id < b.id; });
}

/// The old facts of what did not change, and the new facts of what did; ascending id.
template <class Facts>
std::vector<Facts> merged(const std::vector<Facts>& old, std::map<Id128, Facts>& fresh,
                          const std::unordered_set<Id128>& changed) {
  std::vector<Facts> result;
  result.reserve(fresh.size() + old.size());
  for (const auto& facts : old) {
    if (!changed.contains(facts.id.value)) result.push_back(facts);
  }
  for (auto& [id, facts] : fresh) result.push_back(std::move(facts));
  sort_by_id(result);
  return result;
}

}  // namespace

Builder::Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy,
                 std::shared_ptr<const geo::PostcodeTable> postcodes)
    : taxonomy_(std::move(taxonomy)), postcodes_(std::move(postcodes)) {}

std::shared_ptr<Pool> Builder::empty_pool() const {
  auto pool = std::make_shared<Pool>();
  pool->taxonomy_ = taxonomy_;
  pool->postcodes_ = postcodes_;
  return pool;
}

std::shared_ptr<const Pool> Builder::build(store::Store& store, const ProgressSink& progress) const {
  auto changes = FeedReader(store, *taxonomy_, *postcodes_).read_from(0, progress);
  auto pool = empty_pool();
  pool->candidates_ = merged({}, changes.candidates, changes.changed);
  pool->vacancies_ = merged({}, changes.vacancies, changes.changed);
  pool->position_ = changes.position;
  return pool;
}

std::shared_ptr<const Pool> Builder::refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const {
  auto changes = FeedReader(store, *taxonomy_, *postcodes_).read_from(previous->position(), {});
  if (changes.position == previous->position()) return previous;
  auto pool = empty_pool();
  pool->candidates_ = merged(previous->candidates_, changes.candidates, changes.changed);
  pool->vacancies_ = merged(previous->vacancies_, changes.vacancies, changes.changed);
  pool->position_ = changes.position;
  return pool;
}

std::shared_ptr<const Pool> Builder::build(const std::vector<SearchProfile>& profiles,
                                           const std::vector<Vacancy>& vacancies) const {
  Resolver resolver(*taxonomy_);
  auto pool = empty_pool();
  for (const auto& profile : profiles) pool->candidates_.push_back(candidate_facts(profile, resolver));
  for (const auto& vacancy : vacancies) {
    if (vacancy.status == VacancyStatus::open)
      pool->vacancies_.push_back(vacancy_facts(vacancy, resolver, *postcodes_));
  }
  sort_by_id(pool->candidates_);
  sort_by_id(pool->vacancies_);
  return pool;
}

}  // namespace passend::pool
