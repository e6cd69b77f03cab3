// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "indexer/base/date.hpp"
#include "matcher/explain/explain.hpp"

namespace passend::explain {

/// A named value for the place of the same name in a template.
struct Argument {
  std::string name;
  std::variant<std::string, std::int64_t, double, Date> value;
};
using Arguments = std::vector<Argument>;

/// Fills in an ICU MessageFormat template in the language of the style. Throws internal when the template is malformed
/// or names a value that is not among the arguments: that is our mistake, not the reader's.
std::string format(std::string_view pattern, const Arguments& arguments, Style style);

/// The name of a language by its ISO 639-3 code: "nld" -> "Nederlands". The code itself when ICU has no name for it.
std::string language_name(const std::string& iso639_3, Style style);

/// "a", "a en b", "a, b en c".
std::string listed(const std::vector<std::string>& items, Style style);

}  // namespace passend::explain
