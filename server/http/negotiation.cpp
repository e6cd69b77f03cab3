// SPDX-License-Identifier: EUPL-1.2
#include "server/http/negotiation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/base/error.hpp"
#include "server/http/field_value.hpp"

namespace passend::http {
namespace {

/// In thousandths; what is no quality counts as 1.
int quality_of(std::string_view parameters) {
  constexpr std::array weights{1000, 100, 10, 1};
  while (!parameters.empty()) {
    std::string_view parameter = cut(parameters, ';');
    const std::string_view name = cut(parameter, '=');
    if (!equal_without_case(name, "q") || parameter.find_first_not_of("0123456789.") != std::string_view::npos)
      continue;
    int quality = 0;
    std::size_t place = 0;
    for (const char c : parameter) {
      if (c == '.' || place >= weights.size()) continue;
      quality += (c - '0') * weights.at(place++);
    }
    return parameter.empty() ? weights.front() : std::min(quality, weights.front());
  }
  return weights.front();
}

/// 0 when the range does not cover the type, else 1 for */*, 2 for type/*, 3 for the type itself.
int specificity(std::string_view range, std::string_view media_type) {
  if (equal_without_case(range, media_type)) return 3;
  if (range == "*/*") return 1;
  const std::string_view kind = media_type.substr(0, media_type.find('/') + 1);
  return range.ends_with("/*") && equal_without_case(range.substr(0, range.size() - 1), kind) ? 2 : 0;
}

constexpr std::string_view merge_patch_type = "application/merge-patch+json";

/// Of the most specific range that covers the type; 0: it is ruled out.
int liking_of(std::string_view accept, std::string_view media_type) {
  int best = 0;
  int quality = 0;
  while (!accept.empty()) {
    std::string_view parameters = cut(accept, ',');
    const int level = specificity(cut(parameters, ';'), media_type);
    if (level <= best) continue;
    best = level;
    quality = quality_of(parameters);
  }
  return quality;
}

}  // namespace

std::size_t preferred(const Request& request, std::span<const std::string_view> media_types) {
  const auto accept = request.header("Accept");
  if (!accept || accept->empty()) return 0;
  std::size_t best = 0;
  int most = 0;
  std::string all;
  for (std::size_t i = 0; i < media_types.size(); ++i) {
    const int liking = liking_of(*accept, media_types[i]);
    if (liking > most) best = i;
    most = std::max(most, liking);
    all.append(all.empty() ? "" : ", ").append(media_types[i]);
  }
  if (most > 0) return best;
  throw Error(ErrorCode::not_acceptable,
              "This resource answers in " + all + "; name one in the Accept header or leave it out.");
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
