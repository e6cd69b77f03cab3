// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/query.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/search/chips.hpp"

namespace passend::search {
namespace {

using index::Corpus;
using testing::HasSubstr;

/// A query as brackets and words, to compare it by eye.
std::string shown(const Query& query) {
  const std::string field = query.field == nullptr ? "" : std::string(query.field->name) + ":";
  std::string inside;
  for (const std::string& word : query.words) inside += (inside.empty() ? "" : " ") + word;
  for (const Query& child : query.children) inside += (inside.empty() ? "" : " ") + shown(child);
  for (const Query& child : query.wished) inside += (inside.empty() ? "?" : " ?") + shown(child);
  for (const Query& child : query.excluded) inside += (inside.empty() ? "-" : " -") + shown(child);
  switch (query.kind) {
    case QueryKind::everything:
      return "*";
    case QueryKind::word:
      return field + inside;
    case QueryKind::prefix:
      return field + inside + "*";
    case QueryKind::phrase:
      return field + "\"" + inside + "\"";
    case QueryKind::any_of:
      return "any(" + inside + ")";
    case QueryKind::all_of:
      break;
  }
  return "all(" + inside + ")";
}

std::string read(const std::string& text) {
  return shown(parse_query(text, Corpus::vacancies));
}

/// The message with which a query is refused; it must be invalid_input.
std::string refused(const std::string& text) {
  try {
    parse_query(text, Corpus::vacancies);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_EQ(error.violations().size(), 1u);
    return error.what();
  }
  return {};
}

TEST(Query, WantsAllWordsAndSkipsSmallOnes) {
  EXPECT_EQ(read("Kok"), "all(kok)");
  EXPECT_EQ(read("  kok   in de zorg "), "all(kok zorg)");
  EXPECT_EQ(read("de"), "all(de)");
  EXPECT_EQ(read("zonder niet"), "all(zonder niet)");
  EXPECT_EQ(read("kok AND zorg EN huis"), "all(kok zorg huis)");
  EXPECT_EQ(read(""), "*");
  EXPECT_EQ(read(" \t "), "*");
}

TEST(Query, KeepsWordsOfSeveralPartsTogether) {
  EXPECT_EQ(read("heftruck-chauffeur zorg"), "all(all(heftruck chauffeur) zorg)");
  EXPECT_EQ(read("c++ developer"), "all(c++ developer)");
  EXPECT_EQ(read("10:30"), "all(all(10 30))");
}

TEST(Query, ReadsPhrasesExclusionAlternativesFieldsAndStars) {
  EXPECT_EQ(read("\"de jonge kok\""), "all(\"de jonge kok\")");
  EXPECT_EQ(read("kok -chef -\"jonge kok\""), "all(kok -chef -\"jonge kok\")");
  EXPECT_EQ(read("kok OR chef huis"), "all(any(kok chef) huis)");
  EXPECT_EQ(read("a1 OF b1 OR (c1 d1)"), "all(any(a1 b1 all(c1 d1)))");
  EXPECT_EQ(read("title:kok TITEL:\"jonge kok\" plaats:hil*"), "all(title:kok title:\"jonge kok\" place:hil*)");
  EXPECT_EQ(read("-(kok chef)"), "all(-all(kok chef))");
  EXPECT_EQ(read("--kok"), "all(-kok)");
}

TEST(Query, ReadsWishes) {
  EXPECT_EQ(read("kok ?heftruck"), "all(kok ?heftruck)");
  EXPECT_EQ(read("?kok OR chef huis"), "all(huis ?any(kok chef))");
  EXPECT_EQ(read("?\"jonge kok\" ?title:chef"), "all(?\"jonge kok\" ?title:chef)");
  EXPECT_EQ(read("kok? ? (?a1 b1)"), "all(kok all(b1 ?a1))");
  EXPECT_THAT(refused("kok OR ?chef"), HasSubstr("at character 5: OR wants"));
  EXPECT_THAT(refused("?-kok"), HasSubstr("at character 2: a word, a phrase or a '(' is missing here"));
}

/// What is typed, and its parts as "role kind [field:]text -> without it".
std::vector<std::string> chips(const std::string& text) {
  const std::map<ChipRole, std::string> roles{
      {ChipRole::wanted, ""}, {ChipRole::wished, "wished "}, {ChipRole::excluded, "excluded "}};
  const std::map<ChipKind, std::string> kinds{{ChipKind::word, "word"},
                                              {ChipKind::beginning, "beginning"},
                                              {ChipKind::phrase, "phrase"},
                                              {ChipKind::alternatives, "alternatives"},
                                              {ChipKind::group, "group"}};
  std::vector<std::string> shown;
  for (const Chip& chip : chips_of(parse_query(text, Corpus::vacancies), text)) {
    shown.push_back(roles.at(chip.role) + kinds.at(chip.kind) + " " +
                    (chip.field.empty() ? "" : "(" + chip.field + ") ") + chip.text + " -> " + chip.without);
  }
  return shown;
}

TEST(Chips, AreThePartsOfAQueryEachWithTheQueryWithoutIt) {
  using testing::ElementsAre;
  EXPECT_THAT(chips("kok  in Hilversum"), ElementsAre("word kok -> in Hilversum", "word Hilversum -> kok  in"));
  EXPECT_THAT(chips("titel:kok -chef ?\"jonge kok\""), ElementsAre("word (title) titel:kok -> -chef ?\"jonge kok\"",
                                                                   "excluded word chef -> titel:kok ?\"jonge kok\"",
                                                                   "wished phrase \"jonge kok\" -> titel:kok -chef"));
  EXPECT_THAT(chips("kok OF chef maga*"),
              ElementsAre("alternatives kok OF chef -> maga*", "beginning maga* -> kok OF chef"));
  EXPECT_THAT(chips("-(a1 b1) heftruck-chauffeur"),
              ElementsAre("excluded group (a1 b1) -> heftruck-chauffeur", "word heftruck-chauffeur -> -(a1 b1)"));
  EXPECT_THAT(chips(""), testing::IsEmpty());
}

TEST(Chips, StandAtCharactersAndNotAtBytes) {
  const std::string text = "café kok";
  const auto found = chips_of(parse_query(text, Corpus::vacancies), text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].begin, 5u);
  EXPECT_EQ(found[1].end, 8u);
}

TEST(Query, TakesLonePunctuationForNothing) {
  EXPECT_EQ(read("kok - zorg & huis / , ."), "all(kok zorg huis)");
  EXPECT_EQ(read("kok \"\""), "all(kok)");
  EXPECT_THAT(refused("!!!"), HasSubstr("no word to search for"));
  EXPECT_THAT(refused("-"), testing::IsEmpty()) << "a dash alone is nothing, and nothing is everything";
}

TEST(Query, NamesThePlaceOfWhatItCannotRead) {
  EXPECT_THAT(refused("kok \"open"), HasSubstr("at character 5: this quote is not closed"));
  EXPECT_THAT(refused("één (kok"), HasSubstr("at character 5: this '(' is not closed"));
  EXPECT_THAT(refused("kok)"), HasSubstr("at character 4: there is no '('"));
  EXPECT_THAT(refused("kok ()"), HasSubstr("at character 5: there is no word between"));
  EXPECT_THAT(refused("OR kok"), HasSubstr("at character 1: OR stands between"));
  EXPECT_THAT(refused("kok OR"), HasSubstr("at character 5: OR wants"));
  EXPECT_THAT(refused("kok OR -chef"), HasSubstr("at character 5: OR wants"));
  EXPECT_THAT(refused("-kok OR chef"), HasSubstr("at character 6: OR cannot stand beside"));
  EXPECT_THAT(refused("salaris:veel"), HasSubstr("use one of title, occupation"));
  EXPECT_THAT(refused("status:open"), HasSubstr("at character 1: there is no field of this name to search in"));
  EXPECT_THAT(refused("title: kok"), HasSubstr("right after its colon"));
  EXPECT_THAT(refused("ko*"), HasSubstr("at least 3 letters"));
  EXPECT_THAT(refused("*"), HasSubstr("at least 3 letters"));
  EXPECT_THAT(refused("k*k"), HasSubstr("only at the end"));
  EXPECT_THAT(refused("maga* chau* kok*"), HasSubstr("at character 13: a query has at most 2"));
  EXPECT_THAT(refused(std::string("kok\0chef", 8)), HasSubstr("at character 4: this is a control character"));
  EXPECT_THAT(refused("kok \x1b[31m"), HasSubstr("at character 5: this is a control character"));
  EXPECT_THAT(refused("kok \xc3\x28"), HasSubstr("at character 5: this is not UTF-8"));
}

TEST(Query, HoldsItsLimits) {
  EXPECT_THAT(refused(std::string(10'000, 'k')), HasSubstr("10000 bytes and may have 512"));
  EXPECT_EQ(refused(std::string(512, 'k')), "");
  std::string words;
  for (int i = 0; i < 33; ++i) words += "kok ";
  EXPECT_THAT(refused(words), HasSubstr("at character 129: a query has at most 32 words"));
  EXPECT_EQ(refused(std::string(8, '(') + "kok" + std::string(8, ')')), "");
  EXPECT_THAT(refused(std::string(9, '(') + "kok" + std::string(9, ')')), HasSubstr("at character 9: brackets"));
  EXPECT_THAT(refused(std::string(500, '(')), HasSubstr("at most 8 deep"));
  EXPECT_THAT(refused("\"" + words + "\""), HasSubstr("at most 32 words"));
}

TEST(Query, ErrorsNeverRepeatWhatWasTyped) {
  for (const char* text : {"geheimenaam:kok", "geheimenaam* g*heimenaam", "geheimenaam \"", "(geheimenaam"}) {
    const std::string message = refused(text);
    EXPECT_FALSE(message.empty()) << text;
    EXPECT_THAT(message, testing::Not(HasSubstr("geheimenaam")));
  }
}

std::size_t depth_of(const Query& query) {
  std::size_t deepest = 0;
  for (const auto* list : {&query.children, &query.excluded, &query.wished}) {
    for (const Query& child : *list) deepest = std::max(deepest, depth_of(child));
  }
  return deepest + 1;
}

std::size_t count_words(const Query& query) {
  std::size_t count = query.words.size();
  for (const auto* list : {&query.children, &query.excluded, &query.wished}) {
    for (const Query& child : *list) count += count_words(child);
  }
  return count;
}

TEST(Query, OfAnyBytesIsReadWithinTheLimitsOrRefused) {
  const std::vector<std::string> pieces{"kok",    "OR", "OF",   "AND",  "(",     ")",   "\"",    "-",  " ", ":", "*",
                                        "title:", "é",  "\xff", "\x01", "maga*", "c++", "a-b-c", "\t", ".", "?"};
  Random random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(40); i > 0; --i) {
      text += random.chance(95) ? pieces[random.below(pieces.size())]
                                : std::string(1, static_cast<char>(random.below(256)));
      if (random.chance(50)) text += ' ';
    }
    try {
      const Query query = parse_query(text, Corpus::vacancies);
      ASSERT_LE(count_words(query), max_query_words);
      ASSERT_LE(depth_of(query), 3 * max_query_nesting + 4);
      // What is left without a part is a query again.
      for (const Chip& chip : chips_of(query, text)) {
        ASSERT_LT(chip.begin, chip.end) << text;
        ASSERT_LT(chip.without.size(), text.size()) << text;
        ASSERT_NO_THROW(parse_query(chip.without, Corpus::vacancies)) << text << " | " << chip.without;
      }
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::invalid_input) << error.what();
    }
  }
}

}  // namespace
}  // namespace passend::search
