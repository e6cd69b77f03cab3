// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/languages.hpp"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/text/words.hpp"

namespace passend::text {
namespace {

constexpr std::size_t most_bytes = 4000;
constexpr int certain = 10000;
constexpr int fewest_letters = 20;
constexpr int fewest_words = 5;

struct SmallWords {
  std::string_view language;
  std::string_view words;  ///< Normalised, parted by one blank.
};

/// Written for this purpose: the words that hold sentences together, and those with which people speak of work.
constexpr std::array<SmallWords, 11> small_words{{
    {"nl",
     "de het een en van in op met voor te dat die niet zijn is aan ook als bij om naar wij we je jij jouw ons onze u "
     "uw "
     "heb hebt heeft hebben ben bent wordt worden er maar of door over uit deze dit kunnen kan zal zoeken wie wat waar "
     "ik "
     "mijn was graag werk nog meer tot onder geen moet per jaar"},
    {"en",
     "the and of to in a is that for with you are we our your on as be have has will this or an at by from not can who "
     "what i my was work am it all more their they which"},
    {"de",
     "der die das und ist nicht ein eine einen mit fur von zu im den dem des auf sie wir ich sind werden wird auch "
     "oder "
     "bei als nach uber ihre unser unsere haben hat habe arbeit mein meine war am um zum zur es sich"},
    {"fr",
     "le la les des et est une un pour dans que qui vous nous avec sur pas du au aux ce cette sont je il elle votre "
     "mon "
     "ma mes ai suis travail de en ou par plus"},
    {"es",
     "el la los las y que en un una por con para es no se su como mas nosotros yo soy tengo he del al mi trabajo de me "
     "muy anos pero"},
    {"tr",
     "ve bir bu icin ile olarak da de cok ben var degil daha gibi olan ne her sonra kadar iyi calisiyorum is yil benim "
     "olarak calistim istiyorum ama mi"},
    {"pl",
     "i w na z do sie nie to jest jako od ze oraz po mam dla przez jak co pracy praca moje jestem lat lub ale o bardzo "
     "prace moja"},
    {"so", "waa iyo ka ku oo u in aan uu la waxaan wax soo ah badan ayaa mid isku ahay shaqo waxay leh hadda sano"},
    {"pt", "o a os as de e que em um uma para com nao por como eu sou do da no na meu minha trabalho anos mais tenho"},
    {"it", "il lo la gli di e che per un una con non sono del della nel anche ho mio mia lavoro anni i le come piu"},
    {"ro", "si de la in cu pe un o este nu care din pentru sunt am mai ca munca ani lucrat sa ma al"},
}};

/// Twelve points, shared by the languages that have the word: a word of one language says more.
using Points = std::map<std::string, std::map<std::string_view, int>, std::less<>>;

Points make_points() {
  Points points;
  for (const SmallWords& list : small_words) {
    std::string_view left = list.words;
    while (!left.empty()) {
      const std::size_t end = std::min(left.find(' '), left.size());
      points[std::string(left.substr(0, end))][list.language] = 12;
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }
  for (auto& [word, languages] : points) {
    for (auto& [language, value] : languages) value = 12 / static_cast<int>(languages.size());
  }
  return points;
}

/// What the letters of a text tell.
struct Letters {
  int all = 0;
  std::map<int, int> by_script;  ///< UScriptCode -> how many.
  std::map<std::string_view, int> hints;
};

/// Letters that only one of the languages of a script has.
std::string_view hinted_language(UChar32 letter) {
  constexpr std::u32string_view persian = U"پچژگکی", arabic = U"كيةىؤإ", ukrainian = U"іїєґІЇЄҐ", russian = U"ыэъёЫЭЪЁ",
                                tigrinya = U"ኣቐቑቒቓቔቕቖዩ", amharic = U"አነውቸኛ";
  const auto has = [letter](std::u32string_view letters) {
    return letters.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
  };
  if (has(persian)) return "fa";
  if (has(arabic)) return "ar";
  if (has(ukrainian)) return "uk";
  if (has(russian)) return "ru";
  if (has(tigrinya)) return "ti";
  if (has(amharic)) return "am";
  return {};
}

Letters letters_of(std::string_view utf8) {
  Letters letters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 letter = 0;
    U8_NEXT(bytes, i, length, letter);
    if (letter < 0) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &status);
    if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    ++letters.all;
    ++letters.by_script[script];
    if (const auto language = hinted_language(letter); !language.empty()) ++letters.hints[language];
  }
  return letters;
}

/// The first of two languages, or the second, or neither, by letters that only one of them has.
DetectedLanguage by_letters(const Letters& letters, std::string_view first, std::string_view second) {
  const auto count = [&](std::string_view language) {
    const auto found = letters.hints.find(language);
    return found == letters.hints.end() ? 0 : found->second;
  };
  const int left = count(first), right = count(second);
  if (left == right) return {};
  const int more = std::max(left, right), less = std::min(left, right);
  if (2 * less > more) return {};
  return {left > right ? first : second, certain * (more - less) / (more + less + 1)};
}

DetectedLanguage by_small_words(std::string_view utf8) {
  static const Points points = make_points();
  std::map<std::string_view, int> scores;
  int count = 0;
  for (const Word& word : words(utf8)) {
    ++count;
    const auto found = points.find(word.form);
    if (found == points.end()) continue;
    for (const auto& [language, value] : found->second) scores[language] += value;
  }
  if (count < fewest_words) return {};
  DetectedLanguage best;
  int first = 0, second = 0;
  for (const auto& [language, score] : scores) {
    if (score > first) {
      second = first;
      first = score;
      best.code = language;
    } else {
      second = std::max(second, score);
    }
  }
  // At least one word in eight holds the sentence together, two at least, and no other language comes near.
  if (first < 20 || first * 8 < count * 12 || 10 * second > 6 * first) return {};
  best.confidence_bp = certain * (first - second) / first * std::min(first, 60) / 60;
  return best;
}

}  // namespace

DetectedLanguage detect_language(std::string_view utf8) {
  utf8 = utf8.substr(0, most_bytes);
  const Letters letters = letters_of(utf8);
  if (letters.all < fewest_letters) return {};
  const auto share = [&](UScriptCode script) {
    const auto found = letters.by_script.find(script);
    return found == letters.by_script.end() ? 0 : found->second * 10 / letters.all;
  };
  constexpr int nearly_all = 8;
  if (share(USCRIPT_LATIN) >= nearly_all) return by_small_words(utf8);
  if (share(USCRIPT_ARABIC) >= nearly_all) return by_letters(letters, "ar", "fa");
  if (share(USCRIPT_CYRILLIC) >= nearly_all) return by_letters(letters, "uk", "ru");
  if (share(USCRIPT_ETHIOPIC) >= nearly_all) return by_letters(letters, "ti", "am");
  return {};
}

}  // namespace passend::text
