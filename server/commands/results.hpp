// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "indexer/model/match_result.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/search/search.hpp"

/// Results of search and match, named for people and coded for programs.
namespace passend::commands {

/// "Schoonmaker kantoren - Schoon BV, Hilversum"; "(withdrawn)" when the store has it no more.
std::string vacancy_name(store::Store& store, VacancyId id);
/// "schoonmaker, keukenhulp": pseudonymous, by wanted occupations, else by past ones. `taxonomy` names those that came
/// as a URI; null when none has been imported.
std::string candidate_name(store::Store& store, const taxonomy::Taxonomy* taxonomy, CandidateId id);

std::string to_json(const search::Page& page, std::uint64_t number, std::uint64_t size);
/// The page as it is printed and kept; with the words of its explanations, of which there is one a row or none at all.
MatchResult match_result(const engine::MatchPage& page, const std::vector<engine::PairExplanation>& explanations,
                         explain::Style style);

}  // namespace passend::commands
