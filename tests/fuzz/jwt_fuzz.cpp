// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a token, as each of its parts, and as what a provider publishes: refused with the code that belongs to
// it, or read within its rules; never accepted, for nobody has the private key.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/key_set.hpp"
#include "server/auth/metadata.hpp"
#include "server/auth/return_path.hpp"
#include "server/auth/token.hpp"
#include "server/auth/token_parts.hpp"

namespace {

using namespace passend;
using namespace passend::auth;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The public key of RFC 7515 appendix A.3, under the id that a token may name.
const std::vector<PublishedKey>& keys() {
  static const auto read =
      read_key_set(R"({"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
                   R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})");
  return read;
}

/// Runs it; an error must have this code.
template <class Run>
bool succeeds(ErrorCode code, const Run& run) {
  try {
    run();
    return true;
  } catch (const Error& error) {
    require(error.code() == code);
    return false;
  }
}

void try_token(std::string_view token) {
  const TokenRules rules{TokenKind::access_token, "https://login.example", "passend", ""};
  const auto find = [](const std::string&) { return keys(); };
  const std::chrono::sys_seconds now{std::chrono::seconds(1'800'000'000)};
  require(!succeeds(ErrorCode::invalid_token, [&] { verify_token(token, rules, find, now); }));
  succeeds(ErrorCode::invalid_token, [&] { read_header(token, TokenKind::id_token); });
  succeeds(ErrorCode::invalid_token, [&] {
    const Claims claims = read_claims(token, rules, now);
    require(claims.text("iss") == rules.issuer && !claims.text("sub")->empty());
    claims.texts("a.b.c");
  });
  const std::string signed_part = to_base64url(token.substr(0, token.size() / 2));
  succeeds(ErrorCode::invalid_token, [&] {
    verify_token(to_base64url(R"({"alg":"ES256","typ":"JWT","kid":"k"})") + "." + signed_part + "." +
                     to_base64url(token.substr(token.size() / 2)),
                 rules, find, now);
    require(false);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(from_base64url(to_base64url(bytes)) == bytes);
  if (const auto decoded = from_base64url(bytes)) require(to_base64url(*decoded) == bytes);
  try_token(bytes);
  succeeds(ErrorCode::peer_unavailable, [&] { read_key_set(bytes); });
  succeeds(ErrorCode::peer_unavailable, [&] { read_metadata(bytes, "https://login.example"); });
  succeeds(ErrorCode::invalid_input, [&] {
    const fetch::Url url = fetch::parse_url(bytes);
    require(to_text(fetch::parse_url(to_text(url))) == to_text(url));
  });
  if (is_own_path(bytes)) require(bytes[0] == '/' && (bytes.size() == 1 || (bytes[1] != '/' && bytes[1] != '\\')));
  return 0;
}
