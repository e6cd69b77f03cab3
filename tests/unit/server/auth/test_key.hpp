// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <openssl/evp.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace passend::test {

/// A pair of keys made for a test, which signs in ways that Passend would not.
class TestKey {
 public:
  static TestKey rsa(unsigned bits, unsigned exponent = 65537);
  static TestKey ec(const char* curve);
  static TestKey ed25519();

  /// The public half as a JSON Web Key.
  nlohmann::json jwk(const std::string& id) const;
  /// The private half as a file in PEM that its owner alone can read.
  void write(const std::filesystem::path& file, const char* passphrase = nullptr) const;
  /// By the name of the algorithm; "PS256 short" has a salt of 20 bytes, "DER256" is ES256 in the form of OpenSSL.
  std::string sign(std::string_view algorithm, std::string_view text) const;

 private:
  explicit TestKey(EVP_PKEY* key) : key_(key, &EVP_PKEY_free) {}
  std::string number(const char* name) const;

  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace passend::test
