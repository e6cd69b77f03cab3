// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/csv_columns.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/model/vum_codes.hpp"

namespace passend::intake {
namespace {

constexpr auto hidden = Echo::hidden;
constexpr auto shown = Echo::shown;
constexpr auto required = ColumnInfo::Presence::required;

/// "Kok=2018-01-01..2021-06-30"; either date may be left out.
WorkExperience read_experience(std::string_view item, const Cell& cell) {
  const auto [label, dates] = Cell::label_and_value(item);
  WorkExperience experience;
  experience.occupation = Cell::reference(label);
  const std::size_t dots = dates.find("..");
  const std::string_view from = trimmed(dates.substr(0, dots));
  const std::string_view until = dots == std::string_view::npos ? std::string_view() : trimmed(dates.substr(dots + 2));
  if (!from.empty()) experience.period.from = cell.date_of(from);
  if (!until.empty()) experience.period.until = cell.date_of(until);
  return experience;
}

/// "mbo=Verzorgende IG=ja": level, name and whether there is a diploma; the last two may be left out.
Education read_education(std::string_view item, const Cell& cell) {
  Education education;
  const std::size_t first = item.find('=');
  education.level = cell.code_of<EducationLevel>(trimmed(item.substr(0, first)));
  if (first == std::string_view::npos) return education;
  const std::string_view rest = item.substr(first + 1);
  const std::size_t second = rest.rfind('=');
  education.name = std::string(trimmed(rest.substr(0, second)));
  if (second == std::string_view::npos) return education;
  const auto diploma = read_yes_no(rest.substr(second + 1));
  if (!diploma) cell.not_understood("level=name=ja or level=name=nee");
  if (diploma) education.diploma = diploma->answer;
  return education;
}

/// "Nederlands=B1", "eng=good": one level for all four skills.
std::optional<LanguageSkill> read_language(std::string_view item, const Cell& cell) {
  const auto [name, level] = Cell::label_and_value(item);
  const auto code = language_code(name);
  if (!code) {
    cell.not_understood("a language by its name or ISO 639-3 code, as Nederlands=good or nld=B1");
    return std::nullopt;
  }
  LanguageCommand command;
  command.cefr = code_of_word<Cefr>(level);
  if (command.cefr) {
    command.level = vum::language_level_of(*command.cefr);
  } else if (!level.empty()) {
    command.level = cell.code_of<LanguageLevel>(level);
  }
  return LanguageSkill{*code, command, command, command, command};
}

std::optional<DrivingLicence> read_category(std::string_view text, const Cell& cell) {
  const auto category = vum::driving_licence(text).code;
  if (!category) cell.not_understood("licence categories: " + names_of<DrivingLicence>());
  return category;
}

void read_competences(Portfolio& draft, const Cell& cell) {
  auto& list = draft.search.competences.emplace();
  for (const std::string_view item : cell.items()) {
    const auto [label, level] = Cell::label_and_value(item);
    HeldCompetence held{Cell::reference(label), std::nullopt, std::nullopt};
    if (!level.empty()) held.level = cell.code_of<Proficiency>(level);
    list.push_back(std::move(held));
  }
}

void read_licences(Portfolio& draft, const Cell& cell) {
  auto& list = draft.search.driving_licences.emplace();
  for (const std::string_view item : cell.items()) {
    const auto [name, until] = Cell::label_and_value(item);
    if (const auto category = read_category(name, cell)) {
      list.push_back({*category, until.empty() ? std::nullopt : cell.date_of(until)});
    }
  }
}

void read_credentials(Portfolio& draft, const Cell& cell) {
  auto& list = draft.search.credentials.emplace();
  for (const std::string_view item : cell.items()) {
    const auto [name, until] = Cell::label_and_value(item);
    list.push_back({Cell::reference(name), until.empty() ? std::nullopt : cell.date_of(until)});
  }
}

void read_sectors(Portfolio& draft, const Cell& cell) {
  auto& list = draft.search.sectors.emplace();
  for (const std::string_view item : cell.items()) {
    const auto code = read_whole_number(item);
    if (code && *code >= 0 && *code <= 99'999) {
      list.push_back(static_cast<int>(*code));
    } else {
      cell.not_understood("SBI 2008 codes, whole numbers from 0 to 99999");
    }
  }
}

ContactPerson& contact(Portfolio& draft) {
  if (draft.detail.contacts.empty()) draft.detail.contacts.emplace_back();
  return draft.detail.contacts.front();
}

template <class Item>
void add_texts(std::vector<Item>& list, const Cell& cell) {
  for (const std::string_view item : cell.items()) list.emplace_back(item);
}

using Draft = Portfolio;

constexpr ColumnOf<Draft> columns[] = {
    {{"sourceId", "bronId", hidden, required}, [](Draft& d, const Cell& c) { d.search.source.id = c.text(); }},
    {{"caseload", "caseload"}, [](Draft& d, const Cell& c) { d.search.caseload = c.text(); }},
    {{"updated", "bijgewerkt"}, [](Draft& d, const Cell& c) { d.search.updated = c.date().value_or(Date{}); }},
    {{"summary", "samenvatting", hidden}, [](Draft& d, const Cell& c) { d.search.summary = c.text(); }},
    {{"wantedOccupations", "gewensteBeroepen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.wanted_occupations.emplace();
       for (const std::string_view item : c.items()) list.push_back(Cell::reference(item));
     }},
    {{"experience", "werkervaring"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.experience.emplace();
       for (const std::string_view item : c.items()) list.push_back(read_experience(item, c));
     }},
    {{"competences", "competenties"}, read_competences},
    {{"workLevel", "werkniveau"}, [](Draft& d, const Cell& c) { d.search.work_level = c.code<WorkLevel>(); }},
    {{"education", "opleidingen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.education.emplace();
       for (const std::string_view item : c.items()) list.push_back(read_education(item, c));
     }},
    {{"courses", "cursussen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.courses.emplace();
       for (const std::string_view item : c.items()) list.emplace_back().name = std::string(item);
     }},
    {{"languages", "talen"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.languages.emplace();
       for (const std::string_view item : c.items()) {
         if (auto skill = read_language(item, c)) list.push_back(std::move(*skill));
       }
     }},
    {{"drivingLicences", "rijbewijzen"}, read_licences},
    {{"credentials", "certificaten"}, read_credentials},
    {{"postcode", "postcode", hidden}, [](Draft& d, const Cell& c) { d.search.mobility.postcode = c.postcode(); }},
    {{"maximumDistanceKm", "maximaleAfstandKm"},
     [](Draft& d, const Cell& c) { d.search.mobility.maximum_distance_km = c.number(0, 999); }},
    {{"maximumTravelMinutes", "maximaleReistijd"},
     [](Draft& d, const Cell& c) { d.search.mobility.maximum_travel_minutes = c.number(0, 999); }},
    {{"transport", "vervoer"},
     [](Draft& d, const Cell& c) {
       auto& list = d.search.mobility.transport.emplace();
       for (const Transport means : c.codes<Transport>()) list.push_back({means, std::nullopt, std::nullopt});
     }},
    {{"hours", "uren"}, [](Draft& d, const Cell& c) { d.search.hours = c.hours().value_or(WeeklyHours{}); }},
    {{"hoursMinimum", "urenMinimaal"}, [](Draft& d, const Cell& c) { d.search.hours.minimum = c.number(0, 99); }},
    {{"hoursMaximum", "urenMaximaal"}, [](Draft& d, const Cell& c) { d.search.hours.maximum = c.number(0, 99); }},
    {{"officeHours", "kantoortijden"},
     [](Draft& d, const Cell& c) { d.search.working_times.office_hours = c.yes_no(); }},
    {{"irregularHours", "onregelmatig"},
     [](Draft& d, const Cell& c) { d.search.working_times.irregular_hours = c.yes_no(); }},
    {{"workingTimes", "weekrooster"}, [](Draft& d, const Cell& c) { d.search.working_times.grid = c.grid(); }},
    {{"availableFrom", "beschikbaarVanaf"}, [](Draft& d, const Cell& c) { d.search.available.from = c.date(); }},
    {{"availableUntil", "beschikbaarTot"}, [](Draft& d, const Cell& c) { d.search.available.until = c.date(); }},
    {{"contractTypes", "contractvormen"},
     [](Draft& d, const Cell& c) { d.search.contract_types = c.codes<ContractType>(); }},
    {{"agreements", "overeenkomsten"}, [](Draft& d, const Cell& c) { d.search.agreements = c.codes<AgreementType>(); }},
    {{"sectors", "sectoren"}, read_sectors},
    {{"interests", "interesses", hidden}, [](Draft& d, const Cell& c) { add_texts(d.search.interests.emplace(), c); }},
    {{"wantedSalary", "gewenstSalaris"}, [](Draft& d, const Cell& c) { d.search.wanted_salary = c.salary(); }},
    {{"neededConditions", "werkomstandigheden"},
     [](Draft& d, const Cell& c) { d.search.needed_conditions = c.codes<WorkingCondition>(); }},
    {{"importance", "belang"},
     [](Draft& d, const Cell& c) { d.search.importance = c.importances().value_or(Importances{}); }},
    {{"releasedByCandidate", "vrijgegevenDoorWerkzoekende"},
     [](Draft& d, const Cell& c) { d.search.exchange.by_candidate = c.yes_no(); }},
    {{"releasedByMediator", "vrijgegevenDoorBemiddelaar"},
     [](Draft& d, const Cell& c) { d.search.exchange.by_mediator = c.yes_no(); }},
    {{"name", "naam", hidden}, [](Draft& d, const Cell& c) { d.detail.name = c.text(); }},
    {{"email", "emailadres", hidden}, [](Draft& d, const Cell& c) { add_texts(d.detail.emails, c); }},
    {{"phone", "telefoon", hidden}, [](Draft& d, const Cell& c) { add_texts(d.detail.phones, c); }},
    {{"webAddress", "webadres", hidden},
     [](Draft& d, const Cell& c) {
       if (auto url = c.url()) d.detail.web_addresses.push_back({std::nullopt, std::move(*url)});
     }},
    {{"presentation", "presentatie", hidden}, [](Draft& d, const Cell& c) { d.detail.presentation = c.text(); }},
    {{"contactName", "contactpersoon", hidden}, [](Draft& d, const Cell& c) { contact(d).name = c.text(); }},
    {{"contactEmail", "contactEmailadres", hidden}, [](Draft& d, const Cell& c) { add_texts(contact(d).emails, c); }},
    {{"contactPhone", "contactTelefoon", hidden}, [](Draft& d, const Cell& c) { add_texts(contact(d).phones, c); }},
    {{"targetGroupRegister", "doelgroepregister", hidden},
     [](Draft& d, const Cell& c) { d.detail.target_group_register = c.yes_no(); }},
    {{"needsAdaptedWorkplace", "aangepasteWerkplek", hidden},
     [](Draft& d, const Cell& c) { d.detail.needs_adapted_workplace = c.yes_no(); }},
    {{"needsGuidance", "begeleidingNodig", hidden},
     [](Draft& d, const Cell& c) { d.detail.needs_guidance = c.yes_no(); }},
    {{"needsVariation", "werkvariatieNodig", hidden},
     [](Draft& d, const Cell& c) { d.detail.needs_variation = c.yes_no(); }},
    {{"youngerThan27", "jongerDan27", shown}, [](Draft& d, const Cell& c) { d.detail.younger_than_27 = c.yes_no(); }},
    {{"searchPeriodFrom", "zoektermijnVan"}, [](Draft& d, const Cell& c) { d.detail.search_period.from = c.date(); }},
    {{"searchPeriodUntil", "zoektermijnTot"}, [](Draft& d, const Cell& c) { d.detail.search_period.until = c.date(); }},
};

}  // namespace

CsvKind csv_portfolios() {
  CsvKind kind;
  kind.columns = infos_of(columns);
  kind.read = [](const Row& row, RecordNotes& notes) -> std::optional<store::Record> {
    Portfolio draft;
    fill(draft, columns, row, notes);
    if (row.birth_date) draft.detail.younger_than_27 = younger_than_27(*row.birth_date, row.today);
    draft.search.id = draft.detail.id = CandidateId::random();
    return draft;
  };
  return kind;
}

}  // namespace passend::intake
