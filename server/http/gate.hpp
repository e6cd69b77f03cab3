// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/base/error.hpp"

/// What is let in. The gate reads the raw bytes of a request head before any other code does, and passes only a narrow
/// subset of HTTP/1.1 (RFC 9112): one way of framing, no folding, no repeated decisive field, nothing but ASCII. Beast
/// alone accepts several forms that a proxy in front reads differently.
namespace passend::http {

struct GateRules {
  std::size_t head_bytes = 8192;
  std::size_t fields = 64;
  std::size_t target_bytes = 2048;
  std::size_t body_bytes = 1 << 20;
  std::vector<std::string> hosts;  ///< Allowed values of Host, lower case, with the port where it is not 80.
};

enum class Connection : std::uint8_t { keep_alive, close };
enum class Expectation : std::uint8_t { none, continue_100 };

/// What the server needs to know of a head that was let in.
struct Admission {
  std::size_t content_length = 0;
  Connection connection = Connection::keep_alive;
  Expectation expectation = Expectation::none;
};

/// Why it was not let in. After every refusal the connection is closed, for its framing cannot be trusted.
struct Refusal {
  ErrorCode code = ErrorCode::malformed_document;
  std::string detail;
};

/// How much of the bytes received so far is the head of a request.
struct HeadScan {
  enum class State : std::uint8_t {
    incomplete,  ///< More bytes are needed.
    complete,    ///< The head ends at `length`.
    broken,      ///< No byte that may follow can make a head of it.
  };
  State state = State::incomplete;
  std::size_t length = 0;  ///< Of the head with its empty line.
};

/// Looks for the end of a head; `from` bytes were seen before and held none, so that slow bytes cost no more than fast
/// ones.
HeadScan scan_head(std::string_view bytes, std::size_t from);

/// Why a head that is longer than allowed, or what has come of it, is refused: target_too_long where its target alone
/// is, header_too_large otherwise.
Refusal refuse_long_head(std::string_view bytes, const GateRules& rules);

/// Judges a whole head (request line, fields, empty line).
std::variant<Admission, Refusal> judge_head(std::string_view head, const GateRules& rules);

}  // namespace passend::http
