// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/criteria/weights.hpp"

namespace passend::criteria {

/// The same text in the two languages of the screens.
struct BilingualText {
  std::string dutch;
  std::string english;
  bool operator==(const BilingualText&) const = default;
};

/// Weights with a name, and for whom they are meant.
struct Profile {
  std::string name;  ///< Lower-case words joined by hyphens: "far-from-the-labour-market".
  int version = 1;   ///< Raised whenever a number changes.
  BilingualText title;
  BilingualText purpose;  ///< One sentence.
  Weights weights;        ///< Named `<name>-<version>`.
  bool operator==(const Profile&) const = default;
};

/// The profiles of one file (schemas/json/weights-profiles.schema.json). One is named "default".
class Profiles {
 public:
  /// schemas/weights/profiles.json as it was when the program was built.
  static Profiles built_in();
  /// Throws malformed_document for what is no JSON, configuration with every violation by JSON pointer; both name
  /// `source`, the file that the text came from.
  static Profiles parse(std::string_view json, const std::string& source);

  std::span<const Profile> all() const { return profiles_; }
  /// Null when there is none of that name.
  const Profile* find(std::string_view name) const;
  /// Throws usage that lists the names there are.
  const Profile& get(std::string_view name) const;
  /// "default, urgent"
  std::string names() const;

 private:
  std::vector<Profile> profiles_;  ///< In the order of the file.
};

inline constexpr std::string_view default_profile = "default";

/// The text of schemas/weights/profiles.json; written by CMake.
std::string_view built_in_profiles_json();

}  // namespace passend::criteria
