// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/detail_cipher.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/store/sqlite.hpp"

namespace passend::store {
namespace {

constexpr std::size_t nonce_bytes = 12;
constexpr std::size_t tag_bytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

void must(int result) {
  if (result != 1) throw Error(ErrorCode::internal, "OpenSSL could not run AES-256-GCM");
}

std::string associated_data(const DetailBinding& binding) {
  const auto version = static_cast<std::uint64_t>(binding.version);
  return "passend detail 1" + to_bytes(binding.id) + to_bytes({0, version});
}

int digit_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

DetailKey DetailKey::random() {
  DetailKey key;
  if (RAND_priv_bytes(key.bytes_.data(), static_cast<int>(key.bytes_.size())) != 1) {
    throw Error(ErrorCode::internal, "the operating system gave no random bytes for a key");
  }
  return key;
}

std::optional<DetailKey> DetailKey::parse(std::string_view hex) {
  DetailKey key;
  if (hex.size() != 2 * key.bytes_.size()) return std::nullopt;
  for (std::size_t i = 0; i < key.bytes_.size(); ++i) {
    const int high = digit_value(hex[2 * i]);
    const int low = digit_value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    key.bytes_[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return key;
}

DetailKey::~DetailKey() {
  OPENSSL_cleanse(bytes_.data(), bytes_.size());
}

std::string DetailKey::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * bytes_.size());
  for (const unsigned char byte : bytes_) {
    text += digits[byte >> 4];
    text += digits[byte & 0xF];
  }
  return text;
}

std::string DetailKey::fingerprint() const {
  return sha256_hex("passend key fingerprint 1" + hex()).substr(0, 32);
}

struct DetailCipher::Algorithm {
  std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> evp{EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr),
                                                              &EVP_CIPHER_free};
};

DetailCipher::DetailCipher(const DetailKey& key) : key_(key), algorithm_(std::make_unique<Algorithm>()) {
  if (algorithm_->evp == nullptr) throw Error(ErrorCode::internal, "OpenSSL offers no AES-256-GCM");
}

DetailCipher::~DetailCipher() = default;

SealedDetail DetailCipher::seal(std::string_view text, const DetailBinding& binding) const {
  SealedDetail sealed{std::string(nonce_bytes, '\0'), std::string(text.size() + tag_bytes, '\0')};
  if (RAND_bytes(bytes_of(sealed.nonce), nonce_bytes) != 1) {
    throw Error(ErrorCode::internal, "the operating system gave no random bytes for a nonce");
  }
  const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const std::string bound = associated_data(binding);
  int written = 0;
  must(EVP_EncryptInit_ex2(context.get(), algorithm_->evp.get(), key_.bytes(), bytes_of(sealed.nonce), nullptr));
  must(EVP_EncryptUpdate(context.get(), nullptr, &written, bytes_of(std::string_view(bound)),
                         static_cast<int>(bound.size())));
  must(EVP_EncryptUpdate(context.get(), bytes_of(sealed.ciphertext), &written, bytes_of(text),
                         static_cast<int>(text.size())));
  must(EVP_EncryptFinal_ex(context.get(), bytes_of(sealed.ciphertext) + written, &written));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tag_bytes, bytes_of(sealed.ciphertext) + text.size()));
  return sealed;
}

std::optional<std::string> DetailCipher::open(std::string_view nonce, std::string_view ciphertext,
                                              const DetailBinding& binding) const {
  if (nonce.size() != nonce_bytes || ciphertext.size() < tag_bytes) return std::nullopt;
  const std::string_view body = ciphertext.substr(0, ciphertext.size() - tag_bytes);
  std::string tag(ciphertext.substr(body.size()));
  std::string text(body.size() + 1, '\0');
  const Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const std::string bound = associated_data(binding);
  int written = 0;
  must(EVP_DecryptInit_ex2(context.get(), algorithm_->evp.get(), key_.bytes(), bytes_of(nonce), nullptr));
  must(EVP_DecryptUpdate(context.get(), nullptr, &written, bytes_of(std::string_view(bound)),
                         static_cast<int>(bound.size())));
  must(EVP_DecryptUpdate(context.get(), bytes_of(text), &written, bytes_of(body), static_cast<int>(body.size())));
  must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tag_bytes, tag.data()));
  if (EVP_DecryptFinal_ex(context.get(), bytes_of(text) + written, &written) != 1) {
    OPENSSL_cleanse(text.data(), text.size());
    return std::nullopt;
  }
  text.resize(body.size());
  return text;
}

}  // namespace passend::store
