// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "matcher/run/run_json.hpp"

namespace passend::run {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// The members of each part, once for writing and for reading: `v(name, member)`.
template <class V>
void members(V& v, auto& facts, pool::VacancyFacts*) {
  v("id", facts.id);
  v("occupation", facts.occupation);
  v("likeOccupations", facts.like_occupations);
  v("competences", facts.competences);
  v("competenceAnswers", facts.competence_answers);
  v("workLevel", facts.work_level);
  v("education", facts.education);
  v("languages", facts.languages);
  v("drivingLicences", facts.driving_licences);
  v("credentials", facts.credentials);
  v("experienceYears", facts.experience_years);
  v("pc4", facts.pc4);
  v("hours", facts.hours);
  v("workingTimes", facts.working_times);
  v("period", facts.period);
  v("contractTypes", facts.contract_types);
  v("agreements", facts.agreements);
  v("sector", facts.sector);
  v("offeredCentsAnHour", facts.offered_cents_an_hour);
  v("offeredConditions", facts.offered_conditions);
  v("titleWords", facts.title_words);
  v("importance", facts.importance);
  v("closes", facts.closes);
  v("updated", facts.updated);
}
template <class V>
void members(V& v, auto& fact, pool::Likeness*) {
  v("concept", fact.concept_index);
  v("similarityBp", fact.similarity_bp);
}
template <class V>
void members(V& v, auto& fact, pool::DemandedCompetenceFact*) {
  v("competence", fact.competence);
  v("level", fact.level);
  v("importance", fact.importance);
  v("rarityBp", fact.rarity_bp);
}
template <class V>
void members(V& v, auto& fact, pool::CompetenceAnswer*) {
  v("competence", fact.competence);
  v("demand", fact.demand);
  v("similarityBp", fact.similarity_bp);
}
template <class V>
void members(V& v, auto& fact, pool::DemandedEducationFact*) {
  v("level", fact.level);
  v("field", fact.field);
  v("experienceCounts", fact.experience_counts);
}
template <class V>
void members(V& v, auto& fact, pool::DemandedLanguageFact*) {
  v("language", fact.language);
  v("minimum", fact.minimum);
  v("importance", fact.importance);
}
template <class V>
void members(V& v, auto& fact, pool::DemandedLicenceFact*) {
  v("category", fact.category);
  v("importance", fact.importance);
}
template <class V>
void members(V& v, auto& fact, pool::DemandedCredentialFact*) {
  v("credential", fact.credential);
  v("importance", fact.importance);
}
template <class V>
void members(V& v, auto& hours, WeeklyHours*) {
  v("minimum", hours.minimum);
  v("maximum", hours.maximum);
}
template <class V>
void members(V& v, auto& times, WorkingTimes*) {
  v("officeHours", times.office_hours);
  v("irregularHours", times.irregular_hours);
  v("grid", times.grid);
}
template <class V>
void members(V& v, auto& period, Period*) {
  v("from", period.from);
  v("until", period.until);
}
template <class V, class Item>
void members(V& v, auto& list, pool::KnownList<Item>*) {
  v("known", list.known);
  v("unplaced", list.unplaced);
  v("items", list.items);
}
template <class V, class Item>
void members(V& v, auto& list, pool::DemandList<Item>*) {
  members(v, list, static_cast<pool::KnownList<Item>*>(nullptr));
  v("strongest", list.strongest);
  v("strongestUnplaced", list.strongest_unplaced);
}

template <class Code>
concept Coded = requires {
  CodeNames<Code>::names;
};

struct Writer;
template <class T>
concept Structure = requires(Writer& v, const T& value) {
  members(v, value, static_cast<T*>(nullptr));
};

template <class T>
OrderedJson written(const T& value);
template <class T>
OrderedJson written(const std::vector<T>& values);
OrderedJson written(const Importances& importances);

/// Writes the members that are known.
struct Writer {
  OrderedJson json = OrderedJson::object();
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) {
    if (value) json[name] = written(*value);
  }
  template <class T>
  void operator()(const char* name, const T& value) {
    json[name] = written(value);
  }
};

template <class T>
OrderedJson written(const std::vector<T>& values) {
  OrderedJson json = OrderedJson::array();
  for (const auto& value : values) json.push_back(written(value));
  return json;
}

OrderedJson written(const Importances& importances) {
  OrderedJson json = OrderedJson::object();
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    if (const auto importance = importances[criterion]) json[std::string(name)] = to_text(*importance);
  }
  return json;
}

template <class T>
OrderedJson written(const T& value) {
  if constexpr (Structure<T>) {
    Writer writer;
    members(writer, value, static_cast<T*>(nullptr));
    return writer.json;
  } else if constexpr (Coded<T>) {
    return to_text(value);
  } else if constexpr (std::is_same_v<T, VacancyId> || std::is_same_v<T, Date>) {
    return to_text(value);
  } else if constexpr (std::is_same_v<T, WeekGrid>) {
    return value.bits;
  } else {
    return value;
  }
}

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::malformed_document, "the facts of the tried-out vacancy: " + what);
}

template <class T>
void read(const Json& json, T& value);
template <class T>
void read(const Json& json, std::vector<T>& values);
void read(const Json& json, Importances& importances);

/// Reads the members that are there.
struct Reader {
  const Json& json;
  std::size_t read_members = 0;

  template <class T>
  void operator()(const char* name, std::optional<T>& value) {
    if (!json.contains(name)) return;
    read(json.at(name), value.emplace());
    ++read_members;
  }
  template <class T>
  void operator()(const char* name, T& value) {
    read(json.at(name), value);
    ++read_members;
  }
};

template <class T>
void read(const Json& json, std::vector<T>& values) {
  if (!json.is_array()) refuse("a list is expected");
  for (const auto& item : json) read(item, values.emplace_back());
}

void read(const Json& json, Importances& importances) {
  for (const auto& [name, value] : json.items()) {
    const auto criterion = parse_code<Criterion>(name);
    const auto importance = parse_code<Importance>(value.get<std::string>());
    if (!criterion || !importance) refuse("'" + name + "' is no importance of a criterion");
    importances[*criterion] = *importance;
  }
}

template <class T>
void read(const Json& json, T& value) {
  if constexpr (Structure<T>) {
    Reader reader{json};
    members(reader, value, static_cast<T*>(nullptr));
    if (reader.read_members != json.size()) refuse("a member is not known");
  } else if constexpr (Coded<T>) {
    const auto code = parse_code<T>(json.get<std::string>());
    if (!code) refuse("a code is not known");
    value = *code;
  } else if constexpr (std::is_same_v<T, VacancyId>) {
    const auto id = VacancyId::parse(json.get<std::string>());
    if (!id) refuse("an id has 32 hexadecimal digits");
    value = *id;
  } else if constexpr (std::is_same_v<T, Date>) {
    const auto date = parse_date(json.get<std::string>());
    if (!date) refuse("a day is YYYY-MM-DD");
    value = *date;
  } else if constexpr (std::is_same_v<T, WeekGrid>) {
    value.bits = json.get<std::uint32_t>();
  } else {
    json.get_to(value);
  }
}

}  // namespace

OrderedJson facts_json(const pool::VacancyFacts& facts) {
  return written(facts);
}

pool::VacancyFacts read_facts(const Json& json) {
  pool::VacancyFacts facts;
  read(json, facts);
  return facts;
}

}  // namespace passend::run
