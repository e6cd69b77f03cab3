// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/related_competences.hpp"

#include <algorithm>
#include <map>

namespace passend::search {
namespace {

using taxonomy::ConceptIndex;

constexpr int essential_weight = 8000, optional_weight = 4000;
constexpr int related_share = 2;   ///< Half the similarity.
constexpr int rarity_share = 100;  ///< Only decides between equals.

struct Tally {
  OfferedCompetence offered;
  int strongest = 0;
  int weight = 0;

  void add(const OfferedCompetence& reason, int more) {
    weight += more;
    if (more <= strongest) return;
    strongest = more;
    offered = reason;
  }
};

}  // namespace

std::vector<OfferedCompetence> related_competences(const taxonomy::Taxonomy& taxonomy, const RelatedRequest& request) {
  std::map<ConceptIndex, Tally> tallies;
  for (const ConceptIndex occupation : request.occupations) {
    for (const auto& demand : taxonomy.demands(occupation)) {
      const Offer offer = demand.essential ? Offer::essential : Offer::optional;
      tallies[demand.target].add({demand.target, offer, occupation},
                                 demand.essential ? essential_weight : optional_weight);
    }
  }
  for (const ConceptIndex chosen : request.chosen) {
    for (const auto& related : taxonomy.related(chosen)) {
      tallies[related.target].add({related.target, Offer::related, chosen}, related.similarity_bp / related_share);
    }
  }
  for (const ConceptIndex chosen : request.chosen) tallies.erase(chosen);
  std::vector<std::pair<int, ConceptIndex>> order;
  for (const auto& [target, tally] : tallies) {
    order.emplace_back(-(tally.weight + taxonomy.rarity_bp(target) / rarity_share), target);
  }
  std::sort(order.begin(), order.end());
  std::vector<OfferedCompetence> offers;
  for (const auto& [weight, target] : order) {
    if (offers.size() == request.limit) break;
    offers.push_back(tallies[target].offered);
  }
  return offers;
}

}  // namespace passend::search
