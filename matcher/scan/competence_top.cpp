// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_top.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>

#include "indexer/pool/packed_lists.hpp"
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

  /// 0 until the list is full.
  std::uint32_t least_points() const { return least_.load(std::memory_order_relaxed); }
  bool is_full() const { return least_points() != 0; }

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

/// What a person's competences are worth. A row of points by demand for each competence that answers any, so that a
/// person is summed up four demands at a time and without a branch.
class Worth {
 public:
  Worth(const std::vector<DemandAnswers>& demands, std::size_t concepts)
      : width_((demands.size() + lanes - 1) / lanes), row_of_(concepts), points_(width_) {
    for (std::size_t demand = 0; demand < demands.size(); ++demand) {
      for (const auto& answer : demands[demand]) {
        auto& row = row_of_[answer.competence];
        if (row == 0) {
          row = static_cast<std::uint32_t>(points_.size());
          points_.resize(points_.size() + width_);
        }
        auto& lane = points_[row + demand / lanes].points[demand % lanes];
        lane = std::max(lane, static_cast<std::int32_t>(answer.points));
      }
    }
  }

  /// `rows` is memory to work in.
  std::uint64_t points_of(const pool::PackedCompetences& held, std::vector<std::uint32_t>& rows) const {
    rows.resize(held.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = row_of_[held[i]];
    Points sum;
    for (std::size_t demand = 0; demand < width_; ++demand) {
      Points best;
      for (const auto row : rows) {
        const auto& points = points_[row + demand].points;
        best.points = best.points > points ? best.points : points;
      }
      sum.points += best.points;
    }
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < lanes; ++i) total += static_cast<std::uint64_t>(sum.points[i]);
    return total;
  }

 private:
  static constexpr std::size_t lanes = 4;  ///< Of a 128-bit register, which every processor of 64 bits has.
  struct Points {
    std::int32_t points __attribute__((vector_size(lanes * sizeof(std::int32_t)))) = {};
  };
  std::size_t width_;                  ///< Demands a row, in fours.
  std::vector<std::uint32_t> row_of_;  ///< By concept, where its row begins; 0: a row of zeros.
  std::vector<Points> points_;
};

/// One segment's part of a search.
class SegmentSearch {
 public:
  SegmentSearch(const pool::CandidatePart& part, const std::vector<DemandAnswers>& demands, const Worth& worth)
      : part_(part), worth_(worth), bounds_(*part.segment, demands, block_kernels().front()) {}

  struct Workspace {
    CompetenceBounds::Workspace bounds;
    std::vector<std::uint16_t> rows;
    std::vector<std::uint32_t> worth_rows;
    std::vector<CompetenceHit> hits;
    std::uint64_t people = 0;  ///< Looked up so far.
  };

  std::uint32_t blocks() const { return part_.segment->blocks(); }
  std::uint64_t most_points() const { return bounds_.most_points(); }

  /// Adds to `best` the rows of a block with points from `bar` on, below `below`.
  void scan(std::uint32_t block, std::uint64_t bar, std::uint64_t below, Workspace& work, BestHits& best) const {
    const auto least = std::max<std::uint64_t>(bar, best.least_points());
    work.rows.clear();
    work.hits.clear();
    bounds_.rows_that_may_have(least, block, work.bounds, work.rows);
    work.people += work.rows.size();
    const std::uint32_t first = block * pool::rows_per_block;
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
      // Few rows, far apart: the lists of the next ones are fetched while this one is counted.
      if (i % rows_fetched_ahead == 0) fetch_lists(first, std::span(work.rows).subspan(i));
      const auto row = first + work.rows[i];
      if (part_.is_void(row)) continue;
      const pool::PackedCompetences held(part_.segment->packed_lists(row));
      const auto points = worth_.points_of(held, work.worth_rows);
      if (points >= least && points < below)
        work.hits.push_back({part_.first_row + row, static_cast<std::uint32_t>(points)});
    }
    best.add(work.hits);
  }

 private:
  static constexpr std::size_t rows_fetched_ahead = 32;

  void fetch_lists(std::uint32_t first, std::span<const std::uint16_t> rows) const {
    for (const auto row : rows.first(std::min(rows.size(), rows_fetched_ahead))) {
      const auto lists = part_.segment->packed_lists(first + row);
      __builtin_prefetch(lists.data());
      __builtin_prefetch(lists.data() + lists.size());
    }
  }

  const pool::CandidatePart& part_;
  const Worth& worth_;
  CompetenceBounds bounds_;
};

/// A bar is lowered to so many hundredths of itself.
constexpr std::uint64_t lower_percent = 80;

std::uint64_t lowered(std::uint64_t bar) {
  return std::max<std::uint64_t>(1, bar * lower_percent / 100);
}

/// The whole search. A bar is guessed from one block such that a little more than the list probably reaches it; where
/// too few do, it is lowered.
class Search {
 public:
  Search(const pool::Pool& pool, const std::vector<DemandAnswers>& demands, std::size_t count)
      : count_(count), worth_(demands, pool.taxonomy().size()), best_(count) {
    for (const auto& part : pool.candidate_parts()) {
      segments_.emplace_back(part, demands, worth_);
      rows_ += part.segment->size();
      const std::size_t segment = segments_.size() - 1;
      for (std::uint32_t block = 0; block < segments_.back().blocks(); ++block) pieces_.push_back({segment, block});
    }
  }

  std::vector<CompetenceHit> run(const Executor& executor) {
    if (pieces_.empty()) return {};
    std::uint64_t below = segments_.front().most_points() + 1;
    std::uint64_t bar = first_bar(below);
    for (;;) {
      executor.for_each_block(pieces_.size(), 1, [&](std::size_t begin, std::size_t end) {
        const auto work = workspaces_.lend();
        for (auto i = begin; i < end; ++i) {
          segments_[pieces_[i].segment].scan(pieces_[i].block, bar, below, *work, best_);
        }
      });
      if (best_.is_full() || bar == 1) return best_.take();
      below = bar;
      bar = lowered(bar);
    }
  }

  CompetenceCost cost() {
    CompetenceCost cost;
    workspaces_.for_each([&](const SegmentSearch::Workspace& work) {
      cost.postings += work.bounds.postings;
      cost.people += work.people;
    });
    return cost;
  }

 private:
  struct Piece {
    std::size_t segment = 0;
    std::uint32_t block = 0;
  };

  std::uint64_t first_bar(std::uint64_t below) {
    const auto& sample = segments_[pieces_.front().segment];
    const std::size_t share = count_ * std::min<std::size_t>(pool::rows_per_block, rows_) / rows_;
    BestHits best(share + share / 2 + sample_margin);
    const auto work = workspaces_.lend();
    while (below > 1 && !best.is_full()) {
      const auto bar = lowered(below);
      sample.scan(pieces_.front().block, bar, below, *work, best);
      below = bar;
    }
    return std::max<std::uint64_t>(1, best.least_points());
  }
  static constexpr std::size_t sample_margin = 4;

  std::size_t count_;
  Worth worth_;
  std::vector<SegmentSearch> segments_;
  std::vector<Piece> pieces_;
  std::size_t rows_ = 0;
  WorkspacePool<SegmentSearch::Workspace> workspaces_;
  BestHits best_;
};

}  // namespace

std::vector<CompetenceHit> best_by_competences(const pool::Pool& pool, const std::vector<DemandAnswers>& demands,
                                               std::size_t count, const Executor& executor, CompetenceCost* cost) {
  if (count == 0) return {};
  Search search(pool, demands, count);
  auto best = search.run(executor);
  if (cost != nullptr) *cost = search.cost();
  return best;
}

}  // namespace passend::scan
