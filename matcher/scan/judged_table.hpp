// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/base/date.hpp"
#include "indexer/pool/facts.hpp"
#include "matcher/scan/outcome.hpp"

namespace passend::scan {

/// What one criterion says of every entry of one dictionary, for all vacancies that ask it the same; filled in as it is
/// asked for. Thread-safe: whoever judges an entry comes to the same outcome.
class JudgedTable {
 public:
  explicit JudgedTable(std::uint32_t entries);

  /// Of an unknown the degree is 0. Absent: not judged yet.
  std::optional<Outcome> find(std::uint32_t entry) const {
    const auto bits = outcomes_[entry].load(std::memory_order_relaxed);
    return bits == not_judged ? std::nullopt : std::optional(Outcome{bits});
  }
  /// The outcomes themselves: for loops over many rows of a table that is_complete().
  const std::atomic<std::uint16_t>* outcomes() const { return outcomes_.get(); }
  bool is_complete() const { return complete_.load(std::memory_order_acquire); }
  /// Every entry is set.
  void declare_complete() { complete_.store(true, std::memory_order_release); }
  void set(std::uint32_t entry, Outcome outcome) { outcomes_[entry].store(outcome.bits, std::memory_order_relaxed); }
  void set_all(Outcome outcome) {
    for (std::uint32_t entry = 0; entry < entries_; ++entry) set(entry, outcome);
  }

 private:
  static constexpr std::uint16_t not_judged = 0xFFFF;
  std::uint32_t entries_;
  std::unique_ptr<std::atomic<std::uint16_t>[]> outcomes_;
  std::atomic<bool> complete_{false};
};

/// What a criterion that reads one dictionary asks of it in this vacancy, as bytes: vacancies with equal bytes get
/// equal outcomes. Absent where hardly two vacancies ask the same.
std::optional<std::string> asked_by(const pool::VacancyFacts& vacancy, Criterion criterion, Date today);

/// The tables of one segment, shared by all questions. Thread-safe.
class TableCache {
 public:
  /// A new and empty one for a new key.
  std::shared_ptr<JudgedTable> table(const std::string& key, std::uint32_t entries);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<JudgedTable>> tables_;
  std::uint64_t entries_ = 0;
};

}  // namespace passend::scan
