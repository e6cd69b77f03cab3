// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "indexer/model/object_reader.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/auth/configuration.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_address = 500;
constexpr std::size_t most_entries = 100;

std::string role_names() {
  std::string names;
  for (const auto& [role, name] : CodeNames<Role>::names) names += (names.empty() ? "" : " ") + std::string(name);
  return names;
}

/// Reads a whole configuration; what is wrong is collected.
class Reader {
 public:
  explicit Reader(const std::filesystem::path& directory) : directory_(directory) {}

  const std::vector<Violation>& violations() const { return violations_; }

  Configuration read(const Json& json) {
    ObjectReader file(json, "", violations_);
    Configuration made;
    made.issuer = address(file, "issuer");
    made.client_id = file.text("clientId", longest_name);
    made.private_key_file = path(file.text("privateKeyFile", longest_address));
    if (file.has("privateKeyId")) made.private_key_id = file.text("privateKeyId", longest_name);
    if (file.has("authoritiesFile")) made.authorities_file = path(file.text("authoritiesFile", longest_address));
    made.public_url = origin(file, "publicUrl");
    if (file.has("scopes")) made.scopes = scopes(file);
    if (file.has("claims")) made.claims = claims(*file.member("claims"));
    if (const Json* roles = file.member("roles")) made.roles = role_values(*roles);
    if (file.has("acr")) read_acr(*file.member("acr"), made);
    if (file.has("tenants")) made.tenants = tenants(file, made.claims);
    if (file.has("machines")) made.machines = machines(*file.member("machines"), made.client_id);
    file.finish();
    return made;
  }

 private:
  std::filesystem::path path(const std::string& name) const {
    return name.empty() ? std::filesystem::path() : directory_ / name;
  }

  /// An address with https, or of this machine, without a query.
  std::string address(ObjectReader& object, std::string_view name) {
    const std::string text = object.text(name, longest_address);
    if (text.empty()) return text;
    try {
      if (fetch::is_protected(fetch::parse_url(text)) && text.find('?') == std::string::npos) return text;
    } catch (const Error&) {
      // Said below.
    }
    object.refuse(name, text, "is an address with https (http for this machine only), without query and fragment");
    return text;
  }

  std::string origin(ObjectReader& object, std::string_view name) {
    const std::string text = address(object, name);
    const std::size_t host = text.find("//");
    if (host != std::string::npos && text.find('/', host + 2) != std::string::npos) {
      object.refuse(name, text, "is scheme, host and port, without a path and a slash at its end");
    }
    return text;
  }

  /// The texts of a list.
  std::vector<std::string> texts(ObjectReader& object, std::string_view name) {
    std::vector<std::string> list;
    const Json* json = object.member(name);
    if (json == nullptr) return list;
    const bool is_list = json->is_array() && !json->empty() && json->size() <= most_entries &&
                         std::all_of(json->begin(), json->end(), [](const Json& one) {
                           return one.is_string() && !one.get_ref<const std::string&>().empty();
                         });
    if (!is_list) {
      object.refuse(name, json->type_name(), "is a list of 1 to 100 texts");
      return list;
    }
    for (const Json& one : *json) {
      list.push_back(one);
      if (std::count(list.begin(), list.end(), list.back()) > 1)
        object.refuse(name, list.back(), "names nothing twice");
    }
    return list;
  }

  std::vector<std::string> scopes(ObjectReader& file) {
    const auto list = texts(file, "scopes");
    const auto is_scope = [](const std::string& text) {
      return std::all_of(text.begin(), text.end(),
                         [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    };
    if (!std::all_of(list.begin(), list.end(), is_scope)) {
      file.refuse("scopes", "", "has names in visible ASCII, each apart (RFC 6749 section 3.3)");
    }
    if (std::find(list.begin(), list.end(), "openid") == list.end()) file.refuse("scopes", "", "has openid among them");
    return list;
  }

  ClaimPaths claims(const Json& json) {
    ClaimPaths paths;
    ObjectReader object(json, "/claims", violations_);
    const auto read = [&](const char* name, std::string& path) {
      if (object.has(name)) path = object.text(name, longest_name);
    };
    read("subject", paths.subject);
    read("roles", paths.roles);
    read("tenant", paths.tenant);
    read("caseload", paths.caseload);
    read("candidate", paths.candidate);
    read("employer", paths.employer);
    read("displayName", paths.display_name);
    object.finish();
    return paths;
  }

  /// {"what the provider calls it": "role"}
  std::map<std::string, Role, std::less<>> role_values(const Json& json) {
    std::map<std::string, Role, std::less<>> values;
    ObjectReader object(json, "/roles", violations_);
    if (!json.is_object()) return values;
    for (const auto& [value, role] : json.items()) values.emplace(value, object.code<Role>(value));
    if (values.empty() || values.size() > most_entries) {
      violations_.push_back({"/roles", "", "has 1 to 100 values of the provider, each with one of " + role_names()});
    }
    return values;
  }

  void read_acr(const Json& json, Configuration& made) {
    ObjectReader acr(json, "/acr", violations_);
    made.acr_order = texts(acr, "order");
    if (const Json* minimum = acr.member("minimum")) {
      ObjectReader object(*minimum, "/acr/minimum", violations_);
      for (const auto& [role, name] : CodeNames<Role>::names) {
        if (!object.has(name)) continue;
        const std::string value = object.text(name, longest_name);
        if (std::find(made.acr_order.begin(), made.acr_order.end(), value) == made.acr_order.end()) {
          object.refuse(name, value, "is one of /acr/order");
        }
        made.acr_minimum.emplace(role, value);
      }
      object.finish();
    }
    acr.finish();
  }

  std::vector<Tenant> tenants(ObjectReader& file, const ClaimPaths& paths) {
    std::vector<Tenant> made;
    const Json* json = file.member("tenants");
    if (!json->is_array() || json->empty() || json->size() > most_entries) {
      file.refuse("tenants", json->type_name(), "is a list of 1 to 100 organisations");
      return made;
    }
    if (paths.tenant.empty()) {
      violations_.push_back(
          {"/claims/tenant", "", "is required beside tenants: it says for which of them somebody acts"});
    }
    for (std::size_t i = 0; i < json->size(); ++i) {
      ObjectReader object((*json)[i], "/tenants/" + std::to_string(i), violations_);
      Tenant tenant;
      tenant.id = object.text("id", longest_name);
      tenant.name = object.text("name", longest_name);
      if (object.has("region")) tenant.region = object.text("region", longest_name);
      if (object.has("sources")) tenant.sources = texts(object, "sources");
      if (object.has("showsProfilesTo")) tenant.shows_profiles_to = texts(object, "showsProfilesTo");
      object.finish();
      made.push_back(std::move(tenant));
    }
    for (auto& violation : violations_of(made, "/tenants")) violations_.push_back(std::move(violation));
    return made;
  }

  Machines machines(const Json& json, const std::string& client_id) {
    Machines made;
    ObjectReader object(json, "/machines", violations_);
    made.audience = object.text("audience", longest_address);
    if (made.audience == client_id) {
      object.refuse("audience", made.audience, "is not the clientId: an ID token would do as a bearer token");
    }
    if (object.has("roles")) {
      made.roles = {};
      for (const std::string& name : texts(object, "roles")) {
        const auto role = parse_code<Role>(name);
        if (!role) object.refuse("roles", name, "are of " + role_names());
        if (role) made.roles.add(*role);
      }
    }
    object.finish();
    return made;
  }

  const std::filesystem::path& directory_;
  std::vector<Violation> violations_;
};

}  // namespace

Configuration read_configuration(std::string_view json, const std::filesystem::path& directory,
                                 const std::string& source) {
  Reader reader(directory);
  Configuration made;
  try {
    made = reader.read(parse_strict_json(json));
  } catch (const Error& error) {
    throw Error(ErrorCode::configuration, source + ": " + error.what());
  }
  if (reader.violations().empty()) return made;
  throw Error(ErrorCode::configuration,
              source + " breaks " + std::to_string(reader.violations().size()) +
                  " rule(s) of schemas/json/sign-in.schema.json: " + passend::to_text(reader.violations().front()),
              reader.violations());
}

}  // namespace passend::auth
