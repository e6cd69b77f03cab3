// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_top.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>

#include "matcher/scan/competence_bounds.hpp"
#include "matcher/scan/workspace.hpp"

namespace passend::scan {
namespace {

bool before(const CompetenceHit& a, const CompetenceHit& b) {
  return a.points != b.points ? a.points > b.points : a.row < b.row;
}

/// The best so far, with the least number of points that can still enter.
class BestHits {
 public:
  explicit BestHits(std::size_t count) : count_(count) {}

  /// Absent until the list is full.
  std::optional<std::uint32_t> least_points() const {
    const auto least = least_.load(std::memory_order_relaxed);
    return least == 0 ? std::nullopt : std::optional(least);
  }

  void add(const std::vector<CompetenceHit>& hits) {
    const std::lock_guard lock(mutex_);
    best_.insert(best_.end(), hits.begin(), hits.end());
    if (best_.size() < count_) return;
    const auto last = best_.begin() + static_cast<std::ptrdiff_t>(count_) - 1;
    std::nth_element(best_.begin(), last, best_.end(), before);
    best_.resize(count_);
    least_.store(best_.back().points, std::memory_order_relaxed);
  }

  std::vector<CompetenceHit> take() {
    std::sort(best_.begin(), best_.end(), before);
    return std::move(best_);
  }

 private:
  std::size_t count_;
  std::mutex mutex_;
  std::vector<CompetenceHit> best_;
  std::atomic<std::uint32_t> least_{0};
};

/// What a person's competences are worth, one by one.
class Worth {
 public:
  Worth(const std::vector<DemandAnswers>& demands, std::size_t concepts)
      : demands_(demands.size()), first_(concepts + 1) {
    for (const auto& answers : demands) {
      for (const auto& answer : answers) ++first_[answer.competence + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    answers_.resize(first_.back());
    auto next = first_;
    for (std::uint32_t demand = 0; demand < demands.size(); ++demand) {
      for (const auto& answer : demands[demand]) answers_[next[answer.competence]++] = {demand, answer.points};
    }
  }

  /// `best` is memory for as many numbers as there are demands.
  std::uint32_t points_of(const std::vector<pool::HeldCompetenceFact>& held, std::vector<std::uint32_t>& best) const {
    best.assign(demands_, 0);
    for (const auto& fact : held) {
      for (auto i = first_[fact.competence]; i < first_[fact.competence + 1]; ++i) {
        auto& points = best[answers_[i].demand];
        points = std::max(points, answers_[i].points);
      }
    }
    return std::accumulate(best.begin(), best.end(), std::uint32_t{0});
  }

 private:
  struct DemandPoints {
    std::uint32_t demand = 0;
    std::uint32_t points = 0;
  };
  std::size_t demands_;
  std::vector<std::uint32_t> first_;  ///< By concept, in answers_.
  std::vector<DemandPoints> answers_;
};

/// One segment's part of a search.
class SegmentSearch {
 public:
  SegmentSearch(const pool::CandidatePart& part, const std::vector<DemandAnswers>& demands, const Worth& worth,
                BestHits& best)
      : part_(part), worth_(worth), best_(best), bounds_(*part.segment, demands, byte_kernels().front()) {}

  struct Workspace {
    CompetenceBounds::Workspace bounds;
    std::vector<std::uint16_t> rows;
    pool::CandidateFacts facts;
    std::vector<std::uint32_t> best;
    std::vector<CompetenceHit> hits;
  };

  /// As long as the list is not full, rows are asked for by ever fewer points: most of a full list is found with few
  /// rows looked at.
  void scan(std::uint32_t block, Workspace& work) const {
    std::uint64_t below = bounds_.most_points() + 1;
    std::optional<std::uint32_t> bar;
    while (below > 1 && !(bar = best_.least_points())) {
      const auto asked = std::max<std::uint64_t>(1, below * first_bar_percent / 100);
      add_rows(block, asked, below, work);
      below = asked;
    }
    if (bar && *bar < below) add_rows(block, *bar, below, work);
  }

 private:
  static constexpr std::uint64_t first_bar_percent = 80;

  /// Adds the rows with [least, below) points.
  void add_rows(std::uint32_t block, std::uint64_t least, std::uint64_t below, Workspace& work) const {
    work.rows.clear();
    work.hits.clear();
    bounds_.rows_that_may_have(least, block, work.bounds, work.rows);
    const std::uint32_t first = block * pool::rows_per_block;
    for (const auto row_of_block : work.rows) {
      const auto row = first + row_of_block;
      if (row >= part_.segment->size() || part_.is_void(row)) continue;
      part_.segment->read_competences(row, work.facts);
      const auto points = worth_.points_of(work.facts.competences.items, work.best);
      if (points >= least && points < below) work.hits.push_back({part_.first_row + row, points});
    }
    best_.add(work.hits);
  }

  const pool::CandidatePart& part_;
  const Worth& worth_;
  BestHits& best_;
  CompetenceBounds bounds_;
};

}  // namespace

std::vector<CompetenceHit> best_by_competences(const pool::Pool& pool, const std::vector<DemandAnswers>& demands,
                                               std::size_t count, const Executor& executor) {
  if (count == 0) return {};
  BestHits best(count);
  const Worth worth(demands, pool.taxonomy().size());
  WorkspacePool<SegmentSearch::Workspace> workspaces;
  for (const auto& part : pool.candidate_parts()) {
    const SegmentSearch search(part, demands, worth, best);
    executor.for_each_block(part.segment->blocks(), 1, [&](std::size_t begin, std::size_t end) {
      const auto work = workspaces.lend();
      for (auto block = begin; block < end; ++block) search.scan(static_cast<std::uint32_t>(block), *work);
    });
  }
  return best.take();
}

}  // namespace passend::scan
