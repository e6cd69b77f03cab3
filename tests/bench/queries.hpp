// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/pool/pool.hpp"
#include "matcher/scan/competence_top.hpp"
#include "tests/bench/holdings.hpp"

namespace passend::bench {

/// One vacancy as the competence part sees it: 13 demands, each with up to 11 answers.
using CompetenceQuery = std::vector<scan::DemandAnswers>;

inline constexpr std::size_t demands_a_query = 13;
inline constexpr std::size_t answers_a_demand = 11;
inline constexpr std::size_t listed = 100;  ///< How many are asked for.

/// Drawn from the vacancies of the pool: their own demands, filled up with those of their occupation and its kin;
/// answered by the same competence and the ten most like it. Points are weight x rarity x similarity, at most 600, so
/// that a sum in 32-bit floating point is exact.
std::vector<CompetenceQuery> draw_queries(const pool::Pool& pool, std::uint64_t seed, std::size_t count);

/// A line a query: answers "competence:points" parted by commas, demands by semicolons.
void write_queries(const std::vector<CompetenceQuery>& queries, const std::filesystem::path& file);

/// The plain truth, person by person: per demand the best answer held, added up; the highest sums, of equals the lower
/// row. What everybody is held against.
std::vector<scan::CompetenceHit> judge(const Holdings& holdings, const CompetenceQuery& query, std::size_t count);

/// How many postings a query reads; those of a competence that answers twice count twice.
std::uint64_t postings_touched(const Postings& postings, const CompetenceQuery& query);

}  // namespace passend::bench
