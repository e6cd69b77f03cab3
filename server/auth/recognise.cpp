// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/recognise.hpp"

#include <algorithm>

#include "indexer/base/utf8.hpp"

namespace passend::auth {
namespace {

constexpr std::size_t longest_text = 255;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// The text at a path; empty when the path is, or the text is no fit one.
std::string text(const Claims& claims, const std::string& path) {
  if (path.empty()) return {};
  std::string found = claims.text(path).value_or("");
  const auto length = count_code_points(found);
  const bool fits = length && *length <= longest_text && std::none_of(found.begin(), found.end(), is_control);
  return fits ? found : std::string();
}

/// A citizen service number: nine digits, of which 9a + 8b + 7c + ... + 2h - i is divisible by eleven. The Dutch
/// profile of OpenID Connect forbids it as a subject; here it would end up in audit rows.
bool is_bsn(const std::string& text) {
  if (text.size() != 9 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  int sum = -(text[8] - '0');
  for (int i = 0; i < 8; ++i) sum += (9 - i) * (text[static_cast<std::size_t>(i)] - '0');
  return sum % 11 == 0;
}

bool is_strong_enough(Role role, const std::string& acr, const Configuration& configuration) {
  const auto minimum = configuration.acr_minimum.find(role);
  if (minimum == configuration.acr_minimum.end()) return true;
  const auto& order = configuration.acr_order;
  const auto had = std::find(order.begin(), order.end(), acr);
  return had != order.end() && had >= std::find(order.begin(), order.end(), minimum->second);
}

}  // namespace

std::variant<Principal, Unfit> recognise(const Claims& claims, const Configuration& configuration, Roles allowed) {
  const ClaimPaths& paths = configuration.claims;
  Principal principal;
  principal.subject = text(claims, paths.subject);
  if (principal.subject.empty() || is_bsn(principal.subject)) return Unfit::no_subject;
  principal.acr = text(claims, "acr");
  Unfit why = Unfit::no_role;
  for (const std::string& value : claims.texts(paths.roles)) {
    const auto role = configuration.roles.find(value);
    if (role == configuration.roles.end() || !allowed.has(role->second)) continue;
    if (is_strong_enough(role->second, principal.acr, configuration)) {
      principal.roles.add(role->second);
    } else {
      why = Unfit::too_weak;
    }
  }
  if (principal.roles.empty()) return why;
  principal.tenant = text(claims, paths.tenant);
  principal.caseload = text(claims, paths.caseload);
  principal.candidate = CandidateId::parse(text(claims, paths.candidate));
  principal.employer = EmployerId::parse(text(claims, paths.employer));
  principal.display_name = text(claims, paths.display_name);
  return principal;
}

}  // namespace passend::auth
