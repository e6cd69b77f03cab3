// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <stdexcept>

#include "indexer/base/executor.hpp"
#include "indexer/base/random.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/pool/builder.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/search/search.hpp"
#include "tests/bench/region_copy.hpp"
#include "tests/bench/stage.hpp"

/// How long a changed portfolio takes from the acknowledged write until matching and search answer with it.
namespace passend::bench {
namespace {

namespace fs = std::filesystem;

/// Above this the text index takes minutes to make, so that search is measured on smaller regions only.
constexpr std::uint32_t most_people_searched = 100'000;
/// The server looks at the change feed this often (server/app/app.cpp): what a change may wait before anything happens.
constexpr double server_wait_milliseconds = 400;
constexpr double bar_milliseconds = 1'000;
constexpr engine::EngineSettings settings{today};

struct Times {
  std::vector<double> written;
  std::vector<double> matched;
  std::vector<double> found;
  std::vector<double> both_with_wait;
};

class Changes {
 public:
  Changes(const Stage& stage, const fs::path& folder)
      : stage_(stage),
        store_(open_store(folder)),
        builder_(stage.region.taxonomy, stage.region.postcodes),
        pool_(builder_.refresh(stage.pool, *store_)),
        engine_(std::make_unique<const engine::Engine>(pool_, criteria::default_weights(), executor_, settings)),
        random_(stage.seed) {
    // A serving engine has been asked before.
    (void)engine_->candidates_for(pool_->vacancy_id(0), {});
    if (!fs::exists(folder / "index")) return;
    indexer_ = std::make_unique<index::Indexer>(folder / "index", *store_, *stage.region.taxonomy);
    indexer_->follow({});
    searcher_ = std::make_unique<search::Searcher>(folder / "index");
  }

  Times measure() {
    Times times;
    const Budget budget{.seconds = 25, .fewest = 10, .most = 100};
    const auto start = Clock::now();
    while (budget.allows(times.written.size(), start)) one_change(times);
    return times;
  }

 private:
  void one_change(Times& times) {
    const auto row = static_cast<std::uint32_t>(random_.below(pool_->candidate_rows()));
    if (pool_->candidate_is_void(row)) return;
    const CandidateId id = pool_->candidate_id(row);
    const std::string word = "merkwoord" + std::to_string(times.written.size());
    const int distance_km = 1 + static_cast<int>(times.written.size());
    auto portfolio = read(id);
    portfolio.search.mobility.maximum_distance_km = distance_km;
    portfolio.search.summary = word;
    times.written.push_back(milliseconds_of(
        [&] { store_->write({store::Record{std::move(portfolio)}}, {.who = "bench", .purpose = "measure"}); }));
    times.matched.push_back(milliseconds_of([&] { match(id, distance_km); }));
    if (searcher_) times.found.push_back(milliseconds_of([&] { find(id, word); }));
    times.both_with_wait.push_back(server_wait_milliseconds + times.matched.back() +
                                   (searcher_ ? times.found.back() : 0));
  }

  Portfolio read(CandidateId id) {
    const auto scope = store::Scope::operator_of_this_machine();
    return {store_->search_profile(id, scope).value().record,
            store_->detail_profile(id, scope, {.who = "bench", .purpose = "measure"}).value()};
  }

  void match(CandidateId id, int distance_km) {
    pool_ = builder_.refresh(pool_, *store_);
    engine_ = std::make_unique<const engine::Engine>(pool_, *engine_, settings.today);
    const VacancyId vacancy = pool_->vacancy_id(static_cast<std::uint32_t>(random_.below(pool_->vacancy_rows())));
    (void)engine_->candidates_for(vacancy, {});
    if (pool_->candidate(pool_->find(id).value()).maximum_distance_km != distance_km) {
      throw std::runtime_error("the pool was refreshed and does not have the change");
    }
  }

  void find(CandidateId id, const std::string& word) {
    indexer_->follow({});
    search::Request request;
    request.query = word;
    const auto page = searcher_->candidates(request);
    if (page.hits.size() != 1 || page.hits.front().id != id.value) {
      throw std::runtime_error("the index followed and does not find the change");
    }
  }

  const Stage& stage_;
  Executor executor_;
  std::unique_ptr<store::Store> store_;
  pool::Builder builder_;
  std::shared_ptr<const pool::Pool> pool_;
  std::unique_ptr<const engine::Engine> engine_;
  std::unique_ptr<index::Indexer> indexer_;
  std::unique_ptr<search::Searcher> searcher_;
  Random random_;
};

}  // namespace

void prepare_change(const Stage& stage) {
  const fs::path folder = stage.region.folder / "index";
  if (stage.region.people > most_people_searched || fs::exists(folder)) return;
  const fs::path raw = stage.region.folder / "index.raw";
  fs::remove_all(raw);
  const auto store = open_store(stage.region.folder);
  index::Indexer(raw, *store, *stage.region.taxonomy).rebuild({});
  fs::rename(raw, folder);
}

void measure_change(const Stage& stage) {
  prepare_change(stage);
  stage.findings.heading("A changed portfolio, " + size_name(stage.region.people) + " people");
  const RegionCopy copy(stage.region.folder, "changing");
  const auto times = Changes(stage, copy.folder()).measure();
  const auto add = [&](const std::string& line, const std::vector<double>& values, std::optional<Bar> bar,
                       const std::string& note) {
    stage.findings.add({.part = "change",
                        .line = line,
                        .people = stage.region.people,
                        .unit = "ms",
                        .measured = summary_of(values),
                        .bar = bar,
                        .note = note});
  };
  const Bar bar{bar_milliseconds, Statistic::highest};
  add("written and acknowledged", times.written, {}, "");
  add("from there until a match answers with it", times.matched, {}, "");
  if (times.found.empty()) {
    stage.findings.leave_out("from there until search finds it", "measured up to 100k people");
    add("until matched, with the wait of the server", times.both_with_wait, bar, "0.4 s wait at most");
  } else {
    add("from there until search finds it", times.found, {}, "");
    add("until matched and found, with the wait of the server", times.both_with_wait, bar, "0.4 s wait at most");
  }
}

}  // namespace passend::bench
