// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/text/lexicon/morphology.hpp"

namespace passend::lexicon {
namespace {

/// Nouns are what is written with a capital; folding took the umlauts of plurals away (hauser, haus).
class German : public Morphology {
 public:
  German(const WordList& list, const OwnWords& own) : list_(list), own_(own) {}

  WordRole role(const std::string& word) const override {
    WordRole role;
    role.base = base(word);
    role.own = own_.nouns.contains(role.base);
    const bool noun = has_noun(word);
    role.whole = own_.whole.contains(word) || own_.whole.contains(role.base) || !noun || is_prefixed(role.base);
    if (own_.irregular.contains(word)) {
      role.modifier = role.head = true;
      return role;
    }
    const bool long_enough = word.size() >= 4 || own_.nouns.contains(word);
    role.modifier = long_enough && !own_.no_part.contains(word);
    role.head = long_enough && noun && !own_.no_part.contains(word) && !own_.no_part.contains("-" + word) &&
                !own_.no_part.contains("-" + role.base);
    return role;
  }

 private:
  /// The list has a word that is a noun and something else in small letters alone (dienst, kraft): then its other cases
  /// show the noun.
  bool has_noun(std::string_view word) const {
    if (word.size() < 3 || !list_.has(word)) return false;
    if (list_.has_capital(word)) return true;
    const auto shows = [&](std::string_view ending) { return list_.has_capital(std::string(word).append(ending)); };
    return shows("e") || shows("es") || shows("en") || shows("s");
  }

  bool is_prefixed(std::string_view word) const {
    for (const std::string_view prefix : {"be", "ver", "ge", "ent", "er", "zer"}) {
      const std::string_view rest = word.substr(std::min(prefix.size(), word.size()));
      if (word.starts_with(prefix) && rest.size() >= 4 && list_.has(rest)) return true;
    }
    return false;
  }

  /// A noun that shows its own declension is no plural: garten, gartens; haus, hauses.
  bool is_singular(const std::string& word) const {
    if (word.ends_with("en")) return has_noun(word + "s");
    if (word.ends_with('s')) return has_noun(word + "es");
    return false;
  }

  /// Plurals in -er are few and stand among the irregular forms: a Bauer is no Bau. Those in -e mostly end like the
  /// singular of the feminine (hilfe, kuche), and count only where the genitive in -es stands beside (tage, tages).
  std::string base(const std::string& word) const {
    if (const auto found = own_.irregular.find(word); found != own_.irregular.end()) return found->second;
    const std::size_t size = word.size();
    if (size < 5 || is_singular(word)) return word;
    const auto is_base = [&](const std::string& stem) { return has_noun(stem) && !own_.no_part.contains(stem); };
    const std::string without_one = word.substr(0, size - 1);
    const std::string without_two = word.substr(0, size - 2);
    if (word.ends_with("en") && list_.has(without_one)) return without_one;
    if (word.ends_with("en") && is_base(without_two)) return without_two;
    if ((word.ends_with("ern") || word.ends_with("eln")) && is_base(without_one)) return without_one;
    if (word.ends_with("es") && is_base(without_two)) return without_two;
    if (word.ends_with('s') && is_base(without_one)) return without_one;
    if (word.ends_with('e') && is_base(without_one) && has_noun(without_one + "es")) return without_one;
    return word;
  }

  const WordList& list_;
  const OwnWords& own_;
};

}  // namespace

std::unique_ptr<Morphology> german_morphology(const WordList& list, const OwnWords& own) {
  return std::make_unique<German>(list, own);
}

}  // namespace passend::lexicon
