// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/model/object_reader.hpp"
#include "indexer/model/strict_json.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/criteria/weights_json.hpp"

namespace passend::criteria {
namespace {

using Json = nlohmann::json;

constexpr int file_version = 1;
constexpr std::size_t most_profiles = 50;
// So that the name of the weights, with version and changes, fits a match result.
constexpr std::size_t longest_name = 40;
constexpr std::size_t longest_title = 80;
constexpr std::size_t longest_purpose = 300;
constexpr int highest_version = 999;

bool is_name(std::string_view text) {
  const auto is_letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  char before = '-';
  for (const char c : text) {
    if (!is_letter_or_digit(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

class Reader {
 public:
  std::vector<Profile> read(const Json& json) {
    ObjectReader file(json, "", violations_);
    file.number("version", {file_version, file_version});
    std::vector<Profile> profiles;
    if (const Json* list = file.member("profiles")) {
      if (!list->is_array() || list->empty() || list->size() > most_profiles) {
        file.refuse("profiles", list->type_name(), "is a list of 1 to " + std::to_string(most_profiles) + " profiles");
      } else {
        for (const auto& one : *list) profiles.push_back(profile(one, "/profiles/" + std::to_string(profiles.size())));
        check_names(profiles);
      }
    }
    file.finish();
    return profiles;
  }
  const std::vector<Violation>& violations() const { return violations_; }

 private:
  BilingualText texts(ObjectReader& profile, std::string_view name, std::size_t longest) {
    const Json* json = profile.member(name);
    if (json == nullptr) return {};
    ObjectReader reader(*json, profile.pointer_to(name), violations_);
    BilingualText text{reader.text("nl", longest), reader.text("en", longest)};
    reader.finish();
    return text;
  }

  Profile profile(const Json& json, const std::string& pointer) {
    ObjectReader reader(json, pointer, violations_);
    Profile profile;
    profile.name = reader.text("name", longest_name);
    if (!profile.name.empty() && !is_name(profile.name)) {
      reader.refuse("name", profile.name, "is lower-case letters and digits in words joined by hyphens");
    }
    profile.version = reader.number("version", {1, highest_version});
    profile.title = texts(reader, "title", longest_title);
    profile.purpose = texts(reader, "purpose", longest_purpose);
    if (const Json* weights = reader.member("weights")) {
      ObjectReader numbers(*weights, reader.pointer_to("weights"), violations_);
      profile.weights = read_weights(numbers, violations_);
      numbers.finish();
    }
    profile.weights.name = profile.name + "-" + std::to_string(profile.version);
    reader.finish();
    return profile;
  }

  void check_names(const std::vector<Profile>& profiles) {
    bool has_default = false;
    for (auto one = profiles.begin(); one != profiles.end(); ++one) {
      has_default |= one->name == default_profile;
      const bool again = std::any_of(profiles.begin(), one, [&](const auto& other) { return other.name == one->name; });
      if (!again || one->name.empty()) continue;
      violations_.push_back({"/profiles/" + std::to_string(one - profiles.begin()) + "/name", one->name,
                             "is the name of one profile only; rename or remove one of the two"});
    }
    if (!has_default) {
      violations_.push_back(
          {"/profiles", "", "has one profile named default, which is used where no other is chosen; add it"});
    }
  }

  std::vector<Violation> violations_;
};

Json parsed(std::string_view text, const std::string& source) {
  try {
    return parse_strict_json(text);
  } catch (const Error& error) {
    throw Error(error.code(), source + ": " + error.what());
  }
}

}  // namespace

Profiles Profiles::built_in() {
  return parse(built_in_profiles_json(), "the built-in weights profiles");
}

Profiles Profiles::parse(std::string_view json, const std::string& source) {
  Reader reader;
  Profiles profiles;
  profiles.profiles_ = reader.read(parsed(json, source));
  if (reader.violations().empty()) return profiles;
  throw Error(
      ErrorCode::configuration,
      source + " breaks " + std::to_string(reader.violations().size()) +
          " rule(s) of schemas/json/weights-profiles.schema.json: " + passend::to_text(reader.violations().front()),
      reader.violations());
}

const Profile* Profiles::find(std::string_view name) const {
  const auto found =
      std::find_if(profiles_.begin(), profiles_.end(), [&](const auto& one) { return one.name == name; });
  return found == profiles_.end() ? nullptr : &*found;
}

const Profile& Profiles::get(std::string_view name) const {
  if (const auto* found = find(name)) return *found;
  throw Error(ErrorCode::usage, "there is no weights profile '" + std::string(name) + "'; there is " + names());
}

std::string Profiles::names() const {
  std::string names;
  for (const auto& profile : profiles_) names += (names.empty() ? "" : ", ") + profile.name;
  return names;
}

}  // namespace passend::criteria
