// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/sign_in.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/base/log.hpp"
#include "server/auth/authorization.hpp"
#include "server/auth/base64url.hpp"
#include "server/auth/form.hpp"
#include "server/auth/random_token.hpp"
#include "server/auth/recognise.hpp"
#include "server/auth/token.hpp"

namespace passend::auth {
namespace {

using Answer = std::vector<std::pair<std::string, std::string>>;

/// The value of a parameter that stands exactly once; empty otherwise.
std::string only(const Answer& answer, std::string_view name) {
  const auto has_name = [&](const auto& pair) { return pair.first == name; };
  if (std::count_if(answer.begin(), answer.end(), has_name) != 1) return {};
  return std::find_if(answer.begin(), answer.end(), has_name)->second;
}

bool stands(const Answer& answer, std::string_view name) {
  return std::any_of(answer.begin(), answer.end(), [&](const auto& pair) { return pair.first == name; });
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

/// A code of an error of OAuth as it may stand in a log; the words beside it are the provider's and may name somebody.
std::string fit_for_a_log(const std::string& code) {
  const bool is_code = code.size() <= 40 && code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
  return is_code && !code.empty() ? code : "something else";
}

bool is_of_another_provider(const Answer& answer, const Metadata& metadata, const std::string& issuer) {
  if (!stands(answer, "iss")) return metadata.issuer_in_answer == IssuerInAnswer::must_stand;
  return only(answer, "iss") != issuer;
}

SignInFailure failure_of(const Error& error) {
  if (error.code() == ErrorCode::overloaded) return SignInFailure::busy;
  log(LogLevel::warning, std::string("a sign-in failed: ") + error.what());
  return error.code() == ErrorCode::invalid_token ? SignInFailure::token : SignInFailure::provider;
}

SignInFailure failure_of(Unfit unfit) {
  if (unfit == Unfit::too_weak) return SignInFailure::too_weak;
  if (unfit == Unfit::no_role) return SignInFailure::no_role;
  log(LogLevel::warning, "a sign-in failed: the subject of the ID token is absent or a citizen service number");
  return SignInFailure::token;
}

}  // namespace

BegunSignIn SignIn::begin(std::string return_to, std::optional<std::string> browser) {
  const Metadata metadata = provider_.metadata();
  BegunSignIn begun;
  begun.browser = browser ? *browser : random_token();
  const std::string state = random_token();
  PendingSignIn pending{sha256_hex(begun.browser), random_token(), random_token(), std::move(return_to)};
  begun.address =
      with_query(metadata.authorization_endpoint, {{"response_type", "code"},
                                                   {"client_id", configuration_.client_id},
                                                   {"redirect_uri", redirect_address(configuration_)},
                                                   {"scope", joined(configuration_.scopes)},
                                                   {"state", state},
                                                   {"nonce", pending.nonce},
                                                   {"code_challenge", to_base64url(sha256(pending.code_verifier))},
                                                   {"code_challenge_method", "S256"}});
  pending_.put(state, std::move(pending));
  return begun;
}

std::variant<DoneSignIn, SignInFailure> SignIn::finish(const Answer& answer,
                                                       const std::optional<std::string>& browser) {
  if (!browser) return SignInFailure::ended;
  const auto pending = pending_.take(only(answer, "state"));
  if (!pending || pending->browser_hash != sha256_hex(*browser)) return SignInFailure::ended;
  try {
    if (is_of_another_provider(answer, provider_.metadata(), configuration_.issuer)) {
      log(LogLevel::warning, "a sign-in failed: the answer does not name the issuer");
      return SignInFailure::provider;
    }
    if (stands(answer, "error")) {
      const std::string code = only(answer, "error");
      if (code == "access_denied") return SignInFailure::cancelled;
      log(LogLevel::warning, "a sign-in failed: the identity provider answered with " + fit_for_a_log(code));
      return SignInFailure::provider;
    }
    return exchange(only(answer, "code"), *pending);
  } catch (const Error& error) {
    return failure_of(error);
  }
}

std::variant<DoneSignIn, SignInFailure> SignIn::exchange(const std::string& code, const PendingSignIn& pending) {
  if (code.empty()) return SignInFailure::provider;
  const std::string token = ask_for_token(code, pending.code_verifier);
  const TokenRules rules{TokenKind::id_token, configuration_.issuer, configuration_.client_id, pending.nonce};
  const Claims claims = verify_token(
      token, rules, [this](const std::string& id) { return provider_.keys(id); }, clock_.seconds());
  auto recognised = recognise(claims, configuration_, roles_of_people);
  if (const auto* unfit = std::get_if<Unfit>(&recognised)) return failure_of(*unfit);
  return DoneSignIn{std::get<Principal>(std::move(recognised)), pending.return_to};
}

std::string SignIn::ask_for_token(const std::string& code, const std::string& code_verifier) {
  const std::string endpoint = provider_.metadata().token_endpoint;
  const ClientAssertion assertion{configuration_.client_id, endpoint, configuration_.private_key_id};
  const fetch::Answer answer = provider_.ask(
      {.method = fetch::Method::post,
       .url = endpoint,
       .fields = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
       .body = encode_form({{"grant_type", "authorization_code"},
                            {"code", code},
                            {"redirect_uri", redirect_address(configuration_)},
                            {"code_verifier", code_verifier},
                            {"client_id", configuration_.client_id},
                            {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                            {"client_assertion", sign_assertion(assertion, key_, clock_.seconds())}})});
  if (answer.status == 200) return read_id_token(answer.body);
  throw Error(ErrorCode::peer_unavailable,
              "the token endpoint of the identity provider answered with status " + std::to_string(answer.status) +
                  ": look whether the client, its key and its redirect address are registered there");
}

}  // namespace passend::auth
