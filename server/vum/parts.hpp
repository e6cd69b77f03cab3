// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/values.hpp"
#include "indexer/model/vum_codes.hpp"

/// What the VUM forms of profile and vacancy have in common. Each function adds nothing for what is not known, for VUM
/// reads an empty text, list or object as absent.
namespace passend::vum_source::parts {

void put(nlohmann::json& object, const char* name, std::string_view text, std::size_t longest);
void put(nlohmann::json& object, const char* name, std::optional<int> number);
void put(nlohmann::json& object, const char* name, std::optional<Date> date);
/// 1 yes, 2 no
void put(nlohmann::json& object, const char* name, std::optional<bool> answer);
/// An object or list that is not empty.
void put_part(nlohmann::json& object, const char* name, nlohmann::json part);

/// Appends to the list of that name when the item is not empty.
void append(nlohmann::json& object, const char* name, nlohmann::json item);

void put_code(nlohmann::json& object, const char* name, const ConceptRef& ref);
void put_contract_forms(nlohmann::json& record, const std::optional<std::vector<ContractType>>& types,
                        const std::optional<std::vector<AgreementType>>& agreements);
nlohmann::json working_times(const WeeklyHours& hours, const WorkingTimes& times);
nlohmann::json language(const std::string& code, std::optional<LanguageLevel> speaking,
                        std::optional<LanguageLevel> writing, std::optional<LanguageLevel> reading,
                        std::optional<LanguageLevel> listening);
nlohmann::json web_address(const WebAddress& address);
/// The digits of a number and the + before them ("+31 (0)35 123 45 67" is +31351234567); empty when it holds anything
/// else, or more than the 14 characters of VUM.
std::string telephone(std::string_view number);

/// What is in a list; nothing when it is not known.
template <class T>
const std::vector<T>& items(const std::optional<std::vector<T>>& list) {
  static const std::vector<T> none;
  return list ? *list : none;
}

/// A coded value as its number in VUM.
template <class Code>
std::optional<int> number_of(std::optional<Code> code) {
  return code ? std::optional<int>(vum::to_vum(*code)) : std::nullopt;
}

inline constexpr std::size_t long_text = 2000;
inline constexpr std::size_t code_text = 200;
inline constexpr std::size_t contact_text = 35;
inline constexpr std::size_t email_text = 320;

}  // namespace passend::vum_source::parts
