// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/api/search_input.hpp"
#include "server/api/services.hpp"
#include "server/api/wording.hpp"
#include "server/auth/caller.hpp"

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
  /// Records that leave the field blank. The outer one absent: there are none; the inner one: fewer than five people.
  std::optional<std::optional<std::uint64_t>> unknown;
};

/// What is found without a part of the query or without a filter; a count below five people is absent.
struct DropOutput {
  std::optional<std::size_t> chip;
  std::vector<std::string> filters;  ///< Members of `filters` that go together.
  std::optional<std::uint64_t> total;
};

struct HelpOutput {
  std::vector<DropOutput> drops;
  std::string did_you_mean;  ///< A query; empty: none.
  std::optional<std::uint64_t> did_you_mean_total;
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
  std::vector<search::Chip> chips;
  std::optional<HelpOutput> help;  ///< When nothing is found.
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
  CandidateSearchOutput operator()(const SearchInput& input, const auth::Caller& caller) const;
};

/// POST /v1/vacancies/_search: open vacancies unless the filters say otherwise.
struct SearchVacancies {
  const Services& services;
  VacancySearchOutput operator()(const SearchInput& input, const store::Scope& scope) const;
};

/// Everything that a search finds, in its order.
struct Found {
  std::uint64_t total = 0;
  std::vector<Id128> ids;  ///< The first `most`.
};
Found find_candidates(const SearchInput& input, const auth::Caller& caller, const Services& services,
                      std::uint64_t most);
Found find_vacancies(const SearchInput& input, const store::Scope& scope, const Services& services, std::uint64_t most);

/// A hit as the store has it now, without fragments; absent when it is not to be seen, or does not answer, any more.
std::optional<SearchHit<SearchProfile>> candidate_hit(CandidateId id, const SearchInput& input,
                                                      const store::Scope& scope, const Services& services);
std::optional<SearchHit<Vacancy>> vacancy_hit(VacancyId id, const SearchInput& input, const store::Scope& scope,
                                              const Services& services);

/// A hit by itself.
std::string line_json(const SearchHit<SearchProfile>& hit, const Wording& wording);
std::string line_json(const SearchHit<Vacancy>& hit, const Wording& wording);

http::Response write_candidate_search(const CandidateSearchOutput& output, const SearchInput& input,
                                      const Services& services);
http::Response write_vacancy_search(const VacancySearchOutput& output, const SearchInput& input,
                                    const Services& services);

}  // namespace passend::api
