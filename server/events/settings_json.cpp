// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/base64.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/trim.hpp"
#include "indexer/fetch/url.hpp"
#include "indexer/model/configuration_file.hpp"
#include "indexer/model/object_reader.hpp"
#include "server/events/event.hpp"
#include "server/events/settings.hpp"

namespace passend::events {
namespace {

using Json = nlohmann::json;

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t shortest_secret = 24;

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string protected_address(ObjectReader& reader, const char* name) {
  std::string text = reader.text(name, 1000);
  if (text.empty()) return text;
  try {
    if (fetch::is_protected(fetch::parse_url(text))) return text;
    reader.refuse(name, text, "speaks https, or stands on this machine");
  } catch (const Error& error) {
    reader.refuse(name, text, std::string("is an address: ") + error.what());
  }
  return text;
}

std::string read_secret(ObjectReader& reader, const std::filesystem::path& directory) {
  const std::string file = reader.text("secretFile", 1000);
  if (file.empty()) return {};
  try {
    const std::string bytes = read_file(directory / file);
    const std::string_view text = trimmed(bytes);
    const auto secret = text.starts_with(secret_prefix) ? from_base64(text.substr(secret_prefix.size())) : std::nullopt;
    if (secret && secret->size() >= shortest_secret) return *secret;
    reader.refuse("secretFile", file, "holds whsec_ and the base64 of at least 24 random bytes");
  } catch (const Error& error) {
    reader.refuse("secretFile", file, error.what());
  }
  return {};
}

std::set<std::string> read_types(const Json& object, ObjectReader& reader) {
  std::set<std::string> types;
  const Json* list = reader.member("types");
  if (list == nullptr) return types;
  const auto& known = event_types();
  if (list->is_array()) {
    for (const Json& type : *list) {
      if (type.is_string()) types.insert(type.get<std::string>());
    }
  }
  const bool all_known = std::all_of(types.begin(), types.end(), [&](const std::string& type) {
    return std::find(known.begin(), known.end(), type) != known.end();
  });
  if (types.empty() || !all_known || types.size() != object["types"].size()) {
    std::string rule = "is a list of some of";
    for (const std::string& type : known) rule += ' ' + type;
    reader.refuse("types", "", rule);
  }
  return types;
}

Subscriber read_subscriber(const Json& object, const std::string& pointer, const std::filesystem::path& directory,
                           std::vector<Violation>& violations) {
  ObjectReader reader(object, pointer, violations);
  Subscriber subscriber;
  subscriber.name = reader.text("name", 40);
  if (!subscriber.name.empty() && !is_name(subscriber.name)) {
    reader.refuse("name", subscriber.name, "is of small letters, digits and hyphens");
  }
  subscriber.url = protected_address(reader, "url");
  subscriber.secret = read_secret(reader, directory);
  subscriber.types = read_types(object, reader);
  reader.finish();
  return subscriber;
}

}  // namespace

Settings load_settings(const std::filesystem::path& file) {
  std::vector<Violation> violations;
  Settings settings;
  const Json document = read_configuration(file);
  ObjectReader reader(document, "", violations);
  settings.source = reader.text("source", 200);
  settings.address = protected_address(reader, "address");
  const Json* list = reader.member("subscribers");
  if (list != nullptr && (!list->is_array() || list->empty())) {
    reader.refuse("subscribers", "", "is a list of at least one subscriber");
  } else if (list != nullptr) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string pointer = "/subscribers/" + std::to_string(i);
      settings.subscribers.push_back(read_subscriber((*list)[i], pointer, file.parent_path(), violations));
    }
  }
  reader.finish();
  std::set<std::string> names;
  for (const Subscriber& subscriber : settings.subscribers) {
    if (!names.insert(subscriber.name).second) {
      violations.push_back({"/subscribers", subscriber.name, "has each name once"});
    }
  }
  refuse_broken(file, std::move(violations), "docs/events.md");
  return settings;
}

}  // namespace passend::events
