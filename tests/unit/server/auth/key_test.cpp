// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/key_set.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/server/auth/test_key.hpp"

namespace passend::auth {
namespace {

using test::TestKey;
using testing::HasSubstr;

TEST(Base64Url, IsThatOfRfc4648WithoutPadding) {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"", ""}, {"f", "Zg"}, {"fo", "Zm8"}, {"foo", "Zm9v"}, {"foob", "Zm9vYg"}, {"\xFB\xFF\xBF", "-_-_"}};
  for (const auto& [bytes, text] : pairs) {
    EXPECT_EQ(to_base64url(bytes), text);
    EXPECT_EQ(from_base64url(text), bytes);
  }
}

TEST(Base64Url, HasOneTextForEachSequenceOfBytes) {
  for (const char* text : {"Z", "Zg==", "Zh", "Zm9", "Zm8=", "Zm9v\n", " Zm9v", "Zm+v", "Zm/v", "Zm9vY", "Z\x80gg"}) {
    EXPECT_EQ(from_base64url(text), std::nullopt) << text;
  }
}

class PrivateKeyFile : public testing::Test {
 protected:
  std::string refusal() const {
    try {
      PrivateKey::read(file_);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      EXPECT_THAT(error.what(), HasSubstr(file_.string()));
      return error.what();
    }
    return "taken";
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.path() / "key.pem";
};

TEST_F(PrivateKeyFile, SaysHowItSigns) {
  const std::vector<std::pair<TestKey, Algorithm>> keys{{TestKey::rsa(2048), Algorithm::ps256},
                                                        {TestKey::ec("P-256"), Algorithm::es256},
                                                        {TestKey::ed25519(), Algorithm::eddsa}};
  for (const auto& [key, algorithm] : keys) {
    key.write(file_);
    const PrivateKey own = PrivateKey::read(file_);
    EXPECT_EQ(own.algorithm(), algorithm);
    const nlohmann::json set{{"keys", {key.jwk("k")}}};
    const PublishedKey other = read_key_set(set.dump()).at(0);
    EXPECT_TRUE(other.key.verifies(algorithm, "text", own.sign("text")));
    EXPECT_FALSE(other.key.verifies(algorithm, "texts", own.sign("text")));
  }
}

TEST_F(PrivateKeyFile, IsItsOwnersAlone) {
  TestKey::ec("P-256").write(file_);
  std::filesystem::permissions(file_, std::filesystem::perms(0640));
  EXPECT_THAT(refusal(), HasSubstr("chmod 600"));
}

TEST_F(PrivateKeyFile, HasAKeyThatWeCanUse) {
  EXPECT_THAT(refusal(), HasSubstr("cannot be found"));
  std::ofstream(file_) << "no key";
  std::filesystem::permissions(file_, std::filesystem::perms(0600));
  EXPECT_THAT(refusal(), HasSubstr("holds no private key"));
  TestKey::ec("P-256").write(file_, "secret");
  EXPECT_THAT(refusal(), HasSubstr("without a passphrase"));
  TestKey::ec("P-384").write(file_);
  EXPECT_THAT(refusal(), HasSubstr("another kind"));
  TestKey::rsa(1024).write(file_);
  EXPECT_THAT(refusal(), HasSubstr("2048"));
}

TEST(KeySet, LeavesOutWhatCannotCheckOurSignatures) {
  const auto good = TestKey::ec("P-256").jwk("good");
  nlohmann::json list = nlohmann::json::array({good, 1, "x", nlohmann::json::object(), {{"kty", "oct"}, {"k", "AA"}}});
  for (const nlohmann::json& change : {nlohmann::json{{"kty", "RSA"}},
                                       {{"crv", "secp256k1"}},
                                       {{"x", nullptr}},
                                       {{"x", "AA"}},
                                       {{"y", "!"}},
                                       {{"use", "enc"}},
                                       {{"use", 1}},
                                       {{"key_ops", "verify"}},
                                       {{"alg", "ES384"}},
                                       {{"alg", 7}}}) {
    auto key = good;
    key.merge_patch(change);
    list.push_back(key);
  }
  const auto keys = read_key_set(nlohmann::json{{"keys", list}}.dump());
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0].id, "good");
}

TEST(KeySet, RefusesWhatIsNone) {
  nlohmann::json many{{"keys", nlohmann::json::array()}};
  for (int i = 0; i < 101; ++i) many["keys"].push_back(1);
  for (const std::string& text :
       {std::string("<html>"), std::string("[]"), std::string("{}"), std::string(R"({"keys":{}})"),
        std::string(R"({"keys":[],"keys":[]})"), many.dump()}) {
    try {
      read_key_set(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::peer_unavailable);
    }
  }
}

}  // namespace
}  // namespace passend::auth
