// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string_view>

namespace passend::intake {

/// Fields that no importer stores, whatever the format: photo, birth date, sex, nationality and what says the same
/// about a person, and the citizen service number. The report counts them under the name that this answers
/// ("birth_date"); absent for any other field. Case, blanks and punctuation of `field` do not matter, Dutch and English
/// names are known.
std::optional<std::string_view> dropped_by_rule(std::string_view field);

/// The name under which a birth date is counted: from it alone `younger_than_27` is kept, in the detail profile.
inline constexpr std::string_view birth_date_rule = "birth_date";

}  // namespace passend::intake
