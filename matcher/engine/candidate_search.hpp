// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <vector>

#include "indexer/base/executor.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/engine/ranking.hpp"
#include "matcher/scan/candidate_scan.hpp"
#include "matcher/scan/lane_tally.hpp"
#include "matcher/scan/workspace.hpp"

namespace passend::engine {

/// What a search of the people works with; outlives the search.
struct CandidateColumns {
  std::vector<std::shared_ptr<const scan::PreparedSegment>> prepared;  ///< As the parts of the pool.
  scan::WorkspacePool<scan::Workspace> workspaces;
};

/// All people of a pool for one vacancy, block by block.
class CandidateSearch {
 public:
  /// `question` and `columns` outlive it.
  CandidateSearch(const scan::Question& question, CandidateColumns& columns);

  struct Found {
    scan::LaneTally tally;
    std::vector<Standing> page;  ///< Of the lane asked for, in order.
  };
  Found find(const MatchQuery& query, const PageBounds& bounds, const Executor& executor) const;

  /// How many of a lane stand before `own` by combined score.
  std::uint64_t count_before(const Standing& own, Lane lane, std::uint64_t seed, const Executor& executor) const;

  /// Everyone in lane fits by ascending row, in the calling thread.
  std::vector<FittingCandidate> fitting() const;

 private:
  /// A block of a part of the pool.
  struct Piece {
    std::size_t part = 0;
    std::uint32_t block = 0;
  };
  /// Calls `visit(piece, workspace)` for every block, its lanes found.
  template <class Visit>
  void for_each_piece(const Executor& executor, Visit visit) const;
  void standings_of(const Piece& piece, const std::vector<scan::ScoredRow>& scored, const MatchQuery& query,
                    std::vector<Standing>& standings) const;

  const pool::Pool& pool_;
  CandidateColumns& columns_;
  std::vector<std::unique_ptr<scan::CandidateScan>> scans_;
  std::vector<Piece> pieces_;
};

}  // namespace passend::engine
