// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"

#include <algorithm>
#include <bit>
#include <unordered_set>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/log.hpp"
#include "indexer/pool/candidate_writer.hpp"
#include "indexer/pool/feed_reader.hpp"
#include "indexer/pool/resolve_facts.hpp"
#include "indexer/pool/segment_check.hpp"
#include "indexer/pool/vacancy_writer.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t most_concepts = 65'536;
constexpr std::uint32_t smallest_due_delta = 4'096;
constexpr std::uint32_t due_share = 64;  ///< A delta is due from one row in so many.
constexpr const char* file_name = "pool.bin";
constexpr const char* lock_name = "lock";

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

/// People who stand in the first part although they were erased: what replaced the other void rows stands in a later
/// one.
std::uint64_t erased_people(const Pool& pool) {
  const auto& base = pool.candidate_parts().front();
  std::uint64_t erased = 0;
  for (const std::uint64_t word : base.void_rows) erased += static_cast<unsigned>(std::popcount(word));
  for (std::size_t i = 1; i < pool.candidate_parts().size(); ++i) {
    for (const Id128& id : pool.candidate_parts()[i].segment->ids()) {
      if (base.segment->find(CandidateId{id})) --erased;
    }
  }
  return erased;
}

/// A reason not to go on from this snapshot; empty when there is none.
std::string why_not_followable(const FeedMark& mark, store::Store& store) {
  if (store.state().first < mark.position) return "the store was put back to an earlier state";
  if (mark.position == 0) return {};
  const auto here = store.changes(mark.position - 1, 1);
  const bool same = here.empty() || here.front().position != mark.position || mark_of(here.front()) == mark;
  return same ? std::string() : "the store was put back to an earlier state and went on from there";
}

bool agree_in_number(const Pool& pool, store::Store& store) {
  const auto [position, counts] = store.state();
  if (position != pool.position()) return true;  // The store went on; the next refresh brings it in.
  return pool.candidate_count() == static_cast<std::uint64_t>(counts.portfolios);
}

/// Then a pool in memory is better than none.
bool is_trouble_of_the_disk(const Error& error) {
  return error.code() == ErrorCode::disk_full || error.code() == ErrorCode::storage_failed;
}

void make_directory(const std::filesystem::path& directory) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (!error) return;
  throw Error(ErrorCode::storage_failed, "cannot make '" + directory.string() + "': " + error.message());
}

}  // namespace

/// What is on its way to the segments of a pool. Of what comes twice under one id, the last counts.
class Builder::Delta : public ChangeSink {
 public:
  FeedMark mark;  ///< Covered when all of this is in.

  void put(const PackedCandidate& candidate) override {
    changed_.insert(candidate.id);
    candidates_.add(candidate);
  }
  void put(const PackedVacancy& vacancy) override {
    changed_.insert(vacancy.id);
    vacancies_.add(vacancy);
  }
  void remove(const Id128& id) override {
    changed_.insert(id);
    candidates_.remove(CandidateId{id});
    vacancies_.remove(VacancyId{id});
  }
  void put(const LooseRecords& records, const Builder& builder) {
    Resolver resolver(*builder.taxonomy_);
    PackedCandidate candidate;
    for (const auto& profile : records.profiles) {
      pack(candidate_facts(profile, resolver), profile.source, candidate);
      put(candidate);
    }
    PackedVacancy open;
    for (const auto& vacancy : records.vacancies) {
      if (vacancy.status != VacancyStatus::open) {
        remove(vacancy.id.value);
        continue;
      }
      pack(vacancy_facts(vacancy, resolver, *builder.postcodes_), vacancy.source, open);
      put(open);
    }
    for (const auto& id : records.erased) remove(id);
  }
  void read_feed(store::Store& store, const Builder& builder, const ProgressSink& progress) {
    mark = FeedReader(*builder.taxonomy_, *builder.postcodes_, builder.executor_).read(store, mark, *this, progress);
  }
  /// The living rows of the parts of a pool from `first_part` on.
  void take_over(const Pool& pool, std::size_t first_part) {
    for (std::size_t i = first_part; i < pool.candidate_parts().size(); ++i) {
      add_living_rows(pool.candidate_parts()[i], candidates_);
    }
    for (std::size_t i = first_part; i < pool.vacancy_parts().size(); ++i) {
      add_living_rows(pool.vacancy_parts()[i], vacancies_);
    }
  }
  void write(SectionSink& sink) {
    candidates_.write(sink);
    vacancies_.write(sink);
  }
  /// Whatever came by, gone or not.
  const std::unordered_set<Id128>& changed() const { return changed_; }

 private:
  CandidateWriter candidates_;
  VacancyWriter vacancies_;
  std::unordered_set<Id128> changed_;
};

Builder::Builder(std::shared_ptr<const taxonomy::Taxonomy> taxonomy,
                 std::shared_ptr<const geo::PostcodeTable> postcodes, const Executor& executor)
    : taxonomy_(std::move(taxonomy)), postcodes_(std::move(postcodes)), executor_(executor) {
  if (taxonomy_->size() > most_concepts) {
    throw Error(ErrorCode::configuration, "the taxonomy has " + std::to_string(taxonomy_->size()) +
                                              " concepts and the pool numbers them in 16 bits: import a taxonomy of at "
                                              "most 65,536 concepts with `passend taxonomy import`");
  }
}

std::shared_ptr<Pool> Builder::empty_pool(const FeedMark& mark) const {
  auto pool = std::make_shared<Pool>();
  pool->mark_ = mark;
  pool->taxonomy_ = taxonomy_;
  pool->postcodes_ = postcodes_;
  return pool;
}

std::shared_ptr<const Pool> Builder::in_memory(Delta& delta) const {
  const auto memory = std::make_shared<SectionsInMemory>();
  delta.write(*memory);
  auto pool = empty_pool(delta.mark);
  pool->add_part(memory->sections(), memory);
  return pool;
}

/// The base of `previous`, and what came since in a part of its own.
std::shared_ptr<const Pool> Builder::beside(const Pool& previous, Delta& delta) const {
  const auto memory = std::make_shared<SectionsInMemory>();
  delta.write(*memory);
  auto pool = empty_pool(delta.mark);
  const auto& people = previous.candidate_parts().front();
  const auto& work = previous.vacancy_parts().front();
  pool->candidates_.add(people.segment, void_rows<CandidateId>(people, delta.changed()));
  pool->vacancies_.add(work.segment, void_rows<VacancyId>(work, delta.changed()));
  pool->add_part(memory->sections(), memory);
  return pool;
}

std::shared_ptr<const Pool> Builder::in_file(const std::filesystem::path& directory, Delta& delta) const {
  PoolFileWriter writer(directory / file_name);
  delta.write(writer);
  writer.commit(origin_of(*taxonomy_, *postcodes_), delta.mark);
  return open(directory);
}

std::shared_ptr<const Pool> Builder::open(const std::filesystem::path& directory) const {
  const auto file = open_pool_file(directory / file_name, origin_of(*taxonomy_, *postcodes_), executor_);
  check_sections(file.sections, executor_);
  auto pool = empty_pool(file.mark);
  pool->add_part(file.sections, file.bytes);
  return pool;
}

/// Throws pool_missing or pool_corrupt, with the reason why this directory holds nothing that can be used.
std::shared_ptr<const Pool> Builder::open_and_follow(const std::filesystem::path& directory,
                                                     store::Store& store) const {
  auto pool = open(directory);
  const std::string reason = why_not_followable(pool->mark_, store);
  if (!reason.empty()) throw Error(ErrorCode::pool_corrupt, reason);
  pool = refresh(pool, store);
  if (!agree_in_number(*pool, store)) {
    throw Error(ErrorCode::pool_corrupt, "the pool holds another number of people than the store");
  }
  return pool;
}

std::shared_ptr<const Pool> Builder::open_or_build(const std::filesystem::path& directory, store::Store& store,
                                                   const ProgressSink& progress) const {
  const auto open_or_say_why = [&](LogLevel level) -> std::shared_ptr<const Pool> {
    try {
      return open_and_follow(directory, store);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::pool_missing && error.code() != ErrorCode::pool_corrupt) throw;
      log(error.code() == ErrorCode::pool_missing ? LogLevel::debug : level,
          std::string("the pool is built anew: ") + error.what());
      return nullptr;
    }
  };
  auto pool = open_or_say_why(LogLevel::warning);
  if (pool) return merge_is_due(*pool) ? merge(directory, *pool) : pool;
  try {
    make_directory(directory);
    const FileLock lock(directory / lock_name);
    pool = open_or_say_why(LogLevel::debug);  // Another process may have built it while this one waited.
    return pool ? pool : build_locked(directory, store, progress);
  } catch (const Error& error) {
    if (!is_trouble_of_the_disk(error)) throw;
    log(LogLevel::warning, std::string("the pool stands in memory only: ") + error.what());
  }
  return build(store, progress);
}

std::shared_ptr<const Pool> Builder::build_locked(const std::filesystem::path& directory, store::Store& store,
                                                  const ProgressSink& progress) const {
  Delta delta;
  delta.read_feed(store, *this, progress);
  return in_file(directory, delta);
}

std::shared_ptr<const Pool> Builder::build(const std::filesystem::path& directory, store::Store& store,
                                           const ProgressSink& progress) const {
  make_directory(directory);
  const FileLock lock(directory / lock_name);
  return build_locked(directory, store, progress);
}

std::shared_ptr<const Pool> Builder::build(store::Store& store, const ProgressSink& progress) const {
  Delta delta;
  delta.read_feed(store, *this, progress);
  return in_memory(delta);
}

std::shared_ptr<const Pool> Builder::build(const std::vector<SearchProfile>& profiles,
                                           const std::vector<Vacancy>& vacancies) const {
  Delta delta;
  delta.put(LooseRecords{profiles, vacancies, {}}, *this);
  return in_memory(delta);
}

std::shared_ptr<const Pool> Builder::refresh(const std::shared_ptr<const Pool>& previous, store::Store& store) const {
  if (store.state().first == previous->position()) return previous;
  Delta delta;
  delta.mark = previous->mark_;
  delta.take_over(*previous, 1);
  delta.read_feed(store, *this, {});
  return delta.mark == previous->mark_ ? previous : beside(*previous, delta);
}

std::shared_ptr<const Pool> Builder::refresh(const Pool& previous, const LooseRecords& records) const {
  Delta delta;
  delta.mark.position = previous.position() + 1;
  delta.take_over(previous, 1);
  delta.put(records, *this);
  return beside(previous, delta);
}

std::vector<std::string> Builder::differences(const std::shared_ptr<const Pool>& pool, store::Store& store,
                                              const ProgressSink& progress) const {
  Delta fresh;
  fresh.read_feed(store, *this, progress);
  // The store may go on meanwhile: both follow it until they stand at the same position.
  auto current = pool;
  while (current->position() < fresh.mark.position) {
    current = refresh(current, store);
    fresh.read_feed(store, *this, {});
  }
  if (current->position() > fresh.mark.position) return {"position: the pool is ahead of the store"};
  Delta merged;
  merged.take_over(*current, 0);
  SectionsInMemory expected;
  SectionsInMemory found;
  fresh.write(expected);
  merged.write(found);
  std::vector<std::string> different;
  for (std::size_t i = 0; i < section_count; ++i) {
    const auto section = static_cast<Section>(i);
    const auto a = expected.sections()[section];
    const auto b = found.sections()[section];
    if (!std::equal(a.begin(), a.end(), b.begin(), b.end())) different.push_back(name_of(section));
  }
  return different;
}

bool Builder::merge_is_due(const Pool& pool) {
  return delta_is_due(pool.candidate_parts()) || delta_is_due(pool.vacancy_parts()) || erased_people(pool) != 0;
}

std::shared_ptr<const Pool> Builder::merge(const std::filesystem::path& directory, const Pool& pool) const {
  try {
    make_directory(directory);
    const FileLock lock(directory / lock_name);
    Delta delta;
    delta.mark = pool.mark_;
    delta.take_over(pool, 0);
    return in_file(directory, delta);
  } catch (const Error& error) {
    if (!is_trouble_of_the_disk(error)) throw;
    log(LogLevel::warning, std::string("the merged pool stands in memory only: ") + error.what());
  }
  return merge(pool);
}

std::shared_ptr<const Pool> Builder::merge(const Pool& pool) const {
  Delta delta;
  delta.mark = pool.mark_;
  delta.take_over(pool, 0);
  return in_memory(delta);
}

}  // namespace passend::pool
