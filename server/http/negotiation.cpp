// SPDX-License-Identifier: EUPL-1.2
#include "server/http/negotiation.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "server/http/field_value.hpp"

namespace passend::http {
namespace {

bool is_zero_quality(std::string_view parameters) {
  while (!parameters.empty()) {
    std::string_view parameter = cut(parameters, ';');
    const std::string_view name = cut(parameter, '=');
    if (equal_without_case(name, "q")) {
      return parameter.find_first_not_of("0.") == std::string_view::npos && !parameter.empty();
    }
  }
  return false;
}

/// 0 when the range does not cover the type, else 1 for */*, 2 for type/*, 3 for the type itself.
int specificity(std::string_view range, std::string_view media_type) {
  if (equal_without_case(range, media_type)) return 3;
  if (range == "*/*") return 1;
  const std::string_view kind = media_type.substr(0, media_type.find('/') + 1);
  return range.ends_with("/*") && equal_without_case(range.substr(0, range.size() - 1), kind) ? 2 : 0;
}

constexpr std::string_view merge_patch_type = "application/merge-patch+json";

}  // namespace

void require_acceptable(const Request& request, std::string_view media_type) {
  const auto accept = request.header("Accept");
  if (!accept || accept->empty()) return;
  int best = 0;
  bool is_refused = false;
  for (std::string_view rest = *accept; !rest.empty();) {
    std::string_view parameters = cut(rest, ',');
    const int level = specificity(cut(parameters, ';'), media_type);
    if (level <= best) continue;
    best = level;
    is_refused = is_zero_quality(parameters);
  }
  if (best > 0 && !is_refused) return;
  throw Error(ErrorCode::not_acceptable, "This resource answers in " + std::string(media_type) +
                                             "; name that in the Accept header or leave it out.");
}

void require_json_body(const Request& request) {
  std::string_view parameters = request.header("Content-Type").value_or("");
  const std::string_view kind = cut(parameters, ';');
  const bool is_patch = request.method == Method::patch && equal_without_case(kind, merge_patch_type);
  const bool is_json = is_patch || equal_without_case(kind, "application/json");
  std::string_view charset = parameters;
  const std::string_view name = cut(charset, '=');
  const bool is_utf8 =
      parameters.empty() || (equal_without_case(name, "charset") &&
                             (equal_without_case(charset, "utf-8") || equal_without_case(charset, "\"utf-8\"")));
  if (!is_json || !is_utf8) {
    throw Error(ErrorCode::unsupported_media_type,
                "Send the body as JSON with the header Content-Type: application/json" +
                    (request.method == Method::patch ? " or " + std::string(merge_patch_type) + "." : "."));
  }
  const auto coding = request.header("Content-Encoding");
  if (coding && !equal_without_case(*coding, "identity")) {
    throw Error(ErrorCode::unsupported_media_type, "Send the body without Content-Encoding.");
  }
}

}  // namespace passend::http
