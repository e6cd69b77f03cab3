// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weights_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/base/error.hpp"

namespace passend::criteria {
namespace {

/// Puts `after` in the place of `before` in the recorded default weights and says what the decoder refuses.
std::vector<Violation> violations_after(const std::string& before, const std::string& after) {
  auto json = encode(default_weights());
  const auto at = json.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  json.replace(at, before.size(), after);
  try {
    decode_weights(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input) << error.what();
    return error.violations();
  }
  return {};
}

std::string field_refused(const std::string& before, const std::string& after) {
  const auto violations = violations_after(before, after);
  return violations.size() == 1 ? violations.front().field : std::to_string(violations.size()) + " violations";
}

TEST(RecordedWeights, ComeBackAsTheyWere) {
  const auto weights = default_weights();
  EXPECT_EQ(decode_weights(encode(weights)), weights);
  EXPECT_EQ(encode(decode_weights(encode(weights))), encode(weights));
}

TEST(RecordedWeights, HaveAHashOfTheirNumbersAndNotOfTheirName) {
  auto weights = default_weights();
  const auto hash = content_hash(weights);
  EXPECT_EQ(hash.size(), 64U);
  weights.name = "another";
  EXPECT_EQ(content_hash(weights), hash);
  ++weights.supply.base[static_cast<std::size_t>(Criterion::salary)];
  EXPECT_NE(content_hash(weights), hash);
}

TEST(RecordedWeights, LeaveOutWhatASideDoesNotJudgeSoThatEqualScoresHaveEqualHashes) {
  auto weights = default_weights();
  weights.demand.base[static_cast<std::size_t>(Criterion::salary)] = 7;
  EXPECT_EQ(content_hash(weights), content_hash(default_weights()));
}

TEST(RecordedWeights, AreRefusedByPointerWhenAValueIsNotRight) {
  EXPECT_EQ(field_refused(R"("occupation":{"base":100,)", R"("occupation":{"base":0,)"), "/demand/occupation/base");
  EXPECT_EQ(field_refused(R"("competences":{"base":120,)", R"("competences":{"base":1001,)"),
            "/demand/competences/base");
  EXPECT_EQ(field_refused(R"("competences":{"base":120,)", R"("competences":{"base":"120",)"),
            "/demand/competences/base");
  EXPECT_EQ(field_refused(R"("required":4)", R"("required":101)"), "/multiplier/required");
  EXPECT_EQ(field_refused(R"("desired":1,)", R"("desired":1,"ignored":0,)"), "/multiplier/ignored");
  EXPECT_EQ(field_refused(R"("demand":{)", R"("demand":{"salary":{"base":1,"importance":"desired"},)"),
            "/demand/salary");
  EXPECT_EQ(field_refused(R"("name":"default-1",)", ""), "/name");
  EXPECT_EQ(field_refused(R"("education":{"base":40,"importance":"important"})",
                          R"("education":{"base":40,"importance":"crucial"})"),
            "/demand/education/importance");
}

TEST(RecordedWeights, AreRefusedWithEveryViolationAtOnce) {
  const auto violations = violations_after(R"("multiplier":{"desired":1,"important":2,"required":4})",
                                           R"("multiplier":{"desired":0,"important":2.5},"extra":[])");
  ASSERT_EQ(violations.size(), 4U);
  EXPECT_TRUE(std::all_of(violations.begin(), violations.end(), [](const auto& one) { return !one.rule.empty(); }));
}

TEST(RecordedWeights, ThatAreNoJsonAreRefusedAsADocument) {
  try {
    decode_weights("{\"name\":");
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document);
  }
}

}  // namespace
}  // namespace passend::criteria
