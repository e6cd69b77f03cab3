// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace passend {

/// What an organisation sees of an installation that it shares with others: of which source systems. A record has one
/// source system for as long as it lives. All lists ascending, each system once.
struct Boundary {
  std::string tenant;                 ///< The organisation: 1..40 characters of [a-z0-9-].
  std::vector<std::string> own;       ///< Everything in the records of these: who people are, and to change them.
  std::vector<std::string> profiles;  ///< Search profiles: of their own, and of who agreed to show theirs.
  std::vector<std::string> work;      ///< Vacancies, employers and contacts with them: of the whole region.
  bool operator==(const Boundary&) const = default;
};

/// Whether a system stands in one of the lists of a boundary.
inline bool holds_system(const std::vector<std::string>& systems, std::string_view system) {
  return std::binary_search(systems.begin(), systems.end(), system, std::less<>());
}

/// The source system of what an organisation makes in Passend itself.
inline std::string system_of_tenant(std::string_view tenant) {
  return "passend:" + std::string(tenant);
}

}  // namespace passend
