// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/model/codes.hpp"
#include "matcher/engine/match.hpp"

/// The names of what the engine answers with, as every document writes them.
namespace passend {

template <>
struct CodeNames<engine::Verdict> {
  static constexpr CodeTable<engine::Verdict, 3> names{
      {{engine::Verdict::met, "met"}, {engine::Verdict::not_met, "not_met"}, {engine::Verdict::unknown, "unknown"}}};
};
template <>
struct CodeNames<engine::Lane> {
  static constexpr CodeTable<engine::Lane, 3> names{{{engine::Lane::fits, "fits"},
                                                     {engine::Lane::one_question_open, "one_question_open"},
                                                     {engine::Lane::falls_short, "falls_short"}}};
};
template <>
struct CodeNames<engine::Side> {
  static constexpr CodeTable<engine::Side, 2> names{
      {{engine::Side::demand, "demand"}, {engine::Side::supply, "supply"}}};
};
template <>
struct CodeNames<engine::SortBy> {
  static constexpr CodeTable<engine::SortBy, 5> names{{{engine::SortBy::combined, "combined"},
                                                       {engine::SortBy::demand, "demand"},
                                                       {engine::SortBy::supply, "supply"},
                                                       {engine::SortBy::distance, "distance"},
                                                       {engine::SortBy::freshness, "freshness"}}};
};

}  // namespace passend
