// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "indexer/extract/label_spotter.hpp"
#include "indexer/extract/proposal.hpp"
#include "indexer/extract/reading.hpp"

/// One function per kind of fact, each in a file of its own. Each adds what it finds, in any order.
namespace passend::extract {

using Proposals = std::vector<Proposal>;

void find_licences(const Reading& reading, Proposals& found);
void find_languages(const Reading& reading, Proposals& found);
void find_hours(const Reading& reading, Proposals& found);
void find_working_times(const Reading& reading, Proposals& found);
void find_schooling(const Reading& reading, Proposals& found);
void find_experience(const Reading& reading, Proposals& found);
void find_travel(const Reading& reading, Proposals& found);
/// Certificates and registrations under the names of everyday, as concepts of the taxonomy where it has them.
void find_credentials(const Reading& reading, const taxonomy::Taxonomy& taxonomy, Proposals& found);
/// Occupations, competences and credentials by the labels of the taxonomy.
void find_concepts(const Reading& reading, const LabelSpotter& spotter, Proposals& found);

/// Adds a demand with its importance, unless it stands where nothing is demanded, or a CV says that it is not so.
void add_demand(const Reading& reading, Proposal proposal, std::size_t first, std::size_t last, Proposals& found);

}  // namespace passend::extract
