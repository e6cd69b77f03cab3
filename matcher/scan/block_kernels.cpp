// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/block_kernels.hpp"

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

void take_bits(BlockBytes& bytes, RowSet& zeroth, RowSet& first) {
  for (std::size_t word = 0; word < RowSet::word_count; ++word) {
    std::uint64_t zeroth_bits = 0;
    std::uint64_t first_bits = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      auto& byte = bytes[word * 64 + i];
      zeroth_bits |= std::uint64_t{byte & 1U} << i;
      first_bits |= std::uint64_t{byte >> 1 & 1U} << i;
      byte = 0;
    }
    zeroth.words()[word] = zeroth_bits;
    first.words()[word] = first_bits;
  }
}

std::uint32_t count_in_both(const RowSet& a, const RowSet& b) {
  int count = 0;
  for (std::size_t word = 0; word < RowSet::word_count; ++word)
    count += std::popcount(a.words()[word] & b.words()[word]);
  return static_cast<std::uint32_t>(count);
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

/// Bit `bit` of each of 64 bytes: shifted to the top of its byte, from where a mask is taken. What comes over from the
/// byte below stays under the top.
template <int bit>
[[gnu::target("avx2")]] std::uint64_t bits_of(__m256i low, __m256i high) {
  const auto mask = [](__m256i bytes) __attribute__((target("avx2"))) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_slli_epi16(bytes, 7 - bit)));
  };
  return std::uint64_t{mask(high)} << 32 | mask(low);
}

[[gnu::target("avx2")]] void take_bits(BlockBytes& bytes, RowSet& zeroth, RowSet& first) {
  for (std::size_t word = 0; word < RowSet::word_count; ++word) {
    auto* at = &bytes[word * 64];
    const __m256i low = load(at);
    const __m256i high = load(at + width);
    zeroth.words()[word] = bits_of<0>(low, high);
    first.words()[word] = bits_of<1>(low, high);
    store(at, _mm256_setzero_si256());
    store(at + width, _mm256_setzero_si256());
  }
}

[[gnu::target("popcnt")]] std::uint32_t count_in_both(const RowSet& a, const RowSet& b) {
  std::uint64_t count = 0;
  for (std::size_t word = 0; word < RowSet::word_count; ++word) {
    count += static_cast<std::uint64_t>(__builtin_popcountll(a.words()[word] & b.words()[word]));
  }
  return static_cast<std::uint32_t>(count);
}

}  // namespace avx2
#endif

std::vector<BlockKernel> kernels_of_this_processor() {
  std::vector<BlockKernel> kernels;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) {
    kernels.push_back({"AVX2", avx2::add_and_clear, avx2::rows_from, avx2::take_bits, avx2::count_in_both});
  }
#endif
  kernels.push_back(
      {"portable", portable::add_and_clear, portable::rows_from, portable::take_bits, portable::count_in_both});
  return kernels;
}

}  // namespace

std::span<const BlockKernel> block_kernels() {
  static const std::vector<BlockKernel> kernels = kernels_of_this_processor();
  return kernels;
}

}  // namespace passend::scan
