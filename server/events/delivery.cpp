// SPDX-License-Identifier: EUPL-1.2
#include "server/events/delivery.hpp"

#include <algorithm>

#include "indexer/base/base64.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/fetch/fetch.hpp"

namespace passend::events {
namespace {

constexpr std::chrono::milliseconds first_pause{1'000};
constexpr std::chrono::milliseconds longest_pause = std::chrono::hours(1);

bool may_be_taken_later(int status) {
  return status >= 500 || status == 408 || status == 425 || status == 429;
}

}  // namespace

SignedHeaders sign(const std::string& secret, const std::string& id, Timestamp time, const std::string& body) {
  const std::string seconds = std::to_string(time.milliseconds / 1000);
  return {id, seconds, "v1," + to_base64(hmac_sha256(secret, id + '.' + seconds + '.' + body))};
}

Delivered deliver(const Subscriber& subscriber, const std::string& id, const std::string& body, std::string& why) {
  const SignedHeaders headers = sign(subscriber.secret, id, now(), body);
  fetch::Request request{.method = fetch::Method::post,
                         .url = subscriber.url,
                         .fields = {{"Content-Type", "application/cloudevents+json; charset=utf-8"},
                                    {"webhook-id", headers.id},
                                    {"webhook-timestamp", headers.timestamp},
                                    {"webhook-signature", headers.signature}},
                         .body = body};
  try {
    const int status = fetch::send(request, {}).status;
    if (status >= 200 && status < 300) return Delivered::yes;
    why = "answered " + std::to_string(status);
    return may_be_taken_later(status) ? Delivered::not_now : Delivered::refused;
  } catch (const Error& error) {
    why = error.what();
    return Delivered::not_now;
  }
}

std::chrono::milliseconds pause_after(unsigned attempts) {
  return std::min(longest_pause, first_pause * (1U << std::min(attempts, 12U)));
}

}  // namespace passend::events
