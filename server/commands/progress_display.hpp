// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <iosfwd>
#include <string>
#include <string_view>

#include "indexer/base/progress.hpp"

namespace passend::commands {

/// Shows how far long work has come: one line that is rewritten on a terminal; elsewhere a plain line when a stage
/// begins and every five seconds. With rate and time left where the end is known.
class ProgressDisplay {
 public:
  /// Asks the system whether standard error is a terminal when `err` is std::cerr.
  explicit ProgressDisplay(std::ostream& err);

  ProgressSink sink();
  void remark(std::string_view text);
  /// Ends the line that is being rewritten; called before anything else is printed.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  void show(const Progress& progress);
  std::string line_of(const Progress& progress, Clock::time_point time) const;

  std::ostream& err_;
  bool interactive_;
  bool line_open_ = false;
  std::string stage_;
  Clock::time_point stage_start_{};
  Clock::time_point shown_{};
};

/// Digits in groups of three, parted by a space: 1 234 567 reads well in Dutch and in English.
std::string grouped(std::uint64_t number);

}  // namespace passend::commands
