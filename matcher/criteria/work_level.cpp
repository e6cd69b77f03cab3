// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

constexpr int one_below_bp = 5'000;

bool stated(const pool::VacancyFacts& vacancy) {
  return vacancy.work_level.has_value();
}

Judgement demand(const Pair& pair, EvidenceLog* evidence) {
  const auto& own = pair.candidate.work_level;
  const auto& demanded = pair.vacancy.work_level;
  if (!demanded || !own) {
    if (evidence != nullptr) {
      evidence->add(demanded ? Evidence::Kind::not_stated_by_person : Evidence::Kind::not_stated_by_vacancy);
    }
    return unknown();
  }
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::level,
                  {std::string(passend::to_text(*own)), std::string(passend::to_text(*demanded))});
  }
  const int below = static_cast<int>(*demanded) - static_cast<int>(*own);
  if (below <= 0) return met();
  return not_met(below == 1 ? one_below_bp : 0);
}

}  // namespace

Rule work_level_rule() {
  return {Criterion::work_level, Nature::plain, {stated, nullptr, demand}, {}};
}

}  // namespace passend::criteria
