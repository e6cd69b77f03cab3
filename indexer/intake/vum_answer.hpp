// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// What the VUM exchange answers a mediator (koppelvlak 3.0), read as leniently as a file of VUM: what is empty is
/// absent, an attribute that nobody knows is passed over, a value that cannot be read is left out. The same rules hold
/// for its texts as for an import. Nothing here is stored.
namespace passend::intake {

/// One record of an answer. It has no id of ours, and its source id says nothing.
template <class Record>
struct VumMatch {
  std::string vum_id;  ///< By which the exchange gives its details; 1..500 characters of a-z, A-Z, 0-9, _, . and -.
  Record record;
};

template <class Record>
struct VumAnswer {
  bool maximum_reached = false;  ///< There were more than the exchange gives.
  std::size_t unreadable = 0;    ///< Matches that were left out: without a usable vumID, or breaking a rule.
  std::vector<VumMatch<Record>> matches;
};

/// Throws malformed_document for a body that is not JSON or has no list of matches.
VumAnswer<SearchProfile> read_vum_profile_matches(std::string_view body, Date today);
VumAnswer<Vacancy> read_vum_vacancy_matches(std::string_view body);

/// One whole profile, with or without the wrapping {bronID, werkzoekende}. Throws malformed_document for a body that is
/// not JSON, or holds no profile that can be read.
Portfolio read_vum_detail(std::string_view body, Date today);

}  // namespace passend::intake
