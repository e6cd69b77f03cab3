// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/strict_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "indexer/base/error.hpp"

namespace passend {
namespace {

std::string nested(std::size_t levels, char open, char close) {
  return std::string(levels, open) + std::string(levels, close);
}

void expect_refused(const std::string& text) {
  try {
    parse_strict_json(text);
    ADD_FAILURE() << "was read: " << text.substr(0, 80);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document) << text.substr(0, 80);
  }
}

TEST(StrictJson, ReadsThirtyTwoLevelsAndNoMore) {
  EXPECT_TRUE(parse_strict_json(nested(32, '[', ']')).is_array());
  expect_refused(nested(33, '[', ']'));
  std::string objects = "1";
  for (int level = 0; level < 32; ++level) objects = "{\"a\":" + objects + "}";
  EXPECT_TRUE(parse_strict_json(objects).is_object());
  expect_refused("{\"a\":" + objects + "}");
  // A parser that recursed would end here.
  expect_refused(std::string(5'000'000, '['));
}

TEST(StrictJson, RefusesAKeyThatIsGivenTwice) {
  expect_refused(R"({"a":1,"a":1})");
  expect_refused(R"({"a":1,"\u0061":2})");
  expect_refused(R"({"x":[{"a":1},{"b":1,"b":2}]})");
  EXPECT_EQ(parse_strict_json(R"({"x":[{"a":1},{"a":2}],"a":3})").at("a"), 3) << "other objects may have it too";
}

TEST(StrictJson, DoesNotEndAtANul) {
  for (const std::string tail : {"", "{}", "x"}) expect_refused("{}" + std::string(1, '\0') + tail);
  expect_refused(std::string("{\"a\":\"\0\"}", 9));
}

TEST(StrictJson, CutsALongKeyBetweenCharacters) {
  const std::string key = std::string(79, 'k') + "\u00e9";
  try {
    parse_strict_json("{\"" + key + "\":1,\"" + key + "\":2}");
    ADD_FAILURE() << "was read";
  } catch (const Error& error) {
    EXPECT_NO_THROW(nlohmann::json(error.what()).dump()) << "a report holds UTF-8 alone";
  }
}

}  // namespace
}  // namespace passend
