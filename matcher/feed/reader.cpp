// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/reader.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/feed/feed_files.hpp"
#include "matcher/feed/look_codec.hpp"

namespace passend::feed {
namespace {

bool is_asked(const Announcement& one, const FeedQuery& query) {
  return (!query.candidate || one.candidate == *query.candidate) && (!query.vacancy || one.vacancy == *query.vacancy);
}

/// Adds what a file holds; false when the page is full.
bool read_file_of_looks(std::string_view file, const FeedQuery& query, FeedPage& page) {
  if (!file.starts_with(looks_magic)) return true;
  FrameReader frames(file.substr(looks_magic.size()));
  std::string_view frame;
  if (!frames.next(frame)) return true;
  auto announced = decode_header(frame).announced;
  while (frames.next(frame)) {
    const auto look = decode_look(frame, announced);
    announced += look.announcements.size();
    if (announced <= query.since) continue;
    for (const auto& one : look.announcements) {
      if (one.number <= query.since) continue;
      if (page.announcements.size() == query.most) {
        page.complete = false;
        return false;
      }
      page.next = one.number;
      if (is_asked(one, query)) page.announcements.push_back(one);
    }
  }
  return true;
}

/// The number of announcements before a file; absent when it cannot be read (any more).
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
  FeedPage page;
  page.next = query.since;
  for (const auto number : numbers_of_looks(directory)) {
    const auto bytes = bytes_of(directory / numbered("looks-", number, ".log"));
    if (bytes && !read_file_of_looks(*bytes, query, page)) break;
  }
  return page;
}

}  // namespace passend::feed
