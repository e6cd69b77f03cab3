// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/commands/output.hpp"
#include "server/commands/suggestions.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

Json concept_json(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index) {
  return {
      {"uri", taxonomy.uri(index)}, {"kind", to_text(taxonomy.kind(index))}, {"label", taxonomy.label(index, "nl")}};
}

}  // namespace

std::string_view to_text(search::Offer offer) {
  switch (offer) {
    case search::Offer::essential:
      return "essential";
    case search::Offer::optional:
      return "optional";
    case search::Offer::related:
      break;
  }
  return "related";
}

std::string marked_text(const std::vector<search::Run>& runs) {
  std::string text;
  for (const auto& run : runs) text += run.marked ? "[" + run.text + "]" : run.text;
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::vector<search::Suggestion>& suggestions) {
  Json json = Json::array();
  for (const auto& one : suggestions) {
    Json item = concept_json(taxonomy, one.target);
    item["matched"] = marked_text(one.matched);
    json.push_back(std::move(item));
  }
  return json.dump();
}

std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::vector<search::OfferedCompetence>& offers) {
  Json json = Json::array();
  for (const auto& one : offers) {
    Json item = concept_json(taxonomy, one.target);
    item["reason"] = to_text(one.offer);
    item["because"] = concept_json(taxonomy, one.because);
    json.push_back(std::move(item));
  }
  return json.dump();
}

}  // namespace passend::commands
