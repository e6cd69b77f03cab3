// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/suggest.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/text/near_words.hpp"
#include "indexer/text/unicode.hpp"
#include "indexer/text/words.hpp"
#include "matcher/search/query.hpp"

namespace passend::search {
namespace {

using taxonomy::ConceptIndex;
using taxonomy::ConceptKind;
using LabelNumber = std::uint32_t;

constexpr std::size_t shortest_inside = 3;  ///< Letters that are looked for within words.
constexpr std::size_t shortest_part = 4;    ///< Letters that can be a part of a compound.

/// How a word of a label answers a typed word, better ones first; a typo with n edits is typo + n - 1.
enum Answer : int { equal, begins, part, inside, typo };

/// What an answer costs. A step of usage (twice as often used) is worth `usage_step`, so that a common occupation whose
/// name holds the text stands before a rare one that begins with it.
constexpr int equal_label = -1000, beginning_label = 0, words_in_label = 12;
constexpr int answer_cost[]{0, 2, 14, 30, 40, 52};
constexpr int usage_step = 3, usage_steps = 12;
constexpr int alternative_label = 4, foreign_label = 8, longest_counted_label = 80;

struct LabelEntry {
  std::string_view text;  ///< As the source writes it; lives as long as the taxonomy.
  ConceptIndex owner = 0;
  int cost = 0;  ///< Of the label itself, whatever is typed.
};

bool is_suggested(ConceptKind kind) {
  return kind == ConceptKind::occupation || kind == ConceptKind::competence || kind == ConceptKind::credential;
}

[[noreturn]] void refuse(const std::string& field, const std::string& value, const std::string& rule) {
  throw Error(ErrorCode::invalid_input, field + ": " + rule, {{field, value, rule}});
}

std::vector<std::string> typed_words(const SuggestRequest& request) {
  if (request.limit < 1 || request.limit > max_suggestions) refuse("limit", std::to_string(request.limit), "1 to 50");
  if (request.text.size() > max_query_bytes) refuse("text", "", "at most 512 bytes; type fewer letters");
  if (text::invalid_utf8_offset(request.text)) refuse("text", "", "UTF-8 text");
  std::vector<std::string> typed;
  for (text::Word& word : text::words(request.text)) {
    if (typed.size() < max_suggest_words) typed.push_back(std::move(word.form));
  }
  return typed;
}

struct WordAnswer {
  WordNumber word = 0;
  int answer = equal;
};

/// "chauffeur" is a part of "vrachtwagenchauffeur" because the letters before it are a word as well; -s- and -en- may
/// stand between.
bool is_part(const WordList& word_list, std::string_view word, std::size_t place, std::size_t length) {
  if (length < shortest_part) return false;
  const std::string_view before = word.substr(0, place);
  for (const std::string_view link : {"", "s", "en", "e", "n"}) {
    if (before.ends_with(link) && before.size() > link.size() + 2 &&
        word_list.contains(before.substr(0, before.size() - link.size()))) {
      return true;
    }
  }
  return false;
}

/// The words that answer a typed one, best first.
std::vector<WordAnswer> answers_to(const WordList& word_list, const std::string& typed) {
  std::vector<WordAnswer> answers;
  const WordRange range = word_list.beginning_with(typed);
  for (WordNumber number = range.begin; number < range.end; ++number) {
    answers.push_back({number, word_list.word(number).size() == typed.size() ? equal : begins});
  }
  if (typed.size() < shortest_inside) return answers;
  std::vector<WordAnswer> within;
  word_list.visit_holding(typed, [&](WordNumber number, std::size_t place) {
    if (number >= range.begin && number < range.end) return;
    within.push_back({number, is_part(word_list, word_list.word(number), place, typed.size()) ? part : inside});
  });
  std::stable_partition(within.begin(), within.end(), [](const WordAnswer& one) { return one.answer == part; });
  answers.insert(answers.end(), within.begin(), within.end());
  return answers;
}

std::vector<WordAnswer> near_answers_to(const WordList& word_list, const std::string& typed) {
  auto answers = answers_to(word_list, typed);
  std::vector<WordAnswer> near;
  word_list.visit_near(typed, text::allowed_distance(typed), Reach::beginning, [&](WordNumber number, int edits) {
    if (edits > 0) near.push_back({number, typo + edits - 1});
  });
  std::stable_sort(near.begin(), near.end(),
                   [](const WordAnswer& a, const WordAnswer& b) { return a.answer < b.answer; });
  answers.insert(answers.end(), near.begin(), near.end());
  return answers;
}

std::vector<Run> marked_runs(std::string_view label, const WordList& word_list,
                             const std::vector<std::vector<WordAnswer>>& answers) {
  std::vector<Run> runs;
  std::size_t at = 0;
  for (const text::Word& word : text::words(label)) {
    const WordNumber number = word_list.find(word.form);
    const bool marked = std::any_of(answers.begin(), answers.end(), [&](const std::vector<WordAnswer>& one_word) {
      return std::any_of(one_word.begin(), one_word.end(), [&](const WordAnswer& one) { return one.word == number; });
    });
    if (!marked) continue;
    if (word.begin > at) runs.push_back({std::string(label.substr(at, word.begin - at)), false});
    runs.push_back({std::string(label.substr(word.begin, word.end - word.begin)), true});
    at = word.end;
  }
  if (at < label.size()) runs.push_back({std::string(label.substr(at)), false});
  return runs;
}

}  // namespace

struct Suggester::State {
  const taxonomy::Taxonomy& taxonomy;
  std::size_t concepts = 0;
  std::vector<LabelEntry> labels;
  std::vector<std::string> normalised;  ///< Of each label.
  WordList word_list{{}};
  std::vector<std::uint32_t> first_label;  ///< Per word, into labels_of_words.
  std::vector<LabelNumber> labels_of_words;

  State(const taxonomy::Taxonomy& the_taxonomy, const UsageOf& usage_of) : taxonomy(the_taxonomy) {
    read_labels(usage_of);
    index_words();
  }

  void read_labels(const UsageOf& usage_of);
  void index_words();

  std::span<const LabelNumber> labels_with(WordNumber word) const {
    return std::span(labels_of_words).subspan(first_label[word], first_label[word + 1] - first_label[word]);
  }
};

void Suggester::State::read_labels(const UsageOf& usage_of) {
  for (std::size_t i = 0; i < taxonomy.size(); ++i) {
    const auto owner = static_cast<ConceptIndex>(i);
    if (!is_suggested(taxonomy.kind(owner))) continue;
    ++concepts;
    const std::uint64_t usage = usage_of ? usage_of(taxonomy.uri(owner)) : 0;
    const int step = std::min(static_cast<int>(std::bit_width(usage)), usage_steps);
    const std::string_view preferred = taxonomy.label(owner, "nl");
    for (const std::string_view language : taxonomy.languages()) {
      for (const std::string_view label : taxonomy.labels(owner, language)) {
        const int length = std::min(static_cast<int>(label.size()), longest_counted_label);
        labels.push_back({label, owner,
                          length / 4 - step * usage_step + (label == preferred ? 0 : alternative_label) +
                              (language == "nl" ? 0 : foreign_label)});
        normalised.push_back(text::normalise(label));
      }
    }
  }
}

void Suggester::State::index_words() {
  std::vector<std::pair<std::string, LabelNumber>> held;
  for (LabelNumber label = 0; label < labels.size(); ++label) {
    for (text::Word& word : text::words(labels[label].text)) held.emplace_back(std::move(word.form), label);
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  std::vector<std::string> words;
  for (const auto& [word, label] : held) {
    if (words.empty() || words.back() != word) {
      words.push_back(word);
      first_label.push_back(static_cast<std::uint32_t>(labels_of_words.size()));
    }
    labels_of_words.push_back(label);
  }
  first_label.push_back(static_cast<std::uint32_t>(labels_of_words.size()));
  word_list = WordList(std::move(words));
}

namespace {

/// The labels that answer all of the words so far.
class Round {
 public:
  explicit Round(std::size_t labels) : answered_(labels, 0), costs_(labels, 0) {}

  /// Keeps the labels that answer one more typed word. `answers` stand best first: the first one that meets a label is
  /// the one that counts.
  template <class LabelsWith>
  void narrow(const std::vector<WordAnswer>& answers, const LabelsWith& labels_with) {
    const std::uint8_t before = words_;
    ++words_;
    left_.clear();
    for (const WordAnswer& one : answers) {
      for (const LabelNumber label : labels_with(one.word)) {
        if (answered_[label] != before) continue;
        answered_[label] = words_;
        costs_[label] += answer_cost[one.answer];
        left_.push_back(label);
      }
    }
  }

  const std::vector<LabelNumber>& left() const { return left_; }
  int cost(LabelNumber label) const { return costs_[label]; }

 private:
  std::vector<std::uint8_t> answered_;  ///< How many typed words each label has answered.
  std::vector<int> costs_;
  std::vector<LabelNumber> left_;
  std::uint8_t words_ = 0;
};

struct Candidate {
  int cost = std::numeric_limits<int>::max();
  LabelNumber label = 0;
  auto operator<=>(const Candidate&) const = default;
};

int whole_cost(const std::string& label, const std::string& typed) {
  if (label == typed) return equal_label;
  return label.starts_with(typed) ? beginning_label : words_in_label;
}

}  // namespace

/// The best label of each concept of the kinds wanted, best first, at most `limit`.
std::vector<Candidate> best_labels(const Suggester::State& state, const Round& round, const SuggestRequest& request) {
  const std::string whole = text::normalise(request.text);
  std::vector<Candidate> best(state.taxonomy.size());
  std::vector<ConceptIndex> found;
  for (const LabelNumber label : round.left()) {
    const LabelEntry& entry = state.labels[label];
    const ConceptKind kind = state.taxonomy.kind(entry.owner);
    const auto& kinds = request.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) continue;
    const Candidate here{entry.cost + round.cost(label) + whole_cost(state.normalised[label], whole), label};
    if (best[entry.owner] == Candidate{}) found.push_back(entry.owner);
    best[entry.owner] = std::min(best[entry.owner], here);
  }
  std::vector<Candidate> result;
  result.reserve(found.size());
  for (const ConceptIndex owner : found) result.push_back(best[owner]);
  const std::size_t kept = std::min(request.limit, result.size());
  std::partial_sort(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(kept), result.end());
  result.resize(kept);
  return result;
}

Suggester::Suggester(const taxonomy::Taxonomy& taxonomy, const UsageOf& usage_of)
    : state_(std::make_unique<const State>(taxonomy, usage_of)) {}

Suggester::~Suggester() = default;

std::size_t Suggester::concepts() const {
  return state_->concepts;
}

const WordList& Suggester::words() const {
  return state_->word_list;
}

std::vector<Suggestion> Suggester::suggest(const SuggestRequest& request) const {
  const auto typed = typed_words(request);
  if (typed.empty()) return {};
  const State& state = *state_;
  const auto labels_with = [&](WordNumber word) { return state.labels_with(word); };
  std::vector<Suggestion> suggestions;
  for (const auto& look_up : {answers_to, near_answers_to}) {
    std::vector<std::vector<WordAnswer>> answers;
    Round round(state.labels.size());
    for (const std::string& word : typed) {
      answers.push_back(look_up(state.word_list, word));
      round.narrow(answers.back(), labels_with);
    }
    for (const Candidate& one : best_labels(state, round, request)) {
      const LabelEntry& entry = state.labels[one.label];
      suggestions.push_back({entry.owner, std::string(state.taxonomy.label(entry.owner, "nl")),
                             marked_runs(entry.text, state.word_list, answers)});
    }
    if (!suggestions.empty()) break;
  }
  return suggestions;
}

}  // namespace passend::search
