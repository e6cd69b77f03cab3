// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/store/store.hpp"

namespace passend::privacy {

struct OldPortfolio {
  CandidateId person;
  std::int64_t version = 0;
  Date last_change;  ///< In the source or here, whichever is later.
};

struct OldPortfolios {
  std::vector<OldPortfolio> portfolios;  ///< Longest ago first.
  std::uint64_t restricted = 0;          ///< As old, but the person asked that they are kept.
};

/// The portfolios that were last changed before a day.
OldPortfolios portfolios_before(store::Store& store, Date day);

}  // namespace passend::privacy
