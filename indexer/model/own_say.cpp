// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <string>

#include "indexer/model/fields.hpp"

namespace passend {
namespace {

/// Where each field of a record stands, by its name.
struct Places {
  std::map<std::string, const void*, std::less<>> fields;

  template <class T>
  void field(const char* name, const T& value, const Rule&) {
    fields.emplace(name, &value);
  }
  void check(bool, const char*, const char*) {}
};

/// Puts the named fields of a known record into one of the same type.
struct Keeper {
  const std::vector<std::string>& names;
  const Places& known;

  template <class T>
  void field(const char* name, T& value, const Rule&) {
    if (std::find(names.begin(), names.end(), name) == names.end()) return;
    // Both were described by the same function, so the field of this name has this type.
    const T& kept = *static_cast<const T*>(known.fields.find(name)->second);
    if constexpr (std::is_same_v<T, ExchangeRelease>) {
      value.by_candidate = kept.by_candidate;
    } else {
      value = kept;
    }
  }
  void check(bool, const char*, const char*) {}
};

template <class T>
void keep(const std::vector<std::string>& names, const T& known, T& imported) {
  Places places;
  describe(places, known);
  Keeper keeper{names, places};
  describe(keeper, imported);
}

}  // namespace

Portfolio with_own_say(Portfolio imported, const Portfolio& known) {
  const OwnSay& own = known.search.own_say;
  keep(own.corrected, known.search, imported.search);
  keep(own.corrected, known.detail, imported.detail);
  imported.search.own_say = own;
  return imported;
}

}  // namespace passend
