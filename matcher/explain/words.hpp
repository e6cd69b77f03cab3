// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "indexer/model/codes.hpp"
#include "matcher/explain/explain.hpp"

namespace passend::explain {

/// The same thing said in the three styles.
struct Wording {
  std::string_view dutch;
  std::string_view dutch_simple;
  std::string_view english;
  std::string_view in(Style style) const {
    return style == Style::dutch ? dutch : style == Style::dutch_simple ? dutch_simple : english;
  }
};

/// A coded value in words: the JSON name of a code and the criterion it belongs to. The code itself when it has none.
std::string code_word(Criterion criterion, std::string_view code, Style style);

const Wording& criterion_wording(Criterion criterion);

/// Whether a text is the JSON name of a coded value of that criterion.
bool has_code_word(Criterion criterion, std::string_view code);

}  // namespace passend::explain
