// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/competence_top.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "matcher/scan/competence_column.hpp"

namespace passend::scan {
namespace {

bool before(const CompetenceHit& a, const CompetenceHit& b) {
  return a.points != b.points ? a.points > b.points : a.row < b.row;
}

/// The best so far, with the least number of points that can still enter.
class BestHits {
 public:
  explicit BestHits(std::size_t count) : count_(count) {}

  std::uint32_t least_points() const { return least_.load(std::memory_order_relaxed); }

  void add(const std::vector<CompetenceHit>& hits) {
    const std::lock_guard lock(mutex_);
    best_.insert(best_.end(), hits.begin(), hits.end());
    if (best_.size() <= count_) return;
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
  std::atomic<std::uint32_t> least_{1};
};

/// The lists of one segment that answer one demand, by falling points.
std::vector<std::vector<ListValue>> lists_of(const pool::CandidateSegment& segment,
                                             const std::vector<DemandAnswers>& demands) {
  std::vector<std::vector<ListValue>> all;
  for (const auto& answers : demands) {
    auto& lists = all.emplace_back();
    for (const auto& answer : answers) {
      for (unsigned level = 0; level < competence_levels; ++level) {
        const auto list = segment.posting_list(pool::PostingKind::competence, answer.competence, level);
        if (list) lists.push_back({*list, answer.points});
      }
    }
    std::sort(lists.begin(), lists.end(), [](const ListValue& a, const ListValue& b) {
      return a.value != b.value ? a.value > b.value : a.list < b.list;
    });
  }
  return all;
}

void scan_block(const pool::CandidatePart& part, const std::vector<std::vector<ListValue>>& demands,
                std::uint32_t block, BestHits& best) {
  const auto totals = std::make_unique<ImpactTotals>();
  totals->clear();
  for (std::size_t i = 0; i < demands.size(); ++i) {
    for (const auto& list : demands[i]) {
      totals->add(part.segment->postings(list.list, block), list.value, static_cast<std::uint32_t>(i + 1));
    }
  }
  const std::uint32_t first = block * pool::rows_per_block;
  const std::uint32_t count = std::min(pool::rows_per_block, part.segment->size() - first);
  const std::uint32_t least = best.least_points();
  std::vector<CompetenceHit> hits;
  for (std::uint32_t i = 0; i < count; ++i) {
    if ((*totals)[i] < least || part.is_void(first + i)) continue;
    hits.push_back({part.first_row + first + i, static_cast<std::uint32_t>((*totals)[i])});
  }
  best.add(hits);
}

}  // namespace

std::vector<CompetenceHit> best_by_competences(const pool::Pool& pool, const std::vector<DemandAnswers>& demands,
                                               std::size_t count, const Executor& executor) {
  if (count == 0) return {};
  BestHits best(count);
  for (const auto& part : pool.candidate_parts()) {
    const auto lists = lists_of(*part.segment, demands);
    executor.for_each_block(part.segment->blocks(), 1, [&](std::size_t begin, std::size_t end) {
      for (auto block = begin; block < end; ++block) {
        scan_block(part, lists, static_cast<std::uint32_t>(block), best);
      }
    });
  }
  return best.take();
}

}  // namespace passend::scan
