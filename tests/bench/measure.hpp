// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

/// Taking the time.
namespace passend::bench {

/// What a series of measurements comes to. Outliers are kept.
struct Summary {
  std::size_t samples = 0;
  double p50 = 0;
  double p95 = 0;
  double p99 = 0;
  double lowest = 0;
  double highest = 0;
};

/// Quantiles are those of the nearest rank; of one value, that value. At least one is needed.
Summary summary_of(std::vector<double> values);

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}
inline double milliseconds_since(Clock::time_point start) {
  return seconds_since(start) * 1e3;
}

template <class Work>
double milliseconds_of(const Work& work) {
  const auto start = Clock::now();
  work();
  return milliseconds_since(start);
}

/// How long a series may take: at least `fewest` samples whatever the time, then until the time is up or there are
/// `most`.
struct Budget {
  double seconds = 10;
  std::size_t fewest = 3;
  std::size_t most = 200;
  bool allows(std::size_t samples, Clock::time_point start) const {
    return samples < fewest || (samples < most && seconds_since(start) < seconds);
  }
};

/// Keeps a thread on the last processor while it lives; with more threads than one it does nothing. `thread` is the
/// kernel's number, 0 for the calling one.
class Pinned {
 public:
  explicit Pinned(unsigned threads, int thread = 0);
  ~Pinned();
  Pinned(const Pinned&) = delete;
  Pinned& operator=(const Pinned&) = delete;

 private:
  int thread_ = 0;
  std::vector<int> before_;  ///< Processors it could run on; empty when nothing was changed.
};

}  // namespace passend::bench
