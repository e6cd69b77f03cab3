// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/feed/reader.hpp"
#include "server/api/codes.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"
#include "server/api/wording.hpp"

namespace passend::api {

/// What is told of a pair: its ids alone, or who and what they are and how they fit now.
enum class FeedDetail : std::uint8_t { ids, pairs };

struct FeedInput {
  feed::FeedQuery query;
  std::optional<std::uint64_t> since{};  ///< As the request says it.
  FeedDetail detail = FeedDetail::ids;
  Language language = Language::dutch;
};

/// Rules: the parameters of getFeed in schemas/openapi/passend.yaml.
FeedInput read_feed_input(Input& input);

struct FeedLine {
  feed::Announcement announcement;
  std::optional<SearchProfile> candidate{};  ///< Absent when withdrawn.
  std::optional<Vacancy> vacancy{};          ///< Absent when withdrawn or no longer open.
  /// How the pair stands now; absent when it was not asked for, one of the two is withdrawn or not in the pool yet.
  std::optional<engine::PairExplanation> now{};
};

struct FeedOutput {
  std::vector<FeedLine> lines{};
  std::uint64_t next = 0;
  bool complete = true;
};

/// GET /v1/feed: pairs that newly fit. Who or what has been withdrawn since is left out of the ids, and marked among
/// the pairs.
struct GetFeed {
  const Services& services;
  FeedOutput operator()(const FeedInput& input, const store::Scope& scope) const;
};

/// A line by itself.
std::string line_json(const FeedLine& line, FeedDetail detail, const Wording& wording);

http::Response write_feed(const FeedOutput& output, const FeedInput& input, const Services& services);

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<feed::Order> {
  static constexpr CodeTable<feed::Order, 2> names{
      {{feed::Order::oldest_first, "oldest"}, {feed::Order::newest_first, "newest"}}};
};
template <>
struct CodeNames<api::FeedDetail> {
  static constexpr CodeTable<api::FeedDetail, 2> names{
      {{api::FeedDetail::ids, "ids"}, {api::FeedDetail::pairs, "pairs"}}};
};

}  // namespace passend
