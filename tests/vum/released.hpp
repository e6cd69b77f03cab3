// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "tests/vum/exchange.hpp"

/// Released records that differ by their number alone. What others may never see holds the letters "eheim".
namespace passend::test {

Portfolio person(std::uint64_t number);
Vacancy vacancy(std::uint64_t number);

/// A question that everyone of the region answers.
inline const Json everywhere{{"selectiegebied", {{"postcode", "1211AB"}, {"afstand", 999}}}};

}  // namespace passend::test
