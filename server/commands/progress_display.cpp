// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/progress_display.hpp"

#include <unistd.h>

#include <iostream>

namespace passend::commands {
namespace {

constexpr auto interactive_interval = std::chrono::milliseconds(100);
constexpr auto plain_interval = std::chrono::seconds(5);

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return std::to_string(whole) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

}  // namespace

ProgressDisplay::ProgressDisplay(std::ostream& err)
    : err_(err), interactive_(&err == &std::cerr && ::isatty(STDERR_FILENO) == 1) {}

ProgressSink ProgressDisplay::sink() {
  return [this](const Progress& progress) { show(progress); };
}

void ProgressDisplay::show(const Progress& progress) {
  const auto time = Clock::now();
  const bool new_stage = progress.stage != stage_;
  if (new_stage) {
    finish();
    stage_ = progress.stage;
    stage_start_ = time;
  }
  const auto interval = interactive_ ? Clock::duration(interactive_interval) : Clock::duration(plain_interval);
  const bool last = progress.total != 0 && progress.done >= progress.total;
  if (!new_stage && time - shown_ < interval && !(last && interactive_)) return;
  shown_ = time;
  if (interactive_) {
    err_ << "\r\033[K" << line_of(progress, time) << std::flush;
    line_open_ = true;
  } else {
    err_ << line_of(progress, time) << '\n' << std::flush;
  }
}

std::string ProgressDisplay::line_of(const Progress& progress, Clock::time_point time) const {
  std::string line = stage_ + ": " + grouped(progress.done);
  if (progress.total != 0) line += " of " + grouped(progress.total);
  line += ' ';
  line += progress.unit;
  if (progress.total != 0) line += " (" + std::to_string(progress.done * 100 / progress.total) + " %)";
  const double seconds = std::chrono::duration<double>(time - stage_start_).count();
  if (seconds < 0.5 || progress.done == 0) return line;
  const double rate = static_cast<double>(progress.done) / seconds;
  line += ", " + grouped(static_cast<std::uint64_t>(rate)) + " a second";
  if (progress.total > progress.done)
    line += ", " + duration_text(static_cast<double>(progress.total - progress.done) / rate) + " left";
  return line;
}

void ProgressDisplay::remark(std::string_view text) {
  finish();
  err_ << text << '\n' << std::flush;
}

void ProgressDisplay::finish() {
  if (line_open_) err_ << '\n' << std::flush;
  line_open_ = false;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (int position = static_cast<int>(digits.size()) - 3; position > 0; position -= 3) {
    digits.insert(static_cast<std::size_t>(position), " ");
  }
  return digits;
}

}  // namespace passend::commands
