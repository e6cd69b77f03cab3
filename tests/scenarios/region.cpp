// SPDX-License-Identifier: EUPL-1.2
#include "tests/scenarios/region.hpp"

#include <stdexcept>

#include "tests/scenarios/table.hpp"
#include "tests/world/world.hpp"

namespace passend::scenarios {
namespace {

/// A value with the mark of its importance taken off.
struct Marked {
  std::string text;
  Importance importance = Importance::important;
};

Marked marked(const std::string& text) {
  if (text.ends_with('*')) return {trimmed(text.substr(0, text.size() - 1)), Importance::required};
  if (text.ends_with('~')) return {trimmed(text.substr(0, text.size() - 1)), Importance::desired};
  return {text, Importance::important};
}

template <class Code>
Code code(const std::string& name) {
  if (const auto found = parse_code<Code>(name)) return *found;
  throw std::invalid_argument("no such code: " + name);
}

Date date(const std::string& text) {
  if (const auto found = parse_date(text)) return *found;
  throw std::invalid_argument("no such date: " + text);
}

/// What stands before and after a word or sign; the second is empty when it does not occur.
std::pair<std::string, std::string> cut(const std::string& text, const std::string& at) {
  const auto position = text.find(at);
  if (position == std::string::npos) return {trimmed(text), ""};
  return {trimmed(text.substr(0, position)), trimmed(text.substr(position + at.size()))};
}

/// One row, with helpers that know what an empty cell and "-" mean and set the criterion's importance from a mark.
class Cells {
 public:
  Cells(const Row& row, Importances& importances) : row_(row), importances_(importances) {}

  std::string text(const std::string& column) const {
    const auto found = row_.find(column);
    return found == row_.end() ? std::string() : found->second;
  }
  /// The cell of a single value; a mark on it is the importance of the criterion.
  std::string value(const std::string& column, Criterion criterion) {
    const auto cell = text(column);
    const auto result = marked(cell);
    if (result.text != cell) importances_[criterion] = result.importance;
    return result.text;
  }
  template <class Item, class Make>
  std::optional<std::vector<Item>> list(const std::string& column, Make make) const {
    const auto cell = text(column);
    if (cell.empty()) return std::nullopt;
    std::vector<Item> items;
    if (cell == "-") return items;
    for (const auto& part : parts_of(cell)) items.push_back(make(part));
    return items;
  }
  template <class Code>
  std::optional<std::vector<Code>> codes(const std::string& column, Criterion criterion) {
    const auto cell = value(column, criterion);
    if (cell.empty()) return std::nullopt;
    std::vector<Code> items;
    for (const auto& part : parts_of(cell)) items.push_back(code<Code>(part));
    return items;
  }
  WeeklyHours hours() {
    const auto [low, high] = cut(value("hours", Criterion::hours), "-");
    WeeklyHours result;
    if (!low.empty()) result.minimum = result.maximum = std::stoi(low);
    if (!high.empty()) result.maximum = std::stoi(high);
    return result;
  }
  std::optional<Salary> salary(bool is_wanted) {
    const auto cell = value("salary", Criterion::salary);
    if (cell.empty()) return std::nullopt;
    Salary result;
    (is_wanted ? result.minimum_cents : result.maximum_cents) = std::stoi(cell);
    return result;
  }

 private:
  const Row& row_;
  Importances& importances_;
};

ConceptRef named(const std::string& label) {
  return {"", label};
}

/// "kok 2020-2024", "kok 2020-", "kok".
WorkExperience worked(const std::string& text) {
  WorkExperience work;
  const auto space = text.find_last_of(' ');
  const auto years = space == std::string::npos ? std::string() : text.substr(space + 1);
  if (years.size() < 5 || years[4] != '-') {
    work.occupation = named(text);
    return work;
  }
  work.occupation = named(text.substr(0, space));
  work.period.from = date(years.substr(0, 4) + "-01-01");
  if (years.size() > 5) work.period.until = date(years.substr(5) + "-12-31");
  return work;
}

LanguageSkill language(const std::string& text) {
  const auto [name, level] = cut(text, ":");
  LanguageSkill skill;
  skill.language = name;
  if (!level.empty()) skill.speaking.level = code<LanguageLevel>(level);
  return skill;
}

void set_abilities(SearchProfile& person, const Cells& cells) {
  person.wanted_occupations = cells.list<ConceptRef>("wants", named);
  person.experience = cells.list<WorkExperience>("worked", worked);
  person.competences = cells.list<HeldCompetence>("competences", [](const std::string& part) {
    const auto [name, level] = cut(part, ":");
    HeldCompetence held;
    held.competence = named(name);
    if (!level.empty()) held.level = code<Proficiency>(level);
    return held;
  });
  if (const auto level = cells.text("level"); !level.empty()) person.work_level = code<WorkLevel>(level);
  person.languages = cells.list<LanguageSkill>("languages", language);
  person.driving_licences = cells.list<HeldLicence>("licences", [](const std::string& part) {
    return HeldLicence{code<DrivingLicence>(part), std::nullopt};
  });
  person.credentials = cells.list<HeldCredential>("papers", [](const std::string& part) {
    const auto [name, until] = cut(part, " until ");
    return HeldCredential{named(name), until.empty() ? std::nullopt : std::optional(date(until))};
  });
}

void set_wishes(SearchProfile& person, Cells& cells) {
  person.mobility.postcode = cells.text("home");
  if (const auto limit = cells.value("max km", Criterion::distance); !limit.empty()) {
    person.mobility.maximum_distance_km = std::stoi(limit);
  }
  person.mobility.transport = cells.list<TransportUse>("by", [](const std::string& part) {
    return TransportUse{code<Transport>(part), std::nullopt, std::nullopt};
  });
  person.hours = cells.hours();
  if (const auto from = cells.value("from", Criterion::period); !from.empty()) person.available.from = date(from);
  person.contract_types = cells.codes<ContractType>("contract", Criterion::contract);
  person.agreements = cells.codes<AgreementType>("agreement", Criterion::agreement);
  person.needed_conditions = cells.codes<WorkingCondition>("needs", Criterion::working_conditions);
  person.wanted_salary = cells.salary(true);
}

void set_demands(Vacancy& vacancy, Cells& cells) {
  const auto occupation = cells.value("occupation", Criterion::occupation);
  vacancy.title = occupation.empty() ? "Werk" : occupation;
  if (!occupation.empty()) vacancy.occupation = named(occupation);
  vacancy.competences = cells.list<DemandedCompetence>("competences", [](const std::string& part) {
    const auto demand = marked(part);
    const auto [name, level] = cut(demand.text, ":");
    DemandedCompetence competence{named(name), std::nullopt, demand.importance};
    if (!level.empty()) competence.level = code<Proficiency>(level);
    return competence;
  });
  if (const auto level = cells.value("level", Criterion::work_level); !level.empty()) {
    vacancy.work_level = code<WorkLevel>(level);
  }
  vacancy.languages = cells.list<DemandedLanguage>("languages", [](const std::string& part) {
    const auto demand = marked(part);
    const auto [name, level] = cut(demand.text, ":");
    DemandedLanguage language;
    language.language = name;
    if (!level.empty()) language.speaking = code<LanguageLevel>(level);
    language.importance = demand.importance;
    return language;
  });
  vacancy.driving_licences = cells.list<DemandedLicence>("licences", [](const std::string& part) {
    const auto demand = marked(part);
    return DemandedLicence{code<DrivingLicence>(demand.text), demand.importance};
  });
  vacancy.credentials = cells.list<DemandedCredential>("papers", [](const std::string& part) {
    const auto demand = marked(part);
    return DemandedCredential{named(demand.text), demand.importance};
  });
  if (const auto years = cells.value("years", Criterion::experience); !years.empty()) {
    vacancy.experience_years = std::stoi(years);
  }
}

void set_offer(Vacancy& vacancy, Cells& cells) {
  vacancy.location.postcode = cells.text("place");
  vacancy.hours = cells.hours();
  if (const auto start = cells.value("start", Criterion::period); !start.empty()) vacancy.period.from = date(start);
  vacancy.contract_types = cells.codes<ContractType>("contract", Criterion::contract);
  vacancy.agreements = cells.codes<AgreementType>("agreement", Criterion::agreement);
  vacancy.offered_conditions = cells.codes<WorkingCondition>("offers", Criterion::working_conditions);
  vacancy.salary = cells.salary(false);
}

}  // namespace

Region::Region(const std::string& people, const std::string& vacancies) {
  for (const auto& row : read_table(people)) add_person(row);
  for (const auto& row : read_table(vacancies)) add_vacancy(row);
  engine_ = std::make_unique<engine::Engine>(world::pool_of(people_, vacancies_), criteria::default_weights(),
                                             executor_, engine::EngineSettings{world::today()});
}

void Region::add_person(const Row& row) {
  SearchProfile person;
  person.id = world::candidate_id(static_cast<int>(people_.size()) + 1);
  Cells cells(row, person.importance);
  set_abilities(person, cells);
  set_wishes(person, cells);
  person_ids_[row.at("name")] = person.id;
  names_[person.id.value] = row.at("name");
  people_.push_back(std::move(person));
}

void Region::add_vacancy(const Row& row) {
  Vacancy vacancy;
  vacancy.id = world::vacancy_id(static_cast<int>(vacancies_.size()) + 1);
  Cells cells(row, vacancy.importance);
  set_demands(vacancy, cells);
  set_offer(vacancy, cells);
  vacancy_ids_[row.at("name")] = vacancy.id;
  names_[vacancy.id.value] = row.at("name");
  vacancies_.push_back(std::move(vacancy));
}

std::string Region::names_of(const engine::MatchPage& page) const {
  std::string names;
  for (const auto& row : page.rows) names += (names.empty() ? "" : " ") + names_.at(row.id);
  return names;
}

std::string Region::listed(const std::string& vacancy, engine::Lane lane, engine::SortBy sort) const {
  return names_of(engine_->candidates_for(vacancy_ids_.at(vacancy), {lane, sort}));
}

std::string Region::vacancies_for(const std::string& person, engine::Lane lane) const {
  return names_of(engine_->vacancies_for(person_ids_.at(person), {lane}));
}

engine::MatchPage Region::page(const std::string& vacancy, engine::Lane lane) const {
  return engine_->candidates_for(vacancy_ids_.at(vacancy), {lane});
}

engine::PairExplanation Region::explain(const std::string& person, const std::string& vacancy) const {
  return engine_->explain(person_ids_.at(person), vacancy_ids_.at(vacancy), 0);
}

engine::CriterionResult Region::line(const std::string& person, const std::string& vacancy, Criterion criterion,
                                     engine::Side side) const {
  for (const auto& result : explain(person, vacancy).criteria) {
    if (result.criterion == criterion && result.side == side) return result;
  }
  throw std::out_of_range("that side has not set " + std::string(to_text(criterion)));
}

}  // namespace passend::scenarios
