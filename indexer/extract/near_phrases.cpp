// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/near_phrases.hpp"

#include <algorithm>

namespace passend::extract {
namespace {

using taxonomy::ConceptKind;

constexpr std::size_t most_phrases = 48;
constexpr std::size_t fewest_words = 2;
constexpr std::size_t most_words = 10;
/// Below this a model finds something near to anything.
constexpr int least_likeness_bp = 6500;

/// Words [first, last) of the text, and what they may be the name of.
struct Phrase {
  std::size_t first = 0;
  std::size_t last = 0;
  ConceptKind kind = ConceptKind::competence;
};

bool tells_of_the_work(Section section) {
  return section == Section::demand || section == Section::requirement || section == Section::wish ||
         section == Section::duties;
}

/// The parts of the text that a rule has read.
class ReadParts {
 public:
  explicit ReadParts(const Proposals& found) {
    std::vector<Span> spans;
    for (const Proposal& proposal : found) spans.push_back(proposal.evidence);
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (const Span span : spans) {
      if (!parts_.empty() && span.begin <= parts_.back().end) {
        parts_.back().end = std::max(parts_.back().end, span.end);
      } else {
        parts_.push_back(span);
      }
    }
  }

  bool touch(Span span) const {
    const auto next = std::lower_bound(parts_.begin(), parts_.end(), span.end,
                                       [](Span part, std::size_t end) { return part.begin < end; });
    return next != parts_.begin() && std::prev(next)->end > span.begin;
  }

 private:
  std::vector<Span> parts_;  ///< In order, apart from each other.
};

bool names_an_occupation(const Proposals& found) {
  return std::any_of(found.begin(), found.end(),
                     [](const Proposal& one) { return std::holds_alternative<Occupation>(one.value); });
}

/// Where the phrase that begins at `first` ends: at a mark between words, or with its sentence.
std::size_t end_of_phrase(const Reading& reading, std::size_t first) {
  std::size_t last = first + 1;
  const auto joins = [&](std::size_t word) {
    const Gap gap = reading.gap(word);
    return gap == Gap::none || gap == Gap::hyphen || gap == Gap::slash;
  };
  while (last < reading.sentence_end(first) && joins(last)) ++last;
  return last;
}

class Phrases {
 public:
  Phrases(const Reading& reading, const Proposals& found) : reading_(reading) {
    if (reading.size() == 0) return;
    const ReadParts read(found);
    if (!names_an_occupation(found)) add({0, end_of_phrase(reading, 0), ConceptKind::occupation});
    for (std::size_t first = reading.sentence_end(0); first < reading.size() && phrases_.size() < most_phrases;) {
      const std::size_t last = end_of_phrase(reading, first);
      const bool has_length = last - first >= fewest_words && last - first <= most_words;
      if (has_length && tells_of_the_work(reading.section(first)) && !read.touch(reading.span(first, last)))
        add({first, last, ConceptKind::competence});
      first = last;
    }
  }

  const std::vector<Phrase>& phrases() const { return phrases_; }
  const std::vector<embed::Question>& questions() const { return questions_; }

 private:
  void add(Phrase phrase) {
    const std::string_view text = reading_.text(reading_.span(phrase.first, phrase.last));
    if (!embed::may_leave(text)) return;
    phrases_.push_back(phrase);
    questions_.push_back({std::string(text), phrase.kind});
  }

  const Reading& reading_;
  std::vector<Phrase> phrases_;
  std::vector<embed::Question> questions_;
};

void add_proposal(const Reading& reading, const Phrase& phrase, Proposal proposal, Proposals& found) {
  if (phrase.kind == ConceptKind::occupation) {
    proposal.evidence = reading.span(phrase.first, phrase.last);
    found.push_back(std::move(proposal));
  } else if (reading.importance(phrase.first, phrase.last) != Importance::ignored) {
    add_demand(reading, std::move(proposal), phrase.first, phrase.last, found);
  }
}

}  // namespace

embed::Help find_near_phrases(const Reading& reading, const embed::NearConcepts& near, Proposals& found) {
  if (reading.kind() == TextKind::cv) return near.not_asked("a CV is never sent");
  const Phrases phrases(reading, found);
  if (phrases.phrases().empty()) return near.not_asked("the text has no phrase to ask about");
  const embed::NearAnswer answer = near.find(phrases.questions());
  for (std::size_t i = 0; i < answer.near.size(); ++i) {
    if (answer.near[i].empty() || answer.near[i].front().likeness_bp < least_likeness_bp) continue;
    const embed::Near& nearest = answer.near[i].front();
    const taxonomy::Taxonomy& taxonomy = near.taxonomy();
    const ConceptRef concept_ref{std::string(taxonomy.uri(nearest.target)),
                                 std::string(taxonomy.label(nearest.target, "nl"))};
    const Phrase& phrase = phrases.phrases()[i];
    const Value value =
        phrase.kind == ConceptKind::occupation ? Value(Occupation{concept_ref}) : Competence{concept_ref};
    // Half of the likeness, so that it stands below what any rule finds.
    add_proposal(reading, phrase, {value, std::nullopt, nearest.likeness_bp / 2, {}, Basis::embedding}, found);
  }
  return answer.help;
}

}  // namespace passend::extract
