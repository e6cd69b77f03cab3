// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include "indexer/base/id.hpp"
#include "indexer/index/fields.hpp"

namespace passend::search {

/// Documents that resemble the one with this id, itself left out: by the occupations, competences and credentials they
/// share, the rarer the more, and behind that by the words that tell it apart. Throws not_found.
Xapian::Query like_to_xapian(const Id128& id, index::Corpus corpus, const Xapian::Database& database);

}  // namespace passend::search
