// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/model/codes.hpp"

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace passend::auth {

/// The ways of signing that are accepted; there is no other (RFC 7518, RFC 8037).
enum class Algorithm : std::uint8_t { ps256, rs256, es256, eddsa };

enum class KeyKind : std::uint8_t { rsa, p256, ed25519 };

/// Whether this kind of key can sign so.
bool suits(KeyKind kind, Algorithm algorithm);

/// Checks signatures. Thread-safe; a copy is the same key.
class PublicKey {
 public:
  /// From big-endian numbers: a modulus of 2048 to 8192 bits and an odd exponent above 2^16 (FIPS 186-5, so that it is
  /// not 1 or 3). Throws invalid_input, as the next two.
  static PublicKey rsa(std::string_view modulus, std::string_view exponent);
  /// The two coordinates of 32 bytes of a point on P-256.
  static PublicKey p256(std::string_view x, std::string_view y);
  /// The 32 bytes of a key of Ed25519.
  static PublicKey ed25519(std::string_view bytes);

  KeyKind kind() const { return kind_; }
  /// Whether the owner of the key has signed the text in this way; `signature` has the form of JWS (of ES256 the two
  /// numbers of 32 bytes, RFC 7518 section 3.4). False for an algorithm that does not suit the key.
  bool verifies(Algorithm algorithm, std::string_view text, std::string_view signature) const;

 private:
  PublicKey(KeyKind kind, std::shared_ptr<evp_pkey_st> key) : kind_(kind), key_(std::move(key)) {}

  KeyKind kind_;
  std::shared_ptr<evp_pkey_st> key_;
};

/// Signs. Thread-safe; a copy is the same key.
class PrivateKey {
 public:
  /// Reads a PEM file without a passphrase that holds a key of RSA (2048 bits or more), P-256 or Ed25519 and that only
  /// its owner can read. Throws configuration.
  static PrivateKey read(const std::filesystem::path& file);

  /// How it signs: RSA by PS256.
  Algorithm algorithm() const { return algorithm_; }
  /// A signature in the form of JWS.
  std::string sign(std::string_view text) const;

 private:
  PrivateKey(Algorithm algorithm, std::shared_ptr<evp_pkey_st> key) : algorithm_(algorithm), key_(std::move(key)) {}

  Algorithm algorithm_;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace passend::auth

namespace passend {

template <>
struct CodeNames<auth::Algorithm> {
  static constexpr CodeTable<auth::Algorithm, 4> names{{{auth::Algorithm::ps256, "PS256"},
                                                        {auth::Algorithm::rs256, "RS256"},
                                                        {auth::Algorithm::es256, "ES256"},
                                                        {auth::Algorithm::eddsa, "EdDSA"}}};
};

}  // namespace passend
