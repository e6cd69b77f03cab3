// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/error.hpp"

#include <array>

namespace passend {
namespace {

using enum ErrorCode;

// Exit statuses: 2 usage or configuration, 3 input, 4 absent, 5 storage or index, 6 busy or cancelled, 7 a replay
// that gave another result, 1 the rest.
constexpr std::array table{
    ErrorInfo{invalid_input, "invalid-input", 400, 3, "The input breaks one or more rules"},
    ErrorInfo{malformed_document, "malformed-document", 400, 3, "The document cannot be read"},
    ErrorInfo{unsupported_format, "unsupported-format", 400, 3, "The format is not known"},
    ErrorInfo{not_found, "not-found", 404, 4, "There is no such resource"},
    ErrorInfo{conflict, "conflict", 409, 5, "The change conflicts with a newer one"},
    ErrorInfo{precondition_failed, "precondition-failed", 412, 5, "The record has changed since it was read"},
    ErrorInfo{precondition_required, "precondition-required", 428, 5, "Say which version is to be changed"},
    ErrorInfo{method_not_allowed, "method-not-allowed", 405, 1, "The method is not allowed here"},
    ErrorInfo{not_acceptable, "not-acceptable", 406, 1, "No representation is acceptable"},
    ErrorInfo{unsupported_media_type, "unsupported-media-type", 415, 1, "The media type is not supported"},
    ErrorInfo{payload_too_large, "payload-too-large", 413, 3, "The request body is too large"},
    ErrorInfo{header_too_large, "header-too-large", 431, 1, "The request header is too large"},
    ErrorInfo{target_too_long, "target-too-long", 414, 1, "The address is too long"},
    ErrorInfo{length_required, "length-required", 411, 1, "The request does not say how long its body is"},
    ErrorInfo{request_timeout, "request-timeout", 408, 6, "The request took too long to arrive"},
    ErrorInfo{not_implemented_framing, "not-implemented", 501, 1, "This way of sending a request is not supported"},
    ErrorInfo{unauthenticated, "unauthenticated", 401, 1, "Sign in first"},
    ErrorInfo{forbidden, "forbidden", 403, 1, "This is not allowed"},
    ErrorInfo{too_many_requests, "too-many-requests", 429, 6, "Too many requests"},
    ErrorInfo{overloaded, "overloaded", 503, 6, "The server is busy"},
    ErrorInfo{usage, "usage", 400, 2, "The command was not understood"},
    ErrorInfo{configuration, "configuration", 500, 2, "The configuration is not valid"},
    ErrorInfo{file_missing, "file-missing", 500, 4, "A file is missing"},
    ErrorInfo{file_unreadable, "file-unreadable", 500, 5, "A file cannot be read"},
    ErrorInfo{disk_full, "disk-full", 507, 5, "The disk is full"},
    ErrorInfo{storage_failed, "storage-failed", 500, 5, "The store could not complete a write or a read"},
    ErrorInfo{storage_corrupt, "storage-corrupt", 500, 5, "The store is damaged"},
    ErrorInfo{storage_busy, "storage-busy", 503, 6, "Another process writes in the store"},
    ErrorInfo{index_missing, "index-missing", 503, 4, "The index has not been built"},
    ErrorInfo{index_corrupt, "index-corrupt", 503, 5, "The index is damaged"},
    ErrorInfo{taxonomy_missing, "taxonomy-missing", 503, 4, "No taxonomy has been imported"},
    ErrorInfo{taxonomy_corrupt, "taxonomy-corrupt", 503, 5, "The taxonomy file is damaged"},
    ErrorInfo{embeddings_unavailable, "embeddings-unavailable", 503, 4, "No embeddings could be had"},
    ErrorInfo{peer_unavailable, "peer-unavailable", 503, 6, "Another server could not be reached"},
    ErrorInfo{invalid_token, "invalid-token", 401, 1, "The token is not accepted"},
    ErrorInfo{pool_missing, "pool-missing", 503, 4, "The pool has not been built"},
    ErrorInfo{pool_corrupt, "pool-corrupt", 503, 5, "The pool file cannot be used"},
    ErrorInfo{key_missing, "key-missing", 500, 2, "The key file is missing or unusable"},
    ErrorInfo{replay_differs, "replay-differs", 409, 7, "A replay gave another result"},
    ErrorInfo{matching_stopped, "matching-stopped", 503, 6, "Matching has been stopped by hand"},
    ErrorInfo{cancelled, "cancelled", 503, 6, "The work was cancelled"},
    ErrorInfo{internal, "internal", 500, 1, "Something went wrong inside Passend"},
};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].code) != i) return false;
  }
  return true;
}
static_assert(table.size() == static_cast<std::size_t>(count_), "every error code has exactly one row");
static_assert(rows_stand_in_order(), "rows stand in the order of the codes");

}  // namespace

const ErrorInfo& error_info(ErrorCode code) {
  return table.at(static_cast<std::size_t>(code));
}

std::span<const ErrorInfo> all_errors() {
  return table;
}

std::string to_text(const Violation& violation) {
  return "field '" + violation.field + "': '" + violation.value + "' breaks the rule: " + violation.rule;
}

}  // namespace passend
