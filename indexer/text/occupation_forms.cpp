// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/occupation_forms.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "indexer/text/compounds.hpp"

namespace passend::text {
namespace {

constexpr std::size_t longest_word = 64;

/// Feminine and plural endings and what stands in their place; of several the first that gives a known word.
struct Ending {
  std::string_view feminine;
  std::string_view base;
};

constexpr std::array<Ending, 27> endings{{
    {"arster", "ar"},    {"ares", "aar"},   {"eres", "er"},  {"trice", "teur"}, {"trice", "tor"},  {"euse", "eur"},
    {"iere", "ier"},     {"ente", "ent"},   {"ante", "ant"}, {"iste", "ist"},   {"eute", "eut"},   {"ecte", "ect"},
    {"uute", "uut"},     {"ate", "aat"},    {"ote", "oot"},  {"oge", "oog"},    {"ete", "eet"},    {"ess", ""},
    {"erin", "er"},      {"kkin", "k"},     {"zin", "as"},   {"vrouw", "man"},  {"vrouw", "heer"}, {"vrouwen", "man"},
    {"vrouwen", "heer"}, {"lieden", "man"}, {"lui", "man"},
}};

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

bool is_known(const std::string& word) {
  return word.size() >= 3 && (dutch_compounds().knows(word) || !dutch_compounds().parts(word).empty());
}

/// How the stem before -ster is spelled before -er: kap kapp, verpleeg verpleg, schrijf schrijv, leid leid.
std::vector<std::string> before_er(const std::string& stem) {
  std::vector<std::string> stems;
  const std::size_t size = stem.size();
  const char last = stem.back();
  std::string voiced = stem;
  voiced.back() = last == 'f' ? 'v' : last == 's' ? 'z' : last;
  if (size >= 3 && !is_vowel(last) && stem[size - 2] == stem[size - 3] && is_vowel(stem[size - 2]))
    stems.push_back(voiced.substr(0, size - 2) + voiced.back());
  if (size >= 2 && !is_vowel(last) && is_vowel(stem[size - 2])) stems.push_back(stem + last);
  stems.push_back(voiced);
  stems.push_back(stem);
  return stems;
}

/// The reverse: what may stand before -ster for what stands before -er.
std::vector<std::string> before_ster(const std::string& stem) {
  const std::size_t size = stem.size();
  if (size < 3) return {stem};
  const char last = stem.back();
  std::string voiceless = stem;
  voiceless.back() = last == 'v' ? 'f' : last == 'z' ? 's' : last;
  std::vector<std::string> stems{voiceless};
  if (last == stem[size - 2]) stems.push_back(stem.substr(0, size - 1));
  if (!is_vowel(last) && is_vowel(stem[size - 2]))
    stems.push_back(stem.substr(0, size - 1) + stem[size - 2] + voiceless.back());
  return stems;
}

std::string masculine(const std::string& word) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.feminine) || word.size() < ending.feminine.size() + 2) continue;
    std::string base = word.substr(0, word.size() - ending.feminine.size()).append(ending.base);
    if (is_known(base)) return base;
  }
  if (word.ends_with("ster") && word.size() >= 7) {
    for (const std::string& stem : before_er(word.substr(0, word.size() - 4))) {
      if (is_known(stem + "er")) return stem + "er";
    }
  }
  return word;
}

std::string singular(const std::string& word) {
  const std::string listed = dutch_compounds().base_form(word);
  if (listed != word || dutch_compounds().knows(word)) return listed;
  // What the list lacks: compounds of which the last part is known.
  const std::string without_s = word.substr(0, word.size() - 1);
  if (word.ends_with('s') && word.size() > 4 && is_known(without_s)) return without_s;
  const auto parts = dutch_compounds().parts(word);
  if (parts.empty()) return word;
  // The last part stands there in its base form: what of it is written differs in the ending alone.
  const std::string& last = parts.back();
  for (std::size_t begin = word.size() - std::min(word.size(), last.size() + 3); begin < word.size(); ++begin) {
    if (dutch_compounds().base_form(word.substr(begin)) == last) return word.substr(0, begin) + last;
  }
  return word;
}

}  // namespace

std::string occupation_base(std::string_view word) {
  if (word.size() < 4 || word.size() > longest_word) return std::string(word);
  const std::string one = masculine(std::string(word));
  if (one != word) return one;
  return masculine(singular(one));
}

std::vector<std::string> occupation_forms(std::string_view word) {
  if (word.size() < 3 || word.size() > longest_word) return {};
  const std::string base = occupation_base(word);
  std::set<std::string> candidates{base};
  for (const Ending& ending : endings) {
    if (base.ends_with(ending.base))
      candidates.insert(base.substr(0, base.size() - ending.base.size()).append(ending.feminine));
  }
  if (base.ends_with("er")) {
    for (const std::string& stem : before_ster(base.substr(0, base.size() - 2))) candidates.insert(stem + "ster");
  }
  for (const std::string& one : std::set(candidates)) {
    for (const std::string_view ending : {"s", "en", "n", "sen"}) candidates.insert(std::string(one).append(ending));
    const std::size_t size = one.size();
    if (is_vowel(one.back())) continue;
    candidates.insert(one + one.back() + "en");
    if (size > 3 && one[size - 2] == one[size - 3]) candidates.insert(one.substr(0, size - 2) + one.back() + "en");
  }
  candidates.erase(std::string(word));
  std::vector<std::string> forms;
  for (const std::string& candidate : candidates) {
    if (dutch_compounds().knows(candidate) && occupation_base(candidate) == base) forms.push_back(candidate);
  }
  return forms;
}

}  // namespace passend::text
