// SPDX-License-Identifier: EUPL-1.2
#include "server/api/change.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "indexer/base/hash.hpp"
#include "server/http/field_value.hpp"

namespace passend::api {
namespace {

constexpr std::size_t longest_field = 200;
constexpr std::chrono::seconds longest_wait{5};
constexpr std::string_view wait_preference = "wait-for-index";

bool prefers_waiting(const http::Request& request) {
  return std::any_of(request.fields.begin(), request.fields.end(), [](const http::Field& field) {
    if (!http::equal_without_case(field.name, "Prefer")) return false;
    std::string_view list = field.value;
    while (!list.empty()) {
      if (http::equal_without_case(http::cut(list, ','), wait_preference)) return true;
    }
    return false;
  });
}

void add_waited(http::Response& response, bool waited) {
  if (waited) response.fields.push_back({"Preference-Applied", std::string(wait_preference)});
}

}  // namespace

std::string purpose_of(const http::Request& request) {
  const auto purpose = request.header("X-Passend-Purpose");
  if (!purpose) return {};
  if (purpose->size() <= longest_field) return std::string(*purpose);
  throw Error(ErrorCode::invalid_input, "The purpose is too long.",
              {{"X-Passend-Purpose", "", "is at most 200 characters of ASCII"}});
}

std::string own_system(const store::Scope& scope) {
  return scope.boundary() ? system_of_tenant(scope.boundary()->tenant) : "passend";
}

void require_owned(const SourceRef& source, const store::Scope& scope) {
  if (scope.owns(source)) return;
  throw Error(ErrorCode::forbidden, "This is of another organisation of the region: ask them to do it.");
}

std::int64_t seen_version(const http::Request& request) {
  const auto field = request.header("If-Match");
  if (!field) {
    throw Error(ErrorCode::precondition_required,
                "Send the header If-Match with the ETag of the record as you read it.");
  }
  std::int64_t version = 0;
  const std::string_view tag = http::trim(*field);
  const char* const end = tag.data() + tag.size();
  const auto read = tag.starts_with('"') ? std::from_chars(tag.data() + 1, end, version) : std::from_chars_result{};
  if (version > 0 && read.ec == std::errc() && read.ptr != end && (*read.ptr == '-' || *read.ptr == '"')) {
    return version;
  }
  throw Error(ErrorCode::precondition_failed,
              "The header If-Match does not name one ETag of this record; read the record and send its ETag.");
}

std::optional<store::Once> once(const Change& change) {
  const auto key = change.request.header("Idempotency-Key");
  if (!key) return std::nullopt;
  const bool is_visible = std::all_of(key->begin(), key->end(), [](char c) { return c > 0x20 && c < 0x7f; });
  if (key->empty() || key->size() > longest_field || !is_visible) {
    throw Error(ErrorCode::invalid_input, "The Idempotency-Key cannot be used.",
                {{"Idempotency-Key", "", "is 1 to 200 visible ASCII characters"}});
  }
  const std::string& who = change.caller.principal.subject;
  Sha256 content;
  content.add(http::to_text(change.request.method));
  for (const std::string* part : {&change.request.target, &change.request.body}) {
    content.add('\n' + std::to_string(part->size()) + '\n');
    content.add(*part);
  }
  return store::Once{sha256_hex(std::to_string(who.size()) + '\n' + who + std::string(*key)), content.hex()};
}

Id128 id_of_new_record(const std::optional<store::Once>& once) {
  return once ? *parse_id128(sha256_hex("record of " + once->key).substr(0, 32)) : random_id128();
}

bool carry_out(const Services& services, const Change& change, const std::vector<store::Write>& batch,
               const std::optional<store::Once>& once) {
  services.store.write_once(batch, change.caller.actor, once);
  if (!services.wait_for_index || !prefers_waiting(change.request)) return false;
  return services.wait_for_index(services.store.state().first, longest_wait);
}

std::string version_tag(std::int64_t version, std::string_view body) {
  return '"' + std::to_string(version) + '-' + sha256_hex(body).substr(0, 24) + '"';
}

http::Response answer_written(const Written& written) {
  http::Response response;
  response.status = written.location.empty() ? 200 : 201;
  response.body = written.record;
  response.fields.push_back({"ETag", version_tag(written.version, written.record)});
  if (!written.location.empty()) response.fields.push_back({"Location", written.location});
  add_waited(response, written.waited);
  return response;
}

http::Response answer_record(const std::string& record, std::int64_t version) {
  return answer_written({record, version});
}

http::Response answer_erased(bool waited) {
  http::Response response;
  response.status = 204;
  add_waited(response, waited);
  return response;
}

}  // namespace passend::api
