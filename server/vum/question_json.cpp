// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/geo/postcodes.hpp"
#include "indexer/model/strict_json.hpp"
#include "indexer/model/vum_codes.hpp"
#include "server/vum/contact_moments.hpp"
#include "server/vum/question.hpp"
#include "server/vum/vum_error.hpp"

namespace passend::vum_source {
namespace {

using nlohmann::json;

/// One place in a question, which may be absent; whatever is empty is. A value that breaks its rule is noted and reads
/// as absent, so that an answer names all of them.
class Node {
 public:
  Node(const json* value, std::string path, std::string& problems)
      : value_(is_empty(value) ? nullptr : value), path_(std::move(path)), problems_(&problems) {}

  bool exists() const { return value_ != nullptr; }
  bool is_object() const { return value_ != nullptr && value_->is_object(); }

  /// The member of an object.
  Node at(const char* name) const {
    const std::string path = path_ + "/" + name;
    if (value_ == nullptr) return {nullptr, path, *problems_};
    if (!value_->is_object()) {
      note("een object");
      return {nullptr, path, *problems_};
    }
    const auto found = value_->find(name);
    return {found == value_->end() ? nullptr : &*found, path, *problems_};
  }

  std::vector<Node> items() const {
    std::vector<Node> found;
    if (value_ == nullptr) return found;
    if (!value_->is_array()) note("een lijst");
    for (std::size_t i = 0; value_->is_array() && i < value_->size(); ++i) {
      Node item(&(*value_)[i], path_ + "/" + std::to_string(i), *problems_);
      if (item.exists()) found.push_back(std::move(item));
    }
    return found;
  }

  std::optional<std::string> text(std::size_t maximum) const {
    if (value_ == nullptr) return std::nullopt;
    if (value_->is_string() && value_->get_ref<const std::string&>().size() <= maximum) {
      return value_->get<std::string>();
    }
    note("een tekst van hoogstens " + std::to_string(maximum) + " tekens");
    return std::nullopt;
  }

  std::optional<int> number(int minimum, int maximum) const {
    if (value_ == nullptr) return std::nullopt;
    if (value_->is_number_integer() && *value_ >= minimum && *value_ <= maximum) return value_->get<int>();
    note("een geheel getal van " + std::to_string(minimum) + " tot en met " + std::to_string(maximum));
    return std::nullopt;
  }

  /// A number in quotes, of one digit.
  std::optional<int> digit(char minimum, char maximum) const {
    if (value_ == nullptr) return std::nullopt;
    if (value_->is_string()) {
      const auto& text = value_->get_ref<const std::string&>();
      if (text.size() == 1 && text[0] >= minimum && text[0] <= maximum) return text[0] - '0';
    }
    note(std::string("een tekst van \"") + minimum + "\" tot en met \"" + maximum + "\"");
    return std::nullopt;
  }

  std::optional<bool> indication() const {
    const auto code = number(1, 2);
    return code ? std::optional(*code == 1) : std::nullopt;
  }

  std::optional<Date> date() const {
    if (value_ == nullptr) return std::nullopt;
    const auto date = value_->is_string() ? parse_date(value_->get_ref<const std::string&>()) : std::nullopt;
    if (!date) note("een datum (JJJJ-MM-DD)");
    return date;
  }

  /// A code through one of the tables of vum_codes.hpp.
  template <class Code>
  std::optional<Code> code(vum::Read<Code> (*table)(std::string_view)) const {
    if (value_ == nullptr) return std::nullopt;
    const auto read = value_->is_string() ? table(value_->get_ref<const std::string&>()) : vum::Read<Code>{};
    if (!read.code) note("een code uit de lijst van VUM");
    return read.code;
  }

  void note(const std::string& expected) const {
    *problems_ += (problems_->empty() ? "" : "; ") + path_ + " moet " + expected + " zijn";
  }

 private:
  static bool is_empty(const json* value) {
    if (value == nullptr || value->is_null()) return true;
    if (value->is_structured()) return value->empty();
    return value->is_string() && value->get_ref<const std::string&>().empty();
  }

  const json* value_;
  std::string path_;
  std::string* problems_;
};

/// Four digits and two letters, issued or not.
bool has_form_of_postcode(std::string_view text) {
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  const auto is_letter = [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); };
  return text.size() == 6 && std::all_of(text.begin(), text.begin() + 4, is_digit) &&
         std::all_of(text.begin() + 4, text.end(), is_letter);
}

void read_area(const Node& question, CommonQuestion& common) {
  const Node area = question.at("selectiegebied");
  if (!area.exists()) throw incomplete_call("/vraagObject/selectiegebied ontbreekt");
  if (!area.is_object()) return area.note("een object");
  const Node postcode = area.at("postcode");
  const Node distance = area.at("afstand");
  if (!postcode.exists() || !distance.exists()) {
    throw incomplete_call("/vraagObject/selectiegebied moet postcode en afstand hebben");
  }
  const auto text = postcode.text(6);
  if (text && !has_form_of_postcode(*text)) postcode.note("een postcode van vier cijfers en twee letters");
  common.pc4 = geo::parse_pc4(text.value_or("")).value_or(0);
  common.distance_km = distance.number(0, 999).value_or(0);
}

void read_languages(const Node& languages, CommonQuestion& common) {
  for (const Node& item : languages.at("$all").items()) {
    const Node match = item.at("$elemMatch");
    if (!match.exists()) continue;
    LanguageDemand demand;
    const Node code = match.at("codeTaal").at("$eq");
    demand.language = code.text(3).value_or("");
    const bool is_code = demand.language.size() == 3 && std::all_of(demand.language.begin(), demand.language.end(),
                                                                    [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_code) code.note("een taalcode van drie kleine letters");
    demand.speaking = match.at("codeNiveauTaalbeheersingMondeling").at("$gte").number(2, 4);
    demand.writing = match.at("codeNiveauTaalbeheersingSchriftelijk").at("$gte").number(2, 4);
    common.languages.push_back(std::move(demand));
  }
}

void read_common(const Node& question, const Node& licences, const Node& languages, CommonQuestion& common) {
  read_area(question, common);
  common.irregular_hours = question.at("flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst").at("$eq").indication();
  common.minimum_hours_at_most = question.at("werktijden.aantalWerkurenPerWeekMinimaal").at("$lte").number(1, 99);
  common.maximum_hours_at_least = question.at("werktijden.aantalWerkurenPerWeekMaximaal").at("$gte").number(1, 99);
  for (const Node& item : licences.at("$all").items()) {
    const auto category = item.at("$elemMatch").at("codeSoortRijbewijs").at("$eq").code(vum::driving_licence);
    if (category) common.driving_licences.push_back(*category);
  }
  read_languages(languages, common);
}

void read_fields(const Node& question, CandidateQuestion& read) {
  read_common(question, question.at("arbeidsmarktkwalificatie.rijbewijs"),
              question.at("arbeidsmarktkwalificatie.taalbeheersing"), read.common);
  for (const Node& item : question.at("bemiddelingsberoep").at("$elemMatch").at("$or").items()) {
    // The contract writes the first; the profiles have the second.
    for (const char* name : {"beroep.codeBeroepsnaam", "codeBeroepsnaam"}) {
      if (auto occupation = item.at(name).at("$eq").text(200)) read.occupations.push_back(std::move(*occupation));
    }
  }
  for (const Node& item : question.at("contractvorm").at("$elemMatch").at("$or").items()) {
    const auto type = item.at("codeTypeArbeidscontract").at("$eq").code(vum::contract_type);
    if (type) read.contract_types.push_back(*type);
  }
  read.office_hours = question.at("werktijden.indicatieKantoortijden").at("$eq").indication();
  read.available_by = question.at("datumAanvangBeschikbaarVoorWerk").at("$lte").date();
}

void read_fields(const Node& question, VacancyQuestion& read) {
  read_common(question, question.at("rijbewijs"), question.at("taalbeheersing"), read.common);
  read.occupation = question.at("beroep.codeBeroepsnaam").at("$eq").text(200).value_or("");
  const Node level = question.at("codeWerkEnDenkniveauMinimaal");
  read.work_level_at_least = level.at("$gte").digit('1', '6');
  read.work_level_below = level.at("$lt").digit('7', '7');
  read.work_level_equal_to = level.at("$eq").digit('7', '7');
  read.starts_on_or_after = question.at("datumAanvangWerkzaamheden").at("$gte").date();
}

/// Eight digits.
bool is_kvk_number(std::string_view text) {
  return text.size() == 8 &&
         std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

void read_fields(const Node& question, ContactMomentQuestion& read) {
  const Node number = question.at("werkgever.nummerKvk").at("$eq");
  if (!number.exists()) throw incomplete_call("/vraagObject moet werkgever.nummerKvk met $eq hebben");
  read.kvk_number = number.text(8).value_or("");
  if (!is_kvk_number(read.kvk_number)) number.note("een KvK-nummer van acht cijfers");
  read.on_or_after = question.at("datum").at("$gte").date();
}

json parse_question(std::string_view body) {
  json document = parse_strict_json(body);
  if (!document.is_object()) throw invalid_call("Het bericht moet een object zijn");
  for (const auto& member : document.items()) {
    if (member.key() != "vraagObject") throw invalid_call("Het bericht mag alleen vraagObject bevatten");
  }
  if (document.empty()) throw incomplete_call("vraagObject ontbreekt");
  if (!document["vraagObject"].is_object()) throw invalid_call("/vraagObject moet een object zijn");
  return document;
}

template <class Question>
Question read(std::string_view body) {
  const json document = parse_question(body);
  std::string problems;
  const Node question(&document["vraagObject"], "/vraagObject", problems);
  Question read;
  read_fields(question, read);
  if (!problems.empty()) throw invalid_call(problems);
  return read;
}

}  // namespace

CandidateQuestion read_candidate_question(std::string_view body) {
  return read<CandidateQuestion>(body);
}

VacancyQuestion read_vacancy_question(std::string_view body) {
  return read<VacancyQuestion>(body);
}

ContactMomentQuestion read_contact_moment_question(std::string_view body) {
  return read<ContactMomentQuestion>(body);
}

}  // namespace passend::vum_source
