// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "indexer/store/store.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/search/search.hpp"

/// Results of search and match, named for people and coded for programs.
namespace passend::commands {

/// "Schoonmaker kantoren - Schoon BV, Hilversum"; "(withdrawn)" when the store has it no more.
std::string vacancy_name(store::Store& store, VacancyId id);
/// "schoonmaker, keukenhulp": pseudonymous, by wanted occupations, else by past ones.
std::string candidate_name(store::Store& store, CandidateId id);

std::string to_json(const search::Page& page, std::uint64_t number, std::uint64_t size);
std::string to_json(const engine::MatchPage& page, const std::vector<engine::PairExplanation>& explanations,
                    explain::Style style);

}  // namespace passend::commands
