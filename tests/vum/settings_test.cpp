// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/settings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/vum/exchange.hpp"

namespace passend::test {
namespace {

using testing::HasSubstr;

constexpr const char* own = R"("ownOin": "00000001000000000001")";
constexpr const char* may_ask = R"("mayAsk": ["00000001000000000002", "00000001000000000003"])";

class VumSettings : public testing::Test {
 protected:
  vum_source::Settings load(const std::string& text) const {
    std::ofstream(file_) << text;
    return vum_source::load_settings(file_);
  }
  std::string refusal(const std::string& text) const {
    try {
      load(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      return error.what();
    }
    ADD_FAILURE() << text << " was taken";
    return {};
  }

  TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.path() / "vum.json";
};

TEST_F(VumSettings, AreDescribedByTheirSchema) {
  Json schema = Json::parse(read_file(PASSEND_SOURCE_DIR "/schemas/json/vum.schema.json"));
  schema.erase("$id");
  const auto faults = [&](const std::string& text) {
    return violations_of(Json::parse(text), schema, Json{{"components", Json::object()}});
  };
  const std::string whole = std::string("{") + own + "," + may_ask + R"(, "contactMoments": {"kinds": {"visit": 1},
      "subjects": {"other": 6}, "accountManager": false}, "exchange": {"url": "https://exchange.example",
      "toParty": "00000001000000000004", "viaParty": "00000001000000000005", "certificate": "a", "key": "b",
      "authorities": "c"}})";
  EXPECT_NO_THROW(load(whole));
  EXPECT_EQ(faults(whole), "");
  for (const std::string& wrong : {std::string("{") + own + "}", std::string("{") + may_ask + "}",
                                   std::string("{") + own + "," + may_ask + R"(, "other": 1})"}) {
    refusal(wrong);
    EXPECT_NE(faults(wrong), "") << wrong;
  }
}

TEST_F(VumSettings, NameWhoMayAsk) {
  EXPECT_THROW(vum_source::load_settings(file_), Error);
  const auto settings = load(std::string("{") + own + "," + may_ask + "}");
  EXPECT_EQ(settings.parties.own_oin, "00000001000000000001");
  EXPECT_EQ(settings.parties.may_ask, (std::set<std::string>{"00000001000000000002", "00000001000000000003"}));
  EXPECT_FALSE(settings.exchange);
  EXPECT_FALSE(settings.contact_moments);
}

TEST_F(VumSettings, NameTheExchangeThatIsAskedWithFilesBesideThem) {
  const auto settings = load(std::string("{") + own + R"(, "exchange": {"url": "https://exchange.example/vum/v3/",
      "toParty": "00000001000000000004", "certificate": "client.pem", "key": "/secret/client.key",
      "authorities": "pkio.pem"}})");
  ASSERT_TRUE(settings.exchange);
  EXPECT_TRUE(settings.parties.may_ask.empty());
  EXPECT_EQ(settings.exchange->url, "https://exchange.example/vum/v3");
  EXPECT_EQ(settings.exchange->own_oin, "00000001000000000001");
  EXPECT_EQ(settings.exchange->to_party, "00000001000000000004");
  EXPECT_EQ(settings.exchange->via_party, "00000001000000000001") << "nobody processes for us";
  EXPECT_EQ(settings.exchange->own_certificate.certificate, directory_.path() / "client.pem");
  EXPECT_EQ(settings.exchange->own_certificate.key, "/secret/client.key");
  EXPECT_EQ(settings.exchange->authorities_file, directory_.path() / "pkio.pem");
}

TEST_F(VumSettings, GiveContactsTheirNumbers) {
  const auto settings = load(std::string("{") + own + "," + may_ask + R"(, "contactMoments":
      {"kinds": {"visit": 1, "telephone": 2}, "subjects": {"vacancy": 6}, "accountManager": true}})");
  ASSERT_TRUE(settings.contact_moments);
  EXPECT_EQ(settings.contact_moments->kinds,
            (std::map<ContactKind, int>{{ContactKind::visit, 1}, {ContactKind::telephone, 2}}));
  EXPECT_EQ(settings.contact_moments->subjects, (std::map<ContactSubject, int>{{ContactSubject::vacancy, 6}}));
  EXPECT_EQ(settings.contact_moments->account_manager, vum_source::AccountManager::named);
}

TEST_F(VumSettings, WithAMistakeAreRefusedWithItsPlace) {
  const auto with = [](const std::string& members) {
    return std::string("{") + own + "," + may_ask + "," + members + "}";
  };
  EXPECT_THAT(refusal("{"), HasSubstr("vum.json"));
  EXPECT_THAT(refusal("[]"), HasSubstr("is an object"));
  EXPECT_THAT(refusal(std::string("{") + may_ask + "}"), HasSubstr("/ownOin"));
  EXPECT_THAT(refusal(std::string("{") + own + "}"), HasSubstr("/mayAsk"));
  for (const char* list : {"[]", R"(["12"])", "[1]", "1"}) {
    EXPECT_THAT(refusal(std::string("{") + own + R"(,"mayAsk":)" + list + "}"), HasSubstr("/mayAsk"));
  }
  EXPECT_THAT(refusal(with(R"("other": 1)")), HasSubstr("/other"));
  const std::string to = R"("toParty": "00000001000000000004")";
  EXPECT_THAT(refusal(with(R"("exchange": {"url": "http://exchange.example", )" + to + "}")), HasSubstr("https"));
  EXPECT_THAT(refusal(with(R"("exchange": {"url": "https://exchange.example", )" + to + "}")),
              HasSubstr("/exchange/certificate"));
  EXPECT_THAT(refusal(with(R"("exchange": {"url": "http://127.0.0.1:9"})")), HasSubstr("/exchange/toParty"));
  EXPECT_THAT(refusal(with(R"("contactMoments": {"kinds": {"visit": 7}, "subjects": {"vacancy": 1}})")),
              HasSubstr("/contactMoments/kinds/visit"));
  EXPECT_THAT(refusal(with(R"("contactMoments": {"kinds": {}, "subjects": {"vacancy": 1}})")),
              HasSubstr("/contactMoments/kinds"));
  EXPECT_THAT(refusal(with(R"("contactMoments": {"kinds": {"visit": 1}, "subjects": {"lunch": 1}})")),
              HasSubstr("/contactMoments/subjects/lunch"));
}

}  // namespace
}  // namespace passend::test
