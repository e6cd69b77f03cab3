// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pool/facts.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/criteria/weights.hpp"

namespace passend::insight {

constexpr std::uint32_t mask_of(Criterion criterion) {
  return 1U << static_cast<unsigned>(criterion);
}

/// Bit per Criterion: what the vacancy requires, by its own word or, where it gives none, by the weights.
std::uint32_t required_by(const pool::VacancyFacts& vacancy, const criteria::Weights& weights);

/// What exactly is required: labels of competences and credentials, codes of licences, ISO 639-3 codes of languages,
/// the level or years where there is one value. Empty where there is nothing to name.
std::vector<std::string> required_things(const pool::VacancyFacts& vacancy, Criterion criterion,
                                         const taxonomy::Taxonomy& taxonomy);

/// The vacancy with a requirement that counts as important instead: it still costs points and no longer turns anyone
/// away. Every required item of a list goes along.
pool::VacancyFacts waived(pool::VacancyFacts vacancy, Criterion criterion);

/// Positions of the required items of a list that the taxonomy could place, each thing once; empty for what is no list.
std::vector<std::size_t> required_items(const pool::VacancyFacts& vacancy, Criterion criterion);
/// The same for one of those things, however often the list has it.
pool::VacancyFacts item_waived(pool::VacancyFacts vacancy, Criterion criterion, std::size_t item);
std::string item_name(const pool::VacancyFacts& vacancy, Criterion criterion, std::size_t item,
                      const taxonomy::Taxonomy& taxonomy);

}  // namespace passend::insight
