// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <string>
#include <vector>

namespace passend::scenarios {

using Row = std::map<std::string, std::string>;

/// The rows of a table by column name. Throws std::invalid_argument for a row with more cells than there are columns.
std::vector<Row> read_table(const std::string& text);

/// Parts of a cell, separated by commas, without the blanks around them.
std::vector<std::string> parts_of(const std::string& cell, char separator = ',');
std::string trimmed(const std::string& text);

}  // namespace passend::scenarios
