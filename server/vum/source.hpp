// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <vector>

#include "indexer/geo/postcodes.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"
#include "server/http/router.hpp"
#include "server/vum/contact_moments.hpp"
#include "server/vum/parties.hpp"

namespace passend::vum_source {

/// What the source stands on. All of it outlives the routes.
struct Source {
  store::Store& store;  ///< Shares the turn to write: a detail profile leaves a row in the audit.
  const geo::PostcodeTable& postcodes;
  store::ReadLog& read_log;   ///< A row for each person in an answer, before it leaves.
  std::string activity_base;  ///< Of the URIs of processing activities.
  Parties parties;
  std::optional<ContactMomentCodes> contact_moments = {};  ///< Absent: contacts with employers are not served.
  std::function<Timestamp()> clock = now;
};

/// POST and GET of werkzoekendeProfielen and vacatures under /vum/v3, and POST of werkgeverscontactmomenten where its
/// codes are known. Throws configuration when there are no postcode
/// areas, for every question asks for a distance.
std::vector<http::Route> make_routes(Source source);

}  // namespace passend::vum_source
