// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/feed.hpp"
#include "server/auth/principal_source.hpp"
#include "server/http/message.hpp"

namespace passend::api {

/// GET /v1/feed as server-sent events: what is announced after Last-Event-ID, else after `since`, else from now on.
/// Before each event it is looked again who the caller is and what they may see; the stream ends when they have signed
/// out, may not any more, or ranking was stopped. Whom an event shows is in the read log before it leaves. Throws
/// invalid_input for a Last-Event-ID that is none of ours. The services outlive the answer.
http::Response stream_feed(const FeedInput& input, const http::Request& request, const auth::PrincipalSource& who,
                           const Services& services);

}  // namespace passend::api
