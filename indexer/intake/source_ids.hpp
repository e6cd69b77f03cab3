// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "indexer/model/vacancy.hpp"

namespace passend::intake {

/// For sources that give their vacancies no id: "hash:" and 32 hexadecimal digits over title, employer and place, which
/// stay the same while a text is edited. Two vacancies with the same three count as one.
std::string derived_source_id(const Vacancy& vacancy);

/// A vacancy whose source names no occupation is one for what its title says.
void take_occupation_from_title(Vacancy& vacancy);

}  // namespace passend::intake
