// SPDX-License-Identifier: EUPL-1.2
#include "server/http/budgets.hpp"

#include <cmath>
#include <cstring>
#include <random>

#include "indexer/base/hash.hpp"

namespace passend::http {
namespace {

/// A bucket takes 24 bytes.
constexpr std::size_t most_buckets = 32'768;
constexpr std::size_t most_addresses = 8'192;

std::string random_secret() {
  std::random_device device;
  std::string secret;
  for (int i = 0; i < 8; ++i) secret += std::to_string(device()) + ' ';
  return secret;
}

Rate times(Rate rate, double factor) {
  return {rate.per_second * factor, rate.burst * factor};
}

std::chrono::seconds whole_seconds(std::chrono::duration<double> wait) {
  return std::chrono::seconds(static_cast<std::int64_t>(std::ceil(wait.count())));
}

std::optional<std::string_view> credential_of(const Request& request) {
  const auto authorization = request.header("Authorization");
  return authorization ? authorization : request.header("Cookie");
}

}  // namespace

Budgets::Budgets(const BudgetOptions& options)
    : proxy_header_(options.proxy_header),
      requests_(options.requests, most_buckets),
      addresses_(times(options.requests, options.sessions_of_an_address), most_addresses),
      sign_ins_(options.sign_ins, most_addresses),
      secret_(random_secret()) {}

std::optional<std::chrono::seconds> Budgets::charge(const Request& request, Charge charge,
                                                    TokenBuckets::Clock::time_point now) {
  const std::string address = client_address(request, proxy_header_);
  const auto credential = credential_of(request);
  std::optional<std::chrono::duration<double>> wait;
  if (charge == Charge::sign_in) {
    wait = sign_ins_.take(key_of("address", address), now);
  } else if (!credential) {
    wait = requests_.take(key_of("address", address), now);
  } else {
    // Anybody can make up another cookie for each request: all of one address have a bound too.
    wait = addresses_.take(key_of("address", address), now);
    if (!wait) wait = requests_.take(key_of("credential", *credential), now);
  }
  if (!wait) return std::nullopt;
  return whole_seconds(*wait);
}

std::uint64_t Budgets::key_of_asker(const Request& request) const {
  const auto credential = credential_of(request);
  return credential ? key_of("credential", *credential) : key_of("address", client_address(request, proxy_header_));
}

std::uint64_t Budgets::key_of(std::string_view kind, std::string_view value) const {
  Sha256 hash;
  hash.add(secret_);
  hash.add(kind);
  hash.add("\n");
  hash.add(value);
  const std::string digest = hash.bytes();
  std::uint64_t key = 0;
  std::memcpy(&key, digest.data(), sizeof key);
  return key;
}

}  // namespace passend::http
