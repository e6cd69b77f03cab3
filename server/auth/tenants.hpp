// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/model/boundary.hpp"

/// Several organisations in one installation (docs/sign-in.md).
namespace passend::auth {

struct Tenant {
  std::string id;                              ///< As the claim of the provider has it: 1..40 of [a-z0-9-].
  std::string name;                            ///< For people to read.
  std::string region;                          ///< Shares its vacancies and employers; empty: alone.
  std::vector<std::string> sources;            ///< Systems whose records are theirs.
  std::vector<std::string> shows_profiles_to;  ///< Ids of others in the region that see their search profiles.
};

/// What is wrong with these together, by JSON pointer below `pointer`: ids and sources that are not theirs alone, and
/// agreements with who is not in the region. Empty: nothing.
std::vector<Violation> violations_of(const std::vector<Tenant>& tenants, const std::string& pointer);

/// The organisations of an installation and what each sees. Immutable.
class Tenants {
 public:
  /// Of tenants without violations.
  explicit Tenants(std::vector<Tenant> tenants);

  /// Null when there is no such organisation.
  std::shared_ptr<const Boundary> boundary(std::string_view tenant) const;
  /// Whose records of a source system are; null: nobody's.
  const Tenant* owner_of(std::string_view system) const;

 private:
  std::vector<Tenant> tenants_;
  std::map<std::string, std::shared_ptr<const Boundary>, std::less<>> boundaries_;
  std::map<std::string, std::size_t, std::less<>> owners_;  ///< By source system.
};

}  // namespace passend::auth
