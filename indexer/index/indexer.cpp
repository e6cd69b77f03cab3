// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/indexer.hpp"

#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "indexer/index/feed_writer.hpp"
#include "indexer/index/generations.hpp"
#include "indexer/index/index_reader.hpp"
#include "indexer/index/verify.hpp"

namespace passend::index {
namespace {

std::uint64_t living_records(const store::Counts& counts) {
  return static_cast<std::uint64_t>(counts.portfolios + counts.vacancies);
}

/// Why the current generation cannot be followed; absent when it can.
std::optional<std::string> why_not_followable(const std::filesystem::path& generation, const BuildRules& rules,
                                              std::int64_t store_position) {
  try {
    for (const Corpus corpus : {Corpus::candidates, Corpus::vacancies}) {
      const BuildRules built = read_rules(generation, corpus);
      if (built.schema != rules.schema) return "the table of fields changed";
      if (built.taxonomy != rules.taxonomy) return "the taxonomy changed";
      if (built != rules) return "the stemmer or the search library changed";
    }
    if (read_generation(generation).position > store_position) return "the store was put back to an earlier state";
  } catch (const Error& error) {
    return error.what();
  }
  return std::nullopt;
}

void compact_all(const Generations::Workshop& workshop) {
  for (const Corpus corpus : {Corpus::candidates, Corpus::vacancies}) {
    DurableWriter::compact(corpus_path(workshop.raw, corpus), corpus_path(workshop.building, corpus));
  }
}

}  // namespace

struct Indexer::State {
  State(const std::filesystem::path& directory, store::Store& the_store, const taxonomy::Taxonomy& the_taxonomy)
      : generations(directory), store(the_store), taxonomy(the_taxonomy), rules(current_rules(the_taxonomy.hash())) {}

  Generations generations;
  store::Store& store;
  const taxonomy::Taxonomy& taxonomy;
  BuildRules rules;
  bool damaged = false;  ///< A write failed and the mark of quarantine may have failed too.

  std::optional<std::filesystem::path> followable();
  void follow_feed(const std::filesystem::path& generation, const ProgressSink& progress);
  void set_aside(const Error& error);
  bool agrees_in_number(const std::filesystem::path& generation);
};

std::optional<std::filesystem::path> Indexer::State::followable() {
  const auto generation = current_generation(generations.directory());
  if (!generation) return std::nullopt;
  std::optional<std::string> reason;
  if (damaged || generations.is_quarantined()) reason = "a write to it failed before";
  if (!reason) reason = why_not_followable(*generation, rules, store.state().first);
  if (!reason) return generation;
  log(LogLevel::info, "the text index is built anew: " + *reason);
  return std::nullopt;
}

void Indexer::State::set_aside(const Error& error) {
  damaged = true;
  log(LogLevel::error, std::string("the text index is set aside and built anew: ") + error.what());
  try {
    generations.quarantine();
  } catch (const Error& second) {
    log(LogLevel::error, std::string("the mark of quarantine could not be written: ") + second.what());
  }
}

void Indexer::State::follow_feed(const std::filesystem::path& generation, const ProgressSink& progress) {
  const std::int64_t position = read_generation(generation).position;
  const auto [newest, counts] = store.state();
  if (newest == position) return;
  FeedWriter writer(generation, DurableWriter::Start::existing, store, taxonomy);
  try {
    writer.apply_after(position, 0, progress);
  } catch (const Error& error) {
    if (writer.is_writing()) set_aside(error);
    throw;
  }
}

/// Cheap enough for every follow; `verify` compares each record.
bool Indexer::State::agrees_in_number(const std::filesystem::path& generation) {
  const IndexState state = read_generation(generation);
  const auto [newest, counts] = store.state();
  if (newest != state.position) return true;  // The store went on; the next follow compares.
  return state.candidates == static_cast<std::uint64_t>(counts.portfolios) &&
         state.vacancies == static_cast<std::uint64_t>(counts.vacancies);
}

Indexer::Indexer(const std::filesystem::path& directory, store::Store& store, const taxonomy::Taxonomy& taxonomy)
    : state_(std::make_unique<State>(directory, store, taxonomy)) {}

Indexer::~Indexer() = default;

IndexState Indexer::rebuild(const ProgressSink& progress) {
  const auto workshop = state_->generations.open_workshop();
  {
    FeedWriter writer(workshop.raw, DurableWriter::Start::empty, state_->store, state_->taxonomy);
    // Pages of the feed from 0 to its end, each record read as it is by then: whatever changes meanwhile comes back on
    // a later page. What is covered at the end is one position of the store, and no reader held up a writer.
    const std::uint64_t total = living_records(state_->store.state().second);
    writer.finish(state_->rules, writer.apply_after(0, total, progress));
    if (writer.dropped_terms() != 0) {
      log(LogLevel::warning, std::to_string(writer.dropped_terms()) + " over-long words or values are not indexed");
    }
  }
  compact_all(workshop);
  state_->generations.publish(workshop);
  state_->damaged = false;
  const auto generation = current_generation(state_->generations.directory());
  state_->follow_feed(*generation, progress);
  return read_generation(*generation);
}

IndexState Indexer::follow(const ProgressSink& progress) {
  const auto generation = state_->followable();
  if (!generation) return rebuild(progress);
  try {
    state_->follow_feed(*generation, progress);
  } catch (const Error& error) {
    const bool index_failed = state_->damaged || error.code() == ErrorCode::index_corrupt;
    if (!index_failed) throw;
    return rebuild(progress);
  }
  if (!state_->agrees_in_number(*generation)) {
    log(LogLevel::warning, "the text index holds another number of records than the store and is built anew");
    return rebuild(progress);
  }
  return read_generation(*generation);
}

VerifyReport Indexer::verify() {
  const auto generation = current_generation(state_->generations.directory());
  if (!generation) return {read_state(state_->generations.directory()), 0, {}};
  return compare_with_store(*generation, state_->store);
}

}  // namespace passend::index
