// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/matching_switch.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::run {
namespace {

constexpr std::size_t longest_reason = 500;

bool is_control(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
}

}  // namespace

std::optional<MatchingStop> MatchingSwitch::stop() const {
  if (!std::filesystem::exists(file_)) return std::nullopt;
  std::string text;
  try {
    text = read_file(file_);
  } catch (const Error& error) {
    // It was allowed again between the two looks.
    if (error.code() == ErrorCode::file_missing) return std::nullopt;
    throw;
  }
  // A file that is there stops, whatever stands in it.
  const auto line = std::min(text.find('\n'), text.size());
  const auto since = parse_date(text.substr(0, line));
  auto reason = text.substr(std::min(line + 1, text.size()));
  while (!reason.empty() && is_control(reason.back())) reason.pop_back();
  return MatchingStop{since.value_or(Date{}), reason};
}

void MatchingSwitch::require_allowed() const {
  const auto stopped = stop();
  if (!stopped) return;
  throw Error(ErrorCode::matching_stopped,
              "Ranking was stopped on " + to_text(stopped->since) + ": " + stopped->reason);
}

void MatchingSwitch::stop_matching(const std::string& reason, Date today) const {
  if (reason.empty() || reason.size() > longest_reason || std::any_of(reason.begin(), reason.end(), is_control)) {
    throw Error(ErrorCode::usage, "the reason is one line of 1 to " + std::to_string(longest_reason) +
                                      " bytes; everybody who matches will read it");
  }
  const auto stopped = stop();
  write_file_durably(file_, to_text(stopped ? stopped->since : today) + '\n' + reason + '\n');
}

bool MatchingSwitch::allow_matching() const {
  const bool was_stopped = std::filesystem::remove(file_);
  sync_directory(file_.parent_path().empty() ? std::filesystem::path(".") : file_.parent_path());
  return was_stopped;
}

}  // namespace passend::run
