// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/indexer/model/examples.hpp"

namespace passend {
namespace {

const Period period{.from = Date::of(2021, 3, 1), .until = Date::of(2024, 6, 30)};
const ConceptRef cleaner{.uri = "urn:passend:schoonmaker", .label = "schoonmaker"};
const ContactPerson contact{.name = "Afdeling personeel", .emails = {"werk@example.nl"}, .phones = {"0612345678"}};
const WebAddress address{.kind = WebAddressKind::cv, .url = "https://example.nl/cv"};
const WorkLocation location{.postcode = "1211AB", .place = "Hilversum", .street = "Kerkstraat", .house_number = "12a"};
const WorkingTimes times{.office_hours = true, .irregular_hours = false, .grid = WeekGrid{0x33}};

Importances all_important() {
  Importances importances;
  for (auto& importance : importances.by_criterion) importance = Importance::important;
  return importances;
}

LanguageSkill dutch() {
  const LanguageCommand command{.level = LanguageLevel::good, .cefr = Cefr::b2};
  return {.language = "nld", .speaking = command, .writing = command, .reading = command, .listening = command};
}

Education education() {
  return {.level = EducationLevel::mbo,
          .field = 10,
          .code = "25078",
          .name = "Facilitair medewerker",
          .status = EducationStatus::completed,
          .diploma = true,
          .period = period,
          .diploma_date = Date::of(2024, 7, 1),
          .institution = "ROC van het Gooi",
          .description = "Richting schoonmaak"};
}

Course course() {
  return {.name = "Basisschoonmaak",
          .certificate = true,
          .period = period,
          .certificate_date = Date::of(2022, 1, 1),
          .institution = "Vakschool",
          .description = "Vijf dagdelen"};
}

}  // namespace

SearchProfile full_search_profile() {
  SearchProfile profile;
  profile.id = CandidateId{{1, 2}};
  profile.source = {.system = "test", .id = "p-1"};
  profile.caseload = "hilversum-3";
  profile.summary = "Ik werk graag met mijn handen.";
  profile.wanted_occupations = {{cleaner}};
  profile.experience = {
      {{.occupation = cleaner, .period = period, .organisation = "Schoon BV", .description = "Kantoren"}}};
  profile.competences = {{{.competence = {.uri = "urn:passend:vloeren-dweilen", .label = "vloeren dweilen"},
                           .level = Proficiency::skilled,
                           .source = CompetenceSource::employer}}};
  profile.work_level = WorkLevel::vmbo;
  profile.education = {{education()}};
  profile.courses = {{course()}};
  profile.languages = {{dutch()}};
  profile.driving_licences = {{{.category = DrivingLicence::b_plus, .valid_until = Date::of(2030, 1, 1)}}};
  profile.credentials = {
      {{.credential = {.uri = "urn:passend:vca-basis", .label = "VCA basis"}, .valid_until = Date::of(2031, 1, 1)}}};
  profile.mobility = {.postcode = "1211AB",
                      .maximum_distance_km = 15,
                      .maximum_travel_minutes = 45,
                      .transport = {{{.means = Transport::bicycle, .for_commute = true, .for_work = false}}}};
  profile.hours = {.minimum = 16, .maximum = 32};
  profile.working_times = times;
  profile.available = period;
  profile.contract_types = {{ContractType::permanent}};
  profile.agreements = {{AgreementType::job}};
  profile.sectors = {{81210}};
  profile.interests = {{"tuinieren"}};
  profile.wanted_salary = Salary{.minimum_cents = 1500, .maximum_cents = 1900, .period = SalaryPeriod::hour};
  profile.needed_conditions = {{WorkingCondition::guidance}};
  profile.importance = all_important();
  profile.exchange = {.by_candidate = true, .by_mediator = false};
  profile.own_say = {.corrected = {"summary", "phones"}, .restricted = false, .objects_to_ranking = true};
  profile.updated = *Date::of(2026, 11, 1);
  return profile;
}

DetailProfile full_detail_profile() {
  return {.id = CandidateId{{1, 2}},
          .name = "Voorbeeld Persoon",
          .emails = {"voorbeeld@example.nl"},
          .phones = {"0612345678"},
          .contacts = {contact},
          .web_addresses = {address},
          .presentation = "Ik zoek werk in de buurt.",
          .target_group_register = true,
          .needs_adapted_workplace = false,
          .needs_guidance = true,
          .needs_variation = false,
          .younger_than_27 = false,
          .search_period = period};
}

Vacancy full_vacancy() {
  Vacancy vacancy;
  vacancy.id = VacancyId{{3, 4}};
  vacancy.source = {.system = "test", .id = "v-1"};
  vacancy.reference = "2026-17";
  vacancy.employer_id = EmployerId{{5, 6}};
  vacancy.employer_name = "Schoon BV";
  vacancy.title = "Schoonmaker kantoren";
  vacancy.description = "Je maakt kantoren schoon.\nIn een klein team.";
  vacancy.status = VacancyStatus::closed;
  vacancy.positions = 2;
  vacancy.posted = Date::of(2026, 11, 1);
  vacancy.closes = Date::of(2026, 12, 1);
  vacancy.occupation = cleaner;
  vacancy.competences = {{{.competence = {.uri = "urn:passend:vloeren-dweilen", .label = "vloeren dweilen"},
                           .level = Proficiency::basic,
                           .importance = Importance::required}}};
  vacancy.work_level = WorkLevel::basic;
  vacancy.education = {{{.level = EducationLevel::vmbo, .field = 10, .name = "vmbo", .experience_counts = true}}};
  vacancy.languages = {{{.language = "nld",
                         .speaking = LanguageLevel::fair,
                         .writing = LanguageLevel::fair,
                         .reading = LanguageLevel::fair,
                         .listening = LanguageLevel::fair,
                         .importance = Importance::desired}}};
  vacancy.driving_licences = {{{.category = DrivingLicence::am, .importance = Importance::important}}};
  vacancy.credentials = {
      {{.credential = {.uri = "urn:passend:vca-basis", .label = "VCA basis"}, .importance = Importance::desired}}};
  vacancy.experience_years = 1;
  vacancy.location = location;
  vacancy.hours = {.minimum = 12, .maximum = 24};
  vacancy.working_times = times;
  vacancy.period = {.from = Date::of(2027, 1, 4), .until = Date::of(2027, 12, 31)};
  vacancy.contract_types = {{ContractType::fixed_term}};
  vacancy.agreements = {{AgreementType::job, AgreementType::trial_placement}};
  vacancy.sector = 81210;
  vacancy.salary = Salary{.minimum_cents = 1500, .maximum_cents = 1700, .period = SalaryPeriod::hour};
  vacancy.conditions_text = "Reiskosten worden vergoed.";
  vacancy.offered_conditions = {{WorkingCondition::guidance, WorkingCondition::fixed_routine}};
  vacancy.application_methods = {{ApplicationMethod::telephone}};
  vacancy.application_address = address;
  vacancy.contacts = {contact};
  vacancy.reserved_for_target_group = false;
  vacancy.wage_subsidy_possible = true;
  vacancy.social_return = true;
  vacancy.released_for_exchange = true;
  vacancy.importance = all_important();
  return vacancy;
}

Employer full_employer() {
  return {.id = EmployerId{{5, 6}},
          .source = {.system = "test", .id = "e-1"},
          .name = "Schoon BV",
          .kvk_number = "90000001",
          .sectors = {{81210, 8122}},
          .location = location,
          .web_addresses = {address},
          .contacts = {contact},
          .recognised_training_company = true};
}

Selection full_selection() {
  return {.id = SelectionId{{7, 8}},
          .source = {.system = "passend", .id = "s-1"},
          .name = "Heftruck in Hilversum",
          .owner = "jobhunter-1",
          .vacancy = VacancyId{{3, 4}},
          .candidates = {{.candidate = CandidateId{{1, 2}}, .note = "kan maandag", .added = Date::of(2026, 11, 3)}}};
}

Proposal full_proposal() {
  return {.id = ProposalId{{9, 10}},
          .source = {.system = "passend", .id = "p-1"},
          .candidate = CandidateId{{1, 2}},
          .vacancy = VacancyId{{3, 4}},
          .employer = EmployerId{{5, 6}},
          .step = ProposalStep::invited,
          .reason = "ervaring met de machine",
          .proposed_by = "jobhunter-1",
          .run = "00000000000000010000000000000002",
          .since = Date::of(2026, 11, 4)};
}

ContactMoment full_contact_moment() {
  return {.id = ContactMomentId{{11, 12}},
          .source = {.system = "passend", .id = "c-1"},
          .employer = EmployerId{{5, 6}},
          .day = *Date::of(2026, 11, 5),
          .kind = ContactKind::telephone,
          .subject = ContactSubject::vacancy,
          .account_manager = "Werkgeversservicepunt",
          .notes = "Zoekt twee mensen voor de nachtdienst."};
}

ImportReport full_import_report() {
  ImportReport report;
  report.file = "vacatures.csv";
  report.format = "csv-vacancies";
  report.read = 10;
  report.inserted = 4;
  report.updated = 3;
  report.unchanged = 2;
  report.rejected = 1;
  report.bytes = 2048;
  report.dropped_by_rule = {{"geboortedatum", 10}};
  report.issues = {{.severity = ImportIssue::Severity::rejected,
                    .line = 7,
                    .record = 6,
                    .field = "hoursMinimum",
                    .value = "-4",
                    .reason = "is a whole number from 0 to 99",
                    .remedy = "write the hours a week"}};
  report.issues_beyond_limit = 1;
  report.complete = true;
  return report;
}

MatchResult full_match_result() {
  const MatchScore score{.expected_bp = 7310, .low_bp = 6900, .high_bp = 8100};
  const MatchCriterion distance{.criterion = Criterion::distance,
                                .side = MatchSide::supply,
                                .importance = Importance::required,
                                .outcome = MatchOutcome::met,
                                .degree_bp = 8400,
                                .weight = 16,
                                .contribution_bp = 7310,
                                .sentences = {"Afstand 4 km; grens 10 km."}};
  MatchResult result;
  result.run = {.id = MatchRunId{{1, 2}},
                .engine_version = "1",
                .weights = "default",
                .taxonomy_hash = "ab12",
                .pool_position = 17,
                .seed = 3,
                .microseconds = 420};
  result.counts = {.fits = 1, .one_question_open = 2, .falls_short = 3};
  result.rows = {{.id = {{7, 8}},
                  .rank = 1,
                  .lane = MatchLane::fits,
                  .combined = score,
                  .demand = score,
                  .supply = score,
                  .distance_m = 4000,
                  .headline = "Past: 73%.",
                  .criteria = {distance},
                  .open_questions = {"Vraag de kandidaat: welke uren?"}}};
  return result;
}

}  // namespace passend
