// SPDX-License-Identifier: EUPL-1.2
#include "server/api/concepts.hpp"

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

constexpr TextRule uri_rule{1, 200};

/// The codes of the API are the first ones of the taxonomy, without the groups, which nobody picks.
static_assert(static_cast<int>(ConceptKind::occupation) == static_cast<int>(taxonomy::ConceptKind::occupation) &&
              static_cast<int>(ConceptKind::competence) == static_cast<int>(taxonomy::ConceptKind::competence) &&
              static_cast<int>(ConceptKind::credential) == static_cast<int>(taxonomy::ConceptKind::credential));

std::vector<taxonomy::ConceptIndex> find_all(const taxonomy::Taxonomy& taxonomy, const std::vector<std::string>& uris,
                                             const std::string& list, std::vector<Violation>& violations) {
  std::vector<taxonomy::ConceptIndex> found;
  for (std::size_t i = 0; i < uris.size(); ++i) {
    if (const auto index = taxonomy.find(uris[i])) {
      found.push_back(*index);
    } else {
      violations.push_back({"/" + list + "/" + std::to_string(i), "", "is the URI of a concept of the taxonomy"});
    }
  }
  return found;
}

/// How a concept is shown in the language of the request.
class Shown {
 public:
  Shown(const Services& services, Language language) : taxonomy_(services.taxonomy), wording_(services, language) {}

  ConceptView view(taxonomy::ConceptIndex index) const {
    return wording_.concept_view({std::string(taxonomy_.uri(index)), ""});
  }
  ConceptKind kind(taxonomy::ConceptIndex index) const { return static_cast<ConceptKind>(taxonomy_.kind(index)); }

 private:
  const taxonomy::Taxonomy& taxonomy_;
  Wording wording_;
};

}  // namespace

ConceptSearchInput read_concept_search(Input& input) {
  ConceptSearchInput search;
  const auto text = input.text("text", {1, 200});
  if (!text) input.refuse("text", "is required");
  search.text = text.value_or("");
  search.kinds = input.codes<ConceptKind>("kinds", {3, Repeats::refused});
  search.language = input.code<Language>("language").value_or(Language::dutch);
  search.limit = static_cast<std::size_t>(input.number("limit", {1, 50}).value_or(10));
  return search;
}

std::vector<SuggestedConcept> SearchConcepts::operator()(const ConceptSearchInput& input) const {
  search::SuggestRequest request{input.text, {}, input.limit};
  for (const ConceptKind kind : input.kinds) request.kinds.push_back(static_cast<taxonomy::ConceptKind>(kind));
  const Shown shown(services, input.language);
  std::vector<SuggestedConcept> concepts;
  for (search::Suggestion& one : services.suggester.suggest(request)) {
    concepts.push_back({shown.view(one.target), shown.kind(one.target), std::move(one.matched)});
  }
  return concepts;
}

RelatedConceptsInput read_related_concepts(Input& input) {
  RelatedConceptsInput related;
  related.occupation_uris = input.texts("occupationUris", {10}, uri_rule);
  related.chosen_uris = input.texts("chosenUris", {100}, uri_rule);
  related.language = input.code<Language>("language").value_or(Language::dutch);
  related.limit = static_cast<std::size_t>(input.number("limit", {1, 50}).value_or(20));
  return related;
}

std::vector<OfferedConcept> RelateConcepts::operator()(const RelatedConceptsInput& input) const {
  std::vector<Violation> violations;
  search::RelatedRequest request;
  request.occupations = find_all(services.taxonomy, input.occupation_uris, "occupationUris", violations);
  request.chosen = find_all(services.taxonomy, input.chosen_uris, "chosenUris", violations);
  request.limit = input.limit;
  if (!violations.empty()) {
    throw Error(ErrorCode::invalid_input, "A concept is not known; correct what the violations name.", violations);
  }
  const Shown shown(services, input.language);
  std::vector<OfferedConcept> concepts;
  for (const search::OfferedCompetence& one : search::related_competences(services.taxonomy, request)) {
    concepts.push_back({shown.view(one.target), shown.kind(one.target), one.offer, shown.view(one.because)});
  }
  return concepts;
}

ConceptLinks LinkConcepts::operator()(const ConceptLinkInput& input) const {
  const auto kind = static_cast<taxonomy::ConceptKind>(input.kind);
  const taxonomy::Taxonomy& taxonomy = services.taxonomy;
  const std::string_view language = input.language == Language::english ? "en" : "nl";
  ConceptLinks answer;
  const auto add = [&](const taxonomy::Link& link, const std::optional<embed::Contribution>& embedding) {
    answer.links.push_back({.uri = std::string(taxonomy.uri(link.target)),
                            .label = std::string(taxonomy.label(link.target, language)),
                            .matched_label = std::string(link.label),
                            .confidence_bp = link.confidence_bp,
                            .basis = link.basis,
                            .reasons = taxonomy.explain(input.text, link),
                            .embedding = embedding});
  };
  if (services.near_concepts == nullptr) {
    for (const taxonomy::Link& link : taxonomy.link(input.text, kind, input.limit)) add(link, std::nullopt);
    return answer;
  }
  const std::string texts[] = {input.text};
  const auto helped = embed::link_with_help(*services.near_concepts, texts, {kind, input.limit});
  for (const auto& [link, embedding] : helped.front().links) add(link, embedding);
  answer.help = helped.front().help;
  return answer;
}

ConceptLinkInput read_concept_link(Input& input) {
  ConceptLinkInput link;
  const auto text = input.text("text", {1, 400});
  if (!text) input.refuse("text", "is required");
  link.text = text.value_or("");
  link.kind = input.code<ConceptKind>("kind").value_or(ConceptKind::occupation);
  link.language = input.code<Language>("language").value_or(Language::dutch);
  link.limit = static_cast<std::size_t>(input.number("limit", {1, 50}).value_or(5));
  return link;
}

}  // namespace passend::api
