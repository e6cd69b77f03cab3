// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/taxonomy/draft.hpp"
#include "indexer/taxonomy/latent_space.hpp"

namespace passend::taxonomy {

struct Companions {
  DraftIndex a = 0;
  DraftIndex b = 0;
  int company_bp = 0;
};

/// Who stands in whose company: occupations by what they ask for, competences by who asks for them; an essential demand
/// counts twice. The same for the same concepts, in whatever order they were loaded.
class Company {
 public:
  explicit Company(const Draft& draft);

  /// Pairs of occupations from `least_bp` up, nearest first, the nearest of each concept at least.
  std::vector<Companions> occupations(int least_bp) const { return pairs(space_.holders, occupations_, least_bp); }
  std::vector<Companions> competences(int least_bp) const;

  /// 0..10000; 0 when one of them is in no demand, or when they are of two kinds.
  int between_bp(DraftIndex a, DraftIndex b) const;

  /// How many demands there are for a competence.
  std::uint32_t asked(DraftIndex competence) const { return asked_[competence]; }

  /// Rank of each concept by primary URI.
  const std::vector<std::uint32_t>& places() const { return places_; }

 private:
  void number(const Draft& draft);
  static std::vector<Companions> pairs(const Directions& directions, const std::vector<DraftIndex>& concepts,
                                       int least_bp);

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> asked_;
  std::vector<DraftIndex> occupations_;  ///< The occupations that ask, by place: the holders of the space.
  std::vector<DraftIndex> targets_;      ///< What is asked for, by place: its things.
  std::vector<std::uint32_t> numbers_;   ///< Of a concept among the occupations or among the targets.
  std::vector<bool> is_competence_;
  LatentSpace space_{Directions(0), Directions(0)};
};

}  // namespace passend::taxonomy
