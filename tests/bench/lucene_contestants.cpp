// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/lucene_contestants.hpp"

#include <cstdlib>
#include <optional>
#include <sstream>

#include "tests/bench/coprocess.hpp"
#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

/// How a Lucene searcher is set up, as LuceneBench.java reads it.
struct Setup {
  std::string name;
  unsigned segments = 1;
  unsigned threads = 1;
  std::string threshold;
};

std::string version_in(const std::string& class_path) {
  const auto core = class_path.find("lucene-core-");
  if (core == std::string::npos) return "Lucene";
  const auto start = core + std::string("lucene-core-").size();
  return "Lucene " + class_path.substr(start, class_path.find(".jar", start) - start);
}

class LuceneContestant final : public Contestant {
 public:
  LuceneContestant(std::shared_ptr<Coprocess> java, Setup setup, Line line)
      : java_(std::move(java)), setup_(std::move(setup)), line_(std::move(line)) {
    java_->ask("open " + setup_.name + " " + std::to_string(setup_.segments) + " " + std::to_string(setup_.threads) +
               " " + setup_.threshold);
    thread_ = java_->thread_named("lucene-query");
  }
  const Line& line() const override { return line_; }

  TimedAnswer answer(std::size_t query) override {
    const Pinned pinned(line_.threads, thread_);
    std::istringstream words(java_->ask("ask " + setup_.name + " " + std::to_string(query)));
    TimedAnswer answer;
    double nanoseconds = 0;
    words >> nanoseconds;
    answer.milliseconds = nanoseconds / 1e6;
    scan::CompetenceHit hit;
    for (char colon = 0; words >> hit.row >> colon >> hit.points;) answer.hits.push_back(hit);
    return answer;
  }

 private:
  std::shared_ptr<Coprocess> java_;
  Setup setup_;
  Line line_;
  int thread_ = 0;
};

}  // namespace

Contestants lucene_contestants(const Arena& arena, const std::string& java_class_path) {
  write_holdings(arena.holdings, arena.folder / "holdings.bin");
  write_queries(arena.queries, arena.folder / "queries.txt");
  const auto java = std::make_shared<Coprocess>(
      std::vector<std::string>{"java", "-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-cp", java_class_path, "LuceneBench",
                               arena.folder.string(), (arena.folder / "queries.txt").string()});
  const std::string name = version_in(java_class_path);
  Contestants contestants;
  const auto add = [&](const Setup& setup, const std::string& rest) {
    contestants.push_back(std::make_unique<LuceneContestant>(
        java, setup, Line{.name = name + ", " + rest, .threads = setup.threads, .seconds = 26, .warm_up_seconds = 6}));
  };
  add({"default", 1, 1, "1000"}, "1 segment, may skip (its default)");
  add({"counting", 1, 1, "all"}, "1 segment, counts all hits");
  add({"default2", 2, 2, "1000"}, "2 segments, 2 threads, may skip");
  add({"counting2", 2, 2, "all"}, "2 segments, 2 threads, counts all hits");
  return contestants;
}

}  // namespace passend::bench
