// SPDX-License-Identifier: EUPL-1.2
#include "server/api/settings.hpp"

namespace passend::api {

SettingsInput read_settings(Input&) {
  return {};
}

Settings GetSettings::operator()(const SettingsInput&) const {
  Settings settings;
  settings.version = services.version;
  settings.weights = services.profiles.get(services.default_profile);
  for (const criteria::Profile& profile : services.profiles.all()) settings.profiles.push_back(profile.name);
  settings.taxonomy_name = services.taxonomy.name();
  settings.taxonomy_hash = services.taxonomy.hash();
  settings.postcodes_hash = services.postcodes_hash;
  settings.postcode_areas = services.postcodes.areas().size();
  if (services.near_concepts) settings.embedding_model = services.near_concepts->not_asked({}).model;
  settings.asks_exchange = services.exchange != nullptr;
  settings.describes_algorithm = services.algorithm != nullptr;
  settings.configured = services.configured;
  settings.activity_base = services.activity_base;
  return settings;
}

}  // namespace passend::api
