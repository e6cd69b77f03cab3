// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <filesystem>
#include <limits>
#include <optional>
#include <vector>

#include "matcher/feed/announcement.hpp"

namespace passend::feed {

enum class Order : std::uint8_t { oldest_first, newest_first };

struct FeedQuery {
  std::uint64_t since = 0;                                           ///< Only announcements with a higher number.
  std::uint64_t before = std::numeric_limits<std::uint64_t>::max();  ///< Only announcements with a lower number.
  Order order = Order::oldest_first;
  std::size_t most = 100;
  std::optional<CandidateId> candidate{};  ///< Only of this one.
  std::optional<VacancyId> vacancy{};
};

struct FeedPage {
  std::vector<Announcement> announcements;
  /// Where to go on: give it as `since`; with the newest first as `before`. Also moves past announcements that the
  /// query leaves out.
  std::uint64_t next = 0;
  bool complete = true;  ///< False: there is more after `next` already.
};

/// Reads the feed in a directory, beside a process that writes it. An empty page when nothing has been announced.
/// Announcements older than 30 days are gone.
FeedPage read_feed(const std::filesystem::path& directory, const FeedQuery& query);

/// How far the files of a feed have come: another one whenever something was announced. Costs a look at the directory.
struct Reach {
  std::uint64_t newest_file = 0;
  std::uintmax_t bytes = 0;  ///< Of that one.
  bool operator==(const Reach&) const = default;
};
Reach reach_of(const std::filesystem::path& directory);

}  // namespace passend::feed
