// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "indexer/model/configuration_file.hpp"
#include "indexer/model/object_reader.hpp"
#include "server/vum/settings.hpp"

namespace passend::vum_source {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 1000;

bool is_oin(const Json& value) {
  if (!value.is_string()) return false;
  const auto& text = value.get_ref<const std::string&>();
  return text.size() == 20 &&
         std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
}

std::string read_oin(ObjectReader& reader, const char* name) {
  const Json* value = reader.member(name);
  if (value == nullptr) return {};
  if (is_oin(*value)) return value->get<std::string>();
  reader.refuse(name, "", "is an OIN of 20 digits in quotes");
  return {};
}

std::set<std::string> read_may_ask(ObjectReader& reader) {
  std::set<std::string> parties;
  const Json* list = reader.member("mayAsk");
  const bool is_list = list->is_array() && !list->empty() && std::all_of(list->begin(), list->end(), is_oin);
  if (!is_list) reader.refuse("mayAsk", "", "is a list of at least one OIN of 20 digits in quotes");
  for (const Json& party : is_list ? *list : Json::array()) parties.insert(party.get<std::string>());
  return parties;
}

std::filesystem::path read_file_name(ObjectReader& reader, const char* name, const std::filesystem::path& directory) {
  if (!reader.has(name)) return {};
  const std::string text = reader.text(name, longest_text);
  return text.empty() ? std::filesystem::path() : directory / text;
}

vum_mediator::ExchangeAccess read_exchange(const Json& object, const std::filesystem::path& directory,
                                           std::vector<Violation>& violations) {
  ObjectReader reader(object, "/exchange", violations);
  vum_mediator::ExchangeAccess access;
  access.url = reader.text("url", longest_text);
  while (access.url.ends_with('/')) access.url.pop_back();
  access.to_party = read_oin(reader, "toParty");
  if (reader.has("viaParty")) access.via_party = read_oin(reader, "viaParty");
  access.own_certificate = {read_file_name(reader, "certificate", directory), read_file_name(reader, "key", directory)};
  access.authorities_file = read_file_name(reader, "authorities", directory);
  reader.finish();
  if (access.url.empty()) return access;
  try {
    const auto url = fetch::parse_url(access.url);
    if (!fetch::is_protected(url)) reader.refuse("url", access.url, "speaks https, or stands on this machine");
    const bool shows_itself = !access.own_certificate.certificate.empty() && !access.own_certificate.key.empty();
    if (url.scheme == fetch::Scheme::https && !shows_itself) {
      reader.refuse("certificate", "", "is required with its key where the exchange speaks https");
    }
  } catch (const Error& error) {
    reader.refuse("url", access.url, std::string("is an address: ") + error.what());
  }
  return access;
}

template <class Code>
std::map<Code, int> read_codes(ObjectReader& reader, const char* name, std::vector<Violation>& violations) {
  std::map<Code, int> codes;
  const Json* object = reader.member(name);
  if (object == nullptr) return codes;
  ObjectReader members(*object, reader.pointer_to(name), violations);
  for (const auto& [code, text] : CodeNames<Code>::names) {
    if (members.has(text)) codes[code] = members.number(text, {1, 6});
  }
  members.finish();
  if (codes.empty()) reader.refuse(name, "", "has at least one number");
  return codes;
}

ContactMomentCodes read_contact_moments(const Json& object, std::vector<Violation>& violations) {
  ObjectReader reader(object, "/contactMoments", violations);
  ContactMomentCodes codes;
  codes.kinds = read_codes<ContactKind>(reader, "kinds", violations);
  codes.subjects = read_codes<ContactSubject>(reader, "subjects", violations);
  if (reader.has("accountManager")) {
    const Json* named = reader.member("accountManager");
    if (!named->is_boolean()) reader.refuse("accountManager", "", "is true or false");
    if (*named == true) codes.account_manager = AccountManager::named;
  }
  reader.finish();
  return codes;
}

Settings read_settings(const Json& document, const std::filesystem::path& directory,
                       std::vector<Violation>& violations) {
  ObjectReader reader(document, "", violations);
  Settings settings;
  settings.parties.own_oin = read_oin(reader, "ownOin");
  if (reader.has("mayAsk")) settings.parties.may_ask = read_may_ask(reader);
  if (reader.has("contactMoments")) {
    settings.contact_moments = read_contact_moments(*reader.member("contactMoments"), violations);
    if (!reader.has("mayAsk")) reader.refuse("contactMoments", "", "is for those who may ask: name them in mayAsk");
  }
  if (reader.has("exchange")) {
    settings.exchange = read_exchange(*reader.member("exchange"), directory, violations);
    settings.exchange->own_oin = settings.parties.own_oin;
    if (settings.exchange->via_party.empty()) settings.exchange->via_party = settings.parties.own_oin;
  }
  if (!reader.has("mayAsk") && !reader.has("exchange")) {
    reader.refuse("mayAsk", "", "is required where there is no exchange to ask");
  }
  reader.finish();
  return settings;
}

}  // namespace

Settings load_settings(const std::filesystem::path& file) {
  std::vector<Violation> violations;
  Settings settings = read_settings(read_configuration(file), file.parent_path(), violations);
  refuse_broken(file, std::move(violations), "docs/vum.md");
  return settings;
}

}  // namespace passend::vum_source
