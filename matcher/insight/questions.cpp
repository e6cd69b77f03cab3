// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/questions.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "matcher/criteria/evidence_log.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/engine/fill_rates.hpp"

namespace passend::insight {
namespace {

constexpr std::uint64_t rows_at_a_time = 1'000;

/// People who are looked at between two reports of progress, and those that one thread takes at a time.
constexpr std::size_t people_a_round = 512;
constexpr std::size_t people_a_block = 8;

using Counts = std::array<std::uint32_t, criterion_count>;

/// What a side requires, without what it only weighs.
using Required = std::vector<criteria::PlannedCriterion>;

Required required_of(const criteria::SidePlan& plan) {
  Required required;
  for (const auto& planned : plan.criteria()) {
    if (planned.importance == Importance::required) required.push_back(planned);
  }
  return required;
}

/// A vacancy with what it requires, read and planned once for all people.
struct Asking {
  pool::VacancyFacts vacancy;
  Required required;
};

std::vector<Asking> open_vacancies(const engine::Engine& engine) {
  const auto& pool = engine.pool();
  std::vector<Asking> all;
  for (std::uint32_t row = 0; row < pool.vacancy_rows(); ++row) {
    if (pool.vacancy_is_void(row)) continue;
    const auto closes = pool.vacancy_closes(row);
    if (closes && *closes < engine.circumstances().today) continue;
    auto vacancy = pool.vacancy(row);
    auto required = required_of(criteria::demand_plan(vacancy, engine.weights()));
    all.push_back({std::move(vacancy), std::move(required)});
  }
  return all;
}

/// Bits of the criteria that are open; absent when one fails or a second one is open.
std::optional<std::uint32_t> open_of(const Required& required, const criteria::Pair& pair, std::uint32_t open) {
  for (const auto& planned : required) {
    const auto verdict = planned.judge(pair, nullptr).verdict;
    if (verdict == engine::Verdict::met) continue;
    if (verdict == engine::Verdict::not_met) return std::nullopt;
    open |= 1U << static_cast<unsigned>(planned.criterion);
    if (std::popcount(open) > 1) return std::nullopt;
  }
  return open;
}

/// Who left blank what a required criterion needs.
struct Blanks {
  bool person = false;
  bool vacancy = false;
  void add(const Required& required, Criterion criterion, const criteria::Pair& pair,
           const taxonomy::Taxonomy& taxonomy) {
    for (const auto& planned : required) {
      if (planned.criterion != criterion) continue;
      criteria::EvidenceLog log(taxonomy);
      if (planned.judge(pair, &log).verdict != engine::Verdict::unknown) continue;
      for (const auto& evidence : log.take()) {
        person |= evidence.kind == engine::Evidence::Kind::not_stated_by_person;
        vacancy |= evidence.kind == engine::Evidence::Kind::not_stated_by_vacancy;
      }
    }
  }
};

/// The questions to one person. Only what is required is judged, and nothing more of a pair once it fails: of nearly
/// all pairs that is the first requirement, the journey.
class Person {
 public:
  Person(const engine::Engine& engine, std::uint32_t row)
      : engine_(engine),
        person_(engine.pool().candidate(row)),
        required_(required_of(criteria::supply_plan(person_, engine.weights()))) {}

  /// The one question that keeps the person from the vacancy, when it is the person alone who can answer it.
  std::optional<Criterion> question_for(const Asking& asking) const {
    const auto& pool = engine_.pool();
    const criteria::Pair pair{person_, asking.vacancy, engine_.circumstances(),
                              engine::distance_between(pool, person_, asking.vacancy)};
    auto open = open_of(required_, pair, 0);
    if (open) open = open_of(asking.required, pair, *open);
    if (!open || *open == 0) return std::nullopt;
    const auto criterion = static_cast<Criterion>(std::countr_zero(*open));
    Blanks blanks;
    blanks.add(asking.required, criterion, pair, pool.taxonomy());
    blanks.add(required_, criterion, pair, pool.taxonomy());
    return blanks.person && !blanks.vacancy ? std::optional(criterion) : std::nullopt;
  }

  Counts counts(const std::vector<Asking>& all) const {
    Counts counts{};
    for (const auto& asking : all) {
      if (const auto criterion = question_for(asking)) ++counts[static_cast<std::size_t>(*criterion)];
    }
    return counts;
  }

 private:
  const engine::Engine& engine_;
  pool::CandidateFacts person_;
  Required required_;
};

class Caseload {
 public:
  Caseload(const engine::Engine& engine, const Executor& executor, const WorklistLimits& limits)
      : engine_(engine), executor_(executor), limits_(limits), vacancies_(open_vacancies(engine)) {}

  void add(std::span<const CandidateId> people) {
    std::vector<Counts> counts(people.size());
    executor_.for_each_block(people.size(), people_a_block, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        if (const auto row = engine_.pool().find(people[i])) counts[i] = Person(engine_, *row).counts(vacancies_);
      }
    });
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (!engine_.pool().find(people[i])) worklist_.absent.push_back(people[i]);
      keep(people[i], counts[i]);
    }
    // So that the worklist of a whole region stays small.
    if (worklist_.questions.size() > 4 * limits_.questions + 1'000) trim();
  }

  Worklist take() {
    trim();
    // Only what is listed gets its examples: they need the scores of all pairs.
    executor_.for_each_block(worklist_.questions.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) add_examples(worklist_.questions[i]);
    });
    return std::move(worklist_);
  }

 private:
  void keep(CandidateId id, const Counts& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      ++worklist_.all_questions;
      worklist_.questions.push_back({id, static_cast<Criterion>(i), counts[i], {}});
    }
  }

  void trim() {
    auto& questions = worklist_.questions;
    std::sort(questions.begin(), questions.end(), [](const QuestionValue& a, const QuestionValue& b) {
      if (a.vacancies != b.vacancies) return a.vacancies > b.vacancies;
      if (a.candidate != b.candidate) return a.candidate < b.candidate;
      return a.criterion < b.criterion;
    });
    if (questions.size() > limits_.questions) questions.resize(limits_.questions);
  }

  void add_examples(QuestionValue& question) const {
    const auto& pool = engine_.pool();
    const Person person(engine_, *pool.find(question.candidate));
    const auto most = std::min<std::uint64_t>(limits_.examples, question.vacancies);
    engine::MatchQuery query{.lane = engine::Lane::one_question_open, .page_size = rows_at_a_time};
    for (bool more = true; more && question.examples.size() < most; ++query.page) {
      const auto page = engine_.vacancies_for(question.candidate, query);
      more = page.rows.size() == rows_at_a_time;
      for (const auto& match : page.rows) {
        if (question.examples.size() == most) break;
        if (match.open_criteria != 1U << static_cast<unsigned>(question.criterion)) continue;
        auto vacancy = pool.vacancy(*pool.find(VacancyId{match.id}));
        auto required = required_of(criteria::demand_plan(vacancy, engine_.weights()));
        const Asking asking{std::move(vacancy), std::move(required)};
        if (person.question_for(asking) == question.criterion) question.examples.push_back(VacancyId{match.id});
      }
    }
  }

  const engine::Engine& engine_;
  const Executor& executor_;
  WorklistLimits limits_;
  std::vector<Asking> vacancies_;
  Worklist worklist_;
};

}  // namespace

Worklist value_of_information(const engine::Engine& engine, std::span<const CandidateId> caseload,
                              const WorklistLimits& limits, const Workers& workers) {
  Caseload work(engine, workers.executor, limits);
  const auto& progress = workers.progress;
  std::vector<CandidateId> people(caseload.begin(), caseload.end());
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  for (std::size_t done = 0; done < people.size(); done += people_a_round) {
    if (progress) progress({"look for questions", done, people.size(), "people"});
    work.add(std::span(people).subspan(done, std::min(people_a_round, people.size() - done)));
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
