// SPDX-License-Identifier: EUPL-1.2
#include <tuple>

#include "indexer/intake/csv_columns.hpp"
#include "indexer/intake/source_ids.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/model/vum_codes.hpp"

namespace passend::intake {
namespace {

constexpr auto hidden = Echo::hidden;
constexpr auto shown = Echo::shown;
constexpr auto required = ColumnInfo::Presence::required;

/// What a row says before fte and salary parts can be put together.
struct Draft {
  Vacancy vacancy;
  int full_time_hours = 40;
  std::optional<SalaryPeriod> salary_period;
  std::optional<int> salary_minimum_cents;
  std::optional<int> salary_maximum_cents;
};

/// "lassen=ervaren=harde eis": label, level, importance, the last two in either order or left out.
DemandedCompetence read_competence(std::string_view item, const Cell& cell) {
  DemandedCompetence demand;
  auto [label, word] = Cell::label_and_value(item);
  for (int part = 0; part < 2 && !word.empty(); ++part) {
    if (const auto importance = code_of_word<Importance>(word)) {
      demand.importance = *importance;
    } else {
      demand.level = cell.code_of<Proficiency>(word);
    }
    std::tie(label, word) = Cell::label_and_value(label);
  }
  if (!word.empty()) cell.not_understood("competence=level=importance");
  demand.competence = Cell::reference(label);
  return demand;
}

/// "Nederlands=B1=harde eis": the level holds for speaking, writing, reading and listening.
std::optional<DemandedLanguage> read_language(std::string_view item, const Cell& cell) {
  DemandedLanguage demand;
  auto [name, word] = Cell::label_and_value(item);
  if (const auto importance = code_of_word<Importance>(word)) {
    demand.importance = *importance;
    std::tie(name, word) = Cell::label_and_value(name);
  }
  const auto code = language_code(name);
  if (!code) {
    cell.not_understood("a language by its name or ISO 639-3 code, as Nederlands=good or nld=B1");
    return std::nullopt;
  }
  demand.language = *code;
  if (!word.empty()) {
    const auto cefr = code_of_word<Cefr>(word);
    const auto level = cefr ? std::optional(vum::language_level_of(*cefr)) : cell.code_of<LanguageLevel>(word);
    demand.speaking = demand.writing = demand.reading = demand.listening = level;
  }
  return demand;
}

/// "mbo=Verzorgende IG" or "mbo".
DemandedEducation read_education(std::string_view item, const Cell& cell) {
  DemandedEducation education;
  const std::size_t sign = item.find('=');
  education.level = cell.code_of<EducationLevel>(trimmed(item.substr(0, sign)));
  if (sign != std::string_view::npos) education.name = std::string(trimmed(item.substr(sign + 1)));
  return education;
}

void read_licences(Draft& draft, const Cell& cell) {
  auto& list = draft.vacancy.driving_licences.emplace();
  for (const std::string_view item : cell.items()) {
    const auto [name, importance] = Cell::label_and_value(item);
    const auto category = vum::driving_licence(name).code;
    if (!category) cell.not_understood("licence categories: " + names_of<DrivingLicence>());
    DemandedLicence demand;
    if (!importance.empty()) demand.importance = cell.code_of<Importance>(importance).value_or(demand.importance);
    if (category) {
      demand.category = *category;
      list.push_back(demand);
    }
  }
}

void read_credentials(Draft& draft, const Cell& cell) {
  auto& list = draft.vacancy.credentials.emplace();
  for (const std::string_view item : cell.items()) {
    const auto [name, importance] = Cell::label_and_value(item);
    DemandedCredential demand{Cell::reference(name), Importance::required};
    if (!importance.empty()) demand.importance = cell.code_of<Importance>(importance).value_or(demand.importance);
    list.push_back(std::move(demand));
  }
}

std::optional<int> cents(const Cell& cell) {
  const auto numbers = numbers_in(cell.text(), NumberStyle::money);
  if (numbers.size() == 1 && numbers[0] >= 0 && numbers[0] <= 1'000'000'000) return static_cast<int>(numbers[0] / 10);
  cell.not_understood("an amount in euros, as 2500 or 14,50");
  return std::nullopt;
}

ContactPerson& contact(Draft& draft) {
  if (draft.vacancy.contacts.empty()) draft.vacancy.contacts.emplace_back();
  return draft.vacancy.contacts.front();
}

constexpr ColumnOf<Draft> columns[] = {
    {{"sourceId", "bronId"}, [](Draft& d, const Cell& c) { d.vacancy.source.id = c.text(); }},
    {{"title", "functie", shown, required}, [](Draft& d, const Cell& c) { d.vacancy.title = c.plain_text(); }},
    {{"reference", "referentie"}, [](Draft& d, const Cell& c) { d.vacancy.reference = c.text(); }},
    {{"employerName", "werkgever"}, [](Draft& d, const Cell& c) { d.vacancy.employer_name = c.plain_text(); }},
    {{"description", "omschrijving", hidden}, [](Draft& d, const Cell& c) { d.vacancy.description = c.plain_text(); }},
    {{"status", "status"},
     [](Draft& d, const Cell& c) { d.vacancy.status = c.code<VacancyStatus>().value_or(VacancyStatus::open); }},
    {{"positions", "aantalPlaatsen"}, [](Draft& d, const Cell& c) { d.vacancy.positions = c.number(1, 999); }},
    {{"posted", "geplaatst"}, [](Draft& d, const Cell& c) { d.vacancy.posted = c.date(); }},
    {{"closes", "sluitingsdatum"}, [](Draft& d, const Cell& c) { d.vacancy.closes = c.date(); }},
    {{"occupation", "beroep"}, [](Draft& d, const Cell& c) { d.vacancy.occupation = Cell::reference(c.plain_text()); }},
    {{"competences", "competenties"},
     [](Draft& d, const Cell& c) {
       auto& list = d.vacancy.competences.emplace();
       for (const std::string_view item : c.items()) list.push_back(read_competence(item, c));
     }},
    {{"workLevel", "werkniveau"}, [](Draft& d, const Cell& c) { d.vacancy.work_level = c.code<WorkLevel>(); }},
    {{"education", "opleidingen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.vacancy.education.emplace();
       for (const std::string_view item : c.items()) list.push_back(read_education(item, c));
     }},
    {{"languages", "talen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.vacancy.languages.emplace();
       for (const std::string_view item : c.items()) {
         if (auto demand = read_language(item, c)) list.push_back(std::move(*demand));
       }
     }},
    {{"drivingLicences", "rijbewijzen"}, read_licences},
    {{"credentials", "certificaten"}, read_credentials},
    {{"experienceYears", "jarenErvaring"},
     [](Draft& d, const Cell& c) { d.vacancy.experience_years = c.number(0, 99); }},
    {{"postcode", "postcode"}, [](Draft& d, const Cell& c) { d.vacancy.location.postcode = c.postcode(); }},
    {{"place", "plaats"}, [](Draft& d, const Cell& c) { d.vacancy.location.place = c.plain_text(); }},
    {{"street", "straat"}, [](Draft& d, const Cell& c) { d.vacancy.location.street = c.text(); }},
    {{"houseNumber", "huisnummer"}, [](Draft& d, const Cell& c) { d.vacancy.location.house_number = c.text(); }},
    {{"fullTimeHours", "voltijdsuren"},
     [](Draft& d, const Cell& c) { d.full_time_hours = c.number(1, 60).value_or(d.full_time_hours); }},
    {{"fte", "fte"},
     [](Draft& d, const Cell& c) { d.vacancy.hours = c.fte(d.full_time_hours).value_or(WeeklyHours{}); }},
    {{"hours", "uren"}, [](Draft& d, const Cell& c) { d.vacancy.hours = c.hours().value_or(d.vacancy.hours); }},
    {{"hoursMinimum", "urenMinimaal"}, [](Draft& d, const Cell& c) { d.vacancy.hours.minimum = c.number(0, 99); }},
    {{"hoursMaximum", "urenMaximaal"}, [](Draft& d, const Cell& c) { d.vacancy.hours.maximum = c.number(0, 99); }},
    {{"officeHours", "kantoortijden"},
     [](Draft& d, const Cell& c) { d.vacancy.working_times.office_hours = c.yes_no(); }},
    {{"irregularHours", "onregelmatig"},
     [](Draft& d, const Cell& c) { d.vacancy.working_times.irregular_hours = c.yes_no(); }},
    {{"workingTimes", "weekrooster"}, [](Draft& d, const Cell& c) { d.vacancy.working_times.grid = c.grid(); }},
    {{"startDate", "startdatum"}, [](Draft& d, const Cell& c) { d.vacancy.period.from = c.date(); }},
    {{"endDate", "einddatum"}, [](Draft& d, const Cell& c) { d.vacancy.period.until = c.date(); }},
    {{"contractTypes", "contractvormen"},
     [](Draft& d, const Cell& c) { d.vacancy.contract_types = c.codes<ContractType>(); }},
    {{"agreements", "overeenkomsten"},
     [](Draft& d, const Cell& c) { d.vacancy.agreements = c.codes<AgreementType>(); }},
    {{"sector", "sector"}, [](Draft& d, const Cell& c) { d.vacancy.sector = c.number(0, 99'999); }},
    {{"salary", "salaris"}, [](Draft& d, const Cell& c) { d.vacancy.salary = c.salary(); }},
    {{"salaryMinimum", "salarisMinimaal"}, [](Draft& d, const Cell& c) { d.salary_minimum_cents = cents(c); }},
    {{"salaryMaximum", "salarisMaximaal"}, [](Draft& d, const Cell& c) { d.salary_maximum_cents = cents(c); }},
    {{"salaryPeriod", "salarisPeriode"}, [](Draft& d, const Cell& c) { d.salary_period = c.code<SalaryPeriod>(); }},
    {{"conditionsText", "arbeidsvoorwaarden", hidden},
     [](Draft& d, const Cell& c) { d.vacancy.conditions_text = c.plain_text(); }},
    {{"offeredConditions", "werkomstandigheden"},
     [](Draft& d, const Cell& c) { d.vacancy.offered_conditions = c.codes<WorkingCondition>(); }},
    {{"applicationMethods", "sollicitatiewijzen"},
     [](Draft& d, const Cell& c) { d.vacancy.application_methods = c.codes<ApplicationMethod>(); }},
    {{"applicationUrl", "sollicitatieadres"},
     [](Draft& d, const Cell& c) {
       if (auto url = c.url()) d.vacancy.application_address = WebAddress{std::nullopt, std::move(*url)};
     }},
    {{"contactName", "contactpersoon", hidden}, [](Draft& d, const Cell& c) { contact(d).name = c.text(); }},
    {{"contactEmail", "contactEmailadres", hidden},
     [](Draft& d, const Cell& c) { contact(d).emails.push_back(c.text()); }},
    {{"contactPhone", "contactTelefoon", hidden},
     [](Draft& d, const Cell& c) { contact(d).phones.push_back(c.text()); }},
    {{"reservedForTargetGroup", "doelgroep"},
     [](Draft& d, const Cell& c) { d.vacancy.reserved_for_target_group = c.yes_no(); }},
    {{"wageSubsidyPossible", "loonkostensubsidie"},
     [](Draft& d, const Cell& c) { d.vacancy.wage_subsidy_possible = c.yes_no(); }},
    {{"socialReturn", "socialReturn"}, [](Draft& d, const Cell& c) { d.vacancy.social_return = c.yes_no(); }},
    {{"releasedForExchange", "vrijgegevenVoorUitwisseling"},
     [](Draft& d, const Cell& c) { d.vacancy.released_for_exchange = c.yes_no(); }},
    {{"importance", "belang"},
     [](Draft& d, const Cell& c) { d.vacancy.importance = c.importances().value_or(Importances{}); }},
};

void put_salary_together(Draft& draft) {
  if (!draft.salary_minimum_cents && !draft.salary_maximum_cents) {
    if (draft.salary_period && draft.vacancy.salary) draft.vacancy.salary->period = *draft.salary_period;
    return;
  }
  draft.vacancy.salary =
      Salary{draft.salary_minimum_cents, draft.salary_maximum_cents, draft.salary_period.value_or(SalaryPeriod::month)};
}

}  // namespace

CsvKind csv_vacancies() {
  CsvKind kind;
  kind.columns = infos_of(columns);
  kind.read = [](const Row& row, RecordNotes& notes) -> std::optional<store::Record> {
    Draft draft;
    fill(draft, columns, row, notes);
    put_salary_together(draft);
    if (draft.vacancy.source.id.empty()) draft.vacancy.source.id = derived_source_id(draft.vacancy);
    take_occupation_from_title(draft.vacancy);
    draft.vacancy.id = VacancyId::random();
    return std::move(draft.vacancy);
  };
  return kind;
}

}  // namespace passend::intake
