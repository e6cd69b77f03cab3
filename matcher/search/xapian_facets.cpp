// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_facets.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace passend::search {

void FacetCounter::operator()(const Xapian::Document& document, double) {
  ++counts_[document.get_value(slot_)];
}

std::vector<FacetValue> FacetCounter::values() const {
  std::map<std::string_view, std::uint64_t> single;
  for (const auto& [slot, count] : counts_) {
    std::string_view rest = slot;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(index::facet_separator), rest.size());
      single[rest.substr(0, end)] += count;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  std::vector<FacetValue> result;
  result.reserve(single.size());
  for (const auto& [value, count] : single) result.push_back({std::string(value), count});
  std::stable_sort(result.begin(), result.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  return result;
}

}  // namespace passend::search
