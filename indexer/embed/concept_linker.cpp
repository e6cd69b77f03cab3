// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/concept_linker.hpp"

#include <algorithm>

namespace passend::embed {
namespace {

using taxonomy::ConceptKind;
using taxonomy::Link;
using taxonomy::LinkBasis;

/// What the words find further down is not lifted.
constexpr std::size_t links_of_words = 50;
constexpr std::size_t links_of_embedding = 20;
constexpr std::int32_t least_likeness_alone_bp = 5000;

/// Why a text is not sent; empty when it is.
std::string_view why_not(std::string_view text, const std::vector<Link>& by_words, ConceptKind kind) {
  if (kind != ConceptKind::occupation && kind != ConceptKind::competence)
    return "the labels of this kind are not embedded";
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return "there is no text";
  if (!by_words.empty() && by_words.front().basis != LinkBasis::similar_text) return "the text is a label as it stands";
  if (!may_leave(text)) return "the text is long, or holds an address or a long number";
  return {};
}

/// The part of what is missing to certainty that the embedding adds.
void add_embedding(HelpedLink& helped, const Near& near, int weight_bp) {
  Link& link = helped.link;
  const std::int64_t missing = std::max(0, taxonomy::most_similar_confidence_bp - link.confidence_bp);
  const std::int64_t possible = (10000 - link.confidence_bp) * std::int64_t{weight_bp} * near.likeness_bp / 100'000'000;
  const auto added = static_cast<std::int32_t>(std::min(missing, possible));
  helped.embedding = Contribution{near.label, near.likeness_bp, added};
  link.confidence_bp += added;
}

std::vector<HelpedLink> as_they_are(const std::vector<Link>& links, std::size_t limit) {
  std::vector<HelpedLink> helped;
  for (std::size_t i = 0; i < std::min(limit, links.size()); ++i) helped.push_back({links[i], std::nullopt});
  return helped;
}

std::vector<HelpedLink> blend(const std::vector<Link>& words, const std::vector<Near>& near,
                              const HelpedRequest& request, int weight_bp) {
  std::vector<HelpedLink> blended = as_they_are(words, words.size());
  for (std::size_t i = 0; i < near.size(); ++i) {
    const auto place = std::find_if(blended.begin(), blended.end(),
                                    [&](const HelpedLink& one) { return one.link.target == near[i].target; });
    if (place != blended.end()) {
      add_embedding(*place, near[i], weight_bp);
    } else if (i < links_of_embedding && near[i].likeness_bp >= least_likeness_alone_bp && weight_bp > 0) {
      blended.push_back({Link{near[i].target, 0, near[i].label, LinkBasis::embedding}, std::nullopt});
      add_embedding(blended.back(), near[i], weight_bp);
    }
  }
  std::stable_sort(blended.begin(), blended.end(), [](const HelpedLink& a, const HelpedLink& b) {
    return a.link.confidence_bp > b.link.confidence_bp;
  });
  blended.resize(std::min(blended.size(), request.limit));
  return blended;
}

}  // namespace

std::vector<HelpedLinks> link_with_help(const NearConcepts& concepts, std::span<const std::string> texts,
                                        const HelpedRequest& request) {
  std::vector<std::vector<Link>> by_words;
  std::vector<HelpedLinks> answers;
  std::vector<Question> questions;
  std::vector<std::size_t> places;  // Of the questions among the texts.
  for (const std::string& text : texts) {
    by_words.push_back(concepts.taxonomy().link(text, request.kind, std::max(request.limit, links_of_words)));
    const std::string_view reason = why_not(text, by_words.back(), request.kind);
    answers.push_back({as_they_are(by_words.back(), request.limit), concepts.not_asked(std::string(reason))});
    if (!reason.empty()) continue;
    places.push_back(answers.size() - 1);
    questions.push_back({text, request.kind});
  }
  if (questions.empty()) return answers;
  const NearAnswer found = concepts.find(questions);
  for (std::size_t i = 0; i < places.size(); ++i) {
    HelpedLinks& answer = answers[places[i]];
    answer.help = found.help;
    if (found.help.state != HelpState::used) continue;
    answer.links = blend(by_words[places[i]], found.near[i], request, concepts.weight_bp());
  }
  return answers;
}

}  // namespace passend::embed
