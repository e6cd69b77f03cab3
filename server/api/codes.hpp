// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/extract/proposal.hpp"
#include "indexer/model/codes.hpp"
#include "matcher/engine/codes.hpp"
#include "matcher/explain/explain.hpp"
#include "matcher/insight/codes.hpp"
#include "matcher/search/related_competences.hpp"
#include "matcher/search/search.hpp"

/// The coded values of the API beside those of the model; schemas/openapi/passend.yaml lists the same names.
namespace passend::api {

/// The words to answer in.
enum class Language : std::uint8_t { dutch, dutch_simple, english };

inline explain::Style style_of(Language language) {
  return static_cast<explain::Style>(language);
}
static_assert(static_cast<int>(explain::Style::dutch_simple) == static_cast<int>(Language::dutch_simple) &&
              static_cast<int>(explain::Style::english) == static_cast<int>(Language::english));

/// What a search can count. Municipality and place are counted through the four-digit postcodes of the index.
enum class Facet : std::uint8_t {
  municipality,
  place,
  occupation,
  sector,
  contract_type,
  agreement,
  work_level,
  language,
  driving_licence,
  status,
};

enum class ConceptKind : std::uint8_t { occupation, competence, credential };

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<api::Language> {
  static constexpr CodeTable<api::Language, 3> names{
      {{api::Language::dutch, "nl"}, {api::Language::dutch_simple, "nl-simple"}, {api::Language::english, "en"}}};
};
template <>
struct CodeNames<api::Facet> {
  static constexpr CodeTable<api::Facet, 10> names{{{api::Facet::municipality, "municipality"},
                                                    {api::Facet::place, "place"},
                                                    {api::Facet::occupation, "occupation"},
                                                    {api::Facet::sector, "sector"},
                                                    {api::Facet::contract_type, "contract_type"},
                                                    {api::Facet::agreement, "agreement"},
                                                    {api::Facet::work_level, "work_level"},
                                                    {api::Facet::language, "language"},
                                                    {api::Facet::driving_licence, "driving_licence"},
                                                    {api::Facet::status, "status"}}};
};
template <>
struct CodeNames<extract::TextKind> {
  static constexpr CodeTable<extract::TextKind, 2> names{
      {{extract::TextKind::vacancy, "vacancy"}, {extract::TextKind::cv, "cv"}}};
};
template <>
struct CodeNames<api::ConceptKind> {
  static constexpr CodeTable<api::ConceptKind, 3> names{{{api::ConceptKind::occupation, "occupation"},
                                                         {api::ConceptKind::competence, "competence"},
                                                         {api::ConceptKind::credential, "credential"}}};
};
template <>
struct CodeNames<search::Offer> {
  static constexpr CodeTable<search::Offer, 3> names{{{search::Offer::essential, "essential"},
                                                      {search::Offer::optional, "optional"},
                                                      {search::Offer::related, "related"}}};
};
template <>
struct CodeNames<search::Order> {
  static constexpr CodeTable<search::Order, 4> names{{{search::Order::relevance, "relevance"},
                                                      {search::Order::newest, "freshness"},
                                                      {search::Order::nearest, "distance"},
                                                      {search::Order::closing, "closing"}}};
};
template <>
struct CodeNames<search::ChipKind> {
  static constexpr CodeTable<search::ChipKind, 5> names{{{search::ChipKind::word, "word"},
                                                         {search::ChipKind::beginning, "beginning"},
                                                         {search::ChipKind::phrase, "phrase"},
                                                         {search::ChipKind::alternatives, "alternatives"},
                                                         {search::ChipKind::group, "group"}}};
};
template <>
struct CodeNames<search::ChipRole> {
  static constexpr CodeTable<search::ChipRole, 3> names{{{search::ChipRole::wanted, "wanted"},
                                                         {search::ChipRole::wished, "wished"},
                                                         {search::ChipRole::excluded, "excluded"}}};
};

}  // namespace passend
