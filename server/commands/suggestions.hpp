// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "matcher/search/related_competences.hpp"
#include "matcher/search/suggest.hpp"

/// Suggestions, for people and for programs.
namespace passend::commands {

std::string_view to_text(search::Offer offer);
/// What is marked stands in brackets; on one line.
std::string marked_text(const std::vector<search::Run>& runs);
std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::vector<search::Suggestion>& suggestions);
std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::vector<search::OfferedCompetence>& offers);

}  // namespace passend::commands
