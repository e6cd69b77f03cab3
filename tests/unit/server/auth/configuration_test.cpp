// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/configuration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::auth {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

/// The example of docs/sign-in.md: every key that there is.
Json example() {
  const std::string page = read_file(PASSEND_SOURCE_DIR "/docs/sign-in.md");
  const std::size_t begin = page.find("```json\n") + 8;
  return Json::parse(page.substr(begin, page.find("```", begin) - begin));
}

Configuration read(const Json& json) {
  return read_configuration(json.dump(), "/etc/passend", "the file");
}

Json with(const std::string& pointer, const Json& value) {
  Json json = example();
  json[Json::json_pointer(pointer)] = value;
  return json;
}

bool holds(const Json& json) {
  static const Json schema_json = Json::parse(read_file(PASSEND_SOURCE_DIR "/schemas/json/sign-in.schema.json"));
  static const valijson::Schema* schema = [] {
    auto* made = new valijson::Schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), *made);
    return made;
  }();
  return valijson::Validator().validate(*schema, valijson::adapters::NlohmannJsonAdapter(json), nullptr);
}

TEST(SignInConfiguration, OfTheExampleIsRead) {
  EXPECT_TRUE(holds(example()));
  const Configuration made = read(example());
  EXPECT_EQ(made.issuer, "https://login.hilversum.example");
  EXPECT_EQ(made.private_key_file, "/etc/passend/client-key.pem");
  EXPECT_EQ(made.claims.roles, "realm_access.roles");
  EXPECT_EQ(made.roles.at("passend-jobhunter"), Role::jobhunter);
  EXPECT_EQ(made.acr_minimum.at(Role::jobhunter), made.acr_order.at(1));
  EXPECT_EQ(made.machines.roles, Roles{Role::service});
  EXPECT_EQ(redirect_address(made), "https://werk.hilversum.example/auth/callback");
}

TEST(SignInConfiguration, NeedsLittle) {
  const Json least{{"issuer", "https://login.example"},
                   {"clientId", "passend"},
                   {"privateKeyFile", "/keys/a.pem"},
                   {"publicUrl", "http://localhost:8080"},
                   {"roles", {{"x", "manager"}}}};
  EXPECT_TRUE(holds(least));
  const Configuration made = read(least);
  EXPECT_EQ(made.private_key_file, "/keys/a.pem");
  EXPECT_THAT(made.scopes, testing::ElementsAre("openid"));
  EXPECT_EQ(made.claims.subject, "sub");
  EXPECT_EQ(made.machines.audience, "");
  for (const auto& [key, value] : least.items()) {
    Json json = least;
    json.erase(key);
    EXPECT_THROW(read(json), Error) << key;
    EXPECT_FALSE(holds(json)) << key;
  }
}

struct Wrong {
  const char* pointer;
  Json value;
  const char* rule;
};

TEST(SignInConfiguration, RefusesWhatIsWrongWithItsPathAndWhatIsAllowed) {
  const std::vector<Wrong> list{
      {"/isuer", "x", "not known here"},
      {"/claims/role", "x", "not known here"},
      {"/acr/maximum", "x", "not known here"},
      {"/acr/minimum/boss", "x", "not known here"},
      {"/machines/role", "x", "not known here"},
      {"/issuer", "http://login.example", "https"},
      {"/issuer", "https://login.example?x", "without query"},
      {"/issuer", 1, "is a text"},
      {"/clientId", "", "1 to 200"},
      {"/clientId", "a\nb", "control character"},
      {"/publicUrl", "https://werk.example/", "without a path"},
      {"/publicUrl", "https://werk.example/app", "without a path"},
      {"/publicUrl", "werk.example", "https"},
      {"/scopes", Json::array({"profile"}), "has openid"},
      {"/scopes", Json::array({"openid", "a b"}), "each apart"},
      {"/scopes", Json::array({"openid", "openid"}), "nothing twice"},
      {"/scopes", Json::array(), "1 to 100"},
      {"/roles", Json::object(), "1 to 100"},
      {"/roles", Json::array(), "is an object"},
      {"/roles/x", "boss", "job_seeker employer jobhunter"},
      {"/claims/subject", "", "1 to 200"},
      {"/acr/minimum/jobhunter", "weak", "one of /acr/order"},
      {"/acr/order", Json::array({1}), "texts"},
      {"/tenants", Json::array(), "1 to 100"},
      {"/tenants/0/id", "Hilversum", "a-z, 0-9 and -"},
      {"/tenants/1/id", "hilversum", "one organisation"},
      {"/tenants/0/colour", "red", "not known here"},
      {"/tenants/1/sources", Json::array({"csv:hilversum"}), "one organisation"},
      {"/tenants/1/sources", Json::array({"passend:hilversum"}), "does not begin with passend:"},
      {"/tenants/0/showsProfilesTo", Json::array({"hilversum"}), "another of the same region"},
      {"/claims/tenant", nullptr, "is a text"},
      {"/machines/audience", "passend", "not the clientId"},
      {"/machines/roles", Json::array({"boss"}), "job_seeker"},
  };
  for (const Wrong& wrong : list) {
    try {
      read(with(wrong.pointer, wrong.value));
      ADD_FAILURE() << wrong.pointer << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      EXPECT_THAT(error.what(), HasSubstr("the file"));
      EXPECT_THAT(error.what(), HasSubstr(wrong.rule)) << wrong.pointer;
      ASSERT_FALSE(error.violations().empty());
      EXPECT_THAT(wrong.pointer, testing::StartsWith(error.violations().front().field)) << error.what();
    }
  }
}

TEST(SignInConfiguration, NamesAllThatIsWrongAtOnce) {
  Json json = with("/issuer", "x");
  json["clientId"] = 1;
  json["other"] = true;
  try {
    read(json);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.violations().size(), 3U);
  }
}

TEST(SignInConfiguration, IsStrictJson) {
  for (const char* text : {"", "[]", "{\"issuer\":\"a\",\"issuer\":\"b\"}", "{} x"}) {
    EXPECT_THROW(read_configuration(text, ".", "the file"), Error) << text;
  }
}

TEST(SignInConfiguration, AndItsSchemaRefuseTheSame) {
  for (const auto& [pointer, value] : std::vector<std::pair<std::string, Json>>{{"/isuer", "x"},
                                                                                {"/claims/role", "x"},
                                                                                {"/acr/maximum", "x"},
                                                                                {"/acr/minimum/boss", "x"},
                                                                                {"/issuer", 1},
                                                                                {"/clientId", ""},
                                                                                {"/publicUrl", "https://a.example/x"},
                                                                                {"/scopes", Json::array()},
                                                                                {"/roles", Json::object()},
                                                                                {"/roles/x", "boss"},
                                                                                {"/machines/roles", {"boss"}}}) {
    EXPECT_FALSE(holds(with(pointer, value))) << pointer;
  }
}

TEST(SignInConfiguration, OfAFileFindsTheKeyBesideIt) {
  const test::TemporaryDirectory directory;
  write_file_durably(directory.path() / "sign-in.json", example().dump());
  EXPECT_EQ(load_configuration(directory.path() / "sign-in.json").private_key_file,
            directory.path() / "client-key.pem");
}

}  // namespace
}  // namespace passend::auth
