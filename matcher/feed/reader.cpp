// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/reader.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/feed/feed_files.hpp"
#include "matcher/feed/look_codec.hpp"

namespace passend::feed {
namespace {

bool is_asked(const Announcement& one, const FeedQuery& query) {
  return (!query.candidate || one.candidate == *query.candidate) && (!query.vacancy || one.vacancy == *query.vacancy);
}

/// The announcements of a file that are between the two numbers of the query, ascending.
std::vector<Announcement> announcements_in(std::string_view file, const FeedQuery& query) {
  std::vector<Announcement> found;
  if (!file.starts_with(looks_magic)) return found;
  FrameReader frames(file.substr(looks_magic.size()));
  std::string_view frame;
  if (!frames.next(frame)) return found;
  auto announced = decode_header(frame).announced;
  while (announced + 1 < query.before && frames.next(frame)) {
    const auto look = decode_look(frame, announced);
    announced += look.announcements.size();
    for (const auto& one : look.announcements) {
      if (one.number > query.since && one.number < query.before) found.push_back(one);
    }
  }
  return found;
}

/// Absent when the file is not there any more.
std::optional<std::string> bytes_of(const std::filesystem::path& path) {
  try {
    return read_file(path);
  } catch (const Error& error) {
    // It has become too old since the directory was read.
    if (error.code() == ErrorCode::file_missing) return std::nullopt;
    throw;
  }
}

}  // namespace

FeedPage read_feed(const std::filesystem::path& directory, const FeedQuery& query) {
  const bool newest_first = query.order == Order::newest_first;
  FeedPage page;
  page.next = newest_first ? 0 : query.since;
  auto files = numbers_of_looks(directory);
  if (newest_first) std::reverse(files.begin(), files.end());
  for (const auto number : files) {
    const auto bytes = bytes_of(directory / numbered("looks-", number, ".log"));
    if (!bytes) continue;
    auto found = announcements_in(*bytes, query);
    if (newest_first) std::reverse(found.begin(), found.end());
    for (const auto& one : found) {
      if (page.announcements.size() == query.most) {
        page.complete = false;
        return page;
      }
      page.next = one.number;
      if (is_asked(one, query)) page.announcements.push_back(one);
    }
  }
  return page;
}

Reach reach_of(const std::filesystem::path& directory) {
  const auto files = numbers_of_looks(directory);
  if (files.empty()) return {};
  std::error_code gone;
  const auto bytes = std::filesystem::file_size(directory / numbered("looks-", files.back(), ".log"), gone);
  return {files.back(), gone ? 0 : bytes};
}

}  // namespace passend::feed
