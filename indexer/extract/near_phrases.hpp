// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/embed/near_concepts.hpp"
#include "indexer/extract/kinds.hpp"

namespace passend::extract {

/// Adds the occupation of a title and the competences of phrases that no rule has read, as a language model sees them;
/// below everything that words say. Of a vacancy only the title and short phrases leave the machine, out of the
/// sections on what is asked and what is done, without numbers and addresses; of a CV nothing does.
embed::Help find_near_phrases(const Reading& reading, const embed::NearConcepts& near, Proposals& found);

}  // namespace passend::extract
