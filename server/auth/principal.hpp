// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/model/codes.hpp"

/// Who asks. What they may do is for the policy to decide.
namespace passend::auth {

/// What somebody is to Passend; product.md has what each one does. A person may be several.
enum class Role : std::uint8_t {
  job_seeker,
  employer,
  jobhunter,
  employer_adviser,
  manager,
  functional_administrator,
  auditor,
  service,  ///< A machine.
};

/// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  constexpr Roles(std::initializer_list<Role> roles) {
    for (const Role role : roles) add(role);
  }

  constexpr void add(Role role) { bits_ = static_cast<std::uint16_t>(bits_ | bit(role)); }
  constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  /// Those that are in both.
  constexpr Roles operator&(Roles other) const {
    Roles both;
    both.bits_ = static_cast<std::uint16_t>(bits_ & other.bits_);
    return both;
  }
  constexpr bool operator==(const Roles&) const = default;

 private:
  static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }

  std::uint16_t bits_ = 0;
};

/// Somebody who was recognised, as the identity provider describes them. A text that the provider does not give is
/// empty.
struct Principal {
  std::string subject;                   ///< The provider's own name for them, never a BSN; stands in audit rows.
  std::string tenant;                    ///< The organisation on whose behalf they act.
  Roles roles;                           ///< At least one.
  std::string caseload;                  ///< Which clients are theirs.
  std::optional<CandidateId> candidate;  ///< Of a job seeker: their own record.
  std::optional<EmployerId> employer;    ///< Of an employer: their own organisation.
  std::string display_name;              ///< For their own screen only, never logged.
  std::string acr;                       ///< How surely they were recognised (OpenID Connect Core section 2).
};

}  // namespace passend::auth

namespace passend {

template <>
struct CodeNames<auth::Role> {
  static constexpr CodeTable<auth::Role, 8> names{{{auth::Role::job_seeker, "job_seeker"},
                                                   {auth::Role::employer, "employer"},
                                                   {auth::Role::jobhunter, "jobhunter"},
                                                   {auth::Role::employer_adviser, "employer_adviser"},
                                                   {auth::Role::manager, "manager"},
                                                   {auth::Role::functional_administrator, "functional_administrator"},
                                                   {auth::Role::auditor, "auditor"},
                                                   {auth::Role::service, "service"}}};
};

namespace auth {

/// The members of a set, in the order of the enumeration.
inline std::vector<Role> roles_of(Roles roles) {
  std::vector<Role> list;
  for (const auto& [role, name] : CodeNames<Role>::names) {
    if (roles.has(role)) list.push_back(role);
  }
  return list;
}

}  // namespace auth
}  // namespace passend
