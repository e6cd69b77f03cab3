// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/parties.hpp"

#include <algorithm>
#include <array>

#include "server/vum/vum_error.hpp"

namespace passend::vum_source {
namespace {

constexpr std::string_view version = "3.0.0";
constexpr std::string_view next_version = "3.1.0";
constexpr std::size_t longest_value = 100;
constexpr std::array echoed{"API-Version", "X-VUM-berichtVersie", "X-VUM-fromParty", "X-VUM-toParty", "X-VUM-viaParty"};
constexpr std::string_view suwi_header = "X-VUM-SUWIparty";

bool is_this_machine(std::string_view peer) {
  return peer == "::1" || peer.starts_with("127.") || peer.starts_with("::ffff:127.");
}

/// Printable ASCII of a length that can be sent back.
bool is_plain(std::string_view value) {
  return !value.empty() && value.size() <= longest_value &&
         std::all_of(value.begin(), value.end(), [](char byte) { return byte > 0x20 && byte < 0x7F; });
}

void require_headers(const http::Request& request) {
  std::string missing;
  std::string malformed;
  const auto look_at = [&](std::string_view name) {
    const auto value = request.header(name);
    if (!value || value->empty()) {
      missing += (missing.empty() ? "" : ", ") + std::string(name);
    } else if (!is_plain(*value)) {
      malformed += (malformed.empty() ? "" : ", ") + std::string(name);
    }
  };
  for (const char* name : echoed) look_at(name);
  look_at(suwi_header);
  if (!missing.empty()) throw incomplete_call("Deze headers ontbreken: " + missing);
  if (!malformed.empty()) throw invalid_call("Deze headers hebben geen geldige waarde: " + malformed);
}

void require_version(const http::Request& request, std::string_view name, Versions versions) {
  const auto found = request.header(name);
  if (found == version || (versions == Versions::v3_0_or_3_1 && found == next_version)) return;
  throw invalid_call("De header " + std::string(name) + " moet " + std::string(version) + " zijn");
}

}  // namespace

std::string asking_party(const http::Request& request, const Parties& parties, Versions versions) {
  require_headers(request);
  require_version(request, "API-Version", versions);
  require_version(request, "X-VUM-berichtVersie", versions);
  const std::string_view suwi = *request.header(suwi_header);
  if (suwi != "true" && suwi != "false") throw invalid_call("De header X-VUM-SUWIparty moet true of false zijn");
  if (*request.header("X-VUM-toParty") != parties.own_oin) {
    throw invalid_call("De header X-VUM-toParty noemt een andere bron dan deze");
  }
  std::string from(*request.header("X-VUM-fromParty"));
  if (!is_this_machine(request.peer) || !parties.may_ask.contains(from)) {
    throw VumError(401, "401", "Deze partij mag hier geen vragen stellen");
  }
  return from;
}

void echo_headers(const http::Request& request, http::Response& response) {
  for (const char* name : echoed) {
    const auto value = request.header(name);
    if (value && is_plain(*value)) response.fields.push_back({name, std::string(*value)});
  }
}

}  // namespace passend::vum_source
