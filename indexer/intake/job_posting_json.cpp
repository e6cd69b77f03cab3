// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/job_posting.hpp"
#include "indexer/intake/job_posting_parts.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/source_ids.hpp"
#include "indexer/intake/text_limits.hpp"
#include "indexer/intake/value_text.hpp"

namespace passend::intake::job_posting {
namespace {

using nlohmann::json;

bool has_type(const json& node, std::string_view type) {
  const json* types = member(node, "@type");
  if (types == nullptr) return false;
  const auto is_it = [&](const json& name) {
    if (!name.is_string()) return false;
    const std::string& text = name.get_ref<const std::string&>();
    return text == type || text.ends_with("/" + std::string(type)) || text.ends_with(":" + std::string(type));
  };
  return types->is_array() ? std::any_of(types->begin(), types->end(), is_it) : is_it(*types);
}

std::optional<Date> date_of(const json& posting, const char* name, RecordNotes& notes) {
  const std::string text = text_of(member(posting, name));
  if (text.empty()) return std::nullopt;
  if (const auto date = read_date(text)) return date;
  notes.warn({.field = std::string("/") + name,
              .value = excerpt(text),
              .reason = "this is no date; it is read as not known",
              .remedy = "write it as YYYY-MM-DD"});
  return std::nullopt;
}

void read_description(const json& posting, Vacancy& vacancy) {
  for (const char* name : {"description", "responsibilities", "qualifications"}) {
    const json* part = member(posting, name);
    if (part == nullptr || part->is_object()) continue;
    const std::string text = plain_text_of(part);
    if (text.empty() || vacancy.description.find(text) != std::string::npos) continue;
    vacancy.description += (vacancy.description.empty() ? "" : "\n\n") + text;
  }
  vacancy.conditions_text = plain_text_of(member(posting, "jobBenefits"));
}

void read_hours_of(const json& posting, Vacancy& vacancy, RecordNotes& notes) {
  const std::string text = text_of(member(posting, "workHours"));
  if (text.empty()) return;
  const auto hours = read_hours(text);
  const bool plausible = hours && hours->minimum.value_or(0) >= 0 && hours->maximum.value_or(0) <= 99 &&
                         hours->minimum.value_or(0) <= hours->maximum.value_or(99);
  if (plausible) {
    vacancy.hours = *hours;
    return;
  }
  notes.warn({.field = "/workHours",
              .value = excerpt(text),
              .reason = "no number of hours a week can be read from this; they are not known",
              .remedy = "write it as \"24-32\""});
}

void read_source(const json& posting, Vacancy& vacancy) {
  const std::string url = text_of(member(posting, "url"));
  const json* identifier = member(posting, "identifier");
  if (identifier != nullptr && identifier->is_array())
    identifier = identifier->empty() ? nullptr : &identifier->front();
  const bool valued = identifier != nullptr && identifier->is_object();
  std::string id = text_of(valued ? member(*identifier, "value") : identifier);
  if (id.empty()) id = url;
  if (id.empty()) id = text_of(member(posting, "@id"));
  if (id.empty() || id.size() > 200) id = derived_source_id(vacancy);
  vacancy.source.id = id;
  if (!url.empty()) vacancy.application_address = WebAddress{std::nullopt, url};
}

void drop_by_rule(const json& posting, RecordNotes& notes) {
  for (const auto& [name, value] : posting.items()) {
    if (const auto rule = dropped_by_rule(name)) notes.dropped(*rule);
  }
}

}  // namespace

const json* find_posting(const json& node) {
  if (!node.is_object()) return nullptr;
  if (has_type(node, "JobPosting")) return &node;
  for (const char* holder : {"mainEntity", "item"}) {
    const json* inner = member(node, holder);
    if (inner != nullptr && inner->is_object() && has_type(*inner, "JobPosting")) return inner;
  }
  return nullptr;
}

std::optional<Vacancy> read_posting(const json& posting, RecordNotes& notes) {
  drop_by_rule(posting, notes);
  Vacancy vacancy;
  vacancy.title = plain_text_of(member(posting, "title"));
  if (vacancy.title.empty()) vacancy.title = plain_text_of(member(posting, "name"));
  std::replace(vacancy.title.begin(), vacancy.title.end(), '\n', ' ');
  if (vacancy.title.empty()) {
    notes.reject({.field = "/title",
                  .value = {},
                  .reason = "the job posting has no title",
                  .remedy = "give it a title in the source"});
    return std::nullopt;
  }
  vacancy.employer_name = plain_text_of(member(posting, "hiringOrganization"));
  read_description(posting, vacancy);
  vacancy.posted = date_of(posting, "datePosted", notes);
  vacancy.closes = date_of(posting, "validThrough", notes);
  vacancy.period.from = date_of(posting, "jobStartDate", notes);
  if (const auto openings = read_whole_number(text_of(member(posting, "totalJobOpenings")))) {
    if (*openings >= 1 && *openings <= 999) vacancy.positions = static_cast<int>(*openings);
  }
  read_hours_of(posting, vacancy, notes);
  read_employment_types(posting, vacancy);
  read_location(posting, vacancy, notes);
  read_salary_of(posting, vacancy);
  read_demands(posting, vacancy);
  read_contact(posting, vacancy);
  read_source(posting, vacancy);
  take_occupation_from_title(vacancy);
  return vacancy;
}

}  // namespace passend::intake::job_posting
