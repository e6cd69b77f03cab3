// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/server/auth/test_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <cstring>
#include <stdexcept>

#include "server/auth/base64url.hpp"

namespace passend::test {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void must(int result) {
  if (result != 1) throw std::runtime_error("OpenSSL could not do what the test wants");
}

const EVP_MD* digest_of(std::string_view algorithm) {
  if (algorithm == "EdDSA") return nullptr;
  return algorithm.find("256") != std::string_view::npos ? EVP_sha256() : EVP_sha512();
}

/// Two numbers of `size` bytes.
std::string as_jws(const std::string& der, int size) {
  const unsigned char* begin = bytes_of(der);
  ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size()));
  std::string text(2 * static_cast<std::size_t>(size), '\0');
  auto* out = reinterpret_cast<unsigned char*>(text.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(pair), out, size);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair), out + size, size);
  ECDSA_SIG_free(pair);
  return text;
}

}  // namespace

TestKey TestKey::rsa(unsigned bits, unsigned exponent) {
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr);
  BIGNUM* e = BN_new();
  BN_set_word(e, exponent);
  must(EVP_PKEY_keygen_init(context));
  must(EVP_PKEY_CTX_set_rsa_keygen_bits(context, static_cast<int>(bits)));
  must(EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, e));
  EVP_PKEY* key = nullptr;
  must(EVP_PKEY_generate(context, &key));
  EVP_PKEY_CTX_free(context);
  BN_free(e);
  return TestKey(key);
}

TestKey TestKey::ec(const char* curve) {
  return TestKey(EVP_EC_gen(curve));
}

TestKey TestKey::ed25519() {
  return TestKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
}

std::string TestKey::number(const char* name) const {
  BIGNUM* value = nullptr;
  must(EVP_PKEY_get_bn_param(key_.get(), name, &value));
  const bool is_coordinate = std::strlen(name) == 2;
  std::string bytes(
      static_cast<std::size_t>(is_coordinate ? (EVP_PKEY_get_bits(key_.get()) + 7) / 8 : BN_num_bytes(value)), '\0');
  BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  BN_free(value);
  return auth::to_base64url(bytes);
}

nlohmann::json TestKey::jwk(const std::string& id) const {
  nlohmann::json jwk;
  if (!id.empty()) jwk["kid"] = id;
  if (EVP_PKEY_is_a(key_.get(), "RSA") == 1) {
    jwk.update({{"kty", "RSA"}, {"n", number(OSSL_PKEY_PARAM_RSA_N)}, {"e", number(OSSL_PKEY_PARAM_RSA_E)}});
  } else if (EVP_PKEY_is_a(key_.get(), "EC") == 1) {
    const bool is_256 = EVP_PKEY_get_bits(key_.get()) == 256;
    jwk.update({{"kty", "EC"}, {"crv", is_256 ? "P-256" : "P-384"}});
    jwk.update({{"x", number(OSSL_PKEY_PARAM_EC_PUB_X)}, {"y", number(OSSL_PKEY_PARAM_EC_PUB_Y)}});
  } else {
    std::string bytes(32, '\0');
    std::size_t size = bytes.size();
    must(EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size));
    jwk.update({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", auth::to_base64url(bytes)}});
  }
  return jwk;
}

void TestKey::write(const std::filesystem::path& file, const char* passphrase) const {
  FILE* out = std::fopen(file.c_str(), "w");
  must(PEM_write_PKCS8PrivateKey(out, key_.get(), passphrase == nullptr ? nullptr : EVP_aes_256_cbc(), passphrase,
                                 passphrase == nullptr ? 0 : static_cast<int>(std::strlen(passphrase)), nullptr,
                                 nullptr));
  std::fclose(out);
  std::filesystem::permissions(file, std::filesystem::perms(0600));
}

std::string TestKey::sign(std::string_view algorithm, std::string_view text) const {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_PKEY_CTX* padding = nullptr;
  must(EVP_DigestSignInit(context, &padding, digest_of(algorithm), nullptr, key_.get()));
  if (algorithm.starts_with("PS")) {
    must(EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING));
    must(EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, algorithm.ends_with("short") ? 20 : RSA_PSS_SALTLEN_DIGEST));
  }
  std::size_t size = 0;
  must(EVP_DigestSign(context, nullptr, &size, bytes_of(text), text.size()));
  std::string signature(size, '\0');
  must(EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text), text.size()));
  signature.resize(size);
  EVP_MD_CTX_free(context);
  const int coordinate = (EVP_PKEY_get_bits(key_.get()) + 7) / 8;
  return algorithm.starts_with("ES") ? as_jws(signature, coordinate) : signature;
}

}  // namespace passend::test
