// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/feed_reader.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/random.hpp"
#include "indexer/model/codec.hpp"
#include "indexer/pool/resolve_facts.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t changes_at_a_time = 8'192;
constexpr std::size_t changes_a_task = 256;

/// An object of this kind in the variant, its memory used again when it holds one already.
template <class Packed, class Variant>
Packed& as(Variant& variant) {
  if (auto* held = std::get_if<Packed>(&variant)) return *held;
  return variant.template emplace<Packed>();
}

bool is_matched(store::RecordKind kind) {
  return kind == store::RecordKind::portfolio || kind == store::RecordKind::vacancy;
}

}  // namespace

FeedMark mark_of(const store::Change& change) {
  const auto version = static_cast<std::uint64_t>(change.version);
  return {change.position, Random::mix(Random::mix(Random::mix(version) ^ change.id.high) ^ change.id.low)};
}

FeedMark FeedReader::read(store::Store& store, const FeedMark& from, ChangeSink& sink, const ProgressSink& progress) {
  const auto counts = progress ? store.state().second : store::Counts{};
  const auto total = static_cast<std::uint64_t>(counts.portfolios + counts.vacancies + counts.employers);
  std::uint64_t done = 0;
  FeedMark mark = from;
  const auto next_batch = [&](Batch& batch) {
    batch.changes = store.changes(mark.position, changes_at_a_time, store::Scope::pseudonymous());
    if (!batch.changes.empty()) mark = mark_of(batch.changes.back());
  };
  Batch reading;
  Batch packing;
  Batch packed;
  next_batch(packing);
  while (!packing.changes.empty() || !packed.changes.empty()) {
    packing.packed.resize(packing.changes.size());
    const std::size_t tasks = (packing.changes.size() + changes_a_task - 1) / changes_a_task;
    executor_.for_each_block(tasks + 2, 1, [&](std::size_t task, std::size_t) {
      if (task == 0) return next_batch(reading);
      if (task == 1) return hand_on(packed, sink);
      const std::size_t begin = (task - 2) * changes_a_task;
      pack_some(packing, begin, std::min(begin + changes_a_task, packing.changes.size()));
    });
    done += packing.changes.size();
    if (progress) progress({"build pool", done, total, "records"});
    std::swap(packed, packing);
    std::swap(packing, reading);
  }
  return mark;
}

std::unique_ptr<Resolver> FeedReader::take_resolver() {
  const std::lock_guard lock(mutex_);
  if (idle_resolvers_.empty()) return std::make_unique<Resolver>(taxonomy_);
  auto resolver = std::move(idle_resolvers_.back());
  idle_resolvers_.pop_back();
  return resolver;
}

void FeedReader::pack_some(Batch& batch, std::size_t begin, std::size_t end) {
  auto resolver = take_resolver();
  for (std::size_t i = begin; i < end; ++i) {
    const auto& change = batch.changes[i];
    auto& packed = batch.packed[i];
    if (change.record.empty() || !is_matched(change.kind)) {
      packed.emplace<std::monostate>();
    } else if (change.kind == store::RecordKind::portfolio) {
      const auto profile = decode_canonical_search_profile(change.record);
      if (profile.own_say.allows_ranking()) {
        pack(candidate_facts(profile, *resolver), profile.source, as<PackedCandidate>(packed));
      } else {
        packed.emplace<std::monostate>();
      }
    } else if (const auto vacancy = decode_canonical_vacancy(change.record); vacancy.status == VacancyStatus::open) {
      pack(vacancy_facts(vacancy, *resolver, postcodes_), vacancy.source, as<PackedVacancy>(packed));
    } else {
      packed.emplace<std::monostate>();
    }
  }
  const std::lock_guard lock(mutex_);
  idle_resolvers_.push_back(std::move(resolver));
}

void FeedReader::hand_on(const Batch& batch, ChangeSink& sink) {
  for (std::size_t i = 0; i < batch.changes.size(); ++i) {
    if (const auto* candidate = std::get_if<PackedCandidate>(&batch.packed[i])) {
      sink.put(*candidate);
    } else if (const auto* vacancy = std::get_if<PackedVacancy>(&batch.packed[i])) {
      sink.put(*vacancy);
    } else if (is_matched(batch.changes[i].kind)) {
      sink.remove(batch.changes[i].id);
    }
  }
}

}  // namespace passend::pool
