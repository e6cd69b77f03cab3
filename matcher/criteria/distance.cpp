// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/geo/postcodes.hpp"
#include "matcher/criteria/night_work.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

/// Up to half of the limit all is well; from there the degree falls evenly, to 5000 at the limit and 0 at one and a
/// half.
constexpr int comfortable_use_bp = 5'000;
constexpr int largest_use_bp = 20'000;

struct Journey {
  int minutes = -1;  ///< -1: means of transport not known.
  std::optional<Transport> means;
  bool doubtful = false;  ///< Public transport is all there is, and the work has night shifts.
};

/// The quickest own means. Public transport does not run to night shifts: it counts only when there is nothing else,
/// and then nobody can be sure of it.
Journey quickest(const Pair& pair, int distance_m) {
  Journey best;
  const auto& own = pair.candidate.transport;
  if (!own) return best;
  const bool at_night = has_night_work(pair.vacancy);
  const auto public_only = pool::bit(Transport::public_transport);
  best.doubtful = at_night && *own == public_only;
  for (const auto& [means, name] : CodeNames<Transport>::names) {
    const bool usable = means != Transport::public_transport || !at_night || best.doubtful;
    if ((*own & pool::bit(means)) == 0 || !usable) continue;
    const int minutes = geo::travel_minutes(distance_m, means);
    if (!best.means || minutes < best.minutes) {
      best.minutes = minutes;
      best.means = means;
    }
  }
  return best;
}

/// How much of a limit is used, in basis points; a limit of 0 is used up by any distance.
int use_bp(std::int64_t value, std::int64_t limit) {
  if (limit == 0) return value == 0 ? 0 : largest_use_bp;
  return static_cast<int>(std::min<std::int64_t>(largest_use_bp, value * full_bp / limit));
}

int degree_at(int use) {
  return use <= comfortable_use_bp ? full_bp : std::max(0, full_bp - (use - comfortable_use_bp));
}

void explain(EvidenceLog& evidence, const Pair& pair, const Journey& journey) {
  const auto& candidate = pair.candidate;
  const std::int64_t limit_m =
      candidate.maximum_distance_km ? std::int64_t{*candidate.maximum_distance_km} * 1'000 : -1;
  evidence.add(Evidence::Kind::distance,
               {journey.means ? std::string(passend::to_text(*journey.means)) : std::string()},
               {*pair.distance_m, limit_m, journey.minutes, candidate.maximum_travel_minutes.value_or(-1)});
}

/// Within the smaller of the two limits. A limit in minutes cannot be judged without a means of transport.
Judgement within_limits(const Pair& pair, const Journey& journey) {
  const auto& candidate = pair.candidate;
  int use = 0;
  bool undecided = journey.doubtful || (!candidate.maximum_distance_km && !candidate.maximum_travel_minutes);
  if (candidate.maximum_distance_km) {
    use = use_bp(*pair.distance_m, std::int64_t{*candidate.maximum_distance_km} * 1'000);
  }
  if (candidate.maximum_travel_minutes) {
    if (journey.means) {
      use = std::max(use, use_bp(journey.minutes, *candidate.maximum_travel_minutes));
    }
    undecided |= !journey.means;
  }
  if (use > full_bp) return not_met(degree_at(use));
  return undecided ? unknown() : met(degree_at(use));
}

bool person_states(const pool::CandidateFacts& candidate) {
  return candidate.maximum_distance_km || candidate.maximum_travel_minutes;
}

/// Employers seldom say how near someone must live: only a stated importance makes it count for them.
bool vacancy_states(const pool::VacancyFacts&) {
  return false;
}

Judgement judge(const Pair& pair, EvidenceLog* evidence) {
  if (!pair.distance_m) {
    if (evidence != nullptr) {
      evidence->add(pair.vacancy.pc4 ? Evidence::Kind::not_stated_by_person : Evidence::Kind::not_stated_by_vacancy);
    }
    return unknown();
  }
  const auto journey = quickest(pair, *pair.distance_m);
  if (evidence != nullptr) explain(*evidence, pair, journey);
  const auto judgement = within_limits(pair, journey);
  if (evidence != nullptr && judgement.verdict == Verdict::unknown) {
    evidence->add(Evidence::Kind::not_stated_by_person);
  }
  return judgement;
}

}  // namespace

Rule distance_rule() {
  return {Criterion::distance, Nature::plain, {vacancy_states, nullptr, judge}, {person_states, judge}};
}

}  // namespace passend::criteria
