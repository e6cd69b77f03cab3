// SPDX-License-Identifier: EUPL-1.2
#include "tests/vum/plain_reading.hpp"

#include <cmath>
#include <fstream>
#include <sstream>
#include <vector>

namespace passend::test {
namespace {

using Json = nlohmann::json;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

std::size_t column(const std::vector<std::string>& head, const std::string& name) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == name) return i;
  }
  return 0;
}

/// A dotted path in a profile; null when a part of it is missing.
Json value_at(const Json& profile, const std::string& path) {
  Json value = profile;
  std::istringstream stream(path);
  for (std::string name; std::getline(stream, name, '.');) {
    if (!value.is_object() || !value.contains(name)) return nullptr;
    Json inner = value[name];
    value = std::move(inner);
  }
  return value;
}

bool has_language(const Json& profile, const Json& wanted) {
  const Json languages = value_at(profile, "arbeidsmarktkwalificatie.taalbeheersing");
  for (const Json& language : languages.is_null() ? Json::array() : languages) {
    bool fits = language.value("codeTaal", "") == wanted["codeTaal"]["$eq"];
    for (const char* skill : {"codeNiveauTaalbeheersingMondeling", "codeNiveauTaalbeheersingSchriftelijk"}) {
      if (!wanted.contains(skill)) continue;
      // 0 is unknown and 8 not applicable: neither is a level.
      const int level = language.value(skill, 0);
      fits = fits && level >= wanted[skill]["$gte"].get<int>() && level <= 4;
    }
    if (fits) return true;
  }
  return false;
}

bool has_all(const Json& question, const Json& profile) {
  if (question.contains("arbeidsmarktkwalificatie.rijbewijs")) {
    for (const Json& wanted : question["arbeidsmarktkwalificatie.rijbewijs"]["$all"]) {
      bool found = false;
      const Json licences = value_at(profile, "arbeidsmarktkwalificatie.rijbewijs");
      for (const Json& licence : licences.is_null() ? Json::array() : licences) {
        if (licence.value("codeSoortRijbewijs", "") == wanted["$elemMatch"]["codeSoortRijbewijs"]["$eq"]) found = true;
      }
      if (!found) return false;
    }
  }
  if (question.contains("arbeidsmarktkwalificatie.taalbeheersing")) {
    for (const Json& wanted : question["arbeidsmarktkwalificatie.taalbeheersing"]["$all"]) {
      if (!has_language(profile, wanted["$elemMatch"])) return false;
    }
  }
  return true;
}

bool has_any(const Json& question, const Json& profile, const char* list, const char* asked, const char* held) {
  if (!question.contains(list)) return true;
  for (const Json& item : profile.value(list, Json::array())) {
    for (const Json& wanted : question[list]["$elemMatch"]["$or"]) {
      if (item.contains(held) && item[held] == wanted[asked]["$eq"]) return true;
    }
  }
  return false;
}

/// A period that ends before it begins is read as not known (docs/vum.md).
bool is_reversed(const Json& profile) {
  const Json from = value_at(profile, "flexibiliteit.datumAanvangBeschikbaarVoorWerk");
  const Json until = value_at(profile, "flexibiliteit.datumEindeBeschikbaarVoorWerk");
  return !from.is_null() && !until.is_null() && from.get<std::string>() > until.get<std::string>();
}

bool has_values(const Json& question, const Json& profile) {
  for (const char* path :
       {"flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst", "werktijden.indicatieKantoortijden"}) {
    if (question.contains(path) && value_at(profile, path) != question[path]["$eq"]) return false;
  }
  const std::string minimum = "werktijden.aantalWerkurenPerWeekMinimaal";
  if (question.contains(minimum)) {
    const Json held = value_at(profile, minimum);
    if (held.is_null() || held > question[minimum]["$lte"]) return false;
  }
  const std::string maximum = "werktijden.aantalWerkurenPerWeekMaximaal";
  if (question.contains(maximum)) {
    const Json held = value_at(profile, maximum);
    if (held.is_null() || held < question[maximum]["$gte"]) return false;
  }
  const std::string start = "datumAanvangBeschikbaarVoorWerk";
  if (!question.contains(start)) return true;
  const Json held = value_at(profile, "flexibiliteit." + start);
  return !held.is_null() && !is_reversed(profile) && held <= question[start]["$lte"];
}

}  // namespace

PlainReading::PlainReading(const std::filesystem::path& postcodes_csv) {
  std::ifstream file(postcodes_csv);
  std::string line;
  std::getline(file, line);
  const auto head = cells_of(line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    centroids_[cells.at(column(head, "pc4"))] = {std::stod(cells.at(column(head, "lat"))),
                                                 std::stod(cells.at(column(head, "lon")))};
  }
}

Opinion PlainReading::is_near(const Json& area, const Json& profile) const {
  const auto from = centroids_.find(area["postcode"].get<std::string>().substr(0, 4));
  const auto to = centroids_.find(profile["mobiliteit"]["bemiddelingspostcode"].get<std::string>().substr(0, 4));
  if (from == centroids_.end() || to == centroids_.end()) return Opinion::no;
  const double degree = std::acos(-1.0) / 180;
  const auto [lat1, lon1] = from->second;
  const auto [lat2, lon2] = to->second;
  const double a =
      std::pow(std::sin((lat2 - lat1) * degree / 2), 2) +
      std::cos(lat1 * degree) * std::cos(lat2 * degree) * std::pow(std::sin((lon2 - lon1) * degree / 2), 2);
  const double kilometres = 2 * 6371.0088 * std::asin(std::sqrt(a));
  const double asked = area["afstand"].get<double>();
  if (from != to && std::abs(kilometres - asked) < 0.2) return Opinion::on_the_line;
  return kilometres <= asked ? Opinion::yes : Opinion::no;
}

Opinion PlainReading::answers(const Json& question, const Json& profile) const {
  const bool fits = has_all(question, profile) && has_values(question, profile) &&
                    has_any(question, profile, "bemiddelingsberoep", "beroep.codeBeroepsnaam", "codeBeroepsnaam") &&
                    has_any(question, profile, "contractvorm", "codeTypeArbeidscontract", "codeTypeArbeidscontract");
  return fits ? is_near(question["selectiegebied"], profile) : Opinion::no;
}

}  // namespace passend::test
