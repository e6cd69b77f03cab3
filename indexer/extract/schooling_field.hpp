// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "indexer/extract/reading.hpp"

namespace passend::extract {

/// What an education is about.
struct SchoolingField {
  std::optional<int> field;  ///< ISCED-F 2013 broad field, 0..10.
  std::string name;          ///< As written, <= 120 bytes; empty: not named.
};

/// What the words from `first` on, to the end of their sentence, name as the subject of the education before them: "in
/// de richting Verpleegkunde", "opleiding Elektrotechniek of Informatica", "degree in Law".
SchoolingField schooling_field(const Reading& reading, std::size_t first);

}  // namespace passend::extract
