// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/question.hpp"

#include <algorithm>

namespace passend::vum_source {
namespace {

/// Parts in a form that no two lists of parts share.
class Text {
 public:
  Text& add(const std::string& part) {
    text_ += std::to_string(part.size()) + ':' + part;
    return *this;
  }
  Text& add(std::optional<int> number) { return add(number ? std::to_string(*number) : std::string("-")); }
  Text& add(std::optional<Date> date) { return add(date ? std::optional(date->days) : std::nullopt); }
  Text& add(std::optional<bool> answer) { return add(answer ? std::optional<int>(*answer) : std::nullopt); }
  /// A list in which order and repetition mean nothing.
  Text& add(std::vector<std::string> parts) {
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    Text inner;
    for (const std::string& part : parts) inner.add(part);
    return add(inner.text_);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

template <class Code>
std::vector<std::string> names_of(const std::vector<Code>& codes) {
  std::vector<std::string> names;
  for (const Code code : codes) names.emplace_back(to_text(code));
  return names;
}

void add_common(const CommonQuestion& question, Text& text) {
  text.add(std::optional(question.pc4)).add(std::optional(question.distance_km)).add(question.irregular_hours);
  text.add(question.minimum_hours_at_most).add(question.maximum_hours_at_least);
  text.add(names_of(question.driving_licences));
  std::vector<std::string> languages;
  for (const LanguageDemand& demand : question.languages) {
    languages.push_back(Text().add(demand.language).add(demand.speaking).add(demand.writing).text());
  }
  text.add(languages);
}

}  // namespace

std::string canonical_text(const CandidateQuestion& question) {
  Text text;
  add_common(question.common, text);
  text.add(question.occupations).add(names_of(question.contract_types));
  text.add(question.office_hours).add(question.available_by);
  return "candidates " + text.text();
}

std::string canonical_text(const VacancyQuestion& question) {
  Text text;
  add_common(question.common, text);
  text.add(question.occupation).add(question.work_level_at_least).add(question.work_level_below);
  text.add(question.work_level_equal_to).add(question.starts_on_or_after);
  return "vacancies " + text.text();
}

}  // namespace passend::vum_source
