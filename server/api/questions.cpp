// SPDX-License-Identifier: EUPL-1.2
#include "server/api/questions.hpp"

#include "matcher/explain/insight_words.hpp"

namespace passend::api {
namespace {

/// Each person takes a pass over all vacancies; a whole region is for the command line.
constexpr std::size_t most_candidates = 500;

}  // namespace

QuestionsInput read_questions(Input& input) {
  QuestionsInput questions;
  questions.candidates = input.ids<CandidateId>("candidates", {most_candidates, Repeats::refused});
  if (questions.candidates.empty()) {
    input.refuse("candidates", "names 1 to " + std::to_string(most_candidates) + " candidates");
  }
  questions.limits.questions = static_cast<std::size_t>(input.number("limit", {1, 500}).value_or(50));
  questions.limits.examples = static_cast<std::size_t>(input.number("examples", {0, 10}).value_or(3));
  questions.language = input.code<Language>("language").value_or(Language::dutch);
  questions.weights = read_weights_choice(input);
  return questions;
}

QuestionsOutput AskQuestions::operator()(const QuestionsInput& input, const store::Scope& scope) const {
  const auto engine = engine_of(input.weights, services, scope);
  QuestionsOutput output;
  // Read again: who withdrew since the pool was built is absent.
  std::vector<CandidateId> present;
  for (const auto& id : input.candidates) {
    const bool known = services.store.search_profile(id, scope).has_value();
    (known ? present : output.absent).push_back(id);
  }
  auto worklist = insight::value_of_information(*engine, present, input.limits, {services.executor});
  output.total = worklist.all_questions;
  output.absent.insert(output.absent.end(), worklist.absent.begin(), worklist.absent.end());
  const auto style = style_of(input.language);
  for (auto& value : worklist.questions) {
    QuestionLine line{
        {}, explain::criterion_name(value.criterion, style), explain::question_to_person(value.criterion, style), {}};
    for (const auto& id : value.examples) {
      const auto stored = services.store.vacancy(id, scope);
      if (stored) line.examples.push_back({id, stored->record.title});
    }
    line.value = std::move(value);
    output.lines.push_back(std::move(line));
  }
  return output;
}

}  // namespace passend::api
