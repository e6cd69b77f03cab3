// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/vum/parties.hpp"

namespace passend::vum_source {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& what) {
  throw Error(
      ErrorCode::configuration,
      "'" + file.string() + "': " + what + R"(; it should read {"ownOin": "20 digits", "mayAsk": ["20 digits", ...]})");
}

std::string oin(const nlohmann::json& value, const std::filesystem::path& file, const std::string& where) {
  std::string text = value.is_string() ? value.get<std::string>() : std::string();
  const bool is_digits = std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  if (text.size() != 20 || !is_digits) refuse(file, where + " is no OIN of 20 digits in quotes");
  return text;
}

}  // namespace

Parties load_parties(const std::filesystem::path& file) {
  nlohmann::json document;
  try {
    document = parse_strict_json(read_file(file));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::malformed_document) throw;
    refuse(file, error.what());
  }
  if (!document.is_object()) refuse(file, "this is no object");
  for (const auto& [name, value] : document.items()) {
    if (name != "ownOin" && name != "mayAsk") refuse(file, "there is no setting '" + name + "'");
  }
  const nlohmann::json may_ask = document.value("mayAsk", nlohmann::json());
  if (!may_ask.is_array() || may_ask.empty()) refuse(file, "mayAsk is no list of at least one OIN");
  Parties parties;
  parties.own_oin = oin(document.value("ownOin", nlohmann::json()), file, "ownOin");
  for (const nlohmann::json& party : may_ask) parties.may_ask.insert(oin(party, file, "an item of mayAsk"));
  return parties;
}

}  // namespace passend::vum_source
