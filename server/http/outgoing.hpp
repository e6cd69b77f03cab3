// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

enum class Afterwards : std::uint8_t { keeps_open, closes };

/// A response as the bytes that stand for it, and how many of them have been taken.
class Outgoing {
 public:
  /// `response` has its standard headers. To a HEAD (RFC 9110 section 9.3.2) the body is left out and its length said.
  /// Of one with pieces its head, and its beginning as the first of them.
  Outgoing(Response response, Method asked_with, Afterwards afterwards);

  /// A piece of a body whose length was not said (chunked, RFC 9112 section 7.1); not empty.
  static Outgoing chunk(std::string bytes);
  /// What stands after the last one.
  static Outgoing last_chunk();

  /// What is to be written next: the head, with the body if that is small, then the rest of the body.
  std::string_view next() const;
  void take(std::size_t bytes);
  bool is_done() const { return taken_ == head_.size() + body_.size(); }

 private:
  Outgoing() = default;
  void add_chunk(std::string bytes);
  void add(std::string bytes);

  std::string head_;
  std::string body_;
  std::size_t taken_ = 0;  ///< Of both together.
};

}  // namespace passend::http
