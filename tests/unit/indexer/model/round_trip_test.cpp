// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "indexer/model/codec.hpp"
#include "tests/unit/indexer/model/examples.hpp"

namespace passend {
namespace {

TEST(RoundTrip, EveryFieldOfASearchProfileSurvives) {
  EXPECT_EQ(decode_search_profile(encode(full_search_profile())), full_search_profile());
}
TEST(RoundTrip, EveryFieldOfADetailProfileSurvives) {
  EXPECT_EQ(decode_detail_profile(encode(full_detail_profile())), full_detail_profile());
}
TEST(RoundTrip, EveryFieldOfAVacancySurvives) {
  EXPECT_EQ(decode_vacancy(encode(full_vacancy())), full_vacancy());
}
TEST(RoundTrip, EveryFieldOfAnEmployerSurvives) {
  EXPECT_EQ(decode_employer(encode(full_employer())), full_employer());
  EXPECT_EQ(decode_selection(encode(full_selection())), full_selection());
  EXPECT_EQ(decode_proposal(encode(full_proposal())), full_proposal());
  EXPECT_EQ(decode_contact_moment(encode(full_contact_moment())), full_contact_moment());
}
TEST(RoundTrip, EveryFieldOfAnImportReportSurvives) {
  EXPECT_EQ(decode_import_report(encode(full_import_report())), full_import_report());
}

TEST(RoundTrip, EveryFieldOfAMatchResultSurvives) {
  EXPECT_EQ(decode_match_result(encode(full_match_result())), full_match_result());
}

TEST(RoundTrip, KnownToBeNoneIsNotTheSameAsUnknown) {
  SearchProfile profile;
  profile.source = {"test", "1"};
  profile.driving_licences.emplace();
  const SearchProfile back = decode_search_profile(encode(profile));
  ASSERT_TRUE(back.driving_licences.has_value());
  EXPECT_TRUE(back.driving_licences->empty());
  EXPECT_FALSE(back.credentials.has_value());
}

TEST(Validate, FindsNothingInFullRecords) {
  EXPECT_TRUE(validate(full_search_profile()).empty());
  EXPECT_TRUE(validate(full_detail_profile()).empty());
  EXPECT_TRUE(validate(full_vacancy()).empty());
  EXPECT_TRUE(validate(full_employer()).empty());
}

TEST(Validate, NamesFieldValueAndRuleOfEveryViolationAtOnce) {
  Vacancy vacancy = full_vacancy();
  vacancy.hours = {.minimum = -4, .maximum = 24};
  vacancy.location.postcode = "0211AB";
  vacancy.title.clear();
  const auto violations = validate(vacancy);
  ASSERT_EQ(violations.size(), 3u);
  EXPECT_EQ(to_text(violations[0]), "field '/title': '' breaks the rule: is required");
  EXPECT_EQ(violations[1].field, "/location/postcode");
  EXPECT_EQ(to_text(violations[2]), "field '/hours/minimum': '-4' breaks the rule: is a whole number from 0 to 99");
}

TEST(Validate, RefusesTextThatIsNotUtf8) {
  Vacancy vacancy = full_vacancy();
  vacancy.title = "schoonmaker \xff";
  const auto violations = validate(vacancy);
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations[0].rule, "is well-formed UTF-8");
}

TEST(Decode, RefusesDeepNestingAndRepeatedKeys) {
  const std::string deep = std::string(40, '[') + std::string(40, ']');
  EXPECT_THROW(decode_vacancy(deep), Error);
  try {
    decode_vacancy(R"({"title":"a","title":"b"})");
    FAIL() << "a repeated key was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document);
    EXPECT_NE(std::string(error.what()).find("'title' stands twice"), std::string::npos);
  }
}

TEST(Decode, SaysWhereATextBreaksOff) {
  try {
    decode_vacancy(R"({"title":"a")");
    FAIL() << "a truncated text was accepted";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("breaks off at byte"), std::string::npos);
  }
}

}  // namespace
}  // namespace passend
