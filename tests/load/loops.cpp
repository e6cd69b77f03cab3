// SPDX-License-Identifier: EUPL-1.2
#include "tests/load/loops.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <stdexcept>
#include <utility>

namespace passend::load {
namespace {

using Clock = std::chrono::steady_clock;
/// For answers that are still under way when the last request was sent.
constexpr std::chrono::seconds patience{60};

double ms_between(Clock::time_point begin, Clock::time_point end) {
  return std::chrono::duration<double, std::milli>(end - begin).count();
}

/// Counts what comes back on one kind of run.
class Counter {
 public:
  explicit Counter(Clock::time_point end) : end_(end) {}

  void sent(Clock::time_point due) {
    ++under_way_;
    tally_.late_ms.push_back(ms_between(due, Clock::now()));
  }

  void came(const Answer& answer, Clock::time_point due) {
    --under_way_;
    const auto now = Clock::now();
    const double ms = ms_between(due, now);
    if (answer.status == 200) {
      tally_.answered_ms.push_back(ms);
      if (now <= end_) ++tally_.answered_in_time;
    } else if (answer.status == 503) {
      tally_.refused_ms.push_back(ms);
      if (!answer.says_when_to_come_back) ++tally_.refused_without_time;
    } else {
      ++(answer.status == 0 ? tally_.unanswered : tally_.other);
    }
  }

  /// Runs until `is_done`. Throws when the patience ends before.
  template <class Condition>
  Tally finish(asio::io_context& io, Clock::time_point begin, const Condition& is_done) {
    while (!is_done() && Clock::now() < end_ + patience) io.run_one_for(std::chrono::milliseconds(10));
    if (!is_done()) throw std::runtime_error(std::to_string(under_way_) + " requests were never answered");
    tally_.seconds = ms_between(begin, end_) / 1000;
    return std::move(tally_);
  }

  std::size_t under_way() const { return under_way_; }

 private:
  Clock::time_point end_;
  std::size_t under_way_ = 0;
  Tally tally_;
};

/// Sends what is due, each millisecond.
class PacedSender {
 public:
  PacedSender(asio::io_context& io, const tcp::endpoint& server, const Questions& questions, const Pace& pace)
      : questions_(questions),
        pace_(pace),
        begin_(Clock::now()),
        counter_(begin_ + pace.duration),
        pool_(io, server, pace.connections),
        timer_(io) {}

  Tally run(asio::io_context& io) {
    for (std::size_t i = 0; i < pace_.at_once; ++i) due_.push_back(begin_);
    tick();
    return counter_.finish(io, begin_, [this] { return finished_ && due_.empty() && counter_.under_way() == 0; });
  }

 private:
  void tick() {
    const double seconds = ms_between(begin_, std::min(Clock::now(), begin_ + pace_.duration)) / 1000;
    for (; static_cast<double>(scheduled_) < seconds * pace_.per_second; ++scheduled_) {
      const auto offset = std::chrono::duration<double>(static_cast<double>(scheduled_) / pace_.per_second);
      due_.push_back(begin_ + std::chrono::duration_cast<Clock::duration>(offset));
    }
    send_due();
    finished_ = Clock::now() >= begin_ + pace_.duration;
    if (finished_) return;
    timer_.expires_after(std::chrono::milliseconds(1));
    timer_.async_wait([this](boost::system::error_code) { tick(); });
  }

  void send_due() {
    while (!due_.empty()) {
      auto connection = pool_.take();
      if (!connection) return;
      const auto due = due_.front();
      due_.pop_front();
      counter_.sent(due);
      Connection& asked = *connection;
      asked.ask(questions_(), [this, due, kept = std::move(connection)](const Answer& answer) {
        counter_.came(answer, due);
        pool_.give_back(kept);
        send_due();
      });
    }
  }

  const Questions& questions_;
  const Pace& pace_;
  Clock::time_point begin_;
  Counter counter_;
  ConnectionPool pool_;
  asio::steady_timer timer_;
  std::deque<Clock::time_point> due_;
  std::size_t scheduled_ = 0;
  bool finished_ = false;
};

}  // namespace

Tally ask_in_turn(asio::io_context& io, const tcp::endpoint& server, const Questions& questions, std::size_t clients,
                  std::chrono::milliseconds duration) {
  const auto begin = Clock::now();
  const auto end = begin + duration;
  Counter counter(end);
  std::function<void(const std::shared_ptr<Connection>&)> next = [&](const std::shared_ptr<Connection>& connection) {
    const auto due = Clock::now();
    if (due >= end) return;
    counter.sent(due);
    connection->ask(questions(), [&, due, connection](const Answer& answer) {
      counter.came(answer, due);
      next(connection);
    });
  };
  for (std::size_t i = 0; i < clients; ++i) next(std::make_shared<Connection>(io, server));
  return counter.finish(io, begin, [&] { return Clock::now() >= end && counter.under_way() == 0; });
}

Tally ask_at_pace(asio::io_context& io, const tcp::endpoint& server, const Questions& questions, const Pace& pace) {
  return PacedSender(io, server, questions, pace).run(io);
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace passend::load
