// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/forwarder.hpp"

#include <algorithm>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "indexer/fetch/url.hpp"
#include "server/privacy/otlp.hpp"

namespace passend::privacy {
namespace {

constexpr std::int64_t rows_at_once = 500;

}  // namespace

Forwarder::Forwarder(store::ReadLog& log, ForwarderOptions options) : log_(log), options_(std::move(options)) {
  try {
    if (!fetch::is_protected(fetch::parse_url(options_.endpoint))) {
      throw Error(ErrorCode::configuration,
                  "the collector of the read log must be asked over https, unless it is on this machine");
    }
  } catch (const Error& error) {
    if (error.code() == ErrorCode::configuration) throw;
    throw Error(ErrorCode::configuration, std::string("the address of the read log's collector ") + error.what());
  }
  thread_ = std::thread([this] { forward_until_stopped(); });
}

Forwarder::~Forwarder() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

bool Forwarder::wait(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !stop_.wait_for(lock, time, [this] { return stopping_; });
}

void Forwarder::forward_until_stopped() {
  auto pause = options_.interval;
  std::string last_failure;
  do {
    try {
      forward();
      pause = options_.interval;
      if (!last_failure.empty()) passend::log(LogLevel::info, "the read log is passed on again");
      last_failure.clear();
    } catch (const std::exception& error) {
      if (last_failure != error.what()) {
        passend::log(LogLevel::warning,
                     std::string("the read log is not passed on and will be tried again: ") + error.what());
      }
      last_failure = error.what();
      pause = std::min(pause * 2, options_.longest_pause);
    }
  } while (wait(pause));
}

void Forwarder::forward() {
  while (true) {
    const auto rows = log_.after(log_.passed_on(options_.endpoint), {}, rows_at_once);
    if (rows.empty()) return;
    const auto answer = fetch::send({.method = fetch::Method::post,
                                     .url = options_.endpoint,
                                     .fields = {{"Content-Type", "application/json"}},
                                     .body = otlp_request(rows, options_.version)},
                                    options_.rules);
    if (answer.status / 100 != 2) {
      throw Error(ErrorCode::peer_unavailable, "the collector answered with status " + std::to_string(answer.status));
    }
    if (const auto rejected = rejected_spans(answer.body); rejected > 0) {
      throw Error(ErrorCode::peer_unavailable,
                  "the collector refused " + std::to_string(rejected) + " of " + std::to_string(rows.size()) + " rows");
    }
    log_.pass_on(options_.endpoint, rows.back().number);
    if (!wait(std::chrono::milliseconds(0))) return;
  }
}

}  // namespace passend::privacy
