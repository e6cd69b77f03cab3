// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/return_path.hpp"

#include <algorithm>

namespace passend::auth {
namespace {

constexpr std::size_t longest = 1024;

}  // namespace

bool is_own_path(std::string_view address) {
  const auto is_plain = [](char byte) { return byte > ' ' && byte < 0x7f && byte != '\\' && byte != '#'; };
  return address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/auth/") &&
         address.size() <= longest && std::all_of(address.begin(), address.end(), is_plain);
}

}  // namespace passend::auth
