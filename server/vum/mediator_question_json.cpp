// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/vum_codes.hpp"
#include "server/vum/mediator_question.hpp"
#include "server/vum/parts.hpp"
#include "server/vum/selection.hpp"

namespace passend::vum_mediator {
namespace {

using nlohmann::json;
using vum_source::parts::items;

constexpr int least_asked_level = 2;
constexpr int least_asked_hours = 1;

/// A question that grows, and what was put into it.
class Draft {
 public:
  Draft(const std::string& postcode, const char* whose, const Wanted& wanted) : wanted_(wanted) {
    if (postcode.size() != 6) {
      throw Error(ErrorCode::conflict, std::string(whose) +
                                           " has no whole postcode (1211AB): VUM finds by distance from one. Complete "
                                           "it and ask again.");
    }
    asked_["selectiegebied"] = {{"postcode", postcode}, {"afstand", wanted.distance_km}};
  }

  /// Adds a condition when it is wanted and there is anything to ask.
  void put(Demand demand, const char* attribute, json condition) {
    const bool is_wanted = std::find(wanted_.demands.begin(), wanted_.demands.end(), demand) != wanted_.demands.end();
    if (!is_wanted || condition.empty()) return;
    asked_[attribute] = std::move(condition);
    if (std::find(demands_.begin(), demands_.end(), demand) == demands_.end()) demands_.push_back(demand);
  }

  /// What the one asks at most the other must offer at least, and the other way.
  void put_hours(const WeeklyHours& hours) {
    if (hours.maximum && *hours.maximum >= least_asked_hours) {
      put(Demand::hours, "werktijden.aantalWerkurenPerWeekMinimaal", {{"$lte", *hours.maximum}});
    }
    if (hours.minimum && *hours.minimum >= least_asked_hours) {
      put(Demand::hours, "werktijden.aantalWerkurenPerWeekMaximaal", {{"$gte", *hours.minimum}});
    }
  }

  Question finish() const { return {json{{"vraagObject", asked_}}.dump(), demands_}; }

 private:
  const Wanted& wanted_;
  json asked_ = json::object();
  std::vector<Demand> demands_;
};

void put_level(json& match, const char* attribute, std::optional<LanguageLevel> level) {
  if (level && vum::to_vum(*level) >= least_asked_level) match[attribute] = {{"$gte", vum::to_vum(*level)}};
}

json all_of(std::vector<json> matches) {
  json condition = json::object();
  for (json& match : matches) condition["$all"].push_back({{"$elemMatch", std::move(match)}});
  return condition;
}

json licences_of(const Vacancy& vacancy) {
  std::vector<json> matches;
  for (const DemandedLicence& licence : items(vacancy.driving_licences)) {
    if (licence.importance != Importance::required) continue;
    matches.push_back({{"codeSoortRijbewijs", {{"$eq", vum::to_vum(licence.category)}}}});
  }
  return all_of(std::move(matches));
}

json languages_of(const Vacancy& vacancy) {
  std::vector<json> matches;
  for (const DemandedLanguage& language : items(vacancy.languages)) {
    if (language.importance != Importance::required) continue;
    json match{{"codeTaal", {{"$eq", language.language}}}};
    put_level(match, "codeNiveauTaalbeheersingMondeling", language.speaking);
    put_level(match, "codeNiveauTaalbeheersingSchriftelijk", language.writing);
    matches.push_back(std::move(match));
  }
  return all_of(std::move(matches));
}

}  // namespace

Question question_about(const Vacancy& vacancy, const Wanted& wanted) {
  Draft draft(vacancy.location.postcode, "This vacancy", wanted);
  if (vacancy.occupation && !vum_source::vum_code(*vacancy.occupation).empty()) {
    const json one{{"beroep.codeBeroepsnaam", {{"$eq", vum_source::vum_code(*vacancy.occupation)}}}};
    draft.put(Demand::occupation, "bemiddelingsberoep", {{"$elemMatch", {{"$or", json::array({one})}}}});
  }
  draft.put_hours(vacancy.hours);
  draft.put(Demand::driving_licences, "arbeidsmarktkwalificatie.rijbewijs", licences_of(vacancy));
  draft.put(Demand::languages, "arbeidsmarktkwalificatie.taalbeheersing", languages_of(vacancy));
  return draft.finish();
}

Question question_about(const SearchProfile& profile, const Wanted& wanted) {
  Draft draft(profile.mobility.postcode, "This person", wanted);
  for (const ConceptRef& occupation : items(profile.wanted_occupations)) {
    if (vum_source::vum_code(occupation).empty()) continue;
    draft.put(Demand::occupation, "beroep.codeBeroepsnaam", {{"$eq", vum_source::vum_code(occupation)}});
    break;
  }
  draft.put_hours(profile.hours);
  return draft.finish();
}

}  // namespace passend::vum_mediator
