// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/proposal_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/embed/help_json.hpp"
#include "indexer/model/week_grid.hpp"

namespace passend::extract {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
void put(Json& json, const char* name, const std::optional<T>& value) {
  if (value) json[name] = *value;
}

Json concept_json(const ConceptRef& reference) {
  Json json = Json::object();
  if (!reference.uri.empty()) json["uri"] = reference.uri;
  json["label"] = reference.label;
  return json;
}

struct ValueJson {
  Json operator()(const Occupation& value) const { return concept_json(value.occupation); }
  Json operator()(const Competence& value) const { return concept_json(value.competence); }
  Json operator()(const Credential& value) const { return concept_json(value.credential); }
  Json operator()(WorkLevel value) const { return {{"workLevel", passend::to_text(value)}}; }
  Json operator()(DrivingLicence value) const { return {{"category", passend::to_text(value)}}; }
  Json operator()(const Experience& value) const { return {{"years", value.years}}; }

  Json operator()(const Schooling& value) const {
    Json json{{"educationLevel", passend::to_text(value.level)}};
    put(json, "mboLevel", value.mbo_level);
    put(json, "field", value.field);
    if (!value.name.empty()) json["name"] = value.name;
    put(json, "experienceCounts", value.experience_counts);
    return json;
  }

  Json operator()(const LanguageCommand& value) const {
    Json json{{"language", value.language}};
    if (value.level) json["languageLevel"] = passend::to_text(*value.level);
    if (value.cefr) json["cefr"] = passend::to_text(*value.cefr);
    json["skills"] = Json::array();
    for (const LanguageSkillKind skill : value.skills) json["skills"].push_back(passend::to_text(skill));
    return json;
  }

  Json operator()(const Travel& value) const {
    Json json = Json::object();
    put(json, "maximumDistanceKm", value.maximum_km);
    put(json, "maximumTravelMinutes", value.maximum_minutes);
    if (value.willing) json["willingToTravel"] = true;
    return json;
  }

  Json operator()(const WeeklyHours& value) const {
    Json json = Json::object();
    put(json, "minimumHours", value.minimum);
    put(json, "maximumHours", value.maximum);
    return json;
  }

  Json operator()(const WorkingTimes& value) const {
    Json json = Json::object();
    put(json, "officeHours", value.office_hours);
    put(json, "irregularHours", value.irregular_hours);
    if (value.grid) json["grid"] = passend::to_text(*value.grid);
    return json;
  }
};

/// Counts characters up to a byte, going forward from the last one that was asked.
class CharacterCounter {
 public:
  explicit CharacterCounter(std::string_view text) : text_(text) {}
  std::size_t at(std::size_t byte) {
    if (byte < byte_) byte_ = characters_ = 0;
    for (; byte_ < byte; ++byte_) characters_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0U) != 0x80U ? 1U : 0U;
    return characters_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t characters_ = 0;
};

Json proposals_json(const std::vector<Proposal>& proposals, std::string_view text) {
  CharacterCounter counter(text);
  Json list = Json::array();
  for (const Proposal& proposal : proposals) {
    const auto [begin, end] = proposal.evidence;
    Json json{{"criterion", passend::to_text(criterion_of(proposal.value))},
              {"value", std::visit(ValueJson{}, proposal.value)},
              {"summary", to_text(proposal.value)}};
    if (proposal.importance) json["importance"] = passend::to_text(*proposal.importance);
    json["confidenceBp"] = proposal.confidence_bp;
    if (proposal.basis == Basis::embedding) json["basis"] = "embedding";
    const std::size_t first_character = counter.at(begin);
    json["evidence"] = {{"words", text.substr(begin, end - begin)},
                        {"beginByte", begin},
                        {"endByte", end},
                        {"beginCharacter", first_character},
                        {"endCharacter", counter.at(end)}};
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string to_json(const Extraction& extraction, std::string_view text) {
  Json json{{"proposals", proposals_json(extraction.proposals, text)}};
  if (extraction.help) json["embedding"] = embed::help_json(*extraction.help);
  return json.dump();
}

}  // namespace passend::extract
