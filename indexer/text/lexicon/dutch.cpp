// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "indexer/text/lexicon/morphology.hpp"

namespace passend::lexicon {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool ends_with_one_of(const std::array<std::string_view, N>& endings, std::string_view word) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

/// Endings that only nouns have.
constexpr std::array<std::string_view, 23> noun_endings{"ing",  "heid", "ie",   "iek",  "er",  "aar",  "aars", "schap",
                                                        "teit", "age",  "isme", "eur",  "ist", "ment", "sel",  "ster",
                                                        "erij", "ent",  "ant",  "ette", "oog", "loos", "ling"};
/// Endings of nouns whose feminine form in -e looks like a base of their plural in -en: student, studente, studenten.
constexpr std::array<std::string_view, 12> person_endings{"ent", "ant", "ist", "ect", "ling", "eur",
                                                          "oog", "eut", "aat", "iet", "ing",  "heid"};
constexpr std::array<std::string_view, 5> prefixes{"be", "ver", "ge", "ont", "her"};
/// natuur, cultuur, apparatuur hold no uur; longer words in -tuur are compounds of these.
constexpr std::size_t longest_loan = 10;
/// Words of three letters meet everywhere by chance; these do stand in compounds, before and after.
constexpr std::array<std::string_view, 110> short_modifiers{
    "bad", "bak", "bal", "bar", "bed", "bel", "big", "bij", "bol", "bom", "bos", "box", "bus", "cel", "dag", "dak",
    "dam", "dek", "eik", "erf", "fan", "fax", "gas", "gif", "gym", "ham", "hek", "hof", "hok", "hut", "ijs", "jas",
    "job", "kas", "kat", "kip", "kok", "kop", "lab", "lak", "las", "lat", "leg", "les", "lid", "lip", "lok", "lot",
    "map", "mes", "mug", "net", "oog", "oor", "pak", "pan", "pen", "pit", "pop", "pot", "pub", "put", "rad", "rat",
    "rij", "rok", "rol", "rug", "sap", "ski", "spa", "tak", "tap", "tas", "tin", "tip", "tol", "ton", "top", "uur",
    "vak", "vat", "vee", "vel", "vet", "vis", "vos", "was", "web", "weg", "wet", "wol", "zak", "zee", "zon", "zus",
    "rek", "wit", "rot", "koe", "kei", "gen", "rum", "kap", "vul", "val", "hak", "bio", "app", "zit"};
constexpr std::array<std::string_view, 66> short_heads{
    "bad", "bak", "bal", "bar", "bed", "bol", "bom", "bos", "box", "bus", "cel", "dag", "dak", "dam",
    "dek", "erf", "fan", "gas", "gif", "god", "hek", "hof", "hok", "hut", "ijs", "jas", "job", "kas",
    "kat", "kip", "kok", "kop", "lab", "lak", "lat", "les", "lid", "map", "mes", "mug", "net", "pad",
    "pak", "pan", "pit", "pop", "pot", "pub", "put", "rok", "rol", "rug", "sap", "ski", "spa", "tak",
    "tas", "tip", "tol", "top", "uur", "vak", "vat", "vee", "vet", "vis"};
constexpr std::array<std::string_view, 15> more_short_heads{"vos", "wal", "weg", "wet", "wol", "zak", "zee", "zon",
                                                            "zus", "app", "fee", "kar", "ton", "man", "rad"};

class Dutch : public Morphology {
 public:
  Dutch(const WordList& list, const OwnWords& own) : list_(list), own_(own) {}

  WordRole role(const std::string& word) const override {
    WordRole role;
    role.base = base(word);
    role.own = own_.nouns.contains(role.base);
    if (!list_.has_small(word)) {  // A name.
      role.base = word;
      role.whole = true;
      return role;
    }
    role.whole = own_.whole.contains(word) || own_.whole.contains(role.base) || is_infinitive(word) ||
                 is_infinitive(role.base) || is_prefixed(role.base) ||
                 (role.base.ends_with("tuur") && role.base.size() <= longest_loan);
    role.modifier = is_modifier(word, role.base);
    role.head = is_head(word, role.base);
    return role;
  }

 private:
  bool has(std::string_view word) const { return list_.has_small(word); }
  bool has(std::string_view word, std::string_view ending) const {
    return list_.has_small(std::string(word).append(ending));
  }

  static bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

  /// What a plural in -en may be the plural of, likelier first: lessen les, huizen huis, bomen boom, handen hand.
  static std::vector<std::string> without_en(std::string_view word) {
    const std::string stem(word.substr(0, word.size() - 2));
    std::vector<std::string> stems{stem};
    if (stem.size() < 3) return stems;
    const char last = stem.back();
    if (last == stem[stem.size() - 2] && !is_vowel(last)) return {stem.substr(0, stem.size() - 1), stem};
    if (last == 'v' || last == 'z') {
      stems.insert(stems.begin(), stem.substr(0, stem.size() - 1) + (last == 'v' ? 'f' : 's'));
    }
    const std::string first = stems.front();
    const char vowel = first[first.size() - 2];
    if (!is_vowel(first.back()) && is_vowel(vowel) && vowel != 'i' && !is_vowel(first[first.size() - 3])) {
      stems.insert(stems.begin(), first.substr(0, first.size() - 1) + vowel + first.back());
    }
    return stems;
  }

  /// How a noun makes its plural in -en: the reverse of without_en.
  static std::vector<std::string> with_en(const std::string& noun) {
    std::vector<std::string> plurals{noun + "en"};
    const char last = noun.back();
    if (is_vowel(last)) {
      plurals.push_back(noun + "n");
      return plurals;
    }
    std::string voiced = noun;
    voiced.back() = last == 'f' ? 'v' : last == 's' ? 'z' : last;
    plurals.push_back(voiced + "en");
    const std::size_t size = noun.size();
    if (size > 2 && noun[size - 2] == noun[size - 3]) {
      plurals.push_back(voiced.substr(0, size - 2) + voiced.back() + "en");
    } else {
      plurals.push_back(noun + last + "en");
    }
    return plurals;
  }

  /// A noun that can be counted, by its diminutive.
  bool is_countable(std::string_view word) const {
    if (ends_with_one_of(person_endings, word)) return true;
    for (const std::string_view ending : {"tje", "je", "pje", "etje"}) {
      if (has(word, ending)) return true;
    }
    if (word.ends_with('g') && has(word.substr(0, word.size() - 1), "kje")) return true;
    return has(std::string(word) + word.back(), "etje");
  }

  bool is_noun(const std::string& word) const {
    if (own_.nouns.contains(word)) return true;
    if (word.size() >= 5 && ends_with_one_of(noun_endings, word)) return true;
    if (is_countable(word) || has(word, "es") || list_.has(word + "'s")) return true;
    const bool verb_stem = has(word, "t");
    if (!verb_stem && has(word, "s")) return true;
    const std::vector<std::string> plurals = with_en(word);
    const bool has_plural =
        std::any_of(plurals.begin(), plurals.end(), [&](const std::string& plural) { return has(plural); });
    if (has_plural && (!verb_stem || word.back() == 't' || word.back() == 'd')) return true;
    return word.size() >= 6;
  }

  bool is_infinitive(std::string_view word) const {
    if (!word.ends_with("en") || word.size() < 5 || has(word, "s") || has(word, "tje")) return false;
    const auto stems = without_en(word);
    return std::any_of(stems.begin(), stems.end(), [&](const std::string& stem) { return has(stem, "t"); });
  }

  /// bestuur is be + stuur and not bes + tuur, verslaving comes of verslaven.
  bool is_prefixed(std::string_view word) const {
    for (const std::string_view prefix : prefixes) {
      if (!word.starts_with(prefix)) continue;
      const std::string_view rest = word.substr(prefix.size());
      if (rest.size() >= 3 && has(rest)) return true;
      if (word.ends_with("ing") && is_infinitive(std::string(word.substr(0, word.size() - 3)) + "en")) return true;
    }
    return false;
  }

  std::string base(const std::string& word) const {
    if (const auto found = own_.irregular.find(word); found != own_.irregular.end()) return found->second;
    const std::size_t size = word.size();
    if (word.ends_with("heden") && has(word.substr(0, size - 4), "eid")) return word.substr(0, size - 4) + "eid";
    if (size >= 5 && word.ends_with("en") && !word.ends_with("een")) {
      if (has(word, "t")) return word;  // The stem of a verb: reken.
      if (!has(word, "s") && !has(word, "tje")) return singular(word);
    }
    const std::string without_s = word.substr(0, size - 1);
    const bool genitive = word.back() == 's' && size >= 4 && has(without_s) && without_s.back() != 's' &&
                          (size >= 5 || is_countable(without_s));
    const bool own_noun = has(word, "t") || has(word, "en") || has(word, "sen") || has(word, "je");
    return genitive && !own_noun ? without_s : word;
  }

  std::string singular(const std::string& word) const {
    std::vector<std::string> stems = without_en(word);
    std::erase_if(stems, [&](const std::string& stem) {
      // ouderen are not ouders: a noun in -er has its plural in -s.
      return stem.size() < 3 || !has(stem) || (stem.size() >= 5 && stem.ends_with("er") && has(stem, "s"));
    });
    for (const std::string& stem : stems) {
      if (is_countable(stem)) return stem;
    }
    const std::string in_e = word.substr(0, word.size() - 1);
    if (has(in_e)) return in_e;
    return stems.empty() ? word : stems.front();
  }

  bool is_modifier(const std::string& word, const std::string& base) const {
    const bool excluded = own_.no_part.contains(word) || own_.no_part.contains(base) ||
                          own_.no_part.contains(word + "-") || own_.no_part.contains(base + "-");
    if (excluded) return own_.irregular.contains(word);
    if (own_.irregular.contains(word) || word.size() >= 4) return true;
    return is_one_of(short_modifiers, word);
  }

  bool is_head(const std::string& word, const std::string& base) const {
    if (own_.no_part.contains(word) || own_.no_part.contains("-" + word) || own_.no_part.contains("-" + base))
      return false;
    if (own_.irregular.contains(word)) return true;
    if (base.size() <= 3) return is_one_of(short_heads, base) || is_one_of(more_short_heads, base);
    if (!is_noun(base)) return false;
    return base != word || !is_infinitive(word);
  }

  const WordList& list_;
  const OwnWords& own_;
};

}  // namespace

std::unique_ptr<Morphology> dutch_morphology(const WordList& list, const OwnWords& own) {
  return std::make_unique<Dutch>(list, own);
}

}  // namespace passend::lexicon
