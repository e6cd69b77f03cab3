// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/source_ids.hpp"

#include "indexer/base/hash.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {

std::string derived_source_id(const Vacancy& vacancy) {
  const std::string place = vacancy.location.place.empty() ? vacancy.location.postcode : vacancy.location.place;
  const std::string key =
      text::normalise(vacancy.title) + '\n' + text::normalise(vacancy.employer_name) + '\n' + text::normalise(place);
  return "hash:" + sha256_hex(key).substr(0, 32);
}

void take_occupation_from_title(Vacancy& vacancy) {
  if (!vacancy.occupation && !vacancy.title.empty()) vacancy.occupation = ConceptRef{"", vacancy.title};
}

}  // namespace passend::intake
