// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "server/privacy/otlp.hpp"

namespace passend::privacy {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* subject_type = "urn:passend:candidate";
constexpr int kind_server = 2;  // SPAN_KIND_SERVER

std::string span_text(std::uint64_t span) {
  return to_text(Id128{0, span}).substr(16);
}

/// OTLP writes 64-bit numbers as text.
std::string nanoseconds(Timestamp time) {
  return std::to_string(time.milliseconds) + "000000";
}

void add(Json& attributes, const char* key, const std::string& value) {
  if (!value.empty()) attributes.push_back({{"key", key}, {"value", {{"stringValue", value}}}});
}

Json span_json(const store::PersonRead& row) {
  Json attributes = Json::array();
  add(attributes, "dpl.core.processing_activity_id", row.act.activity);
  add(attributes, "dpl.core.data_subject_id", to_text(row.person));
  add(attributes, "dpl.core.data_subject_id_type", subject_type);
  add(attributes, "passend.role", row.act.role);
  add(attributes, "passend.reader", row.act.reader);
  add(attributes, "passend.organisation", row.act.tenant);
  add(attributes, "passend.purpose", row.act.purpose);
  Json json{{"traceId", to_text(row.request.trace)}, {"spanId", span_text(row.span)}};
  if (row.request.parent != 0) json["parentSpanId"] = span_text(row.request.parent);
  json["name"] = row.act.name;
  json["kind"] = kind_server;
  json["startTimeUnixNano"] = nanoseconds(row.request.started);
  json["endTimeUnixNano"] = nanoseconds(row.request.ended);
  json["attributes"] = std::move(attributes);
  json["status"] = {{"code", static_cast<int>(row.request.status)}};
  return json;
}

}  // namespace

std::string otlp_request(const std::vector<store::PersonRead>& rows, const std::string& version) {
  Json resource = Json::array();
  add(resource, "service.name", "passend");
  add(resource, "service.version", version);
  Json spans = Json::array();
  for (const store::PersonRead& row : rows) spans.push_back(span_json(row));
  const Json scope{{"scope", {{"name", "passend.reads"}}}, {"spans", std::move(spans)}};
  const Json request{{"resourceSpans", Json::array({{{"resource", {{"attributes", std::move(resource)}}},
                                                     {"scopeSpans", Json::array({scope})}}})}};
  return request.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::int64_t rejected_spans(const std::string& answer) {
  if (answer.empty()) return 0;
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object()) {
    throw Error(ErrorCode::malformed_document, "the collector of the read log answered with what is no JSON object");
  }
  const auto partial = json.find("partialSuccess");
  if (partial == json.end() || !partial->is_object()) return 0;
  const auto rejected = partial->find("rejectedSpans");
  if (rejected == partial->end()) return 0;
  if (rejected->is_number_integer()) return rejected->get<std::int64_t>();
  std::int64_t count = 0;
  if (rejected->is_string()) {
    const std::string digits = rejected->get<std::string>();  // As OTLP writes 64-bit numbers.
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
  }
  return count;
}

}  // namespace passend::privacy
