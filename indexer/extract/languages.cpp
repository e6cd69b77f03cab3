// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/extract/kinds.hpp"
#include "indexer/extract/language_words.hpp"
#include "indexer/model/language_names.hpp"
#include "indexer/model/vum_codes.hpp"

/// Languages and how well they are commanded: "goede beheersing van het Nederlands in woord en geschrift", "Engels B2",
/// "fluent in English". A language is proposed only where words of command stand by it: "een Nederlandse bank" and
/// "German engineering" are none.
namespace passend::extract {
namespace {

using namespace language_words;

constexpr int with_level_bp = 9500;
constexpr int with_command_bp = 8500;
constexpr int under_heading_bp = 8000;

constexpr std::size_t shortest_name = 4;

struct Mention {
  std::string_view language;
  std::size_t first = 0;
  std::size_t last = 0;
  bool adjective = false;  ///< "Nederlandse", which needs "taal" behind it or behind the next one.
};

/// The name of a language at this word, as a noun or as the adjective of "taal".
std::optional<Mention> mention_at(const Reading& reading, std::size_t i) {
  const std::string_view word = reading.form(i);
  if (word.size() < shortest_name) return std::nullopt;
  if (const auto code = language_named(word)) return Mention{*code, i, i + 1, false};
  if (word.ends_with('e')) {
    if (const auto code = language_named(word.substr(0, word.size() - 1))) return Mention{*code, i, i + 1, true};
  }
  // "Poolssprekend", "Nederlandssprekende"
  const auto code = language_named(word.substr(0, word.find("sprekend")));
  return code ? std::optional(Mention{*code, i, i + 1, false}) : std::nullopt;
}

bool goes_on_with(const Reading& reading, std::size_t i, Gap widest) {
  return i < reading.size() && i < reading.sentence_end(i) && reading.gap(i) <= widest && reading.gap(i) < Gap::stop;
}

/// Whether the name stands as a language and not as "of that country".
bool is_a_language(const Reading& reading, const Mention& mention) {
  const std::size_t next = mention.last;
  const bool ends = next >= reading.size() || reading.gap(next) >= Gap::slash;
  if (mention.adjective) {
    // "de Nederlandse en Engelse taal": through other adjectives to the noun.
    for (std::size_t i = next; i < next + 8 && goes_on_with(reading, i, Gap::comma); ++i) {
      const std::string_view word = reading.form(i);
      if (is_one_of(word, language_nouns)) return true;
      if (!is_one_of(word, conjunctions) && !is_one_of(word, between_adjectives) && !mention_at(reading, i))
        return false;
    }
    return false;
  }
  if (!ends && is_one_of(reading.form(next), conjunctions)) {
    // "Dutch and international clients": what the conjunction joins decides.
    const std::size_t joined = next + 1;
    return !goes_on_with(reading, joined, Gap::none) || mention_at(reading, joined) ||
           is_one_of(reading.form(joined), after_a_name) || is_one_of(reading.form(joined), on_the_way) ||
           match(levels, reading, joined);
  }
  return ends || is_one_of(reading.form(next), after_a_name) || mention_at(reading, next);
}

struct Grade {
  std::optional<Level> level;
  std::optional<Cefr> cefr;
  std::size_t first = 0;
  std::size_t last = 0;
};

std::optional<Grade> grade_at(const Reading& reading, std::size_t i) {
  for (const auto& [cefr, name] : CodeNames<Cefr>::names) {
    const std::string_view form = reading.form(i);
    const bool equal = form.size() == 2 && form[0] == name[0] - 'A' + 'a' && form[1] == name[1];
    if (equal) return Grade{vum::language_level_of(cefr), cefr, i, i + 1};
  }
  if (reading.form(i) == "well" && i > 0 && reading.form(i - 1) == "as") return std::nullopt;  // "as well as"
  const auto word = match(levels, reading, i);
  return word ? std::optional(Grade{word->means, std::nullopt, i, i + word->length}) : std::nullopt;
}

/// "Engels (goed)", "Nederlands op B1-niveau", "English: fluent": shortly behind the name, before anything else is
/// named.
std::optional<Grade> grade_behind(const Reading& reading, std::size_t last) {
  for (std::size_t i = last; i < last + 5 && goes_on_with(reading, i, Gap::bracket); ++i) {
    if (reading.gap(i) == Gap::comma || is_one_of(reading.form(i), conjunctions) || mention_at(reading, i)) break;
    if (auto grade = grade_at(reading, i)) return grade;
  }
  return std::nullopt;
}

/// "uitstekende beheersing van de Nederlandse en Engelse taal": before the name, with nothing but words of command and
/// other languages on the way.
std::optional<Grade> grade_before(const Reading& reading, std::size_t first) {
  bool left_brackets = false, left_verb = false;
  for (std::size_t i = first; i > reading.sentence_begin(first); --i) {
    if (reading.gap(i) == Gap::colon) break;
    // "goed Engels (Duits is een pre)": what stands in brackets behind a language is another statement.
    left_brackets = left_brackets || reading.gap(i) == Gap::bracket;
    left_verb = left_verb || is_one_of(reading.form(i - 1), verbs);
    if ((left_brackets || left_verb) && mention_at(reading, i - 1)) break;
    if (const auto grade = grade_at(reading, i - 1)) {
      // "very good" is found from its first word on.
      const auto longer = i >= 2 && i - 1 > reading.sentence_begin(first) ? grade_at(reading, i - 2) : std::nullopt;
      return longer && longer->last == i ? longer : grade;
    }
    if (!is_one_of(reading.form(i - 1), on_the_way) && !mention_at(reading, i - 1)) break;
  }
  return std::nullopt;
}

/// "Goede uitdrukkingsvaardigheid voor het schrijven van teksten in het Nederlands": the level of a skill that is one
/// in the language, further before the name.
std::optional<Grade> grade_of_skill(const Reading& reading, std::size_t first) {
  constexpr std::size_t reach = 20;
  bool in = false;
  for (std::size_t i = first; i > reading.sentence_begin(first) && first - i < reach; --i) {
    if (reading.gap(i) >= Gap::comma) break;
    in = in || reading.form(i - 1) == "in";
    if (is_one_of(reading.form(i - 1), skill_nouns)) return in ? grade_before(reading, i - 1) : std::nullopt;
  }
  return std::nullopt;
}

/// "Je beheerst het Nederlands en Engels uitstekend": further on in the sentence, behind a verb of command.
std::optional<Grade> grade_later(const Reading& reading, std::size_t last) {
  for (std::size_t i = last; i < last + 8 && goes_on_with(reading, i, Gap::none); ++i) {
    if (auto grade = grade_at(reading, i)) return grade;
    if (!is_one_of(reading.form(i), on_the_way) && !mention_at(reading, i) &&
        !is_one_of(reading.form(i), std::to_array<std::string_view>({"op", "minimaal"})))
      break;
  }
  return std::nullopt;
}

/// The words of command around a mention: in its sentence, not beyond a language or a colon apart.
struct Neighbourhood {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Neighbourhood neighbourhood(const Reading& reading, const Mention& mention) {
  constexpr std::size_t reach = 9;
  const std::size_t begin = reading.sentence_begin(mention.first), end = reading.sentence_end(mention.first);
  // "zowel in het Nederlands als in het Engels": what stands around the first one stands around all.
  std::size_t first = mention.first;
  for (std::size_t i = first; i > begin && first - i < 4; --i) {
    if (mention_at(reading, i - 1))
      first = i - 1;
    else if (!is_one_of(reading.form(i - 1), between_joined))
      break;
  }
  return {first > begin + reach ? first - reach : begin, std::min(end, mention.last + reach)};
}

std::vector<LanguageSkillKind> skills_in(const Reading& reading, const Neighbourhood& near) {
  std::uint8_t bits = 0;
  for (std::size_t i = near.begin; i < near.end; ++i) {
    if (const auto skill = match(skills, reading, i)) bits = static_cast<std::uint8_t>(bits | skill->means);
  }
  std::vector<LanguageSkillKind> kinds;
  for (std::uint8_t kind = 0; kind < 4; ++kind) {
    if ((bits >> kind) & 1U) kinds.push_back(static_cast<LanguageSkillKind>(kind));
  }
  return kinds;
}

std::optional<Grade> grade_of(const Reading& reading, const Mention& mention) {
  if (auto behind = grade_behind(reading, mention.last)) return behind;
  if (auto before = grade_before(reading, mention.first)) return before;
  if (auto later = grade_later(reading, mention.last)) return later;
  return grade_of_skill(reading, mention.first);
}

/// "Je beheerst Engels": the verb nearest before the name decides; without one, what stands around it.
bool is_mastered(const Reading& reading, const Mention& mention, const Neighbourhood& near) {
  for (std::size_t i = mention.first; i > near.begin; --i) {
    if (is_one_of(reading.form(i - 1), mastery)) return true;
    if (is_one_of(reading.form(i - 1), verbs)) return false;
  }
  return reading.has(mention.last, near.end, mastery);
}

/// "Dutch would be a plus", "Engels is vereist": asked by name alone.
bool is_weighed(const Reading& reading, const Mention& mention) {
  const auto cued = reading.cued_importance(mention.first, mention.last);
  return is_one_of(reading.form(mention.last), copulas) && cued && cued != Importance::important;
}

}  // namespace

void find_languages(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const auto mention = mention_at(reading, i);
    if (!mention || !is_a_language(reading, *mention)) continue;
    Neighbourhood near = neighbourhood(reading, *mention);
    if (reading.has(near.begin, near.end, spoken_of_here)) continue;
    const bool sprekend = reading.form(i).find("sprekend") != std::string_view::npos;
    const bool commanded = sprekend || reading.has(near.begin, near.end, commands);
    const bool listed = reading.section(i) == Section::languages;
    const auto grade = grade_of(reading, *mention);
    if (!grade && !commanded && !listed && !is_weighed(reading, *mention)) continue;
    if (grade) near.begin = std::min(near.begin, grade->first);
    LanguageCommand command{std::string(mention->language), skills_in(reading, near), std::nullopt, std::nullopt};
    std::size_t first = mention->first, last = mention->last;
    if (grade) {
      command.level = grade->level;
      command.cefr = grade->cefr;
      first = std::min(first, grade->first);
      last = std::max(last, grade->last);
    } else if (is_mastered(reading, *mention, near)) {
      command.level = LanguageLevel::good;
    }
    const int confidence_bp = grade ? with_level_bp : commanded ? with_command_bp : under_heading_bp;
    add_demand(reading, {std::move(command), std::nullopt, confidence_bp, reading.span(first, last)}, mention->first,
               mention->last, found);
  }
}

}  // namespace passend::extract
