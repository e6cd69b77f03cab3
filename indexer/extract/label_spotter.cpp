// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/label_spotter.hpp"

#include <algorithm>

#include "indexer/model/language_names.hpp"
#include "indexer/text/words.hpp"

namespace passend::extract {
namespace {

using taxonomy::ConceptIndex;
using taxonomy::ConceptKind;

constexpr auto small_words =
    std::to_array<std::string_view>({"de", "het", "een", "van", "in", "met",  "op",   "en",   "of",   "voor", "aan",
                                     "te", "tot", "je",  "bij", "om", "over", "uit",  "door", "naar", "als",  "the",
                                     "of", "and", "to",  "a",   "an", "for",  "with", "on",   "at",   "by",   "be"});
/// Say nothing by themselves about what somebody can do.
constexpr auto light_words = std::to_array<std::string_view>(
    {"werken",    "werk",      "doen",   "maken", "gebruiken", "hebben",    "zijn",    "kunnen",
     "uitvoeren", "toepassen", "houden", "geven", "goed",      "kennis",    "working", "using",
     "work",      "use",       "manage", "doing", "making",    "knowledge", "being"});
/// One-word labels that running text uses in other senses.
constexpr auto everyday_words = std::to_array<std::string_view>(
    {"werken",       "communicatie", "kennis",    "ervaring",  "opleiding",    "techniek",  "muziek",
     "sport",        "kunst",        "transport", "bedrijf",   "economie",     "onderwijs", "gezondheid",
     "management",   "marketing",    "talen",     "wetgeving", "personeel",    "productie", "kwaliteit",
     "veiligheid",   "financien",    "verkoop",   "klanten",   "organisatie",  "volhouden", "doorwerken",
     "klussen",      "doorzetten",   "reizen",    "mailen",    "service",      "health",    "quality",
     "sales",        "business",     "computer",  "design",    "leidinggeven", "team",      "ondersteuning",
     "ontwikkeling", "samenwerking", "planning",  "advies",    "begeleiding",  "energie",   "energy",
     "ontwerpen",    "logging"});
/// Occupation names that are everyday words in other senses.
constexpr auto everyday_names = std::to_array<std::string_view>(
    {"manager",    "medewerker", "leider",    "klant",      "student",      "partner",      "eigenaar",
     "ondernemer", "collega",    "adviseur",  "specialist", "expert",       "assistent",    "coach",
     "operator",   "directeur",  "recruiter", "consultant", "professional", "vrijwilliger", "functionaris",
     "trainer",    "engineer",   "analist",   "developer"});
constexpr std::size_t longest_label = 10;
constexpr std::size_t shortest_word = 6;
constexpr std::size_t shortest_occupation = 5;
constexpr std::size_t pair_reach = 4;

/// Without what stands in brackets: "BHV (bedrijfshulpverlening)".
std::string_view without_brackets(std::string_view label) {
  const std::size_t bracket = label.find('(');
  return bracket == std::string_view::npos || bracket == 0 ? label : label.substr(0, bracket);
}

bool is_content(std::string_view word) {
  return !is_one_of(word, small_words) && !is_one_of(word, light_words);
}

/// Whether a label says enough to be recognised in a text; that of a competence has so many words beside small, light
/// and everyday ones.
bool is_telling(ConceptKind kind, const std::vector<text::Word>& words, std::size_t fewest) {
  if (words.empty() || words.size() > longest_label) return false;
  const auto content =
      std::count_if(words.begin(), words.end(), [](const auto& word) { return is_content(word.form); });
  const auto strong = std::count_if(words.begin(), words.end(), [](const auto& word) {
    return is_content(word.form) && !is_one_of(word.form, everyday_words);
  });
  if (content == 0 || (kind == ConceptKind::competence && strong < static_cast<std::ptrdiff_t>(fewest))) return false;
  if (words.size() > 1) return true;
  const std::string& word = words.front().form;
  if (kind == ConceptKind::occupation) return word.size() >= shortest_occupation && !is_one_of(word, everyday_names);
  if (kind == ConceptKind::credential) return word.size() >= shortest_word;
  return word.size() >= shortest_word && !is_one_of(word, everyday_words) && !language_named(word);
}

}  // namespace

LabelSpotter::LabelSpotter(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy) {
  for (ConceptIndex index = 0; index < taxonomy.size(); ++index) {
    const ConceptKind kind = taxonomy.kind(index);
    const bool spotted =
        kind == ConceptKind::occupation || kind == ConceptKind::competence ||
        (kind == ConceptKind::credential && taxonomy.property(index, taxonomy::Property::form) != "driving_licence");
    if (!spotted) continue;
    for (const std::string_view language : taxonomy.languages()) {
      const auto labels = taxonomy.labels(index, language);
      for (std::size_t i = 0; i < labels.size(); ++i) {
        // Other names in the second language are too often a word of any meaning: "reporting" for journalism,
        // "current" for the principles of electricity.
        const bool trusted = i == 0 || language == taxonomy.languages().front();
        add_label(index, labels[i], {i == 0, trusted ? 0U : 2U});
      }
    }
  }
  std::sort(labels_.begin(), labels_.end(), [&](const Label& left, const Label& right) {
    const auto a = words_of(left), b = words_of(right);
    const auto order = std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
    if (order != 0) return order < 0;
    return left.preferred != right.preferred ? left.preferred : left.target < right.target;
  });
  leave_out_ambiguous();
  for (auto& [form, pairs] : pairs_) std::sort(pairs.begin(), pairs.end());
}

/// A label of several concepts is of the one that prefers it: "business analyst" is another name of an economist too.
void LabelSpotter::leave_out_ambiguous() {
  const auto equal = [&](const Label& left, const Label& right) {
    return std::ranges::equal(words_of(left), words_of(right));
  };
  std::vector<Label> kept;
  for (auto first = labels_.begin(); first != labels_.end();) {
    const auto last = std::find_if(first, labels_.end(), [&](const Label& other) { return !equal(*first, other); });
    const auto other = std::find_if(first, last, [&](const Label& label) { return label.target != first->target; });
    if (other == last || (first->preferred && !other->preferred)) kept.push_back(*first);
    first = last;
  }
  labels_ = std::move(kept);
}

void LabelSpotter::add_label(ConceptIndex target, std::string_view label, const Rank& rank) {
  const ConceptKind kind = taxonomy_.kind(target);
  const std::vector<text::Word> words = text::words(without_brackets(label));
  if (!is_telling(kind, words, rank.fewest_words)) return;
  Label added{static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(words.size()), target,
              rank.preferred};
  for (const text::Word& word : words) words_.push_back(word_id(stem(word.form)));
  labels_.push_back(added);
  if (words.size() == 1) single_words_.insert(words.front().form);
  // "machines bedienen": a thing and a verb, also in the other order.
  if (kind == ConceptKind::competence && words.size() == 2 && words[1].form.ends_with("en") &&
      is_content(words[0].form)) {
    pairs_[words[0].form].push_back({words_.back(), target});
  }
}

LabelSpotter::Word LabelSpotter::word_id(std::string_view stem) {
  return vocabulary_.try_emplace(std::string(stem), static_cast<Word>(vocabulary_.size() + 1)).first->second;
}

const LabelSpotter::Label* LabelSpotter::longest_at(const std::vector<Word>& stems, std::size_t first,
                                                    std::size_t end) const {
  const Label* best = nullptr;
  auto low = labels_.begin(), high = labels_.end();
  for (std::size_t length = 0; first + length < end && low != high; ++length) {
    const Word wanted = stems[first + length];
    const auto word = [&](const Label& label) {
      return length < label.length ? words_[label.begin + length] : Word{0};
    };
    low = std::lower_bound(low, high, wanted, [&](const Label& label, Word value) { return word(label) < value; });
    high = std::upper_bound(low, high, wanted, [&](Word value, const Label& label) { return value < word(label); });
    // Shorter labels stand before those that go on.
    if (low != high && low->length == length + 1) best = &*low;
  }
  return best;
}

std::vector<Spotted> LabelSpotter::spot(const Reading& reading) const {
  std::vector<Word> stems(reading.size());
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const auto known = vocabulary_.find(stem(reading.form(i)));
    stems[i] = known == vocabulary_.end() ? 0 : known->second;
  }
  std::vector<Spotted> spotted;
  for (std::size_t i = 0; i < reading.size();) {
    std::size_t end = i + 1;
    while (end < reading.sentence_end(i) && reading.gap(end) < Gap::comma && stems[end] != 0) ++end;
    const Label* label = stems[i] == 0 ? nullptr : longest_at(stems, i, end);
    // One word alone counts word for word: a "server" is no form of "serveren".
    if (label == nullptr || (label->length == 1 && !single_words_.contains(std::string(reading.form(i))))) {
      ++i;
      continue;
    }
    spotted.push_back({label->target, i, i + label->length, label->length});
    i += label->length;
  }
  spot_pairs(reading, stems, spotted);
  return spotted;
}

/// "Je bedient machines" for "machines bedienen": the thing word for word, the verb in any inflection, near by.
void LabelSpotter::spot_pairs(const Reading& reading, const std::vector<Word>& stems,
                              std::vector<Spotted>& spotted) const {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const auto pairs = pairs_.find(std::string(reading.form(i)));
    if (pairs == pairs_.end()) continue;
    const std::size_t begin = std::max(reading.sentence_begin(i), i > pair_reach ? i - pair_reach : 0);
    const std::size_t end = std::min(reading.sentence_end(i), i + pair_reach + 1);
    for (std::size_t j = begin; j < end; ++j) {
      if (j == i || j == i + 1 || stems[j] == 0) continue;  // Directly behind it, it is the label itself.
      const auto pair = std::lower_bound(pairs->second.begin(), pairs->second.end(), Pair{stems[j], 0});
      if (pair == pairs->second.end() || pair->other != stems[j]) continue;
      spotted.push_back({pair->target, std::min(i, j), std::max(i, j) + 1, 2, true});
      break;
    }
  }
}

}  // namespace passend::extract
