// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/naive_scatter.hpp"

#include <algorithm>

#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

constexpr std::uint32_t block_rows = 1U << 15;

bool stands_before(const scan::CompetenceHit& a, const scan::CompetenceHit& b) {
  return a.points != b.points ? a.points > b.points : a.row < b.row;
}

/// The best so far, worst on top of the heap.
class Best {
 public:
  explicit Best(std::size_t count) : count_(count) {}

  std::uint32_t threshold() const { return hits_.size() < count_ ? 0 : hits_.front().points; }
  void offer(const scan::CompetenceHit& hit) {
    if (hits_.size() == count_) {
      std::pop_heap(hits_.begin(), hits_.end(), stands_before);
      hits_.pop_back();
    }
    hits_.push_back(hit);
    std::push_heap(hits_.begin(), hits_.end(), stands_before);
  }
  std::vector<scan::CompetenceHit> sorted() {
    std::sort_heap(hits_.begin(), hits_.end(), stands_before);
    return std::move(hits_);
  }

 private:
  std::size_t count_;
  std::vector<scan::CompetenceHit> hits_;
};

class NaiveScatter final : public Contestant {
 public:
  explicit NaiveScatter(const Arena& arena) : arena_(arena), totals_(block_rows), answered_(block_rows) {}

  const Line& line() const override { return line_; }

  TimedAnswer answer(std::size_t query) override {
    TimedAnswer answer;
    answer.milliseconds = milliseconds_of([&] { answer.hits = best(arena_.queries[query]); });
    return answer;
  }

 private:
  struct Cursor {
    const std::uint32_t* next = nullptr;
    const std::uint32_t* end = nullptr;
    std::uint16_t points = 0;
    std::uint8_t demand = 0;
  };

  std::vector<scan::CompetenceHit> best(const CompetenceQuery& query) {
    auto cursors = cursors_of(query);
    Best best(listed);
    for (std::uint32_t start = 0; start < arena_.holdings.rows(); start += block_rows) {
      const std::uint32_t end = std::min(arena_.holdings.rows(), start + block_rows);
      scatter(cursors, start, end);
      for (std::uint32_t i = 0; i < end - start; ++i) {
        if (totals_[i] > best.threshold()) best.offer({start + i, totals_[i]});
      }
    }
    return best.sorted();
  }

  std::vector<Cursor> cursors_of(const CompetenceQuery& query) const {
    std::vector<Cursor> cursors;
    for (std::size_t demand = 0; demand < query.size(); ++demand) {
      auto answers = query[demand];
      std::sort(answers.begin(), answers.end(),
                [](const scan::Answer& a, const scan::Answer& b) { return a.points > b.points; });
      for (const auto& answer : answers) {
        const auto rows = arena_.postings.of(answer.competence);
        cursors.push_back({rows.data(), rows.data() + rows.size(), static_cast<std::uint16_t>(answer.points),
                           static_cast<std::uint8_t>(demand + 1)});
      }
    }
    return cursors;
  }

  void scatter(std::vector<Cursor>& cursors, std::uint32_t start, std::uint32_t end) {
    std::fill(totals_.begin(), totals_.end(), std::uint16_t{0});
    std::fill(answered_.begin(), answered_.end(), std::uint8_t{0});
    for (auto& cursor : cursors) {
      for (; cursor.next != cursor.end && *cursor.next < end; ++cursor.next) {
        const std::uint32_t i = *cursor.next - start;
        if (answered_[i] == cursor.demand) continue;
        answered_[i] = cursor.demand;
        totals_[i] = static_cast<std::uint16_t>(totals_[i] + cursor.points);
      }
    }
  }

  Arena arena_;
  std::vector<std::uint16_t> totals_;
  std::vector<std::uint8_t> answered_;  ///< The last demand that a row has answered.
  Line line_{"naive blocked scatter"};
};

}  // namespace

std::unique_ptr<Contestant> naive_scatter(const Arena& arena) {
  return std::make_unique<NaiveScatter>(arena);
}

}  // namespace passend::bench
