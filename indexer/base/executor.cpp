// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/executor.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#ifndef PASSEND_STD_THREADS
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace passend {

Executor::Executor(unsigned threads)
    : threads_(threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency())) {}

#ifdef PASSEND_STD_THREADS

void Executor::for_each_block(std::size_t count, std::size_t block_size,
                              const std::function<void(std::size_t, std::size_t)>& work) const {
  const std::size_t blocks = (count + block_size - 1) / block_size;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    for (std::size_t block = next++; block < blocks; block = next++) {
      try {
        work(block * block_size, std::min(count, (block + 1) * block_size));
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
      }
    }
  };
  std::vector<std::thread> pool;
  for (unsigned i = 1; i < std::min<std::size_t>(threads_, blocks); ++i) pool.emplace_back(run);
  run();
  for (auto& thread : pool) thread.join();
  if (failure) std::rethrow_exception(failure);
}

#else

void Executor::for_each_block(std::size_t count, std::size_t block_size,
                              const std::function<void(std::size_t, std::size_t)>& work) const {
  const std::size_t blocks = (count + block_size - 1) / block_size;
  const auto run = [&](std::size_t block) { work(block * block_size, std::min(count, (block + 1) * block_size)); };
  if (threads_ == 1 || blocks <= 1) {
    for (std::size_t block = 0; block < blocks; ++block) run(block);
    return;
  }
  tbb::task_arena arena(static_cast<int>(threads_));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, blocks, run); });
}

#endif

}  // namespace passend
