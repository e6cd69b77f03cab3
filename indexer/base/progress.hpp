// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <string_view>

namespace passend {

/// How far long work has come. `total` 0 means that the end is not known.
struct Progress {
  std::string_view stage;  ///< What is being done, in words: "index vacancies".
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  std::string_view unit;  ///< What is counted: "records", "bytes".
};

/// Called now and then by long work, on the thread that does it; must return quickly. May be empty.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace passend
