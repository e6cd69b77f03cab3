// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "matcher/criteria/item_tally.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

using Licence = DrivingLicence;
constexpr std::size_t category_count = CodeNames<Licence>::names.size();

template <class... Categories>
constexpr pool::CodeSet set_of(Categories... categories) {
  return (pool::bit(categories) | ...);
}

/// Which other categories a category gives directly (Directive 2006/126/EC, article 6, as in force in the Netherlands):
/// C1, C, D1 and D are issued only to holders of B; CE and DE are good for C1E and D1E and, like C1E and D1E, for BE;
/// A, C and D are good for A2 (and that for A1), C1 and D1; every one of these is good for AM. B+ is B with code 96. T,
/// a Dutch category, gives nothing and is given by nothing.
constexpr std::array<pool::CodeSet, category_count> directly_given() {
  std::array<pool::CodeSet, category_count> given{};
  const auto of = [&](Licence category) -> pool::CodeSet& { return given[static_cast<std::size_t>(category)]; };
  of(Licence::a) = set_of(Licence::a2);
  of(Licence::a2) = set_of(Licence::a1);
  of(Licence::a1) = set_of(Licence::am);
  of(Licence::b) = set_of(Licence::am);
  of(Licence::b_plus) = set_of(Licence::b);
  of(Licence::be) = set_of(Licence::b_plus);
  of(Licence::c1) = set_of(Licence::b);
  of(Licence::c) = set_of(Licence::c1);
  of(Licence::d1) = set_of(Licence::b);
  of(Licence::d) = set_of(Licence::d1);
  of(Licence::c1e) = set_of(Licence::c1, Licence::be);
  of(Licence::ce) = set_of(Licence::c, Licence::c1e);
  of(Licence::d1e) = set_of(Licence::d1, Licence::be);
  of(Licence::de) = set_of(Licence::d, Licence::d1e);
  return given;
}

/// Each category with all that it gives, directly or by way of another.
constexpr std::array<pool::CodeSet, category_count> all_given() {
  const auto direct = directly_given();
  std::array<pool::CodeSet, category_count> all{};
  for (std::size_t category = 0; category < category_count; ++category) {
    all[category] = pool::CodeSet{1} << category;
    // No chain is longer than the number of categories.
    for (std::size_t step = 0; step < category_count; ++step) {
      for (std::size_t other = 0; other < category_count; ++other) {
        if ((all[category] >> other & 1) != 0) all[category] |= direct[other];
      }
    }
  }
  return all;
}

constexpr auto given_by = all_given();

/// A holder of CE who also holds D may drive DE (article 6, paragraph 2 b).
constexpr pool::CodeSet with_combination(pool::CodeSet held) {
  const auto pair = set_of(Licence::ce, Licence::d);
  return (held & pair) == pair ? held | given_by[static_cast<std::size_t>(Licence::de)] : held;
}

pool::CodeSet valid_on(const pool::CandidateFacts& candidate, Date day) {
  pool::CodeSet held = 0;
  for (const auto& licence : candidate.driving_licences.items) {
    const bool valid = !licence.valid_until || *licence.valid_until >= day;
    if (valid) held |= given_by[static_cast<std::size_t>(licence.category)];
  }
  return with_combination(held);
}

/// The latest end of a licence that would have sufficed, had it still been valid.
std::optional<Date> expired_on(const pool::CandidateFacts& candidate, Licence category, Date day) {
  std::optional<Date> latest;
  for (const auto& licence : candidate.driving_licences.items) {
    const bool gives = (given_by[static_cast<std::size_t>(licence.category)] & pool::bit(category)) != 0;
    const bool expired = licence.valid_until && *licence.valid_until < day;
    if (gives && expired && (!latest || *latest < *licence.valid_until)) latest = licence.valid_until;
  }
  return latest;
}

void explain(EvidenceLog& evidence, const Pair& pair, Licence category, bool holds) {
  const std::string name(passend::to_text(category));
  if (holds) {
    evidence.add(Evidence::Kind::same_concept, {name});
  } else if (const auto end = expired_on(pair.candidate, category, pair.start())) {
    evidence.add(Evidence::Kind::valid_until, {name, date_text(end)});
  } else {
    evidence.add(Evidence::Kind::missing_concept, {name});
  }
}

bool stated(const pool::VacancyFacts& vacancy) {
  return !vacancy.driving_licences.items.empty();
}
Importance strongest(const pool::VacancyFacts& vacancy) {
  return vacancy.driving_licences.strongest;
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  if (!stated(pair.vacancy)) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_vacancy);
    return unknown();
  }
  if (!pair.candidate.driving_licences.known) {
    if (evidence != nullptr) evidence->add(Evidence::Kind::not_stated_by_person);
    return unknown();
  }
  const auto held = valid_on(pair.candidate, pair.start());
  ItemTally tally;
  for (const auto& demanded : pair.vacancy.driving_licences.items) {
    const bool holds = (held & pool::bit(demanded.category)) != 0;
    tally.add(holds ? met() : not_met(),
              pair.circumstances.importance_multiplier[static_cast<std::size_t>(demanded.importance)],
              demanded.importance);
    if (evidence != nullptr) explain(*evidence, pair, demanded.category, holds);
  }
  return tally.result();
}

}  // namespace

Rule driving_licences_rule() {
  return {Criterion::driving_licences, Nature::plain, {stated, strongest, demand}, {}};
}

}  // namespace passend::criteria
