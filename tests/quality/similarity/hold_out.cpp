// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/similarity/hold_out.hpp"

#include <map>
#include <set>

namespace passend::taxonomy {
namespace {

using Lists = std::vector<std::vector<std::pair<DraftIndex, int>>>;
using Scores = std::map<DraftIndex, int>;

Lists lists_of(const Draft& draft, const std::vector<SimilarPair>& pairs) {
  Lists lists(draft.size());
  for (const SimilarPair& pair : pairs) {
    lists[pair.a].emplace_back(pair.b, pair.similarity_bp);
    lists[pair.b].emplace_back(pair.a, pair.similarity_bp);
  }
  return lists;
}

std::vector<std::set<DraftIndex>> targets_of(const Draft& draft) {
  std::vector<std::set<DraftIndex>> targets(draft.size());
  for (const DraftDemand& demand : draft.demands) targets[demand.occupation].insert(demand.target);
  return targets;
}

class Tally {
 public:
  void add(double rank) {
    recall_.reciprocal_rank += 1 / rank;
    if (rank <= 10) recall_.at_10 += 1;
  }
  void ask() { ++recall_.asked; }
  Recall mean() const {
    const auto asked = static_cast<double>(recall_.asked);
    return {recall_.reciprocal_rank / asked, recall_.at_10 / asked, recall_.asked};
  }

 private:
  Recall recall_;
};

template <class ScoreAll>
Recall recall(const HoldOut& held, ScoreAll score_all) {
  const auto targets = targets_of(held.draft);
  Tally tally;
  for (const auto& [occupation, hidden] : held.hidden) {
    tally.ask();
    Scores scores;
    score_all(occupation, targets, scores);
    if (!scores.contains(hidden)) continue;
    const int own = scores[hidden];
    double rank = 0.5;
    for (const auto& [competence, score] : scores) {
      const bool counts =
          held.draft[competence].kind == ConceptKind::competence && !targets[occupation].contains(competence);
      if (counts) rank += score > own ? 1 : score == own ? 0.5 : 0;
    }
    tally.add(rank);
  }
  return tally.mean();
}

}  // namespace

HoldOut hold_out(const Draft& draft) {
  HoldOut held{draft, {}};
  std::map<DraftIndex, std::vector<std::size_t>> rows;
  std::map<DraftIndex, int> frequency;
  for (std::size_t i = 0; i < draft.demands.size(); ++i) {
    const DraftDemand& demand = draft.demands[i];
    if (draft[demand.target].kind != ConceptKind::competence) continue;
    rows[demand.occupation].push_back(i);
    ++frequency[demand.target];
  }
  std::set<std::size_t> hidden;
  for (const auto& [occupation, own] : rows) {
    const std::size_t pick = own[(occupation * 2654435761U >> 7) % own.size()];
    if (own.size() < 4 || frequency[draft.demands[pick].target] < 2) continue;
    hidden.insert(pick);
    held.hidden.emplace_back(occupation, draft.demands[pick].target);
  }
  held.draft.demands.clear();
  for (std::size_t i = 0; i < draft.demands.size(); ++i) {
    if (!hidden.contains(i)) held.draft.demands.push_back(draft.demands[i]);
  }
  return held;
}

Recall from_competences(const HoldOut& held, const std::vector<SimilarPair>& pairs) {
  const Lists lists = lists_of(held.draft, pairs);
  return recall(held, [&](DraftIndex occupation, const auto& targets, Scores& scores) {
    for (const DraftIndex own : targets[occupation]) {
      for (const auto& [other, similarity_bp] : lists[own]) scores[other] += similarity_bp;
    }
  });
}

Recall from_occupations(const HoldOut& held, const std::vector<SimilarPair>& pairs) {
  const Lists lists = lists_of(held.draft, pairs);
  return recall(held, [&](DraftIndex occupation, const auto& targets, Scores& scores) {
    for (const auto& [other, similarity_bp] : lists[occupation]) {
      for (const DraftIndex competence : targets[other]) scores[competence] += similarity_bp;
    }
  });
}

Recall of_related(const Draft& draft, const std::vector<std::pair<DraftIndex, DraftIndex>>& related,
                  const std::vector<SimilarPair>& pairs) {
  const Lists lists = lists_of(draft, pairs);
  Tally tally;
  const auto look_up = [&](DraftIndex from, DraftIndex to) {
    tally.ask();
    for (std::size_t i = 0; i < lists[from].size(); ++i) {
      if (lists[from][i].first == to) tally.add(static_cast<double>(i + 1));
    }
  };
  for (const auto& [a, b] : related) {
    look_up(a, b);
    look_up(b, a);
  }
  return tally.mean();
}

}  // namespace passend::taxonomy
