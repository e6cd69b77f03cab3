// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"

#include <algorithm>
#include <unordered_set>

#include "indexer/base/error.hpp"
#include "indexer/pool/candidate_writer.hpp"
#include "indexer/pool/resolve_facts.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t changes_at_a_time = 1'000;
constexpr std::uint64_t records_between_reports = 256;
constexpr std::size_t most_concepts = 65'536;
constexpr std::uint32_t smallest_due_delta = 4'096;
constexpr std::uint32_t due_share = 64;  ///< A delta is due from one row in so many.

template <class Segment, class Writer>
void add_living_rows(const SegmentPart<Segment>& part, Writer& writer) {
  for (std::uint32_t row = 0; row < part.segment->size(); ++row) {
    if (!part.is_void(row)) writer.add(*part.segment, row);
  }
}

/// The void rows of a part when these records have changed.
template <class RecordId, class Segment>
std::vector<std::uint64_t> void_rows(const SegmentPart<Segment>& part, const std::unordered_set<Id128>& changed) {
  auto bits = part.void_rows;
  for (const Id128& id : changed) {
    const auto row = part.segment->find(RecordId{id});
    if (!row) continue;
    bits.resize((part.segment->size() + 63) / 64, 0);
    bits[*row / 64] |= std::uint64_t{1} << (*row % 64);
  }
  return bits;
}

template <class Segment>
bool delta_is_due(const std::vector<SegmentPart<Segment>>& parts) {
  const std::uint32_t base = parts.front().segment->size();
  std::uint64_t delta = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) delta += parts[i].segment->size();
  for (const std::uint64_t word : parts.front().void_rows) delta += static_cast<unsigned>(std::popcount(word));
  return delta > std::max(smallest_due_delta, base / due_share);
}

}  // namespace

/// What is on its way to the segments of a pool. Of what comes twice under one id, the last counts.
struct Builder::Delta {
  explicit Delta(const Builder& the_builder) : builder(the_builder), resolver(*the_builder.taxonomy_) {}

  const Builder& builder;
  Resolver resolver;
  CandidateWriter candidates;
  VacancyWriter vacancies;
  std::unordered_set<Id128> changed;  ///< Whatever came by, gone or not.
  std::int64_t position = 0;          ///< Of the change feed, when all of this is in.
  PackedCandidate packed;

  void put(const SearchProfile& profile) {
    changed.insert(profile.id.value);
    pack_candidate(candidate_facts(profile, resolver), packed);
    candidates.add(packed);
  }
  void put(const Vacancy& vacancy) {
    if (vacancy.status != VacancyStatus::open) return remove(vacancy.id.value);
    changed.insert(vacancy.id.value);
    vacancies.add(vacancy_facts(vacancy, resolver, *builder.postcodes_));
  }
  void remove(const Id128& id) {
    changed.insert(id);
    candidates.remove(CandidateId{id});
    vacancies.remove(VacancyId{id});
  }
  void put(const LooseRecords& records) {
    for (const auto& profile : records.profiles) put(profile);
    for (const auto& vacancy : records.vacancies) put(vacancy);
    for (const auto& id : records.erased) remove(id);
  }
  /// The living rows of the parts of a pool from `first_part` on.
  void take_over(const Pool& pool, std::size_t first_part) {
    for (std::size_t i = first_part; i < pool.candidate_parts().size(); ++i) {
      add_living_rows(pool.candidate_parts()[i], candidates);
    }
    for (std::size_t i = first_part; i < pool.vacancy_parts().size(); ++i) {
      add_living_rows(pool.vacancy_parts()[i], vacancies);
    }
  }
  void put(const store::Change& change, store::Store& store);
  void read_feed(store::Store& store, const ProgressSink& progress);
  void add_to(Pool& pool);
};

void Builder::Delta::put(const store::Change& change, store::Store& store) {
  if (change.kind == store::RecordKind::employer) return;
  if (change.erased) return remove(change.id);
  if (change.kind == store::RecordKind::portfolio) {
    // Never the detail profile: its fields must have no way into matching.
    const auto stored = store.search_profile(CandidateId{change.id}, store::Scope::pseudonymous());
    return stored ? put(stored->record) : remove(change.id);
  }
  const auto stored = store.vacancy(VacancyId{change.id}, store::Scope::vacancies_only());
  return stored ? put(stored->record) : remove(change.id);
}

/// Everything that changed after `position`.
void Builder::Delta::read_feed(store::Store& store, const ProgressSink& progress) {
  const auto counts = progress ? store.state().second : store::Counts{};
  const auto total = static_cast<std::uint64_t>(counts.portfolios + counts.vacancies + counts.employers);
  std::uint64_t done = 0;
  while (true) {
    const auto batch = store.changes(position, changes_at_a_time);
    for (const auto& change : batch) {
      put(change, store);
      position = change.position;
      if (progress && ++done % records_between_reports == 0) progress({"build pool", done, total, "records"});
    }
    if (batch.size() < changes_at_a_time) break;
  }
  if (progress) progress({"build pool", done, total, "records"});
}

void Builder::Delta::add_to(Pool& pool) {
  const auto memory = std::make_shared<SectionsInMemory>();
  candidates.write(*memory);
  vacancies.write(*memory);
  pool.candidates_.add(std::make_shared<const CandidateSegment>(memory->sections(), memory), {});
  pool.vacancies_.add(std::make_shared<const VacancySegment>(memory->sections(), memory), {});
}

Builder::Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy,
                 std::shared_ptr<const geo::PostcodeTable> postcodes)
    : taxonomy_(std::move(taxonomy)), postcodes_(std::move(postcodes)) {
  if (taxonomy_->size() > most_concepts) {
    throw Error(ErrorCode::configuration, "the taxonomy has " + std::to_string(taxonomy_->size()) +
                                              " concepts and the pool numbers them in 16 bits: import a taxonomy of at "
                                              "most 65,536 concepts with `passend taxonomy import`");
  }
}

std::shared_ptr<Pool> Builder::empty_pool(std::int64_t position) const {
  auto pool = std::make_shared<Pool>();
  pool->position_ = position;
  pool->taxonomy_ = taxonomy_;
  pool->postcodes_ = postcodes_;
  return pool;
}

std::shared_ptr<const Pool> Builder::pool_of(Delta& delta) const {
  auto pool = empty_pool(delta.position);
  delta.add_to(*pool);
  return pool;
}

std::shared_ptr<const Pool> Builder::pool_of(const Pool& previous, Delta& delta) const {
  auto pool = empty_pool(delta.position);
  const auto& people = previous.candidate_parts().front();
  pool->candidates_.add(people.segment, void_rows<CandidateId>(people, delta.changed));
  const auto& work = previous.vacancy_parts().front();
  pool->vacancies_.add(work.segment, void_rows<VacancyId>(work, delta.changed));
  delta.add_to(*pool);
  return pool;
}

std::shared_ptr<const Pool> Builder::build(store::Store& store, const ProgressSink& progress) const {
  Delta delta(*this);
  delta.read_feed(store, progress);
  return pool_of(delta);
}

std::shared_ptr<const Pool> Builder::build(const std::vector<SearchProfile>& profiles,
                                           const std::vector<Vacancy>& vacancies) const {
  Delta delta(*this);
  delta.put(LooseRecords{profiles, vacancies, {}});
  return pool_of(delta);
}

std::shared_ptr<const Pool> Builder::refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const {
  Delta delta(*this);
  delta.position = previous->position();
  delta.take_over(*previous, 1);
  delta.read_feed(store, {});
  return delta.position == previous->position() ? previous : pool_of(*previous, delta);
}

std::shared_ptr<const Pool> Builder::refresh(const Pool& previous, const LooseRecords& records) const {
  Delta delta(*this);
  delta.position = previous.position() + 1;
  delta.take_over(previous, 1);
  delta.put(records);
  return pool_of(previous, delta);
}

bool Builder::merge_is_due(const Pool& pool) {
  return delta_is_due(pool.candidate_parts()) || delta_is_due(pool.vacancy_parts());
}

std::shared_ptr<const Pool> Builder::merge(const Pool& pool) const {
  Delta delta(*this);
  delta.position = pool.position();
  delta.take_over(pool, 0);
  return pool_of(delta);
}

}  // namespace passend::pool
