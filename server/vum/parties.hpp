// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "server/http/message.hpp"

namespace passend::vum_source {

/// Who may ask whom. An OIN (organisatie-identificatienummer) is 20 digits.
struct Parties {
  std::string own_oin;            ///< Ours; every call names it in X-VUM-toParty.
  std::set<std::string> may_ask;  ///< Those of X-VUM-fromParty that are answered.
};

/// Of koppelvlak and message, in API-Version and X-VUM-berichtVersie. Which of the two calls for contacts with
/// employers carry, which came with 3.1, is not published: both are taken.
enum class Versions : std::uint8_t { v3_0, v3_0_or_3_1 };

/// The OIN of the party that makes this call. The server holds no certificates: the reverse proxy in front has
/// established who calls, so the headers of a peer that is not this machine are not believed. Throws VumError: 400.02
/// for a header that is missing, 400.01 for a version or value that is not served, 401 for a party that may not ask.
std::string asking_party(const http::Request& request, const Parties& parties, Versions versions);

/// Adds the VUM headers of the request to its response, as the exchange asks of every answer.
void echo_headers(const http::Request& request, http::Response& response);

}  // namespace passend::vum_source
