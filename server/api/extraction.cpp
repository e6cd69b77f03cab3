// SPDX-License-Identifier: EUPL-1.2
#include "server/api/extraction.hpp"

#include "indexer/extract/extractor.hpp"
#include "indexer/extract/proposal_json.hpp"
#include "server/api/codes.hpp"

namespace passend::api {
namespace {

/// As much as the description of a vacancy may hold.
constexpr std::size_t longest_text = 20'000;

}  // namespace

ExtractionInput read_extraction(Input& input) {
  ExtractionInput read;
  const auto text = input.text("text", {1, longest_text, Lines::many});
  if (!text) input.refuse("text", "is required");
  read.text = text.value_or("");
  read.kind = input.code<extract::TextKind>("kind").value_or(extract::TextKind::vacancy);
  return read;
}

extract::Extraction ExtractText::operator()(const ExtractionInput& input) const {
  if (services.near_concepts == nullptr) return {services.extractor->extract(input.text, input.kind), std::nullopt};
  return services.extractor->extract(input.text, input.kind, *services.near_concepts);
}

http::Response write_extraction(const extract::Extraction& extraction, const ExtractionInput& input, const Services&) {
  http::Response response;
  response.body = extract::to_json(extraction, input.text);
  return response;
}

}  // namespace passend::api
