// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {

Actor tester() {
  return {"test:store", "to hold the store to its promises"};
}

Id128 id_number(std::uint64_t number) {
  return {0x1000000000000000ULL, number};
}

Portfolio portfolio_number(std::uint64_t number, int round) {
  Portfolio portfolio;
  portfolio.search.id.value = id_number(number);
  portfolio.search.source = {"test", "person-" + std::to_string(number)};
  portfolio.search.summary = "Round " + std::to_string(round) + ", likes to work with plants and with people";
  portfolio.search.wanted_occupations = {{"", "gardener"}, {"", "florist"}};
  portfolio.search.experience = {{{"", "gardener"}, {}, "Green Fingers", "Kept the gardens of a care home in order"}};
  portfolio.search.work_level = WorkLevel::vmbo;
  portfolio.search.mobility.postcode = "1211";
  portfolio.search.hours = {16, 32};
  portfolio.detail.id = portfolio.search.id;
  portfolio.detail.name = "Canary Secretname " + std::to_string(number);
  portfolio.detail.emails = {"canary" + std::to_string(number) + "@example.org"};
  return portfolio;
}

Write portfolio_write(std::uint64_t number, int round) {
  return Record(portfolio_number(number, round));
}

Vacancy vacancy_number(std::uint64_t number, int round) {
  Vacancy vacancy;
  vacancy.id.value = id_number(number);
  vacancy.source = {"test", "vacancy-" + std::to_string(number)};
  vacancy.title = "Gardener " + std::to_string(round);
  vacancy.description = "Keeps the gardens of a care home in order";
  return vacancy;
}

Employer employer_number(std::uint64_t number) {
  Employer employer;
  employer.id.value = id_number(number);
  employer.source = {"test", "employer-" + std::to_string(number)};
  employer.name = "Green Fingers";
  return employer;
}

}  // namespace passend::store::test
