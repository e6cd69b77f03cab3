// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/value_maker.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace passend::test {
namespace {

constexpr std::array queries{"",
                             "kok",
                             "magazijn heftruck",
                             "\"vaste baan\"",
                             "schoonmaker -leerling",
                             "verzorgende ?avond",
                             "kok OR bakker OF chef",
                             "maga*",
                             "(kok bakker) hilversum",
                             "heftruck-chauffeur",
                             "de",
                             "c++ & c#",
                             "<b>kok</b>",
                             "één ĳsvrije caf\u00e9",
                             "日本語 العربية 🙂",
                             "kok, bakker; 1211"};
constexpr std::array texts{"kok",
                           "medewerker magazijn (m/v) 32 uur",
                           "Wij vragen rijbewijs B en VCA. Nederlands op B1 is een pre.",
                           "a",
                           "verzorgende IG – niveau 3, 24-32 uur",
                           "\u202eomgekeerd\u202c e\u0301\u0301\u0301 🙂",
                           "100 % < 3 > 2 & \\ / \" '",
                           "日本語 العربية"};

/// Collects the pointers of every property below an object.
void collect(const Json& node, const std::string& at, std::vector<std::string>& pointers) {
  const Json& schema = resolved(node);
  if (!schema.contains("properties")) return;
  for (const auto& [name, property] : schema["properties"].items()) {
    pointers.push_back(at + "/" + name);
    collect(property, at + "/" + name, pointers);
  }
}

}  // namespace

std::vector<std::string> pointers_of(const Json& schema) {
  std::vector<std::string> pointers;
  collect(schema, "", pointers);
  return pointers;
}

const std::vector<Json>& ValueMaker::odd_values() {
  static const std::vector<Json> values{nullptr,
                                        true,
                                        -1,
                                        0,
                                        3.5,
                                        1e300,
                                        99999999999999999,
                                        18446744073709551615ULL,
                                        "",
                                        "x",
                                        std::string(5000, 'y'),
                                        std::string("\0\1", 2),
                                        "' OR 1=1 --",
                                        "<b>",
                                        "%00",
                                        "AND OR NOT ( \" * :",
                                        "\u202e",
                                        "🙂",
                                        "00000000000000000000000000000000",
                                        "0123456789ABCDEF0123456789ABCDEF",
                                        Json::array(),
                                        Json::array({1, "a", nullptr}),
                                        Json::array({"a", "a"}),
                                        Json::array({Json::array({Json::object()})}),
                                        Json::object(),
                                        Json{{"a", 1}},
                                        Json(std::vector<std::string>(1000, "B"))};
  return values;
}

Json ValueMaker::value(const Json& node, const std::string& name) {
  const Json& schema = resolved(node);
  if (schema.contains("enum")) return any(schema["enum"]);
  const std::string type = schema.at("type");
  if (type == "object") return object(schema);
  if (type == "array") return list(schema, name);
  if (type == "integer") return number(schema);
  if (type == "boolean") return random_.chance(50);
  if (type == "string") return text(schema, name);
  throw std::runtime_error("ValueMaker does not know the type " + type + " of " + name);
}

Json ValueMaker::body(const Operation& operation) {
  const Json& schema = openapi()["components"]["schemas"][operation.body_schema];
  // Records have rules between their members that no schema says: the example keeps them.
  if (operation.body_schema.starts_with("New") || operation.body_schema == "MergePatch") {
    return part_of(example_for(operation, region_), schema.value("required", Json::array()));
  }
  is_about_vacancies_ = operation.path.find("/vacancies") != std::string::npos;
  Json body = value(schema, "");
  // What the descriptions say and a schema cannot.
  if (!operation.body_schema.ends_with("Search")) return body;
  const std::string sort = body.value("sort", "");
  const bool has_radius = body.contains("filters") && body["filters"].contains("radius");
  if ((sort == "distance" && !has_radius) || (sort == "closing" && !is_about_vacancies_)) body.erase("sort");
  return body;
}

Json ValueMaker::part_of(Json example, const Json& required) {
  const Json whole = example;
  for (const auto& [name, member] : whole.items()) {
    const bool is_required = std::find(required.begin(), required.end(), name) != required.end();
    if (!is_required && random_.chance(30)) example.erase(name);
    if (name == "candidate") example[name] = id("candidateId");
  }
  return example;
}

Json ValueMaker::object(const Json& schema) {
  Json made = Json::object();
  const Json required = schema.value("required", Json::array());
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, property] : properties.items()) {
    const bool is_required = std::find(required.begin(), required.end(), name) != required.end();
    if (is_required || random_.chance(40)) made[name] = value(property, name);
  }
  return made;
}

Json ValueMaker::list(const Json& schema, const std::string& name) {
  const auto minimum = schema.value("minItems", 0);
  const int most = std::min(schema.value("maxItems", 4), 4);
  Json made = Json::array();
  for (int items = random_.between(minimum, std::max(minimum, most)); items > 0; --items) {
    Json item = value(schema["items"], name);
    const bool is_repeated = std::find(made.begin(), made.end(), item) != made.end();
    if (!is_repeated || !schema.value("uniqueItems", false)) made.push_back(std::move(item));
  }
  return made;
}

Json ValueMaker::number(const Json& schema) {
  const auto minimum = schema.value("minimum", std::int64_t{0});
  const auto maximum = schema.value("maximum", minimum + 1000);
  if (random_.chance(15)) return minimum;
  if (random_.chance(15)) return maximum;
  return minimum + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(maximum - minimum) + 1));
}

std::string ValueMaker::text(const Json& schema, const std::string& name) {
  const std::string pattern = schema.value("pattern", "");
  if (name == "query") return any(queries);
  if (name == "purpose") return any(std::array{"bellen over een vacature", "intake"});
  if (name == "text") return any(texts);
  if (name == "name") return any(std::array{"", "bakker", "B.V.", "%", "_", "é"});
  if (name == "municipalities" || name == "places") return area_name(name);
  if (name == "occupationUris" || name == "chosenUris") {
    return std::string(
        region_.taxonomy->uri(static_cast<taxonomy::ConceptIndex>(random_.below(region_.taxonomy->size()))));
  }
  if (name == "postcode") return std::to_string(any(region_.postcodes->areas()).pc4) + (random_.chance(50) ? "AB" : "");
  if (name == "reason") return any(std::array{"de gewichten worden nagekeken", "a", "é & <b>"});
  if (name == "from") return any(std::array{"1999-12-31", "2026-01-31"});
  if (name == "until") return any(std::array{"2026-02-01", "2199-12-31"});
  if (name == "actor" || name == "reader") return any(std::array{"test", "this machine", "jobhunter:x", "é"});
  if (name == "action") return any(std::array{"see_candidate", "open_details", "x"});
  if (name == "languages") return any(std::array{"nld", "eng", "ara", "tur", "zzz"});
  if (name == "profile" || name == "weights") return any(region_.services->profiles.all()).name;
  if (name == "overrides") return weight_change();
  if (name == "weightOverrides") return weight_change() + "," + weight_change();
  if (name == "seed") return to_text(random_.id()).substr(0, 16);
  if (pattern == "^[0-9a-f]{32}$") return record(name);
  throw std::runtime_error("ValueMaker does not know what to put into " + name + "; teach it in value_maker.cpp");
}

std::string ValueMaker::record(const std::string& name) {
  // A list may name who is no longer there; a record to resemble may not.
  if (name != "like" && random_.chance(10)) return to_text(random_.id());
  if (name == "candidates" || name == "candidateId") return id("candidateId");
  if (name == "employerIds") return id("employerId");
  return id(is_about_vacancies_ || name == "vacancyId" ? "vacancyId" : "candidateId");
}

std::string ValueMaker::id(std::string_view parameter) {
  if (parameter == "candidateId") {
    auto person = region_.people.begin();
    std::advance(person, static_cast<std::ptrdiff_t>(random_.below(region_.people.size())));
    return to_text(person->first);
  }
  if (parameter == "vacancyId") return to_text(any(region_.vacancies));
  if (parameter == "employerId") return to_text(region_.employer);
  if (parameter == "runId") return to_text(region_.run);
  if (parameter == "selectionId") return to_text(region_.selection);
  if (parameter == "proposalId") return to_text(region_.proposal);
  if (parameter == "contactMomentId") return to_text(region_.contact_moment);
  if (parameter == "jobId") return to_text(region_.job);
  if (parameter == "exchangeId") return to_text(region_.exchange_candidate);
  throw std::runtime_error("ValueMaker does not know the path parameter " + std::string(parameter));
}

bool ValueMaker::is_closed_vacancy_in(const std::string& path) const {
  return std::any_of(region_.vacancies.begin(), region_.vacancies.end(), [&](VacancyId vacancy) {
    return path.find(to_text(vacancy)) != std::string::npos && !region_.engine->pool().find(vacancy);
  });
}

std::string ValueMaker::area_name(std::string_view member) {
  const geo::PostcodeArea& area = any(region_.postcodes->areas());
  return member == "places" ? area.place : area.municipality;
}

std::string ValueMaker::weight_change() {
  return any(std::array{"demand.education=0", "supply.distance=important", "multiplier.required=8",
                        "demand.occupation=1000", "supply.hours=ignored"});
}

}  // namespace passend::test
