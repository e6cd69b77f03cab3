// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/token.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <map>

#include "indexer/base/error.hpp"
#include "tests/unit/server/auth/token_maker.hpp"

/// Which tokens are accepted, and a table of those that are not, each with the reason that it must be refused for.
namespace passend::auth {
namespace {

using namespace test;

const TestKey& key(const std::string& name) {
  static std::map<std::string, TestKey> made;
  auto found = made.find(name);
  if (found == made.end()) {
    found = made.emplace(name, name.starts_with("rsa")  ? TestKey::rsa(name == "rsa-weak" ? 1024 : 2048)
                               : name.starts_with("ed") ? TestKey::ed25519()
                                                        : TestKey::ec(name == "p384" ? "P-384" : "P-256"))
                .first;
  }
  return found->second;
}

/// What the provider publishes in the most cases: one key on P-256.
Json one_key() {
  return Json::array({key("p256").jwk("k")});
}

Claims verify(const std::string& token, const Json& keys, const TokenRules& rules) {
  const KeyFinder find = [&](const std::string& id) {
    auto all = read_key_set(Json{{"keys", keys}}.dump());
    if (!id.empty()) std::erase_if(all, [&](const PublishedKey& one) { return one.id != id; });
    return all;
  };
  return verify_token(token, rules, find, token_time);
}

Json header() {
  return {{"alg", "ES256"}, {"kid", "k"}};
}

std::string with_header(const Json& changes) {
  const Json made = changed(header(), changes);
  return signed_text(made.dump(), id_claims().dump(), key("p256"), "ES256");
}
std::string with_claims(const Json& changes) {
  return signed_token(header(), changed(id_claims(), changes), key("p256"));
}
std::string good() {
  return with_claims(Json::object());
}
std::string with_texts(const std::string& head, const std::string& payload) {
  return signed_text(head, payload, key("p256"), "ES256");
}
/// The good token with one of its three parts changed.
std::string with_part(int number, const std::function<std::string(std::string)>& change) {
  std::string token = good();
  const std::size_t first = token.find('.');
  const std::size_t second = token.rfind('.');
  const std::array<std::size_t, 3> begin{0, first + 1, second + 1};
  const std::array<std::size_t, 3> end{first, second, token.size()};
  const std::string part = token.substr(begin.at(number), end.at(number) - begin.at(number));
  return token.replace(begin.at(number), part.size(), change(part));
}
std::string signature_of(const std::string& bytes) {
  return with_part(2, [&](const std::string&) { return to_base64url(bytes); });
}
/// A text that decodes to the same bytes as another, with a spare bit set.
std::string with_spare_bit(const std::string& part) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string other = part;
  other.back() = letters[letters.find(part.back()) + 1];
  return other;
}

std::int64_t at(std::int64_t seconds) {
  return token_time.time_since_epoch().count() + seconds;
}

struct Negative {
  const char* name;
  const char* reason;
  std::function<std::string()> token;
  std::function<Json()> keys = one_key;
  TokenRules rules = id_rules();
};

void PrintTo(const Negative& negative, std::ostream* out) {
  *out << negative.name;
}

std::vector<Negative> shapes() {
  const char* parts = "three parts";
  const char* base64 = "base64url";
  return {
      {"Empty", parts, [] { return std::string(); }},
      {"OnlyDots", base64, [] { return std::string("..") + "*"; }},
      {"NothingButTwoDots", "not signed", [] { return std::string(".."); }},
      {"TwoParts", parts, [] { return good().substr(0, good().rfind('.')); }},
      {"FourParts", parts, [] { return good() + ".AAAA"; }},
      {"FivePartsOfAnEncryptedToken", parts, [] { return std::string("e30.AA.AA.AA.AA"); }},
      {"JsonSerialisation", parts, [] { return std::string(R"({"payload":"e30","signatures":[]})"); }},
      {"NoSignature", "not signed", [] { return with_part(2, [](const auto&) { return std::string(); }); }},
      {"PaddedHeader", base64, [] { return with_part(0, [](const auto& part) { return part + "="; }); }},
      {"PaddedSignature", base64, [] { return with_part(2, [](const auto& part) { return part + "=="; }); }},
      {"BlankBefore", base64, [] { return " " + good(); }},
      {"LineEndBehind", base64, [] { return good() + "\n"; }},
      {"TabWithin", base64, [] { return with_part(1, [](const auto& part) { return part + "\t"; }); }},
      {"NulWithin", base64, [] { return with_part(1, [](const auto& part) { return part + std::string(1, '\0'); }); }},
      {"OrdinaryBase64", base64, [] { return with_part(2, [](const auto&) { return std::string("+/+/"); }); }},
      {"ImpossibleLength", base64, [] { return with_part(2, [](const auto&) { return std::string("AAAAA"); }); }},
      {"SpareBitsInTheSignature", base64, [] { return with_part(2, with_spare_bit); }},
      {"LettersBeyondAscii", base64, [] { return with_part(0, [](const auto& part) { return part + "\xC3\xA9"; }); }},
      {"TooLong", "longer than 8192",
       [] {
         return with_claims({{"x", std::string(8192, 'x')}});
       }},
  };
}

std::vector<Negative> headers() {
  const char* algorithm = "its algorithm is not";
  std::vector<Negative> list;
  for (const char* name : {"none", "None", "NONE", "nOnE", "", "HS256", "HS384", "HS512", "RS384", "RS512", "PS384",
                           "PS512", "ES384", "ES512", "ES256K", "es256", "Ed25519", "dir"}) {
    static std::map<std::string, std::string> names;
    auto& label = names[name];
    label = std::string("Algorithm_") + (*name == '\0' ? "empty" : name);
    list.push_back({label.c_str(), algorithm, [name] { return with_header({{"alg", name}}); }});
  }
  const std::vector<Negative> more{
      {"AlgorithmIsAList", "'alg'",
       [] {
         return with_header({{"alg", {"ES256"}}});
       }},
      {"AlgorithmIsAbsent", "'alg'",
       [] {
         return with_header({{"alg", nullptr}});
       }},
      {"HeaderIsAList", "header is no JSON object", [] { return with_texts("[]", id_claims().dump()); }},
      {"HeaderIsNoJson", "header is no JSON object", [] { return with_texts("alg=ES256", id_claims().dump()); }},
      {"HeaderNamesTheAlgorithmTwice", "names something twice",
       [] { return with_texts(R"({"alg":"none","alg":"ES256","kid":"k"})", id_claims().dump()); }},
      {"HeaderHasSomethingBehindIt", "header is no JSON object",
       [] { return with_texts(header().dump() + "x", id_claims().dump()); }},
      {"HeaderIsNoUtf8", "header is no JSON object",
       [] { return with_texts("{\"alg\":\"ES256\",\"kid\":\"k\",\"x\":\"\xFF\"}", id_claims().dump()); }},
      {"HeaderNestsDeeply", "header is no JSON object",
       [] { return with_texts(std::string(1000, '[') + std::string(1000, ']'), id_claims().dump()); }},
      {"Critical", "'crit'",
       [] {
         return with_header({{"crit", {"exp"}}});
       }},
      {"CriticalIsEmpty", "'crit'",
       [] {
         return with_header({{"crit", Json::array()}});
       }},
      {"CriticalIsB64", "'crit'",
       [] {
         return with_header({{"crit", {"b64"}}, {"b64", false}});
       }},
      {"PayloadNotEncoded", "'b64'",
       [] {
         return with_header({{"b64", false}});
       }},
      {"PayloadEncodedAsUsualButSaid", "'b64'",
       [] {
         return with_header({{"b64", true}});
       }},
      {"Compressed", "'zip'",
       [] {
         return with_header({{"zip", "DEF"}});
       }},
      {"KeyIdIsANumber", "'kid'",
       [] {
         return with_header({{"kid", 1}});
       }},
      {"KeyIdIsEmpty", "'kid'",
       [] {
         return with_header({{"kid", ""}});
       }},
      {"TypeIsANumber", "'typ'",
       [] {
         return with_header({{"typ", 1}});
       }},
      {"AccessTokenAsIdToken", "its type",
       [] {
         return with_header({{"typ", "at+jwt"}});
       }},
      {"LogoutTokenAsIdToken", "its type",
       [] {
         return with_header({{"typ", "logout+jwt"}});
       }},
      {"IdTokenWithoutTypeAsAccessToken", "'typ'", [] { return signed_token(header(), access_claims(), key("p256")); },
       one_key, access_rules()},
      {"ProofOfPossessionAsAccessToken", "its type",
       [] {
         return signed_token(changed(header(), {{"typ", "dpop+jwt"}}), access_claims(), key("p256"));
       },
       one_key, access_rules()},
  };
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

std::vector<Negative> keys() {
  const char* suit = "does not suit the key";
  const char* forged = "signature is not by a key";
  const auto own_key_in_header = [](const char* name) {
    return [name] {
      const Json jwk = key("p256-other").jwk("k");
      const Json value = std::string_view(name) == "jwk" ? jwk : Json("https://attacker.example/keys");
      return signed_token(changed(header(), {{name, value}}), id_claims(), key("p256-other"));
    };
  };
  return {
      {"UnknownKey", "no key",
       [] {
         return with_header({{"kid", "other"}});
       }},
      {"KeyIdIsAPath", "no key",
       [] {
         return with_header({{"kid", "../../dev/null"}});
       }},
      {"NoKeys", "no key", good, [] { return Json::array(); }},
      {"KeyOfSomebodyElse", forged, [] { return signed_token(header(), id_claims(), key("p256-other")); }},
      {"KeyInTheHeader", forged, own_key_in_header("jwk")},
      {"AddressOfKeysInTheHeader", forged, own_key_in_header("jku")},
      {"AddressOfACertificateInTheHeader", forged, own_key_in_header("x5u")},
      {"CertificateInTheHeader", forged, own_key_in_header("x5c")},
      {"NoKeyIdAndTwoKeys", "which key",
       [] {
         return with_header({{"kid", nullptr}});
       },
       [] {
         return Json::array({key("p256").jwk("k"), key("p256-other").jwk("l")});
       }},
      {"PublicKeyAsTheSecretOfHs256", "its algorithm is not",
       [] {
         return with_header({{"alg", "HS256"}});
       }},
      {"Es256WithAKeyOfRsa", suit, good, [] { return Json::array({key("rsa").jwk("k")}); }},
      {"Rs256WithAKeyOnP256", suit,
       [] {
         return with_header({{"alg", "RS256"}});
       }},
      {"EdDsaWithAKeyOnP256", suit,
       [] {
         return with_header({{"alg", "EdDSA"}});
       }},
      {"Rs256WithAKeyForPs256", suit,
       [] {
         return signed_token({{"alg", "RS256"}, {"kid", "k"}}, id_claims(), key("rsa"));
       },
       [] {
         return Json::array({changed(key("rsa").jwk("k"), {{"alg", "PS256"}})});
       }},
      {"KeyForEncryption", "no key", good,
       [] {
         return Json::array({changed(key("p256").jwk("k"), {{"use", "enc"}})});
       }},
      {"KeyForSigningOnly", "no key", good,
       [] {
         return Json::array({changed(key("p256").jwk("k"), {{"key_ops", {"sign"}}})});
       }},
      {"KeyForAnotherAlgorithm", "no key", good,
       [] {
         return Json::array({changed(key("p256").jwk("k"), {{"alg", "ECDH-ES"}})});
       }},
      {"RsaOf1024Bits", "no key",
       [] {
         return signed_token({{"alg", "RS256"}, {"kid", "k"}}, id_claims(), key("rsa-weak"));
       },
       [] { return Json::array({key("rsa-weak").jwk("k")}); }},
      {"RsaWithTheExponentOne", "no key",
       [] {
         return with_header({{"alg", "RS256"}});
       },
       [] {
         return Json::array({changed(key("rsa").jwk("k"), {{"e", "AQ"}})});
       }},
      {"KeyOnP384", "no key", [] { return signed_text(header().dump(), id_claims().dump(), key("p384"), "ES256"); },
       [] { return Json::array({key("p384").jwk("k")}); }},
      {"PointThatIsNotOnTheCurve", "no key", good,
       [] {
         return Json::array({changed(key("p256").jwk("k"), {{"y", key("p256").jwk("k")["x"]}})});
       }},
      {"SymmetricKey", "no key", good,
       [] {
         return Json::array({{{"kty", "oct"}, {"kid", "k"}, {"k", "AAAA"}}});
       }},
  };
}

std::vector<Negative> signatures() {
  const char* forged = "signature is not by a key";
  const auto rsa_keys = [] { return Json::array({key("rsa").jwk("k")}); };
  const auto by_rsa = [](const char* said, const char* done) {
    return [said, done] {
      return signed_text(Json{{"alg", said}, {"kid", "k"}}.dump(), id_claims().dump(), key("rsa"), done);
    };
  };
  return {
      {"ChangedPayload", forged,
       [] {
         return with_part(1, [](const auto&) { return to_base64url(changed(id_claims(), {{"sub", "u-2"}}).dump()); });
       }},
      {"ChangedHeader", forged,
       [] { return with_part(0, [](const auto&) {
              return to_base64url(changed(header(), {{"x", 1}}).dump());
            }); }},
      {"ChangedSignature", forged, [] { return signature_of(std::string(64, '\x01')); }},
      {"AllZero", forged, [] { return signature_of(std::string(64, '\0')); }},
      {"OneByte", forged, [] { return signature_of("\x01"); }},
      {"OneByteMore", forged,
       [] { return with_part(2, [](const auto& part) { return to_base64url(*from_base64url(part) + "x"); }); }},
      {"FormOfOpenSsl", forged, [] { return signed_text(header().dump(), id_claims().dump(), key("p256"), "DER256"); }},
      {"Rs256SaysPs256", forged, by_rsa("PS256", "RS256"), rsa_keys},
      {"Ps256SaysRs256", forged, by_rsa("RS256", "PS256"), rsa_keys},
      {"Rs512SaysRs256", forged, by_rsa("RS256", "RS512"), rsa_keys},
      {"Ps512SaysPs256", forged, by_rsa("PS256", "PS512"), rsa_keys},
      {"ShortSalt", forged, by_rsa("PS256", "PS256 short"), rsa_keys},
      {"Ed25519OfAnotherText", forged,
       [] {
         const std::string token = signed_token({{"alg", "EdDSA"}, {"kid", "k"}}, id_claims(), key("ed25519"));
         return token.substr(0, token.rfind('.') + 1) + to_base64url(key("ed25519").sign("EdDSA", "another text"));
       },
       [] { return Json::array({key("ed25519").jwk("k")}); }},
  };
}

std::vector<Negative> claims() {
  const auto claim = [](const char* name, const Json& value) {
    return [name, value] { return with_claims({{name, value}}); };
  };
  return {
      {"PayloadIsAText", "payload is no JSON object", [] { return with_texts(header().dump(), "\"text\""); }},
      {"PayloadIsEmpty", "payload is no JSON object", [] { return with_texts(header().dump(), ""); }},
      {"PayloadNamesTheIssuerTwice", "names something twice",
       [] { return with_texts(header().dump(), R"({"iss":"x",)" + id_claims().dump().substr(1)); }},
      {"PayloadNestsDeeply", "payload is no JSON object",
       [] { return with_texts(header().dump(), std::string(2000, '[') + std::string(2000, ']')); }},
      {"IssuerAbsent", "'iss'", claim("iss", nullptr)},
      {"IssuerIsAList", "'iss'", claim("iss", Json::array({test_issuer}))},
      {"IssuerWithASlash", "another issuer", claim("iss", test_issuer + "/")},
      {"IssuerInCapitals", "another issuer", claim("iss", "https://LOGIN.example")},
      {"IssuerOverPlainHttp", "another issuer", claim("iss", "http://login.example")},
      {"IssuerThatBeginsTheSame", "another issuer", claim("iss", test_issuer + ".attacker.example")},
      {"SubjectAbsent", "'sub'", claim("sub", nullptr)},
      {"SubjectEmpty", "'sub'", claim("sub", "")},
      {"SubjectIsANumber", "'sub'", claim("sub", 1)},
      {"AudienceAbsent", "'aud'", claim("aud", nullptr)},
      {"AudienceEmptyList", "'aud'", claim("aud", Json::array())},
      {"AudienceIsANumber", "'aud'", claim("aud", 1)},
      {"AudienceHoldsANumber", "'aud'", claim("aud", Json::array({test_client, 1}))},
      {"AudienceIsSomebodyElse", "somebody else", claim("aud", "other")},
      {"AudienceInCapitals", "somebody else", claim("aud", "PASSEND")},
      {"AudienceWithABlank", "somebody else", claim("aud", "passend ")},
      {"SeveralAudiencesWithoutWhoAsked", "'azp'", claim("aud", Json::array({test_client, "other"}))},
      {"AskedForBySomebodyElse", "asked for by", claim("azp", "other")},
      {"WhoAskedIsNoText", "'azp'", claim("azp", Json::array({test_client}))},
      {"ExpiryAbsent", "'exp'", claim("exp", nullptr)},
      {"ExpiryIsAText", "'exp'", claim("exp", "1900000000")},
      {"ExpiryIsAFraction", "'exp'", claim("exp", 1.9e9)},
      {"ExpiryIsInfinite", "payload is no JSON object",
       [] {
         std::string payload = id_claims().dump();
         payload.replace(payload.find("\"exp\":") + 6, 10, "1e999");
         return with_texts(header().dump(), payload);
       }},
      {"ExpiryIsNegative", "range", claim("exp", -1)},
      {"ExpiryBeyondAllTime", "range", claim("exp", std::uint64_t{1} << 63)},
      {"ExpiryIsTrue", "'exp'", claim("exp", true)},
      {"ExpiredJustBeyondTheLeeway", "expired",
       [] {
         return with_claims({{"iat", at(-100)}, {"exp", at(-60)}});
       }},
      {"ExpiredLongAgo", "expired",
       [] {
         return with_claims({{"iat", at(-9000)}, {"exp", at(-8000)}});
       }},
      {"ExpiresBeforeItWasIssued", "before it was issued",
       [] {
         return with_claims({{"iat", at(30)}, {"exp", at(0)}});
       }},
      {"IssuedAbsent", "'iat'", claim("iat", nullptr)},
      {"IssuedInTheFuture", "in the future",
       [] {
         return with_claims({{"iat", at(61)}});
       }},
      {"IssuedIsAText", "'iat'", claim("iat", "now")},
      {"NotBeforeLater", "not valid yet",
       [] {
         return with_claims({{"nbf", at(61)}});
       }},
      {"NotBeforeIsAText", "'nbf'", claim("nbf", "1")},
      {"NonceAbsent", "'nonce'", claim("nonce", nullptr)},
      {"NonceOfAnotherSignIn", "this sign-in", claim("nonce", "n-2")},
      {"NonceEmpty", "this sign-in", claim("nonce", "")},
      {"NonceIsAList", "'nonce'", claim("nonce", Json::array({"n-1"}))},
      {"IdTokenAsAccessToken", "somebody else",
       [] {
         return signed_token(changed(header(), {{"typ", "JWT"}}), id_claims(), key("p256"));
       },
       one_key, access_rules()},
  };
}

class RefusedToken : public testing::TestWithParam<Negative> {};

TEST_P(RefusedToken, IsRefusedForItsReason) {
  const Negative& negative = GetParam();
  try {
    verify(negative.token(), negative.keys(), negative.rules);
    ADD_FAILURE() << "it was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_token);
    EXPECT_THAT(error.what(), testing::HasSubstr(negative.reason));
    EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("attacker")));
  }
}

std::string name_of(const testing::TestParamInfo<Negative>& info) {
  return info.param.name;
}
INSTANTIATE_TEST_SUITE_P(Shape, RefusedToken, testing::ValuesIn(shapes()), name_of);
INSTANTIATE_TEST_SUITE_P(Header, RefusedToken, testing::ValuesIn(headers()), name_of);
INSTANTIATE_TEST_SUITE_P(Key, RefusedToken, testing::ValuesIn(keys()), name_of);
INSTANTIATE_TEST_SUITE_P(Signature, RefusedToken, testing::ValuesIn(signatures()), name_of);
INSTANTIATE_TEST_SUITE_P(Claim, RefusedToken, testing::ValuesIn(claims()), name_of);

TEST(Token, IsAcceptedInEachOfTheFourAlgorithms) {
  const std::vector<std::pair<std::string, std::string>> ways{
      {"PS256", "rsa"}, {"RS256", "rsa"}, {"ES256", "p256"}, {"EdDSA", "ed25519"}};
  const Json published = Json::array(
      {key("rsa").jwk("rsa"), key("p256").jwk("p256"), key("ed25519").jwk("ed25519"), key("p384").jwk("p384")});
  for (const auto& [algorithm, name] : ways) {
    const Json head{{"alg", algorithm}, {"kid", name}};
    EXPECT_EQ(verify(signed_token(head, id_claims(), key(name)), published, id_rules()).text("sub"), "u-1")
        << algorithm;
    const Json bearer{{"alg", algorithm}, {"kid", name}, {"typ", "at+jwt"}};
    EXPECT_EQ(verify(signed_token(bearer, access_claims(), key(name)), published, access_rules()).text("sub"), "m-1");
  }
}

TEST(Token, MayLeaveItsKeyIdOutWhenOneKeySuits) {
  const Json published = Json::array({key("rsa").jwk("a"), key("p256").jwk("b"), key("ed25519").jwk("")});
  for (const auto& [algorithm, name] : {std::pair("ES256", "p256"), std::pair("EdDSA", "ed25519")}) {
    const Json head{{"alg", algorithm}};
    EXPECT_NO_THROW(verify(signed_token(head, id_claims(), key(name)), published, id_rules())) << algorithm;
  }
}

TEST(Token, MayHaveOneOfTheTypesInAnyCase) {
  for (const char* type : {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"}) {
    const Json head = changed(header(), {{"typ", type}});
    EXPECT_NO_THROW(verify(signed_token(head, access_claims(), key("p256")), one_key(), access_rules())) << type;
  }
  EXPECT_NO_THROW(verify(with_header({{"typ", "JWT"}}), one_key(), id_rules()));
}

TEST(Token, MayBeForSeveralWhenWeAskedForIt) {
  const Json both = {{"aud", {"other", test_client}}, {"azp", test_client}};
  EXPECT_NO_THROW(verify(with_claims(both), one_key(), id_rules()));
}

TEST(Token, HasAMinuteForClocksThatDiffer) {
  EXPECT_NO_THROW(verify(with_claims({{"iat", at(-100)}, {"exp", at(-59)}}), one_key(), id_rules()));
  EXPECT_NO_THROW(verify(with_claims({{"iat", at(60)}, {"nbf", at(60)}}), one_key(), id_rules()));
}

TEST(Token, MayHaveUnknownHeadersAndClaims) {
  EXPECT_NO_THROW(verify(with_header({{"x5t#S256", "abc"}, {"cty", "x"}}), one_key(), id_rules()));
  EXPECT_NO_THROW(verify(with_claims({{"x", {{"y", {1, 2}}}}}), one_key(), id_rules()));
}

TEST(Token, OfOursIsOneThatTheRulesAccept) {
  const auto file = std::filesystem::temp_directory_path() / ("passend-key-" + std::to_string(::getpid()) + ".pem");
  for (const char* name : {"rsa", "p256", "ed25519"}) {
    key(name).write(file);
    const PrivateKey own = PrivateKey::read(file);
    const std::string token = sign_token(id_claims(), own, "own");
    EXPECT_NO_THROW(verify(token, Json::array({key(name).jwk("own")}), id_rules())) << name;
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace passend::auth
