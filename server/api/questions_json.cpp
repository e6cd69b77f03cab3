// SPDX-License-Identifier: EUPL-1.2
#include "server/api/questions.hpp"

#include <nlohmann/json.hpp>

#include "server/api/view_json.hpp"

namespace passend::api {

http::Response write_questions(const QuestionsOutput& output, const QuestionsInput&, const Services&) {
  Json questions = Json::array();
  for (const auto& line : output.lines) {
    Json examples = Json::array();
    for (const auto& example : line.examples) {
      examples.push_back({{"vacancyId", to_text(example.id)}, {"title", example.title}});
    }
    questions.push_back({{"candidateId", to_text(line.value.candidate)},
                         {"criterion", to_text(line.value.criterion)},
                         {"name", line.name},
                         {"question", line.question},
                         {"vacancies", line.value.vacancies},
                         {"examples", std::move(examples)}});
  }
  Json absent = Json::array();
  for (const auto& id : output.absent) absent.push_back(to_text(id));
  return json_response({{"total", output.total}, {"questions", std::move(questions)}, {"absent", std::move(absent)}});
}

}  // namespace passend::api
