// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <vector>

#include "indexer/base/executor.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/stage.hpp"

/// How fast this machine moves memory, as a measure for everything else: the kernels of STREAM (McCalpin 1995) over
/// arrays of four times the last cache, and reading alone. Bytes as STREAM counts them, without what the caches fetch
/// before a write.
namespace passend::bench {
namespace {

constexpr int repetitions = 12;  ///< The first two warm up.
constexpr std::size_t block = 1U << 16;

struct Arrays {
  std::vector<double> a;
  std::vector<double> b;
  std::vector<double> c;
};

struct Kernel {
  const char* name = "";
  std::size_t bytes_an_item = 0;
  std::function<double(Arrays&, std::size_t, std::size_t)> run;  ///< Over a part; the result only keeps it alive.
};

double copy(Arrays& arrays, std::size_t begin, std::size_t end) {
  std::copy(arrays.a.data() + begin, arrays.a.data() + end, arrays.c.data() + begin);
  return 0;
}
double scale(Arrays& arrays, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) arrays.b[i] = 3.0 * arrays.c[i];
  return 0;
}
double triad(Arrays& arrays, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) arrays.a[i] = arrays.b[i] + 3.0 * arrays.c[i];
  return 0;
}
double read(Arrays& arrays, std::size_t begin, std::size_t end) {
  // Whole numbers, because the compiler may not reorder a sum of floating point and would wait for each addition.
  const auto* words = reinterpret_cast<const std::uint64_t*>(arrays.a.data());
  return static_cast<double>(std::accumulate(words + begin, words + end, std::uint64_t{0}));
}

void measure(const Kernel& kernel, Arrays& arrays, unsigned threads, Findings& findings) {
  const Executor executor(threads);
  const Pinned pinned(threads);
  const std::size_t items = arrays.a.size();
  std::vector<double> sums(items / block + 1);
  std::vector<double> rates;
  for (int i = 0; i < repetitions; ++i) {
    const double milliseconds = milliseconds_of([&] {
      executor.for_each_block(items, block, [&](std::size_t begin, std::size_t end) {
        sums[begin / block] = kernel.run(arrays, begin, end);
      });
    });
    if (i >= 2) rates.push_back(static_cast<double>(items * kernel.bytes_an_item) / milliseconds / 1e6);
  }
  findings.add(
      {.part = "bandwidth",
       .line = std::string(kernel.name) + ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads"),
       .unit = "GB/s",
       .measured = summary_of(rates)});
}

}  // namespace

void measure_bandwidth(Findings& findings) {
  findings.heading("Memory bandwidth");
  const std::uint64_t bytes = std::max<std::uint64_t>(4 * this_machine().last_level_bytes, 128U << 20);
  const std::size_t items = bytes / sizeof(double);
  Arrays arrays{std::vector<double>(items, 1), std::vector<double>(items, 2), std::vector<double>(items, 3)};
  for (const Kernel& kernel :
       {Kernel{"copy", 16, copy}, Kernel{"scale", 16, scale}, Kernel{"triad", 24, triad}, Kernel{"read", 8, read}}) {
    for (const unsigned threads : {1U, 2U}) measure(kernel, arrays, threads, findings);
  }
}

}  // namespace passend::bench
