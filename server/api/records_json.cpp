// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/week_grid.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/records.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json working_times_json(const WorkingTimes& times) {
  Json json = Json::object();
  put(json, "officeHours", times.office_hours);
  put(json, "irregularHours", times.irregular_hours);
  if (times.grid) json["grid"] = to_text(*times.grid);
  return json;
}

Json importances_json(const Importances& importances) {
  Json json = Json::object();
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    if (const auto importance = importances[criterion]) json[std::string(name)] = to_text(*importance);
  }
  return json;
}

Json salary_json(const Salary& salary) {
  Json json = Json::object();
  put(json, "minimumCents", salary.minimum_cents);
  put(json, "maximumCents", salary.maximum_cents);
  json["period"] = to_text(salary.period);
  return json;
}

Json experience_json(const WorkExperience& experience, const Wording& wording) {
  Json json;
  json["occupation"] = concept_json(wording.concept_view(experience.occupation));
  json["period"] = period_json(experience.period);
  put(json, "organisation", experience.organisation);
  put(json, "description", experience.description);
  return json;
}

Json education_json(const Education& education) {
  Json json = Json::object();
  put(json, "level", education.level);
  put(json, "field", education.field);
  put(json, "name", education.name);
  put(json, "status", education.status);
  put(json, "diploma", education.diploma);
  json["period"] = period_json(education.period);
  put(json, "institution", education.institution);
  put(json, "description", education.description);
  return json;
}

Json course_json(const Course& course) {
  Json json;
  json["name"] = course.name;
  put(json, "certificate", course.certificate);
  json["period"] = period_json(course.period);
  put(json, "institution", course.institution);
  put(json, "description", course.description);
  return json;
}

Json command_json(const LanguageCommand& command) {
  Json json = Json::object();
  put(json, "level", command.level);
  put(json, "cefr", command.cefr);
  return json;
}

Json language_json(const LanguageSkill& skill) {
  Json json;
  json["language"] = skill.language;
  json["speaking"] = command_json(skill.speaking);
  json["writing"] = command_json(skill.writing);
  json["reading"] = command_json(skill.reading);
  json["listening"] = command_json(skill.listening);
  return json;
}

Json mobility_json(const Mobility& mobility, const Wording& wording) {
  Json json = Json::object();
  const AreaView area = wording.area(mobility.postcode);
  put(json, "postcodeArea", area.postcode_area);
  put(json, "place", area.place);
  put(json, "municipality", area.municipality);
  put(json, "maximumDistanceKm", mobility.maximum_distance_km);
  put(json, "maximumTravelMinutes", mobility.maximum_travel_minutes);
  put(json, "transport", mobility.transport, [](const TransportUse& use) {
    Json one;
    one["means"] = to_text(use.means);
    put(one, "forCommute", use.for_commute);
    put(one, "forWork", use.for_work);
    return one;
  });
  return json;
}

void put_qualifications(Json& json, const SearchProfile& profile, const Wording& wording) {
  put(json, "wantedOccupations", profile.wanted_occupations,
      [&](const ConceptRef& wanted) { return concept_json(wording.concept_view(wanted)); });
  put(json, "experience", profile.experience,
      [&](const WorkExperience& experience) { return experience_json(experience, wording); });
  put(json, "competences", profile.competences, [&](const HeldCompetence& held) {
    Json one;
    one["competence"] = concept_json(wording.concept_view(held.competence));
    put(one, "level", held.level);
    put(one, "source", held.source);
    return one;
  });
  put(json, "workLevel", profile.work_level);
  put(json, "education", profile.education, education_json);
  put(json, "courses", profile.courses, course_json);
  put(json, "languages", profile.languages, language_json);
  put(json, "drivingLicences", profile.driving_licences, [](const HeldLicence& held) {
    Json one;
    one["category"] = to_text(held.category);
    put(one, "validUntil", held.valid_until);
    return one;
  });
  put(json, "credentials", profile.credentials, [&](const HeldCredential& held) {
    Json one;
    one["credential"] = concept_json(wording.concept_view(held.credential));
    put(one, "validUntil", held.valid_until);
    return one;
  });
}

void put_demands(Json& json, const Vacancy& vacancy, const Wording& wording) {
  put(json, "competences", vacancy.competences, [&](const DemandedCompetence& demand) {
    Json one;
    one["competence"] = concept_json(wording.concept_view(demand.competence));
    put(one, "level", demand.level);
    one["importance"] = to_text(demand.importance);
    return one;
  });
  put(json, "workLevel", vacancy.work_level);
  put(json, "education", vacancy.education, [](const DemandedEducation& demand) {
    Json one = Json::object();
    put(one, "level", demand.level);
    put(one, "field", demand.field);
    put(one, "name", demand.name);
    put(one, "experienceCounts", demand.experience_counts);
    return one;
  });
  put(json, "languages", vacancy.languages, [](const DemandedLanguage& demand) {
    Json one;
    one["language"] = demand.language;
    put(one, "speaking", demand.speaking);
    put(one, "writing", demand.writing);
    put(one, "reading", demand.reading);
    put(one, "listening", demand.listening);
    one["importance"] = to_text(demand.importance);
    return one;
  });
  put(json, "drivingLicences", vacancy.driving_licences, [](const DemandedLicence& demand) {
    return Json{{"category", to_text(demand.category)}, {"importance", to_text(demand.importance)}};
  });
  put(json, "credentials", vacancy.credentials, [&](const DemandedCredential& demand) {
    return Json{{"credential", concept_json(wording.concept_view(demand.credential))},
                {"importance", to_text(demand.importance)}};
  });
  put(json, "experienceYears", vacancy.experience_years);
}

void put_offer(Json& json, const Vacancy& vacancy, const Wording& wording) {
  const AreaView area = wording.area(vacancy.location.postcode);
  Json location = Json::object();
  put(location, "postcodeArea", area.postcode_area);
  put(location, "place", vacancy.location.place.empty() ? area.place : vacancy.location.place);
  put(location, "municipality", area.municipality);
  json["location"] = location;
  json["hours"] = hours_json(vacancy.hours);
  json["workingTimes"] = working_times_json(vacancy.working_times);
  json["period"] = period_json(vacancy.period);
  put(json, "contractTypes", vacancy.contract_types);
  put(json, "agreements", vacancy.agreements);
  put(json, "sector", vacancy.sector);
  if (vacancy.salary) json["salary"] = salary_json(*vacancy.salary);
  put(json, "conditionsText", vacancy.conditions_text);
  put(json, "offeredConditions", vacancy.offered_conditions);
  put(json, "applicationMethods", vacancy.application_methods);
  if (vacancy.application_address) put(json, "applicationUrl", vacancy.application_address->url);
  put(json, "wageSubsidyPossible", vacancy.wage_subsidy_possible);
  put(json, "socialReturn", vacancy.social_return);
}

}  // namespace

http::Response write_candidate(const SearchProfile& profile, const RecordInput<CandidateId>& input,
                               const Services& services) {
  const Wording wording(services, input.language);
  Json json;
  json["candidateId"] = to_text(profile.id);
  put(json, "organisation", wording.organisation(profile.source));
  put(json, "caseload", profile.caseload);
  put(json, "summary", profile.summary);
  put_qualifications(json, profile, wording);
  json["mobility"] = mobility_json(profile.mobility, wording);
  json["hours"] = hours_json(profile.hours);
  json["workingTimes"] = working_times_json(profile.working_times);
  json["available"] = period_json(profile.available);
  put(json, "contractTypes", profile.contract_types);
  put(json, "agreements", profile.agreements);
  put(json, "sectors", profile.sectors);
  put(json, "interests", profile.interests);
  if (profile.wanted_salary) json["wantedSalary"] = salary_json(*profile.wanted_salary);
  json["importance"] = importances_json(profile.importance);
  if (profile.updated.days != 0) json["updated"] = to_text(profile.updated);
  return json_response(json);
}

http::Response write_vacancy(const Vacancy& vacancy, const RecordInput<VacancyId>& input, const Services& services) {
  const Wording wording(services, input.language);
  Json json;
  json["vacancyId"] = to_text(vacancy.id);
  put(json, "reference", vacancy.reference);
  json["title"] = vacancy.title;
  put(json, "description", vacancy.description);
  json["status"] = to_text(vacancy.status);
  put(json, "organisation", wording.organisation(vacancy.source));
  if (vacancy.employer_id) json["employerId"] = to_text(*vacancy.employer_id);
  put(json, "employerName", vacancy.employer_name);
  put(json, "positions", vacancy.positions);
  put(json, "posted", vacancy.posted);
  put(json, "closes", vacancy.closes);
  if (vacancy.occupation) json["occupation"] = concept_json(wording.concept_view(*vacancy.occupation));
  put_demands(json, vacancy, wording);
  put_offer(json, vacancy, wording);
  json["importance"] = importances_json(vacancy.importance);
  return json_response(json);
}

http::Response write_employer(const Employer& employer, const RecordInput<EmployerId>& input,
                              const Services& services) {
  const AreaView area = Wording(services, input.language).area(employer.location.postcode);
  Json json;
  json["employerId"] = to_text(employer.id);
  json["name"] = employer.name;
  put(json, "kvkNumber", employer.kvk_number);
  put(json, "sectors", employer.sectors);
  put(json, "place", employer.location.place.empty() ? area.place : employer.location.place);
  put(json, "municipality", area.municipality);
  json["webAddresses"] = Json::array();
  for (const WebAddress& address : employer.web_addresses) json["webAddresses"].push_back(address.url);
  put(json, "recognisedTrainingCompany", employer.recognised_training_company);
  return json_response(json);
}

}  // namespace passend::api
