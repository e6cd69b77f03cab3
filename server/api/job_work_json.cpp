// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/explain/insight_words.hpp"
#include "server/api/job_work.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {

std::string batch_lines(std::string_view per_vacancy) {
  std::string lines;
  while (!per_vacancy.empty()) {
    const std::size_t end = std::min(per_vacancy.find('\n'), per_vacancy.size());
    const Json line = Json::parse(per_vacancy.substr(0, end));
    per_vacancy.remove_prefix(std::min(end + 1, per_vacancy.size()));
    lines +=
        Json{{"candidateId", line.at("candidate")}, {"vacancyId", line.at("vacancy")}, {"rank", line.at("rank")},
             {"combinedBp", line.at("combined")},   {"demandBp", line.at("demand")},   {"supplyBp", line.at("supply")}}
            .dump() +
        '\n';
  }
  return lines;
}

std::string worklist_lines(const insight::Worklist& worklist, Language language) {
  const auto style = style_of(language);
  std::string lines;
  for (const insight::QuestionValue& value : worklist.questions) {
    Json vacancies = Json::array();
    for (const VacancyId& id : value.examples) vacancies.push_back(to_text(id));
    lines += Json{{"candidateId", to_text(value.candidate)},
                  {"criterion", to_text(value.criterion)},
                  {"name", explain::criterion_name(value.criterion, style)},
                  {"question", explain::question_to_person(value.criterion, style)},
                  {"vacancies", value.vacancies},
                  {"examples", std::move(vacancies)}}
                 .dump() +
             '\n';
  }
  return lines;
}

std::string person_report_json(const PersonReport& report) {
  const PersonRequestJob& asked = report.asked;
  Json json{{"candidateId", to_text(asked.person)},
            {"request", to_text(asked.request)},
            {"reason", asked.reason},
            {"carriedOut", to_text(report.carried_out)}};
  if (asked.request == PersonRequest::give) {
    json["format"] = to_text(asked.form);
    json["data"] = asked.form == ExportForm::europass ? Json(report.data) : Json::parse(report.data);
  }
  if (report.was_restricted) {
    json["wasRestricted"] = *report.was_restricted;
    json["isRestricted"] = asked.request == PersonRequest::restrict_;
  }
  if (report.receipt) json["receipt"] = Json::parse(privacy::receipt_json(*report.receipt));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace passend::api
