// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <exception>

#include "indexer/base/executor.hpp"
#include "tests/bench/lucene_contestants.hpp"
#include "tests/bench/naive_scatter.hpp"
#include "tests/bench/own_contestant.hpp"
#include "tests/bench/postgres_contestants.hpp"
#include "tests/bench/sqlite_contestants.hpp"
#include "tests/bench/stage.hpp"
#include "tests/bench/xapian_contestants.hpp"

/// One vacancy against everybody, competences alone: ours beside every other way, on the same people and queries.
namespace passend::bench {
namespace {

constexpr const char* part = "competences";
constexpr std::size_t queries_drawn = 100;
constexpr std::size_t rounds = 2;
constexpr double bar_milliseconds = 4;
constexpr double bar_speedup = 30;
constexpr std::uint64_t bar_people = 1'000'000;

/// The people and queries of one region with all who answer them.
struct Contest {
  Holdings holdings;
  Postings postings;
  std::vector<CompetenceQuery> queries;
  std::filesystem::path folder;
  Contestants contestants;

  explicit Contest(const Stage& stage)
      : holdings(read_holdings(*stage.pool)),
        postings(invert(holdings)),
        queries(draw_queries(*stage.pool, stage.seed, queries_drawn)),
        folder(stage.region.folder / ("others-" + digest_of(holdings))) {
    // Indexes of other content are of no use any more.
    for (const auto& entry : std::filesystem::directory_iterator(stage.region.folder)) {
      if (entry.path().filename().string().starts_with("others-") && entry.path() != folder) {
        std::filesystem::remove_all(entry.path());
      }
    }
    std::filesystem::create_directories(folder);
    const Arena arena{*stage.pool, holdings, postings, queries, folder};
    for (const unsigned threads : {1U, 2U}) contestants.push_back(own_contestant(arena, threads));
    contestants.push_back(naive_scatter(arena));
    add("Lucene", stage, stage.java_class_path, [&] { return lucene_contestants(arena, stage.java_class_path); });
    add("Xapian", stage, "linked in", [&] { return xapian_contestants(arena); });
    add("SQLite", stage, "linked in", [&] { return sqlite_contestants(arena); });
    add("PostgreSQL", stage, stage.postgres_sockets,
        [&] { return postgres_contestants(arena, stage.postgres_sockets); });
  }

 private:
  template <class Make>
  void add(const std::string& name, const Stage& stage, const std::string& needed, const Make& make) {
    if (needed.empty()) return stage.findings.leave_out(name, "not installed here");
    try {
      for (auto& contestant : make()) contestants.push_back(std::move(contestant));
    } catch (const std::exception& error) {
      stage.findings.leave_out(name, error.what());
    }
  }
};

/// What one contestant did.
struct Record {
  std::vector<double> milliseconds;
  std::vector<std::vector<scan::CompetenceHit>> answers;  ///< By query; of the first round.
  double seconds = 0;
};

std::vector<std::uint32_t> scores_of(const std::vector<scan::CompetenceHit>& hits) {
  std::vector<std::uint32_t> scores;
  for (const auto& hit : hits) scores.push_back(hit.points);
  return scores;
}

/// Answers every query once, or as many as there is time for; at least three.
void pass(Contestant& contestant, double seconds, Record& record) {
  const Pinned pinned(contestant.line().threads);
  const auto start = Clock::now();
  for (std::size_t query = 0; query < queries_drawn && (query < 3 || seconds_since(start) < seconds); ++query) {
    auto answer = contestant.answer(query);
    record.milliseconds.push_back(answer.milliseconds);
    if (query == record.answers.size()) record.answers.push_back(std::move(answer.hits));
  }
}

/// A virtual machine compiles, caches fill: at least one pass, of at most two seconds, and more while there is time.
void warm_up(Contestant& contestant, double seconds) {
  const auto start = Clock::now();
  do {
    Record thrown_away;
    pass(contestant, 2, thrown_away);
  } while (seconds_since(start) < seconds);
}

/// In turns, so that what else happens on the machine meets everybody.
std::vector<Record> let_all_answer(const Contest& contest) {
  std::vector<Record> records(contest.contestants.size());
  for (std::size_t round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      auto& contestant = *contest.contestants[i];
      const double seconds = contestant.line().seconds / static_cast<double>(rounds);
      warm_up(contestant, round == 0 ? contestant.line().warm_up_seconds : 0);
      pass(contestant, seconds, records[i]);
    }
  }
  return records;
}

std::vector<std::vector<std::uint32_t>> true_scores(const Contest& contest) {
  std::vector<std::vector<std::uint32_t>> scores(contest.queries.size());
  Executor().for_each_block(scores.size(), 1, [&](std::size_t query, std::size_t) {
    scores[query] = scores_of(judge(contest.holdings, contest.queries[query], listed));
  });
  return scores;
}

void describe(const Contest& contest, const Stage& stage) {
  std::vector<double> postings;
  std::size_t answers = 0;
  for (const auto& query : contest.queries) {
    postings.push_back(static_cast<double>(postings_touched(contest.postings, query)));
    for (const auto& demand : query) answers += demand.size();
  }
  const double people = static_cast<double>(stage.region.people);
  const auto add = [&](const char* line, const char* unit, const Summary& measured) {
    stage.findings.add({.part = part, .line = line, .people = stage.region.people, .unit = unit, .measured = measured});
  };
  add("competences a person", "", single(static_cast<double>(contest.holdings.competences.size()) / people));
  add("answers a query", "", single(static_cast<double>(answers) / static_cast<double>(queries_drawn)));
  add("postings a query", "", summary_of(postings));
}

void report(const Contest& contest, const std::vector<Record>& records, const Stage& stage) {
  const auto truth = true_scores(contest);
  const std::uint64_t people = stage.region.people;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Line& line = contest.contestants[i]->line();
    Figure figure{.part = part,
                  .line = line.name,
                  .people = people,
                  .unit = "ms",
                  .measured = summary_of(records[i].milliseconds),
                  .note = line.note};
    if (i == 0 && people == bar_people) figure.bar = Bar{bar_milliseconds};
    stage.findings.add(std::move(figure));
    if (line.scores == Scores::own) continue;
    Agreement agreement{line.name, people, records[i].answers.size(), 0};
    for (std::size_t query = 0; query < records[i].answers.size(); ++query) {
      if (scores_of(records[i].answers[query]) != truth[query]) ++agreement.different;
    }
    stage.findings.add(std::move(agreement));
  }
}

/// How many times faster we are than the best that Lucene can do with as many threads.
void compare_with_lucene(const Contest& contest, const std::vector<Record>& records, const Stage& stage) {
  for (const std::size_t own : {std::size_t{0}, std::size_t{1}}) {
    const unsigned threads = contest.contestants[own]->line().threads;
    double best = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const Line& line = contest.contestants[i]->line();
      if (!line.name.starts_with("Lucene") || line.threads != threads) continue;
      const double p50 = summary_of(records[i].milliseconds).p50;
      best = best == 0 ? p50 : std::min(best, p50);
    }
    if (best == 0) continue;
    Figure figure{.part = part,
                  .line = "times faster than the best of Lucene, " + std::to_string(threads) +
                          (threads == 1 ? " thread" : " threads"),
                  .people = stage.region.people,
                  .unit = "x",
                  .measured = single(best / summary_of(records[own].milliseconds).p50)};
    if (threads == 1 && stage.region.people == bar_people) {
      figure.bar = Bar{.limit = bar_speedup, .direction = Direction::at_least};
    }
    stage.findings.add(std::move(figure));
  }
}

/// What ours reads: two bytes a posting that is not left aside, and the lists of the people who are looked up one by
/// one, a cache line or two each. The bytes of a block stay in the first two levels of cache. How fast that is beside
/// reading memory from end to end.
void draw_roofline(const Contest& contest, const std::vector<Record>& records, const Stage& stage) {
  constexpr double bytes_a_posting = 2;
  constexpr double bytes_a_person = 128;
  double all = 0;
  scan::CompetenceCost sum;
  for (const auto& query : contest.queries) {
    all += static_cast<double>(postings_touched(contest.postings, query));
    scan::CompetenceCost cost;
    (void)scan::best_by_competences(*stage.pool, query, listed, Executor(1), &cost);
    sum.postings += cost.postings;
    sum.people += cost.people;
  }
  const auto queries = static_cast<double>(contest.queries.size());
  const double postings = static_cast<double>(sum.postings) / queries;
  const double people = static_cast<double>(sum.people) / queries;
  const double bytes = bytes_a_posting * postings + bytes_a_person * people;
  const double seconds = summary_of(records[0].milliseconds).p50 / 1e3;
  const auto add = [&](const std::string& line, const char* unit, double value, const char* note) {
    stage.findings.add({.part = "roofline",
                        .line = line,
                        .people = stage.region.people,
                        .unit = unit,
                        .measured = single(value),
                        .note = note});
  };
  add("postings read a query", "", postings, "on average");
  add("share of all postings", "%", postings * queries / all * 100, "the others cannot lift anyone into the list");
  add("people looked up a query", "", people, "on average");
  add("bytes touched a query", "MB", bytes / 1e6, "two a posting, 128 a person");
  add("bytes touched, 1 thread", "GB/s", bytes / seconds / 1e9, "");
  if (const auto read = stage.findings.find("bandwidth", "read, 1 thread", 0)) {
    add("share of the read bandwidth, 1 thread", "%", bytes / seconds / 1e9 / read->p50 * 100, "");
  }
}

}  // namespace

void prepare_competences(const Stage& stage) {
  const Contest contest(stage);
}

void measure_competences(const Stage& stage) {
  const Contest contest(stage);
  stage.findings.heading("Competence part, 1 vacancy x " + size_name(stage.region.people) +
                         ", exact top 100, same scores by all but those marked");
  describe(contest, stage);
  const auto records = let_all_answer(contest);
  report(contest, records, stage);
  compare_with_lucene(contest, records, stage);
  draw_roofline(contest, records, stage);
}

}  // namespace passend::bench
