// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/proposal.hpp"

#include "indexer/model/week_grid.hpp"

namespace passend::extract {
namespace {

struct CriterionOf {
  Criterion operator()(const Occupation&) const { return Criterion::occupation; }
  Criterion operator()(const Competence&) const { return Criterion::competences; }
  Criterion operator()(WorkLevel) const { return Criterion::work_level; }
  Criterion operator()(const Schooling&) const { return Criterion::education; }
  Criterion operator()(const LanguageCommand&) const { return Criterion::languages; }
  Criterion operator()(DrivingLicence) const { return Criterion::driving_licences; }
  Criterion operator()(const Credential&) const { return Criterion::credentials; }
  Criterion operator()(const Experience&) const { return Criterion::experience; }
  Criterion operator()(const Travel&) const { return Criterion::distance; }
  Criterion operator()(const WeeklyHours&) const { return Criterion::hours; }
  Criterion operator()(const WorkingTimes&) const { return Criterion::working_times; }
};

struct InShort {
  std::string operator()(const Occupation& value) const { return value.occupation.label; }
  std::string operator()(const Competence& value) const { return value.competence.label; }
  std::string operator()(const Credential& value) const { return value.credential.label; }
  std::string operator()(WorkLevel value) const { return std::string(passend::to_text(value)); }
  std::string operator()(DrivingLicence value) const { return std::string(passend::to_text(value)); }
  std::string operator()(const Experience& value) const { return std::to_string(value.years) + " years"; }

  std::string operator()(const Schooling& value) const {
    std::string text(passend::to_text(value.level));
    if (value.mbo_level) text += " " + std::to_string(*value.mbo_level);
    if (!value.name.empty()) text += " " + value.name;
    if (value.experience_counts == true) text += " or experience";
    return text;
  }

  std::string operator()(const LanguageCommand& value) const {
    std::string text = value.language;
    if (value.level) text += " " + std::string(passend::to_text(*value.level));
    if (value.cefr) text += " " + std::string(passend::to_text(*value.cefr));
    for (const LanguageSkillKind skill : value.skills) text += " " + std::string(passend::to_text(skill));
    return text;
  }

  std::string operator()(const Travel& value) const {
    if (value.maximum_km) return std::to_string(*value.maximum_km) + " km";
    if (value.maximum_minutes) return std::to_string(*value.maximum_minutes) + " minutes";
    return "willing to travel";
  }

  std::string operator()(const WeeklyHours& value) const {
    const auto number = [](const std::optional<int>& hours) { return hours ? std::to_string(*hours) : std::string(); };
    return value.minimum == value.maximum ? number(value.minimum) : number(value.minimum) + "-" + number(value.maximum);
  }

  std::string operator()(const WorkingTimes& value) const {
    if (value.grid) return passend::to_text(*value.grid);
    if (value.office_hours) return *value.office_hours ? "office hours" : "no office hours";
    return value.irregular_hours == true ? "irregular" : "not irregular";
  }
};

}  // namespace

std::string to_text(const Value& value) {
  return std::visit(InShort{}, value);
}

Criterion criterion_of(const Value& value) {
  return std::visit(CriterionOf{}, value);
}

}  // namespace passend::extract
