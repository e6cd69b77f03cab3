// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "indexer/embed/concept_linker.hpp"
#include "matcher/search/related_competences.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"
#include "server/api/wording.hpp"

namespace passend::api {

struct ConceptSearchInput {
  std::string text;
  std::vector<ConceptKind> kinds;  ///< Empty for all.
  Language language = Language::dutch;
  std::size_t limit = 10;
};
ConceptSearchInput read_concept_search(Input& input);

struct SuggestedConcept {
  ConceptView shown;
  ConceptKind kind = ConceptKind::occupation;
  std::vector<search::Run> matched;  ///< The label that answered.
};

/// POST /v1/concepts/_search: labels in the language asked for, best first.
struct SearchConcepts {
  const Services& services;
  std::vector<SuggestedConcept> operator()(const ConceptSearchInput& input) const;
};
http::Response write_concepts(const std::vector<SuggestedConcept>& concepts, const ConceptSearchInput& input,
                              const Services& services);

struct RelatedConceptsInput {
  std::vector<std::string> occupation_uris;
  std::vector<std::string> chosen_uris;
  Language language = Language::dutch;
  std::size_t limit = 20;
};
RelatedConceptsInput read_related_concepts(Input& input);

struct OfferedConcept {
  ConceptView shown;
  ConceptKind kind = ConceptKind::competence;
  search::Offer offer = search::Offer::related;
  ConceptView because;
};

/// POST /v1/concepts/_related: competences and credentials to add. Throws invalid_input for a URI that the taxonomy
/// does not know.
struct RelateConcepts {
  const Services& services;
  std::vector<OfferedConcept> operator()(const RelatedConceptsInput& input) const;
};
http::Response write_related_concepts(const std::vector<OfferedConcept>& concepts, const RelatedConceptsInput& input,
                                      const Services& services);

struct ConceptLinkInput {
  std::string text;
  ConceptKind kind = ConceptKind::occupation;
  Language language = Language::dutch;
  std::size_t limit = 5;
};
ConceptLinkInput read_concept_link(Input& input);

/// A concept that a text may mean, and why.
struct ConceptLink {
  std::string uri;
  std::string label;  ///< In the language asked for.
  std::string matched_label;
  std::int32_t confidence_bp = 0;
  taxonomy::LinkBasis basis = taxonomy::LinkBasis::similar_text;
  std::vector<taxonomy::LinkFact> reasons;
  std::optional<embed::Contribution> embedding;
};

struct ConceptLinks {
  std::vector<ConceptLink> links;
  std::optional<embed::Help> help;  ///< With a language model.
};

/// POST /v1/concepts/_link: what a title or another short text may mean, surest first.
struct LinkConcepts {
  const Services& services;
  ConceptLinks operator()(const ConceptLinkInput& input) const;
};
http::Response write_concept_links(const ConceptLinks& answer, const ConceptLinkInput& input, const Services& services);

}  // namespace passend::api
