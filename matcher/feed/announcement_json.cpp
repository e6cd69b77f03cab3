// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/announcement_json.hpp"

#include <nlohmann/json.hpp>

namespace passend::feed {

std::string_view to_text(Cause cause) {
  switch (cause) {
    case Cause::vacancy:
      return "vacancy";
    case Cause::candidate:
      return "candidate";
    case Cause::everything:
      return "everything";
  }
  return {};
}

std::string to_json(const Announcement& one) {
  return nlohmann::ordered_json{{"number", one.number},
                                {"at", passend::to_text(one.at)},
                                {"position", one.position},
                                {"cause", to_text(one.cause)},
                                {"vacancy", to_text(one.vacancy)},
                                {"candidate", to_text(one.candidate)},
                                {"combined", one.combined_bp},
                                {"demand", one.demand_bp},
                                {"supply", one.supply_bp},
                                {"newlyFitting", one.newly_fitting}}
      .dump();
}

}  // namespace passend::feed
