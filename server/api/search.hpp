// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/api/search_input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// A count that would single people out is kept back (safety: counts over people below five).
struct FacetCount {
  std::string value;
  std::string label;
  std::optional<std::uint64_t> count;  ///< Absent: fewer than five people.
};

struct FacetOutput {
  Facet facet = Facet::municipality;
  std::vector<FacetCount> values;
};

template <class Record>
struct SearchHit {
  Record record;  ///< As the store has it now.
  std::optional<int> distance_m;
  std::vector<search::Fragment> fragments;
};

template <class Record>
struct SearchOutput {
  std::uint64_t total = 0;
  std::vector<SearchHit<Record>> hits;
  std::vector<FacetOutput> facets;
  std::int64_t microseconds = 0;
};

using CandidateSearchOutput = SearchOutput<SearchProfile>;
using VacancySearchOutput = SearchOutput<Vacancy>;

inline Paging paging_of(const SearchInput& input) {
  return input.paging;
}
template <class Record>
std::uint64_t total_of(const SearchOutput<Record>& output, const SearchInput&) {
  return output.total;
}

/// POST /v1/candidates/_search
struct SearchCandidates {
  const Services& services;
  CandidateSearchOutput operator()(const SearchInput& input) const;
};

/// POST /v1/vacancies/_search: open vacancies unless the filters say otherwise.
struct SearchVacancies {
  const Services& services;
  VacancySearchOutput operator()(const SearchInput& input) const;
};

http::Response write_candidate_search(const CandidateSearchOutput& output, const SearchInput& input,
                                      const Services& services);
http::Response write_vacancy_search(const VacancySearchOutput& output, const SearchInput& input,
                                    const Services& services);

}  // namespace passend::api
