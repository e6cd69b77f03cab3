// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/extract/phrases.hpp"

/// Words that say how much something is asked, and what they reach.
namespace passend::extract {
namespace {

struct Strength {
  Importance importance = Importance::important;
  bool of_what_follows = true;
};

constexpr Strength must_follow{Importance::required, true};
constexpr Strength must_before{Importance::required, false};
constexpr Strength wish_follow{Importance::desired, true};
constexpr Strength wish_before{Importance::desired, false};
constexpr Strength have_follow{Importance::important, true};
constexpr Strength weigh_before{Importance::important, false};
constexpr Strength not_before{Importance::ignored, false};

constexpr auto strengths = phrases(std::to_array<Phrase<Strength>>({
    // After what is asked.
    {"vereist", must_before},
    {"is vereist", must_before},
    {"verplicht", must_before},
    {"is verplicht", must_before},
    {"een vereiste", must_before},
    {"een eis", must_before},
    {"een harde eis", must_before},
    {"eis", must_before},
    {"een must", must_before},
    {"must", must_before},
    {"noodzakelijk", must_before},
    {"noodzaak", must_before},
    {"essentieel", must_before},
    {"onmisbaar", must_before},
    {"nodig", must_before},
    {"een voorwaarde", must_before},
    {"is required", must_before},
    {"are required", must_before},
    {"required", must_before},
    {"mandatory", must_before},
    {"necessary", must_before},
    {"essential", must_before},
    {"a must", must_before},
    {"is belangrijk", weigh_before},
    {"zijn belangrijk", weigh_before},
    {"een pre", wish_before},
    {"een grote pre", wish_before},
    {"pre", wish_before},
    {"een plus", wish_before},
    {"een pluspunt", wish_before},
    {"een groot pluspunt", wish_before},
    {"pluspunt", wish_before},
    {"een voordeel", wish_before},
    {"een voorsprong", wish_before},
    {"mooi meegenomen", wish_before},
    {"meegenomen", wish_before},
    {"gewenst", wish_before},
    {"wenselijk", wish_before},
    {"welkom", wish_before},
    {"heeft onze voorkeur", wish_before},
    {"heeft de voorkeur", wish_before},
    {"hebben de voorkeur", wish_before},
    {"heeft voorkeur", wish_before},
    {"is a plus", wish_before},
    {"a plus", wish_before},
    {"a big plus", wish_before},
    {"an advantage", wish_before},
    {"advantageous", wish_before},
    {"is preferred", wish_before},
    {"preferred", wish_before},
    {"nice to have", wish_before},
    {"should have", wish_before},
    {"desirable", wish_before},
    {"niet vereist", not_before},
    {"niet nodig", not_before},
    {"niet verplicht", not_before},
    {"niet noodzakelijk", not_before},
    {"geen vereiste", not_before},
    {"geen eis", not_before},
    {"geen must", not_before},
    {"geen verplichting", not_before},
    {"geen noodzaak", not_before},
    {"niet belangrijk", not_before},
    {"is niet per se nodig", not_before},
    {"hoeft niet", not_before},
    {"hoef je niet", not_before},
    {"heb je niet nodig", not_before},
    {"leren wij je", not_before},
    {"leren we je", not_before},
    {"not required", not_before},
    {"not needed", not_before},
    {"not necessary", not_before},
    {"not mandatory", not_before},
    {"no requirement", not_before},
    // Before what is asked.
    {"vereist is", must_follow},
    {"vereist zijn", must_follow},
    {"verplicht is", must_follow},
    {"noodzakelijk is", must_follow},
    {"je moet", must_follow},
    {"moet je", must_follow},
    {"you must", must_follow},
    {"must have", must_follow},
    {"must be", must_follow},
    {"bij voorkeur", wish_follow},
    {"liefst", wish_follow},
    {"het liefst", wish_follow},
    {"idealiter", wish_follow},
    {"graag met", wish_follow},
    {"pluspunten zijn", wish_follow},
    {"een pre is", wish_follow},
    {"mooi als je", wish_follow},
    {"fijn als je", wish_follow},
    {"we zien graag", wish_follow},
    {"wij zien graag", wish_follow},
    {"preferably", wish_follow},
    {"ideally", wish_follow},
    {"je hebt", have_follow},
    {"jij hebt", have_follow},
    {"heb je", have_follow},
    {"je bent", have_follow},
    {"jij bent", have_follow},
    {"ben je", have_follow},
    {"je beschikt over", have_follow},
    {"beschikt over", have_follow},
    {"beschikken over", have_follow},
    {"je kunt", have_follow},
    {"je kan", have_follow},
    {"je spreekt", have_follow},
    {"spreekt", have_follow},
    {"je beheerst", have_follow},
    {"beheerst", have_follow},
    {"in het bezit van", have_follow},
    {"in bezit van", have_follow},
    {"je haalt", have_follow},
    {"you have", have_follow},
    {"you are", have_follow},
    {"you possess", have_follow},
}));

constexpr auto negations = std::to_array<std::string_view>({"geen", "zonder", "no", "without", "niet"});
constexpr auto conjunctions = std::to_array<std::string_view>({"en", "maar", "and", "but", "terwijl", "daarnaast"});
/// From "geen" to the thing: "geen groot rijbewijs", "no prior work experience".
constexpr std::size_t reach_of_negation = 3;

bool parts_segments(Gap gap) {
  return gap >= Gap::comma;
}

/// How many commas, colons and brackets stand between two words.
std::size_t segments_between(const Reading& reading, std::size_t from, std::size_t to) {
  std::size_t count = 0;
  for (std::size_t i = from + 1; i <= to; ++i) count += parts_segments(reading.gap(i)) ? 1U : 0U;
  return count;
}

}  // namespace

void Reading::find_cues() {
  for (std::size_t i = 0; i < words_.size();) {
    const auto found = match(strengths, *this, i);
    if (!found) {
      ++i;
      continue;
    }
    Cue cue{i, i + found->length, found->means.importance, found->means.of_what_follows};
    // "Pre: Duits" and "Een pre: Duits" speak of what follows.
    const bool opens = i == sentence_begins_[i] && gap(cue.last) == Gap::colon && cue.last < sentence_ends_[i];
    if (opens) cue.of_what_follows = true;
    cues_.push_back(cue);
    i = cue.last;
  }
}

std::vector<Cue>::const_iterator Reading::first_cue_from(std::size_t word) const {
  return std::lower_bound(cues_.begin(), cues_.end(), word,
                          [](const Cue& cue, std::size_t place) { return cue.first < place; });
}

/// "geen rijbewijs", "zonder diploma": a negation shortly before, in the same part of the sentence.
bool Reading::is_negated(std::size_t first) const {
  const std::size_t begin = sentence_begins_[first];
  for (std::size_t i = first; i > begin && first - i < reach_of_negation; --i) {
    if (parts_segments(gap(i))) return false;
    // "niet" alone negates only what comes next: "niet alleen Duits".
    if (form(i - 1) == "niet") return i == first;
    if (is_one_of(form(i - 1), negations)) return true;
  }
  return false;
}

/// The cue that follows and speaks of the words: "rijbewijs B en VCA zijn verplicht". A cue in brackets speaks of what
/// stands directly before them alone. It does not reach back over a second statement: in "je hebt rijbewijs B, VCA is
/// een pre" and "je hebt rijbewijs B en VCA is een pre" the first is no wish.
const Cue* Reading::cue_after(std::size_t first, std::size_t last) const {
  const std::size_t end = sentence_ends_[first];
  const auto here = first_cue_from(sentence_begins_[first]);
  const auto cue = std::find_if(first_cue_from(last), cues_.end(),
                                [&](const Cue& other) { return !other.of_what_follows || other.first >= end; });
  if (cue == cues_.end() || cue->first >= end) return nullptr;
  const std::size_t segments = segments_between(*this, last - 1, cue->first);
  if (opens_bracket(cue->first)) return segments == 1 ? &*cue : nullptr;
  // "goed Engels (Duits is een pre)": the cue is about what stands in the brackets with it.
  int depth = 0;
  for (std::size_t i = last; i <= cue->first; ++i)
    depth += (opens_bracket(i) ? 1 : 0) - (gap(i) == Gap::bracket && !opens_bracket(i) ? 1 : 0);
  if (depth > 0) return nullptr;
  bool stated = false;
  for (auto other = here; other != cue; ++other) {
    if (!other->of_what_follows) continue;
    if (other->first >= last) return nullptr;  // A new statement begins in between.
    stated = true;
  }
  if (!stated) return &*cue;
  const bool joined = has(last, cue->first, conjunctions);
  return segments == 0 && !joined ? &*cue : nullptr;
}

const Cue* Reading::cue_before(std::size_t first) const {
  const Cue* best = nullptr;
  for (auto cue = first_cue_from(sentence_begins_[first]); cue != cues_.end() && cue->last <= first; ++cue) {
    best = cue->of_what_follows ? &*cue : nullptr;  // What a cue in between closes is closed.
  }
  return best;
}

std::optional<Importance> Reading::cued_importance(std::size_t first, std::size_t last) const {
  if (kind_ == TextKind::cv) return is_negated(first) ? std::optional(Importance::ignored) : std::nullopt;
  const Cue* after = cue_after(first, last);
  const Cue* before = cue_before(first);
  if (before != nullptr && before->importance == Importance::desired && after != nullptr &&
      after->importance == Importance::ignored) {
    return Importance::desired;  // "bij voorkeur ervaring, maar dat is geen must"
  }
  if (is_negated(first) && (after == nullptr || after->importance != Importance::desired)) return Importance::ignored;
  if (after != nullptr) return after->importance;
  return before != nullptr ? std::optional(before->importance) : std::nullopt;
}

std::optional<Importance> Reading::importance(std::size_t first, std::size_t last) const {
  const auto cued = cued_importance(first, last);
  if (kind_ == TextKind::cv) return cued;
  const Section section = sections_[first];
  // "Je hebt" says no more than the heading above it.
  const bool plain = !cued || cued == Importance::important;
  if (plain && section == Section::requirement) return Importance::required;
  if (plain && section == Section::wish) return Importance::desired;
  if (cued) return cued;
  return Importance::important;
}

}  // namespace passend::extract
