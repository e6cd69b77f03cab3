// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>

namespace passend::http {

/// How many answers of a kind may be open for long: in all, and of one who asks. On one thread alone.
class Places {
 public:
  Places(std::size_t most, std::size_t most_of_one) : most_(most), most_of_one_(most_of_one) {}

  /// One place, until what is returned is gone; this must live as long. `asker` as Budgets::key_of_asker. Throws
  /// too_many_requests when who asks has as many as one may have, overloaded when there is none at all.
  [[nodiscard]] std::shared_ptr<void> take(std::uint64_t asker);
  std::size_t taken() const { return taken_; }

 private:
  void give_back(std::uint64_t asker);

  std::size_t most_;
  std::size_t most_of_one_;
  std::size_t taken_ = 0;
  std::unordered_map<std::uint64_t, std::size_t> of_one_;  ///< No zeros.
};

}  // namespace passend::http
