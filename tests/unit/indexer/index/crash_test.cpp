// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>

#include "indexer/base/random.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::index::test {
namespace {

using Microseconds = std::chrono::microseconds;

/// Runs `work` in a process of its own that the kernel ends after `limit`, wherever it is by then: nothing is unwound,
/// flushed or unlocked, as with kill -9. True when it was cut off.
template <class Work>
bool cut_off_after(Microseconds limit, Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGALRM, SIG_DFL);
    const itimerval timer{{0, 0}, {limit.count() / 1'000'000, limit.count() % 1'000'000}};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
    work();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

void write_round(Region& region, std::uint64_t round) {
  std::vector<store::Write> batch;
  for (std::uint64_t i = 0; i < 60; ++i) {
    Portfolio one = person(round * 20 + i);  // Two thirds of them are there already.
    one.search.summary = "Ronde " + std::to_string(round) + " van persoon " + std::to_string(i);
    one.search.wanted_occupations = std::vector<ConceptRef>{{"", "kok"}};
    batch.emplace_back(std::in_place_type<store::Record>, std::in_place_type<Portfolio>, one);
  }
  batch.emplace_back(std::in_place_type<store::Record>, std::in_place_type<Vacancy>, vacancy(round, "Kok"));
  batch.emplace_back(store::Erasure{store::RecordKind::portfolio, id_number(round * 20)});
  region.write(batch);
}

TEST(Crash, AtAnyMomentOfABuildOrAFollowIsMendedByTheNextFollow) {
  constexpr int rounds = 20;
  Region region;
  starter_taxonomy();
  write_round(region, 0);
  const auto start = std::chrono::steady_clock::now();
  region.rebuild();
  const auto whole_build = std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - start);
  Random random(20);
  int cut_off = 0;
  for (int round = 1; round <= rounds; ++round) {
    write_round(region, static_cast<std::uint64_t>(round));
    region.close_store();  // A child must not inherit connections.
    const bool build = round % 2 == 0;
    const auto longest = build ? whole_build.count() : whole_build.count() / 3;
    const Microseconds limit(1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(longest))));
    cut_off += cut_off_after(limit, [&] {
      region.open_store(store::Access::read_only);
      build ? region.rebuild() : region.follow();
    });
    region.open_store(store::Access::read_write);
    const IndexState state = region.follow();
    ASSERT_EQ(state.position, region.store().state().first) << "round " << round;
    ASSERT_THAT(region.verify().problems, testing::IsEmpty()) << "round " << round;
  }
  EXPECT_GT(cut_off, rounds / 2) << "most of the processes must have been cut off for the test to say anything";
}

/// From here on no file of this process can grow past `bytes`; what tries to is told EFBIG.
void limit_files_to(rlim_t bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

/// Runs `work` in a process of its own and returns the code that it was refused with; internal when it was not.
template <class Work>
ErrorCode code_in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(static_cast<int>(code_of(work)));
  int status = 0;
  ::waitpid(child, &status, 0);
  return static_cast<ErrorCode>(WEXITSTATUS(status));
}

TEST(Crash, AWriteThatFailsSetsTheGenerationAsideWhileItStillAnswers) {
  Region region;
  starter_taxonomy();
  write_round(region, 0);
  const IndexState before = region.rebuild();
  write_round(region, 1);
  region.close_store();
  const ErrorCode code = code_in_child([&] {
    region.open_store(store::Access::read_only);
    region.store().changes(0, 1);  // The store has its own files; they are to have their size by now.
    limit_files_to(4096);
    region.follow();
  });
  EXPECT_EQ(code, ErrorCode::index_corrupt);
  EXPECT_EQ(read_state(region.index_directory()).candidates, before.candidates);
  EXPECT_EQ(read_state(region.index_directory()).position, before.position);
  region.open_store(store::Access::read_write);
  EXPECT_EQ(region.follow().generation, "gen-2");
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
}

}  // namespace
}  // namespace passend::index::test
