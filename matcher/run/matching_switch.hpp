// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/base/date.hpp"

namespace passend::run {

/// Since when and why nobody is ranked.
struct MatchingStop {
  Date since;
  std::string reason;  ///< 1 to 500 bytes, one line, without personal data: everybody who matches reads it.
};

/// The switch by which people stop the automated ranking at once, in every process of a data directory (EU AI Act,
/// article 14 (4)(e)). A file that is there or not; thread-safe.
class MatchingSwitch {
 public:
  explicit MatchingSwitch(std::filesystem::path file) : file_(std::move(file)) {}

  std::optional<MatchingStop> stop() const;
  /// Throws matching_stopped when it is stopped.
  void require_allowed() const;

  /// Returns when every later match is refused. Stopping again changes the reason and keeps the day. Throws usage for a
  /// reason that breaks its rule, disk_full or storage_failed.
  void stop_matching(const std::string& reason, Date today) const;
  /// False when it was not stopped.
  bool allow_matching() const;

 private:
  std::filesystem::path file_;
};

}  // namespace passend::run
