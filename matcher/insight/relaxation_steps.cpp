// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/relaxation_steps.hpp"

#include <algorithm>
#include <array>

#include "matcher/insight/requirements.hpp"

namespace passend::insight {
namespace {

using Kind = RelaxationStep::Kind;

constexpr int step_of_hours = 4;
constexpr int most_hours = 99;
constexpr std::array days_later{14, 28};
/// Below this a language is hardly mastered: to ask less is not to ask it.
constexpr auto lowest_language_level = static_cast<std::uint8_t>(LanguageLevel::fair);

/// One education step lower, as criteria/education.cpp counts steps; absent where there is none.
std::optional<EducationLevel> step_below(EducationLevel level) {
  switch (level) {
    case EducationLevel::wo:
      return EducationLevel::hbo;
    case EducationLevel::hbo:
      return EducationLevel::mbo;
    case EducationLevel::mbo:
    case EducationLevel::havo_vwo:
      return EducationLevel::vmbo;
    case EducationLevel::vmbo:
      return EducationLevel::primary;
    case EducationLevel::primary:
    case EducationLevel::other:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Proficiency> below(const std::optional<Proficiency>& level) {
  if (!level || *level == Proficiency::beginner) return level;
  return static_cast<Proficiency>(static_cast<int>(*level) - 1);
}

class StepList {
 public:
  StepList(const pool::VacancyFacts& vacancy, const Obstacles& obstacles, const taxonomy::Taxonomy& taxonomy)
      : vacancy_(vacancy), obstacles_(obstacles), taxonomy_(taxonomy) {}

  std::vector<RelaxedVacancy> make() {
    for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
      if ((obstacles_.demand & mask_of(criterion)) != 0) waive(criterion);
      if (((obstacles_.demand | obstacles_.supply) & mask_of(criterion)) != 0) ask_less(criterion);
    }
    return std::move(steps_);
  }

 private:
  void add(RelaxationStep step, pool::VacancyFacts facts) { steps_.push_back({std::move(step), std::move(facts)}); }

  void waive(Criterion criterion) {
    add({Kind::waive, criterion, required_things(vacancy_, criterion, taxonomy_), {}}, waived(vacancy_, criterion));
    const auto items = required_items(vacancy_, criterion);
    if (items.size() < 2) return;
    for (const auto item : items) {
      add({Kind::waive_item, criterion, {item_name(vacancy_, criterion, item, taxonomy_)}, {}},
          item_waived(vacancy_, criterion, item));
    }
  }

  void ask_less(Criterion criterion) {
    switch (criterion) {
      case Criterion::work_level:
        return lower_work_level();
      case Criterion::education:
        lower_education();
        return let_experience_count();
      case Criterion::languages:
        return lower_languages();
      case Criterion::competences:
        return lower_competences();
      case Criterion::experience:
        return ask_fewer_years();
      case Criterion::hours:
        return widen_hours();
      case Criterion::period:
        return start_later();
      case Criterion::contract:
        return offer_the_other_contract();
      case Criterion::working_conditions:
        return offer_more();
      default:
        return;
    }
  }

  void lower_work_level() {
    if (!vacancy_.work_level || *vacancy_.work_level == WorkLevel::no_basic_education) return;
    auto facts = vacancy_;
    facts.work_level = static_cast<WorkLevel>(static_cast<int>(*vacancy_.work_level) - 1);
    add({Kind::lower_work_level,
         Criterion::work_level,
         {std::string(to_text(*vacancy_.work_level)), std::string(to_text(*facts.work_level))},
         {}},
        std::move(facts));
  }

  void lower_education() {
    auto facts = vacancy_;
    std::vector<std::string> texts;
    for (auto& demanded : facts.education.items) {
      const auto lower = demanded.level ? step_below(*demanded.level) : std::nullopt;
      if (!lower) continue;
      if (texts.empty()) texts = {std::string(to_text(*demanded.level)), std::string(to_text(*lower))};
      demanded.level = lower;
    }
    if (!texts.empty()) add({Kind::lower_education, Criterion::education, texts, {}}, std::move(facts));
  }

  void let_experience_count() {
    const auto counts = [](const auto& demanded) { return demanded.experience_counts; };
    const auto& items = vacancy_.education.items;
    if (!vacancy_.occupation || items.empty() || std::any_of(items.begin(), items.end(), counts)) return;
    auto facts = vacancy_;
    for (auto& demanded : facts.education.items) demanded.experience_counts = true;
    add({Kind::experience_counts, Criterion::education, {}, {}}, std::move(facts));
  }

  void lower_languages() {
    for (const auto item : required_items(vacancy_, Criterion::languages)) {
      auto facts = vacancy_;
      bool lower = false;
      for (auto& demanded : facts.languages.items) {
        if (demanded.language != vacancy_.languages.items[item].language) continue;
        for (auto& level : demanded.minimum) {
          if (level <= lowest_language_level) continue;
          --level;
          lower = true;
        }
      }
      if (!lower) continue;
      add({Kind::lower_language,
           Criterion::languages,
           {item_name(vacancy_, Criterion::languages, item, taxonomy_)},
           {}},
          std::move(facts));
    }
  }

  void lower_competences() {
    for (const auto item : required_items(vacancy_, Criterion::competences)) {
      const auto& asked = vacancy_.competences.items[item];
      if (!asked.level || *asked.level == Proficiency::beginner) continue;
      auto facts = vacancy_;
      for (auto& demanded : facts.competences.items) {
        if (demanded.competence == asked.competence) demanded.level = below(demanded.level);
      }
      add({Kind::lower_competence,
           Criterion::competences,
           {item_name(vacancy_, Criterion::competences, item, taxonomy_), std::string(to_text(*asked.level)),
            std::string(to_text(*below(asked.level)))},
           {}},
          std::move(facts));
    }
  }

  void ask_fewer_years() {
    const int years = vacancy_.experience_years.value_or(0);
    std::vector<int> fewer{years - 1};
    if (years / 2 < years - 1) fewer.push_back(years / 2);
    for (const int wanted : fewer) {
      if (wanted < 1) continue;
      auto facts = vacancy_;
      facts.experience_years = wanted;
      add({Kind::fewer_years, Criterion::experience, {}, {years, wanted}}, std::move(facts));
    }
  }

  void widen_hours() {
    const auto& hours = vacancy_.hours;
    auto facts = vacancy_;
    if (hours.minimum) facts.hours.minimum = std::max(0, *hours.minimum - step_of_hours);
    if (hours.maximum) facts.hours.maximum = std::min(most_hours, *hours.maximum + step_of_hours);
    if (facts.hours == hours) return;
    add({Kind::wider_hours,
         Criterion::hours,
         {},
         {hours.minimum.value_or(-1), hours.maximum.value_or(-1), facts.hours.minimum.value_or(-1),
          facts.hours.maximum.value_or(-1)}},
        std::move(facts));
  }

  void start_later() {
    const auto& period = vacancy_.period;
    if (!period.from) return;
    for (const int days : days_later) {
      auto facts = vacancy_;
      facts.period.from = Date{period.from->days + days};
      if (period.until && *period.until < *facts.period.from) continue;
      add({Kind::later_start, Criterion::period, {to_text(*period.from), to_text(*facts.period.from)}, {days}},
          std::move(facts));
    }
  }

  void offer_the_other_contract() {
    if (!vacancy_.contract_types) return;
    for (const auto& [type, name] : CodeNames<ContractType>::names) {
      if ((*vacancy_.contract_types & pool::bit(type)) != 0) continue;
      auto facts = vacancy_;
      *facts.contract_types |= pool::bit(type);
      add({Kind::offer_contract, Criterion::contract, {std::string(name)}, {}}, std::move(facts));
    }
  }

  void offer_more() {
    if (!vacancy_.offered_conditions) return;
    for (const auto& [condition, name] : CodeNames<WorkingCondition>::names) {
      if ((*vacancy_.offered_conditions & pool::bit(condition)) != 0) continue;
      auto facts = vacancy_;
      *facts.offered_conditions |= pool::bit(condition);
      add({Kind::offer_condition, Criterion::working_conditions, {std::string(name)}, {}}, std::move(facts));
    }
  }

  const pool::VacancyFacts& vacancy_;
  Obstacles obstacles_;
  const taxonomy::Taxonomy& taxonomy_;
  std::vector<RelaxedVacancy> steps_;
};

}  // namespace

Obstacles obstacles_of(const std::vector<engine::RequirementCost>& costs) {
  Obstacles obstacles;
  for (const auto& cost : costs) {
    (cost.side == engine::Side::demand ? obstacles.demand : obstacles.supply) |= mask_of(cost.criterion);
  }
  return obstacles;
}

std::vector<RelaxedVacancy> relaxation_steps(const pool::VacancyFacts& vacancy, const Obstacles& obstacles,
                                             const taxonomy::Taxonomy& taxonomy) {
  return StepList(vacancy, obstacles, taxonomy).make();
}

}  // namespace passend::insight
