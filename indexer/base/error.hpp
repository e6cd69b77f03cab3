// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace passend {

/// Every way in which Passend refuses. One row per code in the table of error.cpp; documented in docs/errors.md.
enum class ErrorCode : std::uint8_t {
  invalid_input,
  malformed_document,
  unsupported_format,
  not_found,
  conflict,
  precondition_failed,
  precondition_required,
  method_not_allowed,
  not_acceptable,
  unsupported_media_type,
  payload_too_large,
  header_too_large,
  target_too_long,
  length_required,
  request_timeout,
  not_implemented_framing,
  unauthenticated,
  forbidden,
  too_many_requests,
  overloaded,
  usage,
  configuration,
  file_missing,
  file_unreadable,
  disk_full,
  storage_failed,
  storage_corrupt,
  storage_busy,
  index_missing,
  index_corrupt,
  taxonomy_missing,
  taxonomy_corrupt,
  embeddings_unavailable,
  peer_unavailable,
  invalid_token,
  pool_missing,
  pool_corrupt,
  key_missing,
  replay_differs,
  matching_stopped,
  cancelled,
  internal,
  count_  ///< Not a code: how many there are.
};

/// What a code means to the three who meet it: a client (status), a person (title), a shell (exit status).
struct ErrorInfo {
  ErrorCode code = ErrorCode::internal;
  std::string_view name;   ///< Stable, kebab-case; the anchor in docs/errors.md.
  int http_status = 500;   ///< Status of a problem+json answer.
  int exit_status = 1;     ///< Exit status of the command line.
  std::string_view title;  ///< One short sentence in English.
};

const ErrorInfo& error_info(ErrorCode code);
std::span<const ErrorInfo> all_errors();

/// One broken rule about one value: which field (JSON pointer or column name), what was found, which rule, what to do.
struct Violation {
  std::string field;
  std::string value;  ///< As found, cut to 80 characters.
  std::string rule;   ///< The rule in words, with its limits.
  auto operator<=>(const Violation&) const = default;
};

/// "field 'x': 'y' breaks the rule: z"
std::string to_text(const Violation& violation);

/// The one exception type. `detail` says what, where and how to mend it; never a person's data.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& detail) : std::runtime_error(detail), code_(code) {}
  Error(ErrorCode code, const std::string& detail, std::vector<Violation> violations)
      : std::runtime_error(detail), code_(code), violations_(std::move(violations)) {}

  ErrorCode code() const { return code_; }
  const ErrorInfo& info() const { return error_info(code_); }
  const std::vector<Violation>& violations() const { return violations_; }

 private:
  ErrorCode code_;
  std::vector<Violation> violations_;
};

}  // namespace passend
