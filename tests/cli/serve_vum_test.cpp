// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "tests/cli/program.hpp"
#include "tests/cli/serving.hpp"
#include "tests/http_client/raw_client.hpp"

/// `passend serve --vum` as an operator runs it: what was released is answered, what is taken back is gone.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

constexpr const char* own_oin = "00000001000000000001";
constexpr const char* asker = "00000001000000000002";
constexpr const char* profiles_path = "/vum/v3/werkzoekendeProfielen";
constexpr const char* everywhere = R"({"vraagObject":{"selectiegebied":{"postcode":"1211AB","afstand":50}}})";

class ServeVum : public testing::Test {
 protected:
  ServeVum() {
    program_.prepare();
    import_profile({"--released-for-exchange"});
  }

  void import_profile(const std::vector<std::string>& options) const {
    const auto file = program_.write("profielen.json", R"([{"idWerkzoekende":"bron-1","emailadres":["a@example.nl"],)"
                                                       R"("mobiliteit":{"bemiddelingspostcode":"1211AB"}}])");
    std::vector<std::string> words{"import", file, "--format", "vum-portfolios"};
    words.insert(words.end(), options.begin(), options.end());
    const auto outcome = program_.run(words);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  std::string parties() const {
    const Json document{{"ownOin", own_oin}, {"mayAsk", {asker}}};
    return program_.write("parties.json", document.dump());
  }

  static test::Reply ask(const Serving& serving, const char* method, const std::string& path,
                         const std::string& body = {}) {
    std::string fields{"API-Version: 3.0.0\r\nX-VUM-berichtVersie: 3.0.0\r\nX-VUM-SUWIparty: true\r\n"};
    fields += std::string("X-VUM-fromParty: ") + asker + "\r\nX-VUM-viaParty: " + asker + "\r\n";
    fields += std::string("X-VUM-toParty: ") + own_oin + "\r\n";
    return test::ask(serving.port(), method, path, body, fields);
  }

  static Json matches(const Serving& serving) {
    const auto reply = ask(serving, "POST", std::string(profiles_path) + "/matches", everywhere);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.status == 200 ? Json::parse(reply.body).at("matches") : Json::array();
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
};

TEST_F(ServeVum, AReleasedProfileIsFoundAndOpenedUntilAnImportTakesTheReleaseBack) {
  const Serving serving(program_, {"--vum", parties()});
  const Json found = matches(serving);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].contains("emailadres"));
  const std::string detail_path = std::string(profiles_path) + "/" + found[0].at("idWerkzoekende").get<std::string>();
  const auto detail = ask(serving, "GET", detail_path);
  EXPECT_EQ(detail.status, 200) << detail.body;
  EXPECT_EQ(Json::parse(detail.body).value("emailadres", Json()), Json::array({"a@example.nl"}));
  EXPECT_EQ(detail.header("API-Version"), "3.0.0");
  import_profile({});
  EXPECT_TRUE(matches(serving).empty());
  EXPECT_EQ(ask(serving, "GET", detail_path).status, 400);
  const auto check = program_.run({"store", "check"});
  EXPECT_EQ(check.status, 0) << check.err;
}

TEST_F(ServeVum, WithoutTheOptionThereIsNothingUnderVum) {
  const Serving serving(program_);
  EXPECT_EQ(ask(serving, "POST", std::string(profiles_path) + "/matches", everywhere).status, 404);
}

TEST_F(ServeVum, AFileOfPartiesThatIsWrongIsRefusedAtTheStart) {
  const auto wrong = program_.write("parties.json", R"({"ownOin":"12","mayAsk":[]})");
  const auto outcome = program_.run({"serve", "--port", "0", "--without-sign-in", "--vum", wrong});
  EXPECT_NE(outcome.status, 0);
  EXPECT_NE(outcome.err.find("parties.json"), std::string::npos) << outcome.err;
  EXPECT_NE(program_.run({"serve", "--port", "0", "--without-sign-in", "--vum", wrong + ".absent"}).status, 0);
}

TEST_F(ServeVum, WithoutPostcodesNoQuestionCouldBeAnsweredSoThatItDoesNotStart) {
  std::filesystem::remove(program_.data() / "postcodes.csv");
  const auto outcome = program_.run({"serve", "--port", "0", "--without-sign-in", "--vum", parties()});
  EXPECT_NE(outcome.status, 0);
  EXPECT_NE(outcome.err.find("geo import"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace passend::cli_test
