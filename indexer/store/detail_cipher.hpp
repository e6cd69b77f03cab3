// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/id.hpp"

namespace passend::store {

/// The 32 bytes that detail profiles are encrypted with; wiped from memory when the object dies.
class DetailKey {
 public:
  static DetailKey random();
  /// Reads 64 hexadecimal digits; anything else is absent.
  static std::optional<DetailKey> parse(std::string_view hex);
  ~DetailKey();
  DetailKey(const DetailKey&) = default;
  DetailKey& operator=(const DetailKey&) = default;

  std::string hex() const;
  /// 32 hexadecimal digits that name the key without telling anything about it.
  std::string fingerprint() const;
  const unsigned char* bytes() const { return bytes_.data(); }

 private:
  DetailKey() = default;
  std::array<unsigned char, 32> bytes_{};
};

/// What an encrypted detail profile belongs to. It is authenticated with it: a ciphertext that was moved to another
/// record, or put back from an older version, does not open.
struct DetailBinding {
  Id128 id;
  std::int64_t version = 0;
};

struct SealedDetail {
  std::string nonce;       ///< 12 random bytes.
  std::string ciphertext;  ///< As long as the text, and a tag of 16 bytes.
};

/// AES-256-GCM (NIST SP 800-38D) by OpenSSL. A random nonce of 96 bits each: one key is good for 2^32 encryptions
/// (SP 800-38D, 8.3). Thread-safe.
class DetailCipher {
 public:
  explicit DetailCipher(const DetailKey& key);
  ~DetailCipher();

  SealedDetail seal(std::string_view text, const DetailBinding& binding) const;
  /// Absent when key, binding, nonce or ciphertext is not the one it was sealed with.
  std::optional<std::string> open(std::string_view nonce, std::string_view ciphertext,
                                  const DetailBinding& binding) const;

 private:
  struct Algorithm;
  DetailKey key_;
  std::unique_ptr<Algorithm> algorithm_;
};

}  // namespace passend::store
