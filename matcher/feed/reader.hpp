// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "matcher/feed/announcement.hpp"

namespace passend::feed {

struct FeedQuery {
  std::uint64_t since = 0;  ///< Only announcements with a higher number.
  std::size_t most = 100;
  std::optional<CandidateId> candidate;  ///< Only of this one.
  std::optional<VacancyId> vacancy;
};

struct FeedPage {
  std::vector<Announcement> announcements;  ///< Ascending number.
  /// Where to go on: give it as `since`. Also moves past announcements that the query leaves out.
  std::uint64_t next = 0;
  bool complete = true;  ///< False: there is more after `next` already.
};

/// Reads the feed in a directory, beside a process that writes it. An empty page when nothing has been announced.
/// Announcements older than 30 days are gone.
FeedPage read_feed(const std::filesystem::path& directory, const FeedQuery& query);

}  // namespace passend::feed
