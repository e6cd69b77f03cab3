// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/own_contestant.hpp"

#include "indexer/base/executor.hpp"
#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

class OwnContestant final : public Contestant {
 public:
  OwnContestant(const Arena& arena, unsigned threads)
      : arena_(arena),
        executor_(threads),
        line_{.name = "Passend, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads"),
              .threads = threads} {}

  const Line& line() const override { return line_; }

  TimedAnswer answer(std::size_t query) override {
    TimedAnswer answer;
    answer.milliseconds = milliseconds_of(
        [&] { answer.hits = scan::best_by_competences(arena_.pool, arena_.queries[query], listed, executor_); });
    return answer;
  }

 private:
  Arena arena_;
  Executor executor_;
  Line line_;
};

}  // namespace

std::unique_ptr<Contestant> own_contestant(const Arena& arena, unsigned threads) {
  return std::make_unique<OwnContestant>(arena, threads);
}

}  // namespace passend::bench
