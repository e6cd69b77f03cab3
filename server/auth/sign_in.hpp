// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "server/auth/configuration.hpp"
#include "server/auth/key.hpp"
#include "server/auth/pending_sign_ins.hpp"
#include "server/auth/principal.hpp"
#include "server/auth/provider.hpp"

namespace passend::auth {

/// Why a sign-in did not come to its end; each has words for people in sign_in_page.cpp.
enum class SignInFailure : std::uint8_t {
  ended,      ///< Not begun in this browser, done before, or begun too long ago.
  cancelled,  ///< The person, or the provider on their behalf, said no.
  busy,       ///< Too many sign in at this moment.
  provider,   ///< The provider could not be asked, or said something that cannot be used.
  token,      ///< The ID token is not accepted.
  no_role,    ///< The person is known and has no role here.
  too_weak,   ///< They must sign in more strongly for every role they have.
};

/// Where to send a browser, and the cookie that binds the sign-in to it.
struct BegunSignIn {
  std::string address;
  std::string browser;
};

struct DoneSignIn {
  Principal principal;
  std::string return_to;
};

/// Signing people in: the authorization code flow of OpenID Connect with PKCE (S256), state, nonce and private_key_jwt
/// (the Dutch government's profile asks for all of them). Thread-safe.
class SignIn {
 public:
  SignIn(const Configuration& configuration, PrivateKey key, Provider& provider, PendingLimits limits, Clock clock)
      : configuration_(configuration),
        key_(std::move(key)),
        provider_(provider),
        pending_(limits, clock),
        clock_(std::move(clock)) {}

  /// `browser` is the cookie that this browser has already, so that a sign-in in a second tab does not end the one in
  /// the first. `return_to` passes is_own_path. Throws peer_unavailable and overloaded.
  BegunSignIn begin(std::string return_to, std::optional<std::string> browser);

  /// Judges what the provider sent the browser back with. A sign-in is judged once, however it ends.
  std::variant<DoneSignIn, SignInFailure> finish(const std::vector<std::pair<std::string, std::string>>& answer,
                                                 const std::optional<std::string>& browser);

 private:
  std::string ask_for_token(const std::string& code, const std::string& code_verifier);
  std::variant<DoneSignIn, SignInFailure> exchange(const std::string& code, const PendingSignIn& pending);

  const Configuration& configuration_;
  PrivateKey key_;
  Provider& provider_;
  PendingSignIns pending_;
  Clock clock_;
};

}  // namespace passend::auth
