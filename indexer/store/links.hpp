// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/store.hpp"

namespace passend::store {

/// That a record is about something: a row of the table of links, by which records are listed.
struct Link {
  std::string_view relation;  ///< owner, candidate, vacancy or employer
  std::string target;         ///< Id in digits, or the subject of an owner.
  auto operator<=>(const Link&) const = default;
};

/// What a record is about, in order.
std::vector<Link> links_of(const Record& record);

}  // namespace passend::store
