// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.hpp"

#include <cstring>

#include "indexer/base/hash.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "matcher/feed/comparison.hpp"

namespace passend::feed {
namespace {

/// From so many changed candidates on, looking at everything is quicker than at each of them: a vacancy finds all its
/// candidates in the time in which a candidate finds some tens of vacancies.
constexpr std::size_t many_changes = 200;
constexpr std::size_t many_of = 50;  ///< One changed in so many.

bool are_many(const Changed& changed, const pool::Pool& pool) {
  const auto is_many = [](std::size_t changed_count, std::uint64_t all) {
    return changed_count > many_changes && changed_count > all / many_of;
  };
  return is_many(changed.candidates.size(), pool.candidate_count()) ||
         is_many(changed.vacancies.size(), pool.vacancy_count());
}

}  // namespace

std::string rules_of(const engine::Engine& engine) {
  Sha256 hash;
  hash.add(PASSEND_VERSION);
  hash.add(criteria::content_hash(engine.weights()));
  hash.add(engine.pool().taxonomy().hash());
  for (const auto& area : engine.pool().postcodes().areas()) {
    for (const double number : {static_cast<double>(area.pc4), area.latitude, area.longitude}) {
      hash.add({reinterpret_cast<const char*>(&number), sizeof number});
    }
  }
  return hash.hex();
}

Feed::Feed(std::filesystem::path directory) : journal_(std::move(directory)), position_(journal_.state().position) {}

bool Feed::must_look_at_everything(const engine::Engine& engine) const {
  const auto& state = journal_.state();
  // A position that lies back: another store, or one that was put back from a backup.
  return state.looks == 0 || state.day != engine.circumstances().today || state.rules != rules_of(engine) ||
         engine.pool().position() < position_;
}

void Feed::take_in(Look& look) {
  if (!journal_.picture_is_due()) return journal_.append(look);
  Picture next = journal_.state().picture;
  for (const auto& turn : look.turns) next.turn(turn.candidate, turn.vacancy);
  journal_.begin_anew(look, std::move(next), journal_.state().rules);
}

LookReport Feed::look(const engine::Engine& engine, const Changed& changed, const Executor& executor,
                      const LookOptions& options) {
  Look look;
  look.at = options.at;
  look.from = position_;
  look.to = engine.pool().position();
  look.day = engine.circumstances().today;
  const bool is_first = journal_.state().looks == 0;
  const bool all = must_look_at_everything(engine) || are_many(changed, engine.pool());
  LookReport report;
  if (all) {
    Picture next;
    auto found = compare_everything(engine, journal_.state().picture, next, executor, options.stop);
    if (!is_first) {
      report = {Extent::everything, found.newly_fitting, found.announcements.size()};
      look.announcements = std::move(found.announcements);
    }
    journal_.begin_anew(look, std::move(next), rules_of(engine));
  } else {
    auto found = compare_changed(engine, changed, journal_.picture(), executor);
    report = {Extent::changed_records, found.newly_fitting, found.announcements.size()};
    look.announcements = std::move(found.announcements);
    look.turns = std::move(found.turns);
    // What turned nothing need not be remembered: looking at it once more would find nothing again.
    if (look.turns.empty()) report.extent = Extent::nothing_new;
    if (!look.turns.empty()) take_in(look);
  }
  position_ = look.to;
  return report;
}

}  // namespace passend::feed
