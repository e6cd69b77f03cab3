// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <functional>

namespace passend {

/// Runs blocks of a range on several threads: the one door to oneTBB (or to std::thread in the ThreadSanitizer build).
class Executor {
 public:
  /// `threads` 0 takes one per processor.
  explicit Executor(unsigned threads = 0);

  unsigned threads() const { return threads_; }

  /// Calls `work(begin, end)` once for each block of at most `block_size` items of [0, count), in no order, and returns
  /// when all are done. The first exception of a block is thrown again here. Blocks are the same for any thread count.
  void for_each_block(std::size_t count, std::size_t block_size,
                      const std::function<void(std::size_t begin, std::size_t end)>& work) const;

 private:
  unsigned threads_;
};

}  // namespace passend
