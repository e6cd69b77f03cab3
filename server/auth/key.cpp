// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <sys/stat.h>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::auth {
namespace {

constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;  // A check of a signature takes time by the square of the length.
constexpr std::size_t coordinate_bytes = 32;

template <class T>
using Held = std::unique_ptr<T, void (*)(T*)>;

using Key = std::shared_ptr<EVP_PKEY>;
using Number = Held<BIGNUM>;
using Context = Held<EVP_PKEY_CTX>;
using Digest = Held<EVP_MD_CTX>;

[[noreturn]] void refuse(const std::string& why) {
  ERR_clear_error();
  throw Error(ErrorCode::invalid_input, why);
}

[[noreturn]] void fail() {
  ERR_clear_error();
  throw Error(ErrorCode::internal, "OpenSSL could not sign");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

Number number_of(std::string_view bytes) {
  return {BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr), &BN_free};
}

/// Makes a public key of what `fill` puts down.
template <class Fill>
Key key_from(const char* type, const Fill& fill) {
  const Held<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free);
  fill(builder.get());
  const Held<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder.get()), &OSSL_PARAM_free);
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), &EVP_PKEY_CTX_free);
  EVP_PKEY* key = nullptr;
  if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
    refuse("the key is none of its kind");
  }
  return {key, &EVP_PKEY_free};
}

bool set_padding(EVP_PKEY_CTX* context, Algorithm algorithm) {
  if (algorithm == Algorithm::rs256) return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
  if (algorithm != Algorithm::ps256) return true;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
}

const EVP_MD* digest_of(Algorithm algorithm) {
  return algorithm == Algorithm::eddsa ? nullptr : EVP_sha256();
}

/// From the form of JWS, two numbers of one length, to the one that OpenSSL reads; empty when it is no such thing.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * coordinate_bytes) return {};
  const Held<ECDSA_SIG> pair(ECDSA_SIG_new(), &ECDSA_SIG_free);
  ECDSA_SIG_set0(pair.get(), number_of(signature.substr(0, coordinate_bytes)).release(),
                 number_of(signature.substr(coordinate_bytes)).release());
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &der);
  if (size <= 0) return {};
  std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return text;
}

std::string jws_of(const std::string& der) {
  const unsigned char* begin = bytes_of(der);
  const Held<ECDSA_SIG> pair(d2i_ECDSA_SIG(nullptr, &begin, static_cast<long>(der.size())), &ECDSA_SIG_free);
  std::string text(2 * coordinate_bytes, '\0');
  if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), bytes_of(text), coordinate_bytes) < 0 ||
      BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), bytes_of(text) + coordinate_bytes, coordinate_bytes) < 0) {
    fail();
  }
  return text;
}

[[noreturn]] void refuse_file(const std::filesystem::path& file, const std::string& why) {
  ERR_clear_error();
  throw Error(ErrorCode::configuration, "the file '" + file.string() + "' with the private key " + why);
}

/// Nobody is asked for a passphrase: a server has no one to ask.
int no_passphrase(char*, int, int, void*) {
  return -1;
}

Key read_pem(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) refuse_file(file, "cannot be found: name an existing file");
  if ((status.st_mode & 077) != 0) refuse_file(file, "is open to other users; run: chmod 600 '" + file.string() + "'");
  const std::string pem = read_file(file);
  const Held<BIO> source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free_all);
  Key key(PEM_read_bio_PrivateKey(source.get(), nullptr, &no_passphrase, nullptr), &EVP_PKEY_free);
  if (!key) refuse_file(file, "holds no private key in PEM without a passphrase");
  return key;
}

Algorithm algorithm_of(const Key& key, const std::filesystem::path& file) {
  if (EVP_PKEY_is_a(key.get(), "ED25519") == 1) return Algorithm::eddsa;
  if (EVP_PKEY_is_a(key.get(), "RSA") == 1 && EVP_PKEY_get_bits(key.get()) >= least_rsa_bits) return Algorithm::ps256;
  char group[64] = {};
  EVP_PKEY_get_group_name(key.get(), group, sizeof group, nullptr);
  if (EVP_PKEY_is_a(key.get(), "EC") == 1 && std::string_view(group) == SN_X9_62_prime256v1) return Algorithm::es256;
  refuse_file(file, "has another kind of key; RSA of 2048 bits or more, EC on P-256 and Ed25519 are taken");
}

}  // namespace

bool suits(KeyKind kind, Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::ps256:
    case Algorithm::rs256:
      return kind == KeyKind::rsa;
    case Algorithm::es256:
      return kind == KeyKind::p256;
    case Algorithm::eddsa:
      return kind == KeyKind::ed25519;
  }
  return false;
}

PublicKey PublicKey::rsa(std::string_view modulus, std::string_view exponent) {
  if (exponent.size() > 8 || modulus.size() > most_rsa_bits / 8 + 1) refuse("the key of RSA is too long");
  const Number n = number_of(modulus);
  const Number e = number_of(exponent);
  if (BN_num_bits(n.get()) < least_rsa_bits) refuse("the key of RSA has less than 2048 bits");
  if (BN_num_bits(n.get()) > most_rsa_bits) refuse("the key of RSA is too long");
  if (BN_num_bits(e.get()) < 17 || BN_is_odd(e.get()) == 0) refuse("the exponent of the key of RSA is not safe");
  return {KeyKind::rsa, key_from("RSA", [&](OSSL_PARAM_BLD* builder) {
            OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n.get());
            OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e.get());
          })};
}

PublicKey PublicKey::p256(std::string_view x, std::string_view y) {
  if (x.size() != coordinate_bytes || y.size() != coordinate_bytes) refuse("a coordinate of P-256 has 32 bytes");
  const std::string point = "\x04" + std::string(x) + std::string(y);
  return {KeyKind::p256, key_from("EC", [&](OSSL_PARAM_BLD* builder) {
            OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, SN_X9_62_prime256v1, 0);
            OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
          })};
}

PublicKey PublicKey::ed25519(std::string_view bytes) {
  if (bytes.size() != coordinate_bytes) refuse("a key of Ed25519 has 32 bytes");
  Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(bytes), bytes.size()), &EVP_PKEY_free);
  if (!key) refuse("the key is none of its kind");
  return {KeyKind::ed25519, std::move(key)};
}

bool PublicKey::verifies(Algorithm algorithm, std::string_view text, std::string_view signature) const {
  if (!suits(kind_, algorithm)) return false;
  const std::string der = algorithm == Algorithm::es256 ? der_of(signature) : std::string();
  const std::string_view checked = algorithm == Algorithm::es256 ? std::string_view(der) : signature;
  const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_PKEY_CTX* padding = nullptr;
  const bool holds =
      !checked.empty() &&
      EVP_DigestVerifyInit(digest.get(), &padding, digest_of(algorithm), nullptr, key_.get()) == 1 &&
      set_padding(padding, algorithm) &&
      EVP_DigestVerify(digest.get(), bytes_of(checked), checked.size(), bytes_of(text), text.size()) == 1;
  ERR_clear_error();
  return holds;
}

PrivateKey PrivateKey::read(const std::filesystem::path& file) {
  Key key = read_pem(file);
  const Algorithm algorithm = algorithm_of(key, file);
  return {algorithm, std::move(key)};
}

std::string PrivateKey::sign(std::string_view text) const {
  const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_PKEY_CTX* padding = nullptr;
  std::size_t size = 0;
  if (EVP_DigestSignInit(digest.get(), &padding, digest_of(algorithm_), nullptr, key_.get()) != 1 ||
      !set_padding(padding, algorithm_) ||
      EVP_DigestSign(digest.get(), nullptr, &size, bytes_of(text), text.size()) != 1) {
    fail();
  }
  std::string signature(size, '\0');
  if (EVP_DigestSign(digest.get(), bytes_of(signature), &size, bytes_of(text), text.size()) != 1) fail();
  signature.resize(size);
  return algorithm_ == Algorithm::es256 ? jws_of(signature) : signature;
}

}  // namespace passend::auth
