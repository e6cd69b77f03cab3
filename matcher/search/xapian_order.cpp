// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_order.hpp"

#include <algorithm>
#include <utility>

namespace passend::search {
namespace {

/// Xapian compares keys byte by byte.
void append(std::string& key, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) key.push_back(static_cast<char>(number >> shift));
}

Ranks read_ranks(const Xapian::Database& database, Xapian::valueno slot) {
  std::vector<std::pair<std::string, Xapian::docid>> documents;
  documents.reserve(database.get_doccount());
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    documents.emplace_back(*value, value.get_docid());
  }
  std::sort(documents.begin(), documents.end());
  // A document without a value stands before all others, as an empty value does.
  Ranks ranks(std::size_t{database.get_lastdocid()} + 1, 0);
  std::uint32_t rank = 0;
  for (const auto& [value, document] : documents) ranks[document] = ++rank;
  return ranks;
}

}  // namespace

const Ranks& OrderColumns::ranks(const Xapian::Database& database, Xapian::valueno slot) const {
  const std::lock_guard lock(mutex_);
  Ranks& ranks = by_slot_.at(slot);
  if (ranks.empty()) ranks = read_ranks(database, slot);
  return ranks;
}

std::string ByRank::operator()(const Xapian::Document& document) const {
  std::string key;
  append(key, ranks_[document.get_docid()]);
  return key;
}

ByDistance::ByDistance(const Request& request, const FacetColumns::Column& postcodes, const Ranks& by_id)
    : postcodes_(postcodes), by_id_(by_id) {
  metres_.reserve(postcodes.slots.size());
  for (const std::string& postcode : postcodes.slots) {
    const auto found = request.distance_m.find(postcode);
    metres_.push_back(found == request.distance_m.end() ? UINT32_MAX : found->second);
  }
}

std::string ByDistance::operator()(const Xapian::Document& document) const {
  const Xapian::docid number = document.get_docid();
  std::string key;
  append(key, metres_[postcodes_.slot_of_document[number]]);
  append(key, by_id_[number]);
  return key;
}

}  // namespace passend::search
