// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/vum.hpp"
#include "indexer/intake/vum_answer.hpp"
#include "indexer/model/strict_json.hpp"

namespace passend::intake {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_vum_id = 500;

Json parse_object(std::string_view body) {
  Json document = parse_strict_json(body);
  if (document.is_object()) return document;
  throw Error(ErrorCode::malformed_document, "the answer of the VUM exchange is no JSON object");
}

/// It becomes a part of an address.
bool is_vum_id(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
  };
  const bool is_relative = text == "." || text == "..";
  return !text.empty() && text.size() <= longest_vum_id && !is_relative &&
         std::all_of(text.begin(), text.end(), is_plain);
}

/// The id by which the exchange knows a match; a source that is asked without the exchange gives its own.
std::string id_of(const Json& match, const char* source_id) {
  for (const char* name : {"vumID", source_id}) {
    const auto found = match.find(name);
    if (found != match.end() && found->is_string() && is_vum_id(found->get_ref<const std::string&>())) {
      return found->get<std::string>();
    }
  }
  return {};
}

/// Our readers ask for the id of a source, which an answer of the exchange need not have.
void name_it(Json& document, const char* source_id) {
  document.erase("vumID");
  document[source_id] = "vum";
}

std::optional<SearchProfile> read_match(const Json& match, Date today, SearchProfile*) {
  FileNotes file;
  RecordNotes notes(file, 0, 0);
  auto portfolio = vum_format::read_portfolio(match, today, notes);
  if (!portfolio) return std::nullopt;
  portfolio->search.source.system = "vum";
  hold_to_rules(*portfolio, nullptr, notes);
  if (notes.rejected()) return std::nullopt;
  return std::move(portfolio->search);
}

std::optional<Vacancy> read_match(const Json& match, Date, Vacancy*) {
  FileNotes file;
  RecordNotes notes(file, 0, 0);
  auto vacancy = vum_format::read_vacancy(match, notes);
  if (!vacancy) return std::nullopt;
  vacancy->source.system = "vum";
  // Ours have a title; VUM does not ask for one.
  if (vacancy->title.empty()) vacancy->title = "Vacature zonder naam";
  hold_to_rules(*vacancy, nullptr, notes);
  if (notes.rejected()) return std::nullopt;
  return vacancy;
}

template <class Record>
VumAnswer<Record> read_answer(std::string_view body, const char* source_id, Date today) {
  Json document = parse_object(body);
  VumAnswer<Record> answer;
  const auto reached = document.find("maximumAantalResultatenBereikt");
  answer.maximum_reached = reached != document.end() && reached->is_boolean() && reached->template get<bool>();
  const auto matches = document.find("matches");
  if (matches == document.end() || matches->is_null()) return answer;
  if (!matches->is_array()) {
    throw Error(ErrorCode::malformed_document, "the answer of the VUM exchange has no list of matches");
  }
  for (Json& match : *matches) {
    const std::string id = match.is_object() ? id_of(match, source_id) : std::string();
    if (!id.empty()) name_it(match, source_id);
    auto record = id.empty() ? std::nullopt : read_match(match, today, static_cast<Record*>(nullptr));
    if (record) {
      answer.matches.push_back({id, std::move(*record)});
    } else {
      ++answer.unreadable;
    }
  }
  return answer;
}

}  // namespace

VumAnswer<SearchProfile> read_vum_profile_matches(std::string_view body, Date today) {
  return read_answer<SearchProfile>(body, "idWerkzoekende", today);
}

VumAnswer<Vacancy> read_vum_vacancy_matches(std::string_view body) {
  return read_answer<Vacancy>(body, "idVacature", {});
}

Portfolio read_vum_detail(std::string_view body, Date today) {
  Json document = parse_object(body);
  if (const auto inner = document.find("werkzoekende"); inner != document.end() && inner->is_object()) {
    document = Json(std::move(*inner));
  }
  name_it(document, "idWerkzoekende");
  FileNotes file;
  RecordNotes notes(file, 0, 0);
  auto portfolio = vum_format::read_portfolio(document, today, notes);
  if (portfolio) portfolio->search.source.system = "vum";
  if (portfolio) hold_to_rules(*portfolio, nullptr, notes);
  if (portfolio && !notes.rejected()) return std::move(*portfolio);
  throw Error(ErrorCode::malformed_document, "the answer of the VUM exchange holds no profile that can be read");
}

}  // namespace passend::intake
