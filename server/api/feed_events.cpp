// SPDX-License-Identifier: EUPL-1.2
#include "server/api/feed_events.hpp"

#include <charconv>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/api/matching.hpp"
#include "server/api/reads.hpp"
#include "server/api/tenancy.hpp"
#include "server/http/events.hpp"

namespace passend::api {
namespace {

constexpr auto action = auth::Action::see_feed;
constexpr std::size_t events_of_a_piece = 25;

std::optional<std::uint64_t> last_event(const http::Request& request) {
  const auto text = request.header("Last-Event-ID");
  if (!text || text->empty()) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error == std::errc() && end == text->data() + text->size()) return number;
  throw Error(ErrorCode::invalid_input, "The header Last-Event-ID is not of this stream.",
              {{"Last-Event-ID", "", "is the id of an event of this stream"}});
}

std::uint64_t newest_announcement(const Services& services) {
  const feed::FeedQuery newest{.order = feed::Order::newest_first, .most = 1};
  const auto page = feed::read_feed(services.feed_directory, newest);
  return page.announcements.empty() ? 0 : page.announcements.front().number;
}

class FeedEvents final : public http::Pieces {
 public:
  FeedEvents(const FeedInput& input, const http::Request& request, auth::PrincipalSource who, const Services& services)
      : services_(services),
        who_(std::move(who)),
        request_(request),
        input_(input),
        wording_(services, input.language) {
    request_.is_sign_of_life = false;
    input_.query.order = feed::Order::oldest_first;
    input_.query.before = feed::FeedQuery().before;
    input_.query.most = events_of_a_piece;
  }

  std::optional<std::string> next() override {
    const Timestamp started = now();
    const auto caller = caller_now();
    if (!caller) return std::nullopt;
    // Most of the time nothing was announced, and there may be a thousand who listen.
    const auto reach = feed::reach_of(services_.feed_directory);
    if (read_to_ == reach) return "";
    FeedOutput output;
    // Past what the caller may not see, or what has been withdrawn.
    do {
      output = GetFeed{services_}(input_, caller->scope);
      input_.query.since = output.next;
    } while (output.lines.empty() && !output.complete);
    if (output.complete) read_to_ = reach;
    log_reads(services_, {*caller, action, request_, started}, persons_shown(output, input_));
    std::string events;
    for (const FeedLine& line : output.lines) {
      events += http::to_text({.id = std::to_string(line.announcement.number),
                               .name = "announcement",
                               .data = line_json(line, input_.detail, wording_)});
    }
    return events;
  }

 private:
  /// Absent when they may not any more. When that cannot be known they may not either: the browser comes back.
  std::optional<auth::Caller> caller_now() const {
    try {
      require_ranking_allowed(action, services_);
      const auto principal = who_(request_);
      return principal ? caller_within(*principal, action, purpose_of(request_), services_) : std::nullopt;
    } catch (const Error& error) {
      log(LogLevel::info, std::string("a stream of the feed ended: ") + std::string(error.info().name));
      return std::nullopt;
    }
  }

  const Services& services_;
  const auth::PrincipalSource who_;
  http::Request request_;
  FeedInput input_;
  const Wording wording_;
  std::optional<feed::Reach> read_to_;  ///< All of the feed up to there.
};

}  // namespace

http::Response stream_feed(const FeedInput& input, const http::Request& request, const auth::PrincipalSource& who,
                           const Services& services) {
  FeedInput begun = input;
  begun.since = last_event(request);
  if (!begun.since) begun.since = input.since;
  begun.query.since = begun.since ? *begun.since : newest_announcement(services);
  return http::event_stream(std::make_shared<FeedEvents>(begun, request, who, services), services.feed_bell);
}

}  // namespace passend::api
