// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/utf8.hpp"
#include "server/vum/parts.hpp"
#include "server/vum/selection.hpp"

namespace passend::vum_source::parts {

using nlohmann::json;

void put(json& object, const char* name, std::string_view text, std::size_t longest) {
  if (!text.empty()) object[name] = std::string(code_point_prefix(text, longest));
}

void put(json& object, const char* name, std::optional<int> number) {
  if (number) object[name] = *number;
}

void put(json& object, const char* name, std::optional<Date> date) {
  if (date) object[name] = to_text(*date);
}

void put(json& object, const char* name, std::optional<bool> answer) {
  if (answer) object[name] = vum::to_vum(*answer);
}

void put_part(json& object, const char* name, json part) {
  if (!part.empty()) object[name] = std::move(part);
}

void append(json& object, const char* name, json item) {
  if (!item.empty()) object[name].push_back(std::move(item));
}

void put_code(json& object, const char* name, const ConceptRef& ref) {
  put(object, name, vum_code(ref), code_text);
}

void put_contract_forms(json& record, const std::optional<std::vector<ContractType>>& types,
                        const std::optional<std::vector<AgreementType>>& agreements) {
  // Ours are two lists; which went with which is not known, so that each form says one thing.
  for (const ContractType type : items(types)) {
    append(record, "contractvorm", {{"codeTypeArbeidscontract", vum::to_vum(type)}});
  }
  for (const AgreementType agreement : items(agreements)) {
    const auto code = vum::to_vum(agreement);
    if (code) append(record, "contractvorm", {{"codeTypeOvereenkomst", "0" + std::to_string(*code)}});
  }
}

json working_times(const WeeklyHours& hours, const WorkingTimes& times) {
  json part = json::object();
  put(part, "aantalWerkurenPerWeekMinimaal", hours.minimum);
  put(part, "aantalWerkurenPerWeekMaximaal", hours.maximum);
  put(part, "indicatieKantoortijden", times.office_hours);
  return part;
}

json language(const std::string& code, std::optional<LanguageLevel> speaking, std::optional<LanguageLevel> writing,
              std::optional<LanguageLevel> reading, std::optional<LanguageLevel> listening) {
  json part{{"codeTaal", code}};
  put(part, "codeNiveauTaalbeheersingMondeling", number_of(speaking));
  put(part, "codeNiveauTaalbeheersingSchriftelijk", number_of(writing));
  put(part, "codeNiveauTaalbeheersingLezen", number_of(reading));
  put(part, "codeNiveauTaalbeheersingLuisteren", number_of(listening));
  return part;
}

json web_address(const WebAddress& address) {
  json part{{"url", address.url}};
  put(part, "codeWebadres", number_of(address.kind));
  return part;
}

std::string telephone(std::string_view number) {
  std::string plain;
  for (const char byte : number) {
    if (std::string_view(" .-/").find(byte) == std::string_view::npos) plain += byte;
  }
  const bool is_abroad = plain.starts_with('+') || plain.starts_with("00");
  if (const auto trunk = plain.find("(0)"); is_abroad && trunk != std::string::npos) plain.erase(trunk, 3);
  std::erase_if(plain, [](char byte) { return byte == '(' || byte == ')'; });
  const std::size_t first = plain.starts_with('+') ? 1 : 0;
  const bool is_number = plain.size() > first && plain.find_first_not_of("0123456789", first) == std::string::npos;
  return is_number && plain.size() <= 14 ? plain : std::string();
}

}  // namespace passend::vum_source::parts
