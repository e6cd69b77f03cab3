// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/random_token.hpp"

#include "indexer/base/id.hpp"

namespace passend::auth {

std::string random_token() {
  return to_text(random_id128()) + to_text(random_id128());
}

bool is_random_token(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace passend::auth
