// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/store/store.hpp"

/// Records to write, numbered so that a test can say which is which.
namespace passend::store::test {

Actor tester();
Id128 id_number(std::uint64_t number);

/// `round` changes the content. Details hold "Canary Secretname", which must not be found anywhere in clear.
Portfolio portfolio_number(std::uint64_t number, int round = 0);
Write portfolio_write(std::uint64_t number, int round = 0);
Vacancy vacancy_number(std::uint64_t number, int round = 0);
Employer employer_number(std::uint64_t number);

}  // namespace passend::store::test
