// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "server/api/input.hpp"
#include "server/api/services.hpp"

/// The configuration in force, to be read. It is changed by starting the server otherwise.
namespace passend::api {

struct SettingsInput {};
SettingsInput read_settings(Input& input);

/// GET /v1/settings
struct Settings {
  std::string version;
  criteria::Profile weights;          ///< Where a request names none.
  std::vector<std::string> profiles;  ///< Names of all that there are.
  std::string taxonomy_name;
  std::string taxonomy_hash;
  std::string postcodes_hash;
  std::uint64_t postcode_areas = 0;
  std::string embedding_model;  ///< Empty: none.
  bool asks_exchange = false;
  bool describes_algorithm = false;
  Configured configured;
  std::string activity_base;
};

struct GetSettings {
  const Services& services;
  Settings operator()(const SettingsInput& input) const;
};

http::Response write_settings(const Settings& settings, const SettingsInput& input, const Services& services);

}  // namespace passend::api
