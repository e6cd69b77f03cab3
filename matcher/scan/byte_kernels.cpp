// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/byte_kernels.hpp"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace passend::scan {
namespace {

namespace portable {

void add_and_clear(BlockBytes& totals, BlockBytes& marks) {
  for (std::size_t i = 0; i < totals.size(); ++i) {
    totals[i] = static_cast<std::uint8_t>(std::min(255, totals[i] + marks[i]));
    marks[i] = 0;
  }
}

void rows_from(const BlockBytes& totals, std::uint8_t least, std::vector<std::uint16_t>& rows) {
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (totals[i] >= least) rows.push_back(static_cast<std::uint16_t>(i));
  }
}

}  // namespace portable

#if defined(__x86_64__)
namespace avx2 {

constexpr std::size_t width = sizeof(__m256i);
static_assert(std::tuple_size_v<BlockBytes> % width == 0);

[[gnu::target("avx2")]] __m256i load(const std::uint8_t* at) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}
[[gnu::target("avx2")]] void store(std::uint8_t* at, __m256i value) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), value);
}

[[gnu::target("avx2")]] void add_and_clear(BlockBytes& totals, BlockBytes& marks) {
  for (std::size_t i = 0; i < totals.size(); i += width) {
    store(&totals[i], _mm256_adds_epu8(load(&totals[i]), load(&marks[i])));
    store(&marks[i], _mm256_setzero_si256());
  }
}

[[gnu::target("avx2")]] void rows_from(const BlockBytes& totals, std::uint8_t least, std::vector<std::uint16_t>& rows) {
  const __m256i bar = _mm256_set1_epi8(static_cast<char>(least));
  for (std::size_t i = 0; i < totals.size(); i += width) {
    const __m256i bytes = load(&totals[i]);
    const __m256i reached = _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, bar), bytes);
    for (auto left = static_cast<std::uint32_t>(_mm256_movemask_epi8(reached)); left != 0; left &= left - 1) {
      rows.push_back(static_cast<std::uint16_t>(i + static_cast<std::size_t>(std::countr_zero(left))));
    }
  }
}

}  // namespace avx2
#endif

std::vector<ByteKernel> kernels_of_this_processor() {
  std::vector<ByteKernel> kernels;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) kernels.push_back({"AVX2", avx2::add_and_clear, avx2::rows_from});
#endif
  kernels.push_back({"portable", portable::add_and_clear, portable::rows_from});
  return kernels;
}

}  // namespace

std::span<const ByteKernel> byte_kernels() {
  static const std::vector<ByteKernel> kernels = kernels_of_this_processor();
  return kernels;
}

}  // namespace passend::scan
