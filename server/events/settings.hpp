// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace passend::events {

/// Somebody who wants to be told.
struct Subscriber {
  std::string name;             ///< 1..40 characters of a-z, 0-9 and -; names its files.
  std::string url;              ///< https, or http on this machine.
  std::string secret;           ///< At least 24 bytes; signs what is sent.
  std::set<std::string> types;  ///< Of event_types(); at least one.
};

struct Settings {
  std::string source;   ///< The system, as in events.
  std::string address;  ///< In front of every dataref: "https://werk.hilversum.example".
  std::vector<Subscriber> subscribers;
};

/// The file of `passend serve --events` (docs/events.md). Secrets stand in files of their own, as `whsec_` and base64.
/// Throws configuration with everything that is wrong, file_missing.
Settings load_settings(const std::filesystem::path& file);

}  // namespace passend::events
