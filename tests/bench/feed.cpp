// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>

#include "indexer/base/executor.hpp"
#include "indexer/base/random.hpp"
#include "indexer/pool/builder.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/feed/feed.hpp"
#include "tests/bench/region_copy.hpp"
#include "tests/bench/stage.hpp"

/// How long a changed record takes from the acknowledged write until the pairs that newly fit are durably announced.
namespace passend::bench {
namespace {

namespace fs = std::filesystem;

/// The server looks at the change feed this often (server/app/app.cpp).
constexpr double server_wait_milliseconds = 400;
constexpr double bar_milliseconds = 1'000;
/// The first look is the whole matrix; above this it takes minutes.
constexpr std::uint32_t most_people = 100'000;
constexpr engine::EngineSettings settings{today};
const store::Actor actor{.who = "bench", .purpose = "measure"};

struct Times {
  std::vector<double> of_candidates;
  std::vector<double> of_vacancies;
  std::uint64_t announced = 0;
};

class Changes {
 public:
  Changes(const Stage& stage, const fs::path& folder)
      : store_(open_store(folder)),
        builder_(stage.region.taxonomy, stage.region.postcodes),
        pool_(builder_.refresh(stage.pool, *store_)),
        engine_(std::make_unique<const engine::Engine>(pool_, criteria::default_weights(), executor_, settings)),
        feed_(folder / "feed"),
        random_(stage.seed) {}

  double first_look() {
    return milliseconds_of([&] { feed_.look(*engine_, {}, executor_, {now(), {}}); });
  }
  std::uint64_t pairs() const { return feed_.state().picture.pairs(); }

  Times measure() {
    Times times;
    const Budget budget{.seconds = 40, .fewest = 10, .most = 100};
    const auto start = Clock::now();
    for (std::size_t round = 0; budget.allows(round, start); ++round) {
      times.of_candidates.push_back(server_wait_milliseconds + change_candidate(static_cast<int>(round), times));
      times.of_vacancies.push_back(server_wait_milliseconds + change_vacancy(static_cast<int>(round), times));
    }
    return times;
  }

 private:
  double change_candidate(int round, Times& times) {
    const auto id = pool_->candidate_id(static_cast<std::uint32_t>(random_.below(pool_->candidate_rows())));
    const auto scope = store::Scope::operator_of_this_machine();
    const auto stored = store_->search_profile(id, scope);
    if (!stored) return 0;
    Portfolio portfolio{stored->record, store_->detail_profile(id, scope, actor).value()};
    portfolio.search.mobility.maximum_distance_km = 20 + round;
    store_->write({store::Record{std::move(portfolio)}}, actor);
    return milliseconds_of([&] { look({{id}, {}}, times); });
  }

  double change_vacancy(int round, Times& times) {
    const auto id = pool_->vacancy_id(static_cast<std::uint32_t>(random_.below(pool_->vacancy_rows())));
    auto stored = store_->vacancy(id, store::Scope::vacancies_only());
    if (!stored) return 0;
    stored->record.experience_years = round % 2;
    stored->record.importance = {};
    store_->write({store::Record{std::move(stored->record)}}, actor);
    return milliseconds_of([&] { look({{}, {id}}, times); });
  }

  void look(const feed::Changed& changed, Times& times) {
    pool_ = builder_.refresh(pool_, *store_);
    engine_ = std::make_unique<const engine::Engine>(pool_, *engine_, settings.today);
    times.announced += feed_.look(*engine_, changed, executor_, {now(), {}}).announced;
  }

  Executor executor_;
  std::unique_ptr<store::Store> store_;
  pool::Builder builder_;
  std::shared_ptr<const pool::Pool> pool_;
  std::unique_ptr<const engine::Engine> engine_;
  feed::Feed feed_;
  Random random_;
};

}  // namespace

void measure_feed(const Stage& stage) {
  stage.findings.heading("Newly fitting pairs, " + size_name(stage.region.people) + " people");
  if (stage.region.people > most_people) {
    stage.findings.leave_out("the feed of newly fitting pairs", "measured up to 100k people");
    return;
  }
  const RegionCopy copy(stage.region.folder, "feeding");
  Changes changes(stage, copy.folder());
  const auto add = [&](const std::string& line, const Summary& summary, std::optional<Bar> bar,
                       const std::string& note) {
    stage.findings.add({"feed", line, stage.region.people, "ms", summary, bar, note});
  };
  const double first = changes.first_look();
  add("the first look, at everything", single(first), {}, std::to_string(changes.pairs()) + " pairs fit");
  const auto times = changes.measure();
  const Bar bar{bar_milliseconds, Statistic::highest};
  const std::string note = std::to_string(times.announced) + " announced in all";
  add("a changed candidate announced, with the wait of the server", summary_of(times.of_candidates), bar, note);
  add("a changed vacancy announced, with the wait of the server", summary_of(times.of_vacancies), bar, note);
}

}  // namespace passend::bench
