// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/store/store.hpp"

/// What a row needs of a record, for every kind of record alike.
namespace passend::store {

template <class T>
constexpr RecordKind kind_of(const T&) {
  if constexpr (std::is_same_v<T, Portfolio>) return RecordKind::portfolio;
  if constexpr (std::is_same_v<T, Vacancy>) return RecordKind::vacancy;
  if constexpr (std::is_same_v<T, Employer>) return RecordKind::employer;
  if constexpr (std::is_same_v<T, Selection>) return RecordKind::selection;
  if constexpr (std::is_same_v<T, Proposal>) return RecordKind::proposal;
  if constexpr (std::is_same_v<T, ContactMoment>) return RecordKind::contact_moment;
}

template <class T>
const Id128& id_of(const T& record) {
  if constexpr (std::is_same_v<T, Portfolio>) {
    return record.search.id.value;
  } else {
    return record.id.value;
  }
}

template <class T>
const SourceRef& source_of(const T& record) {
  if constexpr (std::is_same_v<T, Portfolio>) {
    return record.search.source;
  } else {
    return record.source;
  }
}

/// That a record is about something: a row of the table of links, by which records are listed.
struct Link {
  std::string_view relation;  ///< owner, candidate, vacancy or employer
  std::string target;         ///< Id in digits, or the subject of an owner.
};

/// What a record is about, by relation and target.
std::vector<Link> links_of(const Portfolio& portfolio);
std::vector<Link> links_of(const SearchProfile& profile);
std::vector<Link> links_of(const Vacancy& vacancy);
std::vector<Link> links_of(const Employer& employer);
std::vector<Link> links_of(const Selection& selection);
std::vector<Link> links_of(const Proposal& proposal);
std::vector<Link> links_of(const ContactMoment& moment);

}  // namespace passend::store
