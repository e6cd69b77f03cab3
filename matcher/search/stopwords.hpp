// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::search {

/// Dutch and English words without which a query means the same. Not "niet", "geen" or "zonder".
bool is_stopword(std::string_view normalised_word);

}  // namespace passend::search
