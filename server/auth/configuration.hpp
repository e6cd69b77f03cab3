// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/auth/principal.hpp"
#include "server/auth/tenants.hpp"

namespace passend::auth {

/// Where in a token something stands: names with dots between them (claims.hpp). Empty: nowhere.
struct ClaimPaths {
  std::string subject = "sub";
  std::string roles = "roles";
  std::string tenant;
  std::string caseload;
  std::string candidate;
  std::string employer;
  std::string display_name = "name";
};

/// What machines show.
struct Machines {
  std::string audience;        ///< Of their tokens; empty: no bearer tokens are taken.
  Roles roles{Role::service};  ///< They can have no other.
};

/// How people and machines are recognised (schemas/json/sign-in.schema.json, docs/sign-in.md).
struct Configuration {
  std::string issuer;
  std::string client_id;
  std::filesystem::path private_key_file;
  std::string private_key_id;              ///< "kid" of the client assertion; empty: none.
  std::filesystem::path authorities_file;  ///< Whose certificates the provider may have; empty: the system's.
  std::string public_url;                  ///< Scheme, host and port by which browsers reach Passend.
  std::vector<std::string> scopes{"openid"};
  ClaimPaths claims;
  std::map<std::string, Role, std::less<>> roles;  ///< What the provider calls them.
  std::vector<std::string> acr_order;              ///< From the weakest to the strongest.
  std::map<Role, std::string> acr_minimum;         ///< A role that is absent has none.
  Machines machines;
  std::vector<Tenant> tenants;  ///< Empty: the installation is of one organisation.
};

/// Reads the JSON of a configuration; names of files are relative to `directory`. `source` names it in errors. Throws
/// configuration with every violation.
Configuration read_configuration(std::string_view json, const std::filesystem::path& directory,
                                 const std::string& source);

/// The same for a file.
Configuration load_configuration(const std::filesystem::path& file);

/// Where the provider sends browsers back to; it must know this address.
std::string redirect_address(const Configuration& configuration);

}  // namespace passend::auth
