// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/matching_switch.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::run {
namespace {

class Switch : public testing::Test {
 protected:
  static ErrorCode code_of(const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.path() / "matching-stopped";
  MatchingSwitch switch_{file_};
  Date monday_ = *Date::of(2026, 11, 30);
};

TEST_F(Switch, AllowsUntilSomebodyStopsItAndAgainWhenTheyAllowIt) {
  switch_.require_allowed();
  switch_.stop_matching("the weights are wrong", monday_);
  EXPECT_EQ(code_of([&] { switch_.require_allowed(); }), ErrorCode::matching_stopped);
  EXPECT_EQ(switch_.stop()->reason, "the weights are wrong");
  EXPECT_EQ(switch_.stop()->since, monday_);
  EXPECT_TRUE(switch_.allow_matching());
  switch_.require_allowed();
  EXPECT_FALSE(switch_.allow_matching());
}

TEST_F(Switch, IsSeenByEveryProcessOfTheDataDirectory) {
  const MatchingSwitch other(file_);
  switch_.stop_matching("an audit", monday_);
  EXPECT_EQ(code_of([&] { other.require_allowed(); }), ErrorCode::matching_stopped);
}

TEST_F(Switch, KeepsTheDayWhenTheReasonChanges) {
  switch_.stop_matching("first", monday_);
  switch_.stop_matching("second", Date{monday_.days + 7});
  EXPECT_EQ(switch_.stop()->since, monday_);
  EXPECT_EQ(switch_.stop()->reason, "second");
}

TEST_F(Switch, StaysStoppedWhenTheFileIsDamaged) {
  std::ofstream{file_};
  EXPECT_EQ(code_of([&] { switch_.require_allowed(); }), ErrorCode::matching_stopped);
}

TEST_F(Switch, WantsAReasonOfOneLine) {
  for (const std::string& reason : {std::string(), std::string("two\nlines"), std::string(501, 'x')}) {
    EXPECT_EQ(code_of([&] { switch_.stop_matching(reason, monday_); }), ErrorCode::usage) << reason;
  }
  EXPECT_FALSE(switch_.stop());
}

}  // namespace
}  // namespace passend::run
