// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/suggested_profile.hpp"

namespace passend::criteria {
namespace {

constexpr int soon_days = 14;
constexpr pool::CodeSet places_to_learn =
    pool::bit(AgreementType::work_experience) | pool::bit(AgreementType::trial_placement);

}  // namespace

std::optional<ProfileSuggestion> suggested_profile(const pool::VacancyFacts& vacancy, Date today) {
  using enum ProfileSuggestion::Reason;
  const auto agreements = vacancy.agreements.value_or(0);
  if ((agreements & places_to_learn) != 0 && (agreements & pool::bit(AgreementType::job)) == 0) {
    return ProfileSuggestion{"far-from-the-labour-market", a_place_to_learn_to_work, 0};
  }
  if (const auto& from = vacancy.period.from) {
    const auto days = from->days - today.days;
    if (days >= 0 && days <= soon_days) return ProfileSuggestion{"urgent", starts_soon, static_cast<int>(days)};
  }
  return std::nullopt;
}

}  // namespace passend::criteria
