// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"

/// Occupations, competences and credentials that the text calls by a label of the taxonomy.
namespace passend::extract {
namespace {

using taxonomy::ConceptKind;

/// An occupation that is not in the title is the one of the vacancy only behind one of these; others are colleagues.
constexpr auto leading_to_a_job = std::to_array<std::string_view>(
    {"als", "zoeken", "zoekt", "gezocht", "vacature", "functie", "rol", "as", "hiring", "ervaren"});

/// "Ervaring als kok" is asked of whoever comes, whatever the job is.
constexpr auto of_the_past = std::to_array<std::string_view>({"ervaring", "werkervaring", "experience"});

/// In a sentence that nothing is asked in, these tell of the employer.
constexpr auto employer_words = std::to_array<std::string_view>({"we", "wij", "our", "ons", "onze"});

constexpr int title_bp = 9000;
constexpr int job_bp = 7500;
constexpr int several_words_bp = 8500;
constexpr int reordered_bp = 7000;
constexpr int one_word_bp = 6500;
constexpr int credential_bp = 9000;
constexpr int told_of_duties_bp = -1000;  // Added for what is told, not asked.

ConceptRef reference(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index) {
  return {std::string(taxonomy.uri(index)), std::string(taxonomy.label(index, "nl"))};
}

void add_occupation(const Reading& reading, const Spotted& spotted, ConceptRef occupation, Proposals& found) {
  const bool in_title = reading.sentence_begin(spotted.first) == 0;
  const std::size_t near = spotted.first >= 3 ? spotted.first - 3 : 0;
  const std::size_t begin = std::max(near, reading.sentence_begin(spotted.first));
  const bool of_the_job = reading.kind() == TextKind::cv || reading.has(begin, spotted.first, leading_to_a_job);
  const bool before = reading.kind() == TextKind::vacancy && reading.has(begin, spotted.first, of_the_past);
  if (!in_title && (!of_the_job || before || reading.demands_nothing(spotted.first))) return;
  found.push_back({Occupation{std::move(occupation)}, std::nullopt, in_title ? title_bp : job_bp,
                   reading.span(spotted.first, spotted.last)});
}

bool is_asked(Section section) {
  return section == Section::demand || section == Section::requirement || section == Section::wish;
}

void add_competence(const Reading& reading, const Spotted& spotted, ConceptRef competence, Proposals& found) {
  const bool asked = reading.kind() == TextKind::cv || is_asked(reading.section(spotted.first));
  if (spotted.words == 1 && !asked && !reading.cued_importance(spotted.first, spotted.last)) return;
  if (!asked && reading.has(reading.sentence_begin(spotted.first), spotted.first, employer_words)) return;
  if (reading.importance(spotted.first, spotted.last) == Importance::ignored) return;
  int confidence_bp = spotted.reordered ? reordered_bp : spotted.words > 1 ? several_words_bp : one_word_bp;
  if (!asked) confidence_bp += told_of_duties_bp;
  add_demand(reading, {Competence{std::move(competence)}, std::nullopt, confidence_bp, {}}, spotted.first, spotted.last,
             found);
}

}  // namespace

void find_concepts(const Reading& reading, const LabelSpotter& spotter, Proposals& found) {
  for (const Spotted& spotted : spotter.spot(reading)) {
    ConceptRef concept_ref = reference(spotter.taxonomy(), spotted.target);
    switch (spotter.taxonomy().kind(spotted.target)) {
      case ConceptKind::occupation:
        add_occupation(reading, spotted, std::move(concept_ref), found);
        break;
      case ConceptKind::competence:
        add_competence(reading, spotted, std::move(concept_ref), found);
        break;
      default:
        add_demand(reading, {Credential{std::move(concept_ref)}, std::nullopt, credential_bp, {}}, spotted.first,
                   spotted.last, found);
    }
  }
}

}  // namespace passend::extract
