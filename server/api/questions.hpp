// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/insight/questions.hpp"
#include "server/api/codes.hpp"
#include "server/api/services.hpp"
#include "server/api/weights.hpp"

namespace passend::api {

struct QuestionsInput {
  std::vector<CandidateId> candidates;
  insight::WorklistLimits limits;
  Language language = Language::dutch;
  WeightsChoice weights;
};

struct ExampleVacancy {
  VacancyId id;
  std::string title;
};
struct QuestionLine {
  insight::QuestionValue value;
  std::string name;      ///< Of the criterion.
  std::string question;  ///< In words.
  std::vector<ExampleVacancy> examples;
};
struct QuestionsOutput {
  std::vector<QuestionLine> lines;
  std::uint64_t total = 0;
  std::vector<CandidateId> absent;  ///< Asked for and not there, or no longer.
};

/// Rules: components/schemas/QuestionsRequest of schemas/openapi/passend.yaml.
QuestionsInput read_questions(Input& input);

/// POST /v1/candidates/_questions
struct AskQuestions {
  const Services& services;
  QuestionsOutput operator()(const QuestionsInput& input, const store::Scope& scope) const;
};

http::Response write_questions(const QuestionsOutput& output, const QuestionsInput& input, const Services& services);

}  // namespace passend::api
