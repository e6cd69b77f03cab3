// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/model/codec.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"

/// Requests that change records: on which version, how often, and whether to wait until it is found.
namespace passend::api {

/// Why somebody asks, in the header X-Passend-Purpose; empty without. Throws invalid_input for one that is too long.
std::string purpose_of(const http::Request& request);

/// What an endpoint that changes something works on. Bodies are for record_body.hpp, the path for `input`.
struct Change {
  const auth::Caller& caller;
  const http::Request& request;
  Input& input;
  std::vector<CandidateId>& shown;  ///< For the read log: whom the answer shows, named by the endpoint.
};

/// Throws forbidden for a record of another organisation: what it shares is to be seen, not to be changed.
void require_owned(const SourceRef& source, const store::Scope& scope);

/// The version that the caller saw: what If-Match names, an ETag of ours. Throws precondition_required without it, and
/// precondition_failed for a tag that is not one of ours.
std::int64_t seen_version(const http::Request& request);

/// Of a request with an Idempotency-Key of 1 to 200 visible characters; absent without. Throws invalid_input.
std::optional<store::Once> once(const Change& change);

/// The source system of records that were made here and not imported.
std::string own_system(const store::Scope& scope);

/// The id of a record that the request makes: the same when it is repeated with the same Idempotency-Key.
Id128 id_of_new_record(const std::optional<store::Once>& once);

/// Gives a new record its id, and the source of what was made here.
template <class T>
void name_new(T& record, const std::optional<store::Once>& once, const store::Scope& scope) {
  record.id.value = id_of_new_record(once);
  record.source = {own_system(scope), to_text(record.id)};
}

/// Writes on behalf of the caller, and waits until matching and search know it when `Prefer: wait-for-index` asks so.
/// Returns whether it did wait for that. A request that was carried out before changes nothing.
bool carry_out(const Services& services, const Change& change, const std::vector<store::Write>& batch,
               const std::optional<store::Once>& once = std::nullopt);

/// "12-…": the version in front, so that If-Match can be compared with it, and what is shown of it behind.
std::string version_tag(std::int64_t version, std::string_view body);

/// 201 with Location, or 200: the record as it was written, with its ETag. `waited` is what carry_out() returned.
struct Written {
  std::string record;  ///< JSON
  std::int64_t version = 0;
  std::string location{};  ///< Path of a record that was made; empty: it was changed.
  bool waited = false;
};
http::Response answer_written(const Written& written);

/// The same of a record as the store has it now, which after a repeated request may be another version than the first
/// answer showed.
template <class T>
http::Response answer_written(const store::Stored<T>& stored, std::string location, bool waited) {
  return answer_written({encode(stored.record), stored.version, std::move(location), waited});
}

/// 200 with the ETag of a record that may be changed.
http::Response answer_record(const std::string& record, std::int64_t version);

/// The same of a record as the store has it, for Doors.
inline constexpr auto write_record = [](const auto& stored, const auto&, const Services&) {
  return answer_record(encode(stored.record), stored.version);
};

/// 204 after an erasure.
http::Response answer_erased(bool waited);

}  // namespace passend::api
