// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/session_json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/base/date.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(std::chrono::sys_seconds time) {
  return passend::to_text(
      Timestamp{std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count()});
}

Json describe(const Principal& principal) {
  Json json;
  json["roles"] = Json::array();
  for (const Role role : roles_of(principal.roles)) json["roles"].push_back(to_text(role));
  if (!principal.display_name.empty()) json["displayName"] = principal.display_name;
  if (!principal.tenant.empty()) json["tenant"] = principal.tenant;
  if (!principal.acr.empty()) json["acr"] = principal.acr;
  if (!principal.caseload.empty()) json["caseload"] = principal.caseload;
  if (principal.candidate) json["candidateId"] = passend::to_text(*principal.candidate);
  if (principal.employer) json["employerId"] = passend::to_text(*principal.employer);
  return json;
}

}  // namespace

std::string write_session(const Session& session, std::chrono::sys_seconds now) {
  Json json = describe(session.principal);
  json["idleUntil"] = text_of(now + session.idle_left);
  json["expires"] = text_of(now + session.left);
  return json.dump();
}

std::string write_principal(const Principal& principal) {
  return describe(principal).dump();
}

std::string write_logout(const std::string& address) {
  Json json = Json::object();
  if (!address.empty()) json["logoutUrl"] = address;
  return json.dump();
}

}  // namespace passend::auth
