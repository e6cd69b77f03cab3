// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/measure.hpp"

#include <sched.h>

#include <algorithm>

namespace passend::bench {
namespace {

double quantile(const std::vector<double>& ascending, std::size_t percent) {
  const std::size_t rank = (ascending.size() * percent + 99) / 100;
  return ascending[std::max<std::size_t>(rank, 1) - 1];
}

std::vector<int> processors_of(int thread) {
  cpu_set_t set;
  CPU_ZERO(&set);
  std::vector<int> processors;
  if (::sched_getaffinity(thread, sizeof set, &set) != 0) return processors;
  for (int i = 0; i < CPU_SETSIZE; ++i) {
    if (CPU_ISSET(i, &set)) processors.push_back(i);
  }
  return processors;
}

void keep_on(int thread, const std::vector<int>& processors) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (const int processor : processors) CPU_SET(processor, &set);
  ::sched_setaffinity(thread, sizeof set, &set);
}

}  // namespace

Summary summary_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values.size(),        quantile(values, 50), quantile(values, 95),
          quantile(values, 99), values.front(),       values.back()};
}

Pinned::Pinned(unsigned threads, int thread) : thread_(thread) {
  if (threads > 1) return;
  before_ = processors_of(thread);
  if (!before_.empty()) keep_on(thread_, {before_.back()});
}

Pinned::~Pinned() {
  if (!before_.empty()) keep_on(thread_, before_);
}

}  // namespace passend::bench
