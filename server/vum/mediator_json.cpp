// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/utf8.hpp"
#include "server/vum/mediator.hpp"

namespace passend::vum_mediator {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_code = 10;
constexpr std::size_t longest_message = 500;
constexpr std::size_t longest_details = 2000;

/// A text of an answer on one line, cut to the length that VUM gives it.
std::string text_of(const Json& body, const char* name, std::size_t longest) {
  const auto found = body.find(name);
  if (found == body.end() || !found->is_string()) return {};
  std::string text(code_point_prefix(found->get_ref<const std::string&>(), longest));
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return text;
}

ErrorCode code_of(int status) {
  return status == 429 ? ErrorCode::too_many_requests : ErrorCode::peer_unavailable;
}

}  // namespace

Error refusal_of(const fetch::Answer& answer) {
  std::string text = "The VUM exchange answered with status " + std::to_string(answer.status);
  std::vector<Violation> violations;
  const Json body = Json::parse(answer.body, nullptr, false);
  if (body.is_object()) {
    if (const auto code = text_of(body, "code", longest_code); !code.empty()) text += ", code " + code;
    if (const auto said = text_of(body, "message", longest_message); !said.empty()) text += ": " + said;
    if (const auto details = text_of(body, "details", longest_details); !details.empty()) {
      violations.push_back({"VUM", "", details});
    }
  }
  if (answer.status == 401) text += ". Look whether our certificate and OIN are known there";
  return {code_of(answer.status), text + ".", violations};
}

}  // namespace passend::vum_mediator
