// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/comparison.hpp"

#include <algorithm>
#include <unordered_set>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/engine/ranking.hpp"

namespace passend::feed {
namespace {

/// Vacancies between two looks at whether to stop.
constexpr std::size_t vacancies_per_wave = 64;
/// Key of the order among equals: always the same, so that a look is.
constexpr std::uint64_t seed = 0;

/// Announces the best of what newly fits for one record.
void announce(std::vector<Announcement> newly, std::size_t most, Compared& found) {
  const auto count = newly.size();
  const auto standing_of = [](const Announcement& one) {
    // The other party decides among equals; of a group one side is always the same.
    const Id128 id{one.candidate.value.high ^ one.vacancy.value.high, one.candidate.value.low ^ one.vacancy.value.low};
    return engine::Standing{one.combined_bp, tie_break(seed, id), id, 0};
  };
  const auto kept = std::min(most, count);
  std::partial_sort(newly.begin(), newly.begin() + static_cast<std::ptrdiff_t>(kept), newly.end(),
                    [&](const Announcement& a, const Announcement& b) {
                      return engine::stands_before(standing_of(a), standing_of(b));
                    });
  newly.resize(kept);
  for (auto& one : newly) one.newly_fitting = static_cast<std::uint32_t>(count);
  found.newly_fitting += count;
  found.announcements.insert(found.announcements.end(), newly.begin(), newly.end());
}

template <class Fitting>
Announcement announcement(Cause cause, CandidateId candidate, VacancyId vacancy, const Fitting& fitting) {
  Announcement one;
  one.cause = cause;
  one.candidate = candidate;
  one.vacancy = vacancy;
  one.combined_bp = fitting.combined_bp;
  one.demand_bp = fitting.demand_bp;
  one.supply_bp = fitting.supply_bp;
  return one;
}

/// Who fits a vacancy of the pool; nobody when it is not there, void or closed.
std::vector<engine::FittingCandidate> fitting_now(const engine::Engine& engine, VacancyId vacancy) {
  const auto& pool = engine.pool();
  const auto row = pool.find(vacancy);
  if (!row) return {};
  const auto closes = pool.vacancy_closes(*row);
  if (closes && *closes < engine.circumstances().today) return {};
  return engine.fitting_candidates(*row);
}

std::vector<engine::FittingVacancy> fitting_now(const engine::Engine& engine, CandidateId candidate) {
  const auto row = engine.pool().find(candidate);
  return row ? engine.fitting_vacancies(*row) : std::vector<engine::FittingVacancy>{};
}

/// The answers of the engine for many records, side by side.
template <class Id>
auto all_fitting_now(const engine::Engine& engine, std::span<const Id> ids, const Executor& executor) {
  std::vector<decltype(fitting_now(engine, ids[0]))> all(ids.size());
  executor.for_each_block(ids.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) all[i] = fitting_now(engine, ids[i]);
  });
  return all;
}

void compare_vacancy(const engine::Engine& engine, VacancyId vacancy,
                     const std::vector<engine::FittingCandidate>& fitting, Picture& picture, Compared& found) {
  std::vector<Announcement> newly;
  std::vector<std::uint32_t> now;
  for (const auto& one : fitting) {
    const auto candidate = engine.pool().candidate_id(one.row);
    now.push_back(picture.handle_of(candidate));
    if (!picture.fits(candidate, vacancy)) newly.push_back(announcement(Cause::vacancy, candidate, vacancy, one));
  }
  std::sort(now.begin(), now.end());
  for (const auto& one : newly) found.turns.push_back({one.candidate, vacancy});
  for (const auto handle : picture.fitting(vacancy)) {
    if (!std::binary_search(now.begin(), now.end(), handle))
      found.turns.push_back({picture.candidate(handle), vacancy});
  }
  announce(std::move(newly), most_of_a_record, found);
}

/// Pairs with vacancies that changed too have been compared from that side.
void compare_candidate(const engine::Engine& engine, CandidateId candidate,
                       const std::vector<engine::FittingVacancy>& fitting, const Picture& picture,
                       const std::unordered_set<VacancyId>& compared, Compared& found) {
  std::vector<Announcement> newly;
  std::unordered_set<VacancyId> now;
  for (const auto& one : fitting) {
    const auto vacancy = engine.pool().vacancy_id(one.row);
    if (compared.contains(vacancy)) continue;
    now.insert(vacancy);
    if (!picture.fits(candidate, vacancy)) newly.push_back(announcement(Cause::candidate, candidate, vacancy, one));
  }
  for (const auto& one : newly) found.turns.push_back({candidate, one.vacancy});
  auto before = picture.vacancies_of(candidate);
  std::sort(before.begin(), before.end());
  for (const auto& vacancy : before) {
    if (!now.contains(vacancy) && !compared.contains(vacancy)) found.turns.push_back({candidate, vacancy});
  }
  announce(std::move(newly), most_of_a_record, found);
}

/// One vacancy when everything is looked at.
struct Seen {
  std::vector<std::uint32_t> handles;  ///< In the next picture, of whoever fits.
  Compared newly;
};

/// The handles of everybody in the pool, by row: a pair then costs no look into a table of ids.
class RowHandles {
 public:
  RowHandles(const pool::Pool& pool, const Picture& before, Picture& next)
      : before_(pool.candidate_rows(), nobody), next_(pool.candidate_rows(), nobody) {
    for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
      if (pool.candidate_is_void(row)) continue;
      const auto candidate = pool.candidate_id(row);
      before_[row] = before.find_handle(candidate).value_or(nobody);
      next_[row] = next.handle_of(candidate);
    }
  }

  Seen see(const engine::Engine& engine, VacancyId vacancy, const Picture& picture) const {
    Seen seen;
    std::vector<Announcement> newly;
    const Picture::Row* const before = picture.row(vacancy);
    for (const auto& one : fitting_now(engine, vacancy)) {
      seen.handles.push_back(next_[one.row]);
      if (before != nullptr && before->has(before_[one.row])) continue;
      newly.push_back(announcement(Cause::everything, engine.pool().candidate_id(one.row), vacancy, one));
    }
    announce(std::move(newly), most_of_a_vacancy_among_all, seen.newly);
    return seen;
  }

 private:
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;  ///< No picture names so many.
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> next_;
};

template <class Id>
std::vector<Id> without_repetition(std::vector<Id> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

Compared compare_changed(const engine::Engine& engine, const Changed& changed, Picture& picture,
                         const Executor& executor) {
  Compared found;
  const auto vacancies = without_repetition(changed.vacancies);
  const auto candidates = without_repetition(changed.candidates);
  const auto of_vacancies = all_fitting_now(engine, std::span<const VacancyId>(vacancies), executor);
  const auto of_candidates = all_fitting_now(engine, std::span<const CandidateId>(candidates), executor);
  for (std::size_t i = 0; i < vacancies.size(); ++i) {
    compare_vacancy(engine, vacancies[i], of_vacancies[i], picture, found);
  }
  const std::unordered_set<VacancyId> compared(vacancies.begin(), vacancies.end());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    compare_candidate(engine, candidates[i], of_candidates[i], picture, compared, found);
  }
  return found;
}

Compared compare_everything(const engine::Engine& engine, const Picture& picture, Picture& next,
                            const Executor& executor, const std::function<bool()>& stop) {
  Compared found;
  const auto& pool = engine.pool();
  const RowHandles handles(pool, picture, next);
  std::vector<VacancyId> vacancies;
  for (std::uint32_t row = 0; row < pool.vacancy_rows(); ++row) {
    if (!pool.vacancy_is_void(row)) vacancies.push_back(pool.vacancy_id(row));
  }
  std::sort(vacancies.begin(), vacancies.end());
  for (std::size_t first = 0; first < vacancies.size(); first += vacancies_per_wave) {
    if (stop && stop()) throw Error(ErrorCode::cancelled, "the feed was stopped while it looked at everything");
    std::vector<Seen> wave(std::min(vacancies_per_wave, vacancies.size() - first));
    executor.for_each_block(wave.size(), 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) wave[i] = handles.see(engine, vacancies[first + i], picture);
    });
    for (std::size_t i = 0; i < wave.size(); ++i) {
      next.draw(vacancies[first + i], wave[i].handles);
      found.newly_fitting += wave[i].newly.newly_fitting;
      auto& announced = wave[i].newly.announcements;
      found.announcements.insert(found.announcements.end(), announced.begin(), announced.end());
    }
  }
  return found;
}

}  // namespace passend::feed
