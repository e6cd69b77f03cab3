// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/json_splitter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/error.hpp"

namespace passend::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct Split {
  std::vector<std::string> documents;  ///< A broken one as "!" and its problem.
  std::vector<std::uint64_t> lines;
  bool complete = false;
};

Split split(const std::string& text, JsonSplitterOptions options = {}) {
  std::istringstream input(text);
  JsonSplitter splitter(input, std::move(options));
  Split split;
  for (;;) {
    const SplitEvent event = splitter.next();
    if (event == SplitEvent::end) break;
    split.documents.push_back(event == SplitEvent::document ? std::string(splitter.document())
                                                            : "!" + splitter.problem());
    split.lines.push_back(splitter.line());
    EXPECT_EQ(text.substr(splitter.offset(), 1).find_first_of(" \n,"), std::string::npos) << "offset of the first byte";
  }
  split.complete = splitter.complete();
  return split;
}

TEST(JsonSplitter, CutsAnArrayIntoItsElements) {
  const Split result = split("[\n{\"a\": [1, 2]},\n{\"b\": \"]},{\"}\n]\n");
  EXPECT_THAT(result.documents, ElementsAre("{\"a\": [1, 2]}", "{\"b\": \"]},{\"}"));
  EXPECT_THAT(result.lines, ElementsAre(2, 3));
  EXPECT_TRUE(result.complete);
}

TEST(JsonSplitter, TakesASingleObjectWholeAlsoOverManyLines) {
  EXPECT_THAT(split("{\n \"a\": 1\n}").documents, ElementsAre("{\n \"a\": 1\n}"));
}

TEST(JsonSplitter, TakesOneObjectALine) {
  EXPECT_THAT(split("{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}").documents,
              ElementsAre("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"));
}

TEST(JsonSplitter, TakesObjectsOneAfterTheOther) {
  EXPECT_THAT(split("{\n\"a\":1} {\"a\":\n2}").documents, ElementsAre("{\n\"a\":1}", "{\"a\":\n2}"));
}

TEST(JsonSplitter, FindsTheArrayWithinAnObjectAtTheTop) {
  JsonSplitterOptions options;
  options.wrappers = {"matches"};
  const Split result =
      split(R"({"max": false, "list": [1], "matches": [{"a":1},{"b":{"matches":[2]}}], "matches": [{"c":1}], "x": {}})",
            options);
  EXPECT_THAT(result.documents, ElementsAre("{\"a\":1}", "{\"b\":{\"matches\":[2]}}", "{\"c\":1}"));
  EXPECT_TRUE(result.complete);
}

TEST(JsonSplitter, TakesAnObjectWithoutTheWrapperAsItIs) {
  JsonSplitterOptions options;
  options.wrappers = {"matches"};
  EXPECT_THAT(split(R"({"a": {"matches": [1]}, "b": "matches"})", options).documents,
              ElementsAre(R"({"a": {"matches": [1]}, "b": "matches"})"));
}

TEST(JsonSplitter, UnderstandsEscapedQuotesAndBackslashes) {
  EXPECT_THAT(split(R"([{"a":"\"}"},{"b":"\\"}])").documents, ElementsAre(R"({"a":"\"}"})", R"({"b":"\\"})"));
}

TEST(JsonSplitter, SkipsAByteOrderMarkAndRefusesUtf16) {
  EXPECT_THAT(split("\xEF\xBB\xBF{\"a\":1}").documents, ElementsAre("{\"a\":1}"));
  EXPECT_THROW(split(std::string("\xFF\xFE[\0", 4)), Error);
}

TEST(JsonSplitter, ADocumentThatIsTooLongCostsOnlyItself) {
  const std::string text = "[{\"a\":1},{\"a\":\"" + std::string(500, 'x') + "\"},{\"a\":3}]";
  const Split result = split(text, {.max_document_bytes = 100, .max_depth = 32, .wrappers = {}});
  EXPECT_THAT(result.documents, ElementsAre("{\"a\":1}", HasSubstr("longer than 100 bytes"), "{\"a\":3}"));
  EXPECT_TRUE(result.complete);
}

TEST(JsonSplitter, ADocumentThatNestsTooDeeplyCostsOnlyItself) {
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  const Split result =
      split("[{\"a\":1}," + deep + ",{\"a\":3}]", {.max_document_bytes = 10'000, .max_depth = 32, .wrappers = {}});
  EXPECT_THAT(result.documents, ElementsAre("{\"a\":1}", HasSubstr("deeper than 32"), "{\"a\":3}"));
}

TEST(JsonSplitter, AMissingQuoteCostsOnlyItsRecord) {
  const Split result = split("[\n{\"a\": \"x},\n{\"a\": 2}\n]");
  EXPECT_THAT(result.documents.front(), HasSubstr("quote"));
  EXPECT_FALSE(result.documents.empty());
  const Split lines = split("{\"a\":1}\n{\"a\":\"2}\n{\"a\":3}\n");
  EXPECT_THAT(lines.documents, ElementsAre("{\"a\":1}", HasSubstr("line ends"), "{\"a\":3}"));
}

TEST(JsonSplitter, AMissingBracketInALineCostsOnlyThatLine) {
  const Split result = split("{\"a\":1}\n{\"a\":[2}\n{\"a\":{\"b\":3}\n{\"a\":4}\n");
  EXPECT_THAT(result.documents,
              ElementsAre("{\"a\":1}", HasSubstr("!"), HasSubstr("line ends in the middle"), "{\"a\":4}"));
  EXPECT_TRUE(result.complete);
}

TEST(JsonSplitter, AMissingClosingBraceDoesNotEatTheEndOfTheList) {
  const Split result = split("[{\"a\":1}, {\"b\":2 ]\n");
  EXPECT_THAT(result.documents, ElementsAre("{\"a\":1}", HasSubstr("closing bracket is missing")));
  EXPECT_TRUE(result.complete);
}

TEST(JsonSplitter, KnowsThatAFileBrokeOff) {
  const Split within = split("[{\"a\":1},{\"b\":");
  EXPECT_THAT(within.documents, ElementsAre("{\"a\":1}", HasSubstr("the file ends")));
  EXPECT_FALSE(within.complete);
  const Split between = split("[{\"a\":1},");
  EXPECT_THAT(between.documents, ElementsAre("{\"a\":1}"));
  EXPECT_FALSE(between.complete);
  JsonSplitterOptions options;
  options.wrappers = {"matches"};
  EXPECT_FALSE(split("{\"matches\":[{\"a\":1}]", options).complete);
}

TEST(JsonSplitter, RefusesWhatIsNoObject) {
  EXPECT_THAT(split("[1, \"a,b\", {\"a\":1}]").documents,
              ElementsAre(HasSubstr("expected"), HasSubstr("expected"), "{\"a\":1}"));
  EXPECT_THAT(split("hello\n{\"a\":1}").documents, ElementsAre(HasSubstr("expected"), "{\"a\":1}"));
}

TEST(JsonSplitter, ARecordSeparatorEndsWhateverIsOpen) {
  const Split result = split("\x1E[{\"a\":1},{\"b\"\x1E{\n\"c\":\n3}");
  EXPECT_THAT(result.documents, ElementsAre("{\"a\":1}", HasSubstr("the text ends"), "{\n\"c\":\n3}"));
  EXPECT_TRUE(result.complete);
}

}  // namespace
}  // namespace passend::intake
