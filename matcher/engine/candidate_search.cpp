// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/candidate_search.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "indexer/base/random.hpp"

namespace passend::engine {
namespace {

std::int64_t key_of(const pool::CandidateSegment& segment, const scan::CandidateScan& scan,
                    const scan::ScoredRow& scored, SortBy sort) {
  switch (sort) {
    case SortBy::combined:
      return scored.combined_bp;
    case SortBy::demand:
      return scored.demand_bp;
    case SortBy::supply:
      return scored.supply_bp;
    case SortBy::distance:
      return distance_key(scan.distance_m(scored.row));
    case SortBy::freshness:
      return segment.updated()[scored.row];
  }
  return 0;
}

}  // namespace

CandidateSearch::CandidateSearch(const scan::Question& question, CandidateColumns& columns)
    : pool_(question.pool), columns_(columns) {
  const auto& parts = pool_.candidate_parts();
  for (std::size_t part = 0; part < parts.size(); ++part) {
    scans_.push_back(std::make_unique<scan::CandidateScan>(question, parts[part], *columns.prepared[part]));
    for (std::uint32_t block = 0; block < parts[part].segment->blocks(); ++block) pieces_.push_back({part, block});
  }
}

template <class Visit>
void CandidateSearch::for_each_piece(const Executor& executor, Visit visit) const {
  executor.for_each_block(pieces_.size(), 1, [&](std::size_t begin, std::size_t end) {
    const auto workspace = columns_.workspaces.lend();
    for (auto i = begin; i < end; ++i) {
      scans_[pieces_[i].part]->find_lanes(pieces_[i].block, *workspace);
      visit(pieces_[i], *workspace);
    }
  });
}

void CandidateSearch::standings_of(const Piece& piece, const std::vector<scan::ScoredRow>& scored,
                                   const MatchQuery& query, std::vector<Standing>& standings) const {
  const auto& part = pool_.candidate_parts()[piece.part];
  standings.clear();
  for (const auto& one : scored) {
    const Id128& id = part.segment->ids()[one.row];
    standings.push_back({key_of(*part.segment, *scans_[piece.part], one, query.sort), tie_break(query.seed, id), id,
                         part.first_row + one.row});
  }
}

CandidateSearch::Found CandidateSearch::find(const MatchQuery& query, const PageBounds& bounds,
                                             const Executor& executor) const {
  Found found;
  std::mutex mutex;
  Foremost foremost(bounds.last);
  for_each_piece(executor, [&](const Piece& piece, scan::Workspace& work) {
    const auto& scan = *scans_[piece.part];
    scan::LaneTally tally;
    work.lanes.add_to(tally);
    const auto least = query.sort == SortBy::combined ? std::max<std::int64_t>(0, foremost.least_key()) : 0;
    std::vector<scan::ScoredRow> scored;
    std::vector<Standing> standings;
    if (bounds.last > bounds.first) {
      scan.score(piece.block, {query.lane, static_cast<std::uint32_t>(least)}, work, scored);
    }
    standings_of(piece, scored, query, standings);
    foremost.add(standings);
    const std::lock_guard lock(mutex);
    found.tally.add(tally);
  });
  found.page = foremost.take_from(bounds.first);
  return found;
}

std::uint64_t CandidateSearch::count_before(const Standing& own, Lane lane, std::uint64_t seed,
                                            const Executor& executor) const {
  std::atomic<std::uint64_t> before{0};
  const MatchQuery query{.lane = lane, .sort = SortBy::combined, .seed = seed};
  for_each_piece(executor, [&](const Piece& piece, scan::Workspace& work) {
    std::vector<scan::ScoredRow> scored;
    std::vector<Standing> standings;
    scans_[piece.part]->score(piece.block, {lane, static_cast<std::uint32_t>(own.key)}, work, scored);
    standings_of(piece, scored, query, standings);
    before += static_cast<std::uint64_t>(std::count_if(
        standings.begin(), standings.end(), [&](const Standing& other) { return stands_before(other, own); }));
  });
  return before;
}

std::vector<FittingCandidate> CandidateSearch::fitting() const {
  std::vector<FittingCandidate> all;
  std::vector<scan::ScoredRow> scored;
  const auto workspace = columns_.workspaces.lend();
  for (const auto& piece : pieces_) {
    const auto& scan = *scans_[piece.part];
    scored.clear();
    scan.find_lanes(piece.block, *workspace);
    scan.score(piece.block, {}, *workspace, scored);
    const auto first_row = pool_.candidate_parts()[piece.part].first_row;
    for (const auto& one : scored) all.push_back({first_row + one.row, one.combined_bp, one.demand_bp, one.supply_bp});
  }
  return all;
}

}  // namespace passend::engine
