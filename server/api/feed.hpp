// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "matcher/feed/reader.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// Rules: the parameters of getFeed in schemas/openapi/passend.yaml.
feed::FeedQuery read_feed_input(Input& input);

/// GET /v1/feed: pairs that newly fit. Who or what has been withdrawn since is not shown.
struct GetFeed {
  const Services& services;
  feed::FeedPage operator()(const feed::FeedQuery& query) const;
};

http::Response write_feed(const feed::FeedPage& page, const feed::FeedQuery& query, const Services& services);

}  // namespace passend::api
