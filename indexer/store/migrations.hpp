// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string_view>

namespace passend::store {

/// One numbered step of the schema: a file of schemas/store, embedded when the program is built.
struct Migration {
  int number = 0;         ///< 1, 2, 3, ... without a gap.
  std::string_view name;  ///< File name without its ending.
  std::string_view sql;
};

/// Every migration of the store, and of the read log beside it, in order of number.
std::span<const Migration> migrations();
std::span<const Migration> read_log_migrations();

}  // namespace passend::store
