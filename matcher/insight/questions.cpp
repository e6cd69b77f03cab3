// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/questions.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "matcher/criteria/evidence_log.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/engine/fill_rates.hpp"

namespace passend::insight {
namespace {

constexpr std::uint64_t rows_at_a_time = 1'000;

/// Who left blank what a required criterion needs.
struct Blanks {
  bool person = false;
  bool vacancy = false;
  void add(const criteria::SidePlan& plan, Criterion criterion, const criteria::Pair& pair,
           const taxonomy::Taxonomy& taxonomy) {
    for (const auto& planned : plan.criteria()) {
      if (planned.criterion != criterion || planned.importance != Importance::required) continue;
      criteria::EvidenceLog log(taxonomy);
      if (planned.judge(pair, &log).verdict != engine::Verdict::unknown) continue;
      for (const auto& evidence : log.take()) {
        person |= evidence.kind == engine::Evidence::Kind::not_stated_by_person;
        vacancy |= evidence.kind == engine::Evidence::Kind::not_stated_by_vacancy;
      }
    }
  }
};

class Caseload {
 public:
  Caseload(const engine::Engine& engine, const WorklistLimits& limits) : engine_(engine), limits_(limits) {}

  void add(CandidateId id) {
    const auto row = engine_.pool().find(id);
    if (!row) return worklist_.absent.push_back(id);
    const auto person = engine_.pool().candidate(*row);
    const auto wishes = criteria::supply_plan(person, engine_.weights());
    std::vector<QuestionValue> of_person(criterion_count);
    engine::MatchQuery query{.lane = engine::Lane::one_question_open, .page_size = rows_at_a_time};
    for (;; ++query.page) {
      const auto page = engine_.vacancies_for(id, query);
      for (const auto& match : page.rows) {
        if (std::popcount(match.open_criteria) != 1) continue;
        const auto criterion = static_cast<Criterion>(std::countr_zero(match.open_criteria));
        const VacancyId vacancy{match.id};
        if (!person_alone_can_answer(person, wishes, vacancy, criterion)) continue;
        auto& question = of_person[static_cast<std::size_t>(criterion)];
        ++question.vacancies;
        if (question.examples.size() < limits_.examples) question.examples.push_back(vacancy);
      }
      if (page.rows.size() < rows_at_a_time) break;
    }
    keep(id, of_person);
  }

  Worklist take() {
    trim(limits_.questions);
    return std::move(worklist_);
  }

 private:
  bool person_alone_can_answer(const pool::CandidateFacts& person, const criteria::SidePlan& wishes, VacancyId id,
                               Criterion criterion) {
    const auto& vacancy = facts_of(id);
    const criteria::Pair pair{person, vacancy, engine_.circumstances(),
                              engine::distance_between(engine_.pool(), person, vacancy)};
    Blanks blanks;
    blanks.add(criteria::demand_plan(vacancy, engine_.weights()), criterion, pair, engine_.pool().taxonomy());
    blanks.add(wishes, criterion, pair, engine_.pool().taxonomy());
    return blanks.person && !blanks.vacancy;
  }

  /// A vacancy comes back for many people: its facts are read from the pool once.
  const pool::VacancyFacts& facts_of(VacancyId id) {
    const auto row = *engine_.pool().find(id);
    const auto found = vacancies_.find(row);
    return found != vacancies_.end() ? found->second
                                     : vacancies_.emplace(row, engine_.pool().vacancy(row)).first->second;
  }

  void keep(CandidateId id, std::vector<QuestionValue>& of_person) {
    for (std::size_t i = 0; i < of_person.size(); ++i) {
      auto& question = of_person[i];
      if (question.vacancies == 0) continue;
      question.candidate = id;
      question.criterion = static_cast<Criterion>(i);
      ++worklist_.all_questions;
      worklist_.questions.push_back(std::move(question));
    }
    // So that the worklist of a whole region stays small.
    if (worklist_.questions.size() > 4 * limits_.questions + 1'000) trim(limits_.questions);
  }

  void trim(std::size_t most) {
    auto& questions = worklist_.questions;
    std::sort(questions.begin(), questions.end(), [](const QuestionValue& a, const QuestionValue& b) {
      if (a.vacancies != b.vacancies) return a.vacancies > b.vacancies;
      if (a.candidate != b.candidate) return a.candidate < b.candidate;
      return a.criterion < b.criterion;
    });
    if (questions.size() > most) questions.resize(most);
  }

  const engine::Engine& engine_;
  WorklistLimits limits_;
  Worklist worklist_;
  std::unordered_map<std::uint32_t, pool::VacancyFacts> vacancies_;
};

}  // namespace

Worklist value_of_information(const engine::Engine& engine, std::span<const CandidateId> caseload,
                              const WorklistLimits& limits, const ProgressSink& progress) {
  Caseload work(engine, limits);
  std::vector<CandidateId> people(caseload.begin(), caseload.end());
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (progress) progress({"look for questions", i, people.size(), "people"});
    work.add(people[i]);
  }
  if (progress) progress({"look for questions", people.size(), people.size(), "people"});
  return work.take();
}

std::vector<CandidateId> everyone(const pool::Pool& pool) {
  std::vector<CandidateId> ids;
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) ids.push_back(pool.candidate_id(row));
  }
  return ids;
}

}  // namespace passend::insight
