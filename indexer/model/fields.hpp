// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/model/casework.hpp"
#include "indexer/model/import_report.hpp"
#include "indexer/model/match_result.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/rules.hpp"
#include "indexer/model/vacancy.hpp"

/// The fields of every record: JSON name, member, rule; one line each, in the order of the JSON Schema. A visitor
/// offers `field(name, member, rule)` and `check(holds, name, rule in words)` for rules between fields.
namespace passend {

inline constexpr Rule long_text = text_of(2000);

template <class Visitor>
void describe(Visitor& v, Is<SourceRef> auto& r) {
  v.field("system", r.system, required_text(60, Shape::source_system));
  v.field("id", r.id, required_text(200, Shape::source_id));
}

template <class Visitor>
void describe(Visitor& v, Is<ConceptRef> auto& r) {
  v.field("uri", r.uri, text_of(200, Shape::source_id));
  v.field("label", r.label, text_of(200, Shape::source_id));
  v.check(!r.uri.empty() || !r.label.empty(), "", "has a uri, a label, or both");
}

template <class Visitor>
void describe(Visitor& v, Is<WeeklyHours> auto& r) {
  v.field("minimum", r.minimum, number(0, 99));
  v.field("maximum", r.maximum, number(0, 99));
  v.check(!r.minimum || !r.maximum || *r.minimum <= *r.maximum, "minimum", "is not above the maximum");
}

template <class Visitor>
void describe(Visitor& v, Is<WorkingTimes> auto& r) {
  v.field("officeHours", r.office_hours, {});
  v.field("irregularHours", r.irregular_hours, {});
  v.field("grid", r.grid, text_of(28, Shape::week_grid));
}

template <class Visitor>
void describe(Visitor& v, Is<Period> auto& r) {
  v.field("from", r.from, {});
  v.field("until", r.until, {});
  v.check(!r.from || !r.until || *r.from <= *r.until, "until", "is not before the first day");
}

template <class Visitor>
void describe(Visitor& v, Is<Salary> auto& r) {
  v.field("minimumCents", r.minimum_cents, number(0, 100'000'000));
  v.field("maximumCents", r.maximum_cents, number(0, 100'000'000));
  v.field("period", r.period, required());
  v.check(!r.minimum_cents || !r.maximum_cents || *r.minimum_cents <= *r.maximum_cents, "minimumCents",
          "is not above the maximum");
}

template <class Visitor>
void describe(Visitor& v, Is<ExchangeRelease> auto& r) {
  v.field("byCandidate", r.by_candidate, {});
  v.field("byMediator", r.by_mediator, {});
}

template <class Visitor>
void describe(Visitor& v, Is<WebAddress> auto& r) {
  v.field("kind", r.kind, {});
  v.field("url", r.url, required_text(1000, Shape::source_id));
}

template <class Visitor>
void describe(Visitor& v, Is<ContactPerson> auto& r) {
  v.field("name", r.name, text_of(120));
  v.field("emails", r.emails, {.maximum_length = 320, .maximum_items = 10});
  v.field("phones", r.phones, {.maximum_length = 30, .maximum_items = 10});
}

template <class Visitor>
void describe(Visitor& v, Is<WorkExperience> auto& r) {
  v.field("occupation", r.occupation, required());
  v.field("period", r.period, {});
  v.field("organisation", r.organisation, text_of(70));
  v.field("description", r.description, long_text);
}

template <class Visitor>
void describe(Visitor& v, Is<HeldCompetence> auto& r) {
  v.field("competence", r.competence, required());
  v.field("level", r.level, {});
  v.field("source", r.source, {});
}

template <class Visitor>
void describe(Visitor& v, Is<Education> auto& r) {
  v.field("level", r.level, {});
  v.field("field", r.field, number(0, 10));
  v.field("code", r.code, text_of(10, Shape::digits));
  v.field("name", r.name, text_of(120));
  v.field("status", r.status, {});
  v.field("diploma", r.diploma, {});
  v.field("period", r.period, {});
  v.field("diplomaDate", r.diploma_date, {});
  v.field("institution", r.institution, text_of(500));
  v.field("description", r.description, long_text);
}

template <class Visitor>
void describe(Visitor& v, Is<Course> auto& r) {
  v.field("name", r.name, text_of(120));
  v.field("certificate", r.certificate, {});
  v.field("period", r.period, {});
  v.field("certificateDate", r.certificate_date, {});
  v.field("institution", r.institution, text_of(500));
  v.field("description", r.description, long_text);
}

template <class Visitor>
void describe(Visitor& v, Is<HeldCredential> auto& r) {
  v.field("credential", r.credential, required());
  v.field("validUntil", r.valid_until, {});
}

template <class Visitor>
void describe(Visitor& v, Is<HeldLicence> auto& r) {
  v.field("category", r.category, required());
  v.field("validUntil", r.valid_until, {});
}

template <class Visitor>
void describe(Visitor& v, Is<LanguageCommand> auto& r) {
  v.field("level", r.level, {});
  v.field("cefr", r.cefr, {});
}

template <class Visitor>
void describe(Visitor& v, Is<LanguageSkill> auto& r) {
  v.field("language", r.language, required_text(3, Shape::language));
  v.field("speaking", r.speaking, {});
  v.field("writing", r.writing, {});
  v.field("reading", r.reading, {});
  v.field("listening", r.listening, {});
}

template <class Visitor>
void describe(Visitor& v, Is<TransportUse> auto& r) {
  v.field("means", r.means, required());
  v.field("forCommute", r.for_commute, {});
  v.field("forWork", r.for_work, {});
}

template <class Visitor>
void describe(Visitor& v, Is<Mobility> auto& r) {
  v.field("postcode", r.postcode, text_of(6, Shape::postcode));
  v.field("maximumDistanceKm", r.maximum_distance_km, number(0, 999));
  v.field("maximumTravelMinutes", r.maximum_travel_minutes, number(0, 999));
  v.field("transport", r.transport, items(20));
}

template <class Visitor>
void describe(Visitor& v, Is<OwnSay> auto& r) {
  v.field("corrected", r.corrected, {.maximum_length = 40, .maximum_items = 50});
  v.field("restricted", r.restricted, {});
  v.field("objectsToRanking", r.objects_to_ranking, {});
}

template <class Visitor>
void describe(Visitor& v, Is<SearchProfile> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("caseload", r.caseload, text_of(60, Shape::source_id));
  v.field("summary", r.summary, long_text);
  v.field("wantedOccupations", r.wanted_occupations, items(50));
  v.field("experience", r.experience, items(100));
  v.field("competences", r.competences, items(300));
  v.field("workLevel", r.work_level, {});
  v.field("education", r.education, items(50));
  v.field("courses", r.courses, items(100));
  v.field("languages", r.languages, items(50));
  v.field("drivingLicences", r.driving_licences, items(50));
  v.field("credentials", r.credentials, items(100));
  v.field("mobility", r.mobility, {});
  v.field("hours", r.hours, {});
  v.field("workingTimes", r.working_times, {});
  v.field("available", r.available, {});
  v.field("contractTypes", r.contract_types, items(10));
  v.field("agreements", r.agreements, items(10));
  v.field("sectors", r.sectors, {.minimum = 0, .maximum = 99'999, .maximum_items = 50});
  v.field("interests", r.interests, {.maximum_length = 120, .maximum_items = 50});
  v.field("wantedSalary", r.wanted_salary, {});
  v.field("neededConditions", r.needed_conditions, items(10));
  v.field("importance", r.importance, {});
  v.field("exchange", r.exchange, {});
  v.field("ownSay", r.own_say, {});
  v.field("updated", r.updated, required());
}

template <class Visitor>
void describe(Visitor& v, Is<DetailProfile> auto& r) {
  v.field("id", r.id, required());
  v.field("name", r.name, text_of(120));
  v.field("emails", r.emails, {.maximum_length = 320, .maximum_items = 10});
  v.field("phones", r.phones, {.maximum_length = 30, .maximum_items = 10});
  v.field("contacts", r.contacts, items(10));
  v.field("webAddresses", r.web_addresses, items(20));
  v.field("presentation", r.presentation, long_text);
  v.field("targetGroupRegister", r.target_group_register, {});
  v.field("needsAdaptedWorkplace", r.needs_adapted_workplace, {});
  v.field("needsGuidance", r.needs_guidance, {});
  v.field("needsVariation", r.needs_variation, {});
  v.field("youngerThan27", r.younger_than_27, {});
  v.field("searchPeriod", r.search_period, {});
}

template <class Visitor>
void describe(Visitor& v, Is<DemandedCompetence> auto& r) {
  v.field("competence", r.competence, required());
  v.field("level", r.level, {});
  v.field("importance", r.importance, required());
}

template <class Visitor>
void describe(Visitor& v, Is<DemandedLanguage> auto& r) {
  v.field("language", r.language, required_text(3, Shape::language));
  v.field("speaking", r.speaking, {});
  v.field("writing", r.writing, {});
  v.field("reading", r.reading, {});
  v.field("listening", r.listening, {});
  v.field("importance", r.importance, required());
}

template <class Visitor>
void describe(Visitor& v, Is<DemandedLicence> auto& r) {
  v.field("category", r.category, required());
  v.field("importance", r.importance, required());
}

template <class Visitor>
void describe(Visitor& v, Is<DemandedCredential> auto& r) {
  v.field("credential", r.credential, required());
  v.field("importance", r.importance, required());
}

template <class Visitor>
void describe(Visitor& v, Is<DemandedEducation> auto& r) {
  v.field("level", r.level, {});
  v.field("field", r.field, number(0, 10));
  v.field("name", r.name, text_of(120));
  v.field("experienceCounts", r.experience_counts, {});
}

template <class Visitor>
void describe(Visitor& v, Is<WorkLocation> auto& r) {
  v.field("postcode", r.postcode, text_of(6, Shape::postcode));
  v.field("place", r.place, text_of(80, Shape::source_id));
  v.field("street", r.street, text_of(80, Shape::source_id));
  v.field("houseNumber", r.house_number, text_of(12, Shape::source_id));
}

template <class Visitor>
void describe(Visitor& v, Is<Vacancy> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("reference", r.reference, text_of(50, Shape::source_id));
  v.field("employerId", r.employer_id, {});
  v.field("employerName", r.employer_name, text_of(500));
  v.field("title", r.title, required_text(120));
  v.field("description", r.description, text_of(20'000));
  v.field("status", r.status, required());
  v.field("positions", r.positions, number(1, 999));
  v.field("posted", r.posted, {});
  v.field("closes", r.closes, {});
  v.field("occupation", r.occupation, {});
  v.field("competences", r.competences, items(300));
  v.field("workLevel", r.work_level, {});
  v.field("education", r.education, items(50));
  v.field("languages", r.languages, items(50));
  v.field("drivingLicences", r.driving_licences, items(50));
  v.field("credentials", r.credentials, items(100));
  v.field("experienceYears", r.experience_years, number(0, 99));
  v.field("location", r.location, {});
  v.field("hours", r.hours, {});
  v.field("workingTimes", r.working_times, {});
  v.field("period", r.period, {});
  v.field("contractTypes", r.contract_types, items(10));
  v.field("agreements", r.agreements, items(10));
  v.field("sector", r.sector, number(0, 99'999));
  v.field("salary", r.salary, {});
  v.field("conditionsText", r.conditions_text, long_text);
  v.field("offeredConditions", r.offered_conditions, items(10));
  v.field("applicationMethods", r.application_methods, items(10));
  v.field("applicationAddress", r.application_address, {});
  v.field("contacts", r.contacts, items(10));
  v.field("reservedForTargetGroup", r.reserved_for_target_group, {});
  v.field("wageSubsidyPossible", r.wage_subsidy_possible, {});
  v.field("socialReturn", r.social_return, {});
  v.field("releasedForExchange", r.released_for_exchange, {});
  v.field("importance", r.importance, {});
}

template <class Visitor>
void describe(Visitor& v, Is<Employer> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("name", r.name, required_text(500));
  v.field("kvkNumber", r.kvk_number, text_of(8, Shape::kvk_number));
  v.field("sectors", r.sectors, {.minimum = 0, .maximum = 99'999, .maximum_items = 50});
  v.field("location", r.location, {});
  v.field("webAddresses", r.web_addresses, items(20));
  v.field("contacts", r.contacts, items(50));
  v.field("recognisedTrainingCompany", r.recognised_training_company, {});
}

template <class Visitor>
void describe(Visitor& v, Is<SelectedCandidate> auto& r) {
  v.field("candidate", r.candidate, required());
  v.field("note", r.note, text_of(500));
  v.field("added", r.added, {});
}

template <class Visitor>
void describe(Visitor& v, Is<Selection> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("name", r.name, required_text(120));
  v.field("owner", r.owner, required_text(120, Shape::source_id));
  v.field("vacancy", r.vacancy, {});
  v.field("candidates", r.candidates, items(500));
}

template <class Visitor>
void describe(Visitor& v, Is<Proposal> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("candidate", r.candidate, required());
  v.field("vacancy", r.vacancy, required());
  v.field("employer", r.employer, {});
  v.field("step", r.step, required());
  v.field("reason", r.reason, text_of(500));
  v.field("proposedBy", r.proposed_by, required_text(120, Shape::source_id));
  v.field("run", r.run, text_of(32, Shape::id));
  v.field("since", r.since, {});
}

template <class Visitor>
void describe(Visitor& v, Is<ContactMoment> auto& r) {
  v.field("id", r.id, required());
  v.field("source", r.source, required());
  v.field("employer", r.employer, required());
  v.field("day", r.day, required());
  v.field("kind", r.kind, required());
  v.field("subject", r.subject, required());
  v.field("accountManager", r.account_manager, text_of(70));
  v.field("notes", r.notes, long_text);
}

template <class Visitor>
void describe(Visitor& v, Is<ImportIssue> auto& r) {
  v.field("severity", r.severity, required());
  v.field("line", r.line, required());
  v.field("record", r.record, required());
  v.field("field", r.field, text_of(200));
  v.field("value", r.value, text_of(80));
  v.field("reason", r.reason, required_text(1000));
  v.field("remedy", r.remedy, text_of(1000));
}

template <class Visitor>
void describe(Visitor& v, Is<ImportReport> auto& r) {
  v.field("file", r.file, text_of(255));
  v.field("format", r.format, text_of(60));
  v.field("read", r.read, required());
  v.field("inserted", r.inserted, required());
  v.field("updated", r.updated, required());
  v.field("unchanged", r.unchanged, required());
  v.field("rejected", r.rejected, required());
  v.field("bytes", r.bytes, required());
  v.field("droppedByRule", r.dropped_by_rule, {});
  v.field("issues", r.issues, items(1000));
  v.field("issuesBeyondLimit", r.issues_beyond_limit, required());
  v.field("complete", r.complete, required());
  v.check(r.read == r.inserted + r.updated + r.unchanged + r.rejected, "read",
          "is the sum of inserted, updated, unchanged and rejected");
}

inline constexpr Rule basis_points{.minimum = 0, .maximum = 10'000, .presence = Rule::Presence::required};
inline constexpr Rule sentences{.maximum_length = 2000, .maximum_items = 200};

template <class Visitor>
void describe(Visitor& v, Is<MatchScore> auto& r) {
  v.field("expectedBp", r.expected_bp, basis_points);
  v.field("lowBp", r.low_bp, basis_points);
  v.field("highBp", r.high_bp, basis_points);
}

template <class Visitor>
void describe(Visitor& v, Is<MatchCriterion> auto& r) {
  v.field("criterion", r.criterion, required());
  v.field("side", r.side, required());
  v.field("importance", r.importance, required());
  v.field("outcome", r.outcome, required());
  v.field("degreeBp", r.degree_bp, basis_points);
  v.field("weight", r.weight, {.minimum = 0, .maximum = 1'000'000, .presence = Rule::Presence::required});
  v.field("contributionBp", r.contribution_bp, basis_points);
  v.field("sentences", r.sentences, sentences);
}

template <class Visitor>
void describe(Visitor& v, Is<MatchedRecord> auto& r) {
  v.field("id", r.id, required());
  v.field("rank", r.rank, required());
  v.field("lane", r.lane, required());
  v.field("combined", r.combined, required());
  v.field("demand", r.demand, required());
  v.field("supply", r.supply, required());
  v.field("distanceM", r.distance_m, number(0, 1'000'000));
  v.field("headline", r.headline, long_text);
  v.field("criteria", r.criteria, items(100));
  v.field("openQuestions", r.open_questions, sentences);
}

template <class Visitor>
void describe(Visitor& v, Is<MatchCounts> auto& r) {
  v.field("fits", r.fits, required());
  v.field("oneQuestionOpen", r.one_question_open, required());
  v.field("fallsShort", r.falls_short, required());
}

template <class Visitor>
void describe(Visitor& v, Is<MatchRun> auto& r) {
  v.field("id", r.id, {});
  v.field("engineVersion", r.engine_version, required_text(60));
  v.field("weights", r.weights, required_text(60));
  v.field("taxonomyHash", r.taxonomy_hash, required_text(64));
  v.field("poolPosition", r.pool_position, required());
  v.field("seed", r.seed, required());
  v.field("microseconds", r.microseconds, required());
}

template <class Visitor>
void describe(Visitor& v, Is<MatchResult> auto& r) {
  v.field("run", r.run, required());
  v.field("counts", r.counts, required());
  v.field("rows", r.rows, {.maximum_items = 1000, .presence = Rule::Presence::required});
}

}  // namespace passend
