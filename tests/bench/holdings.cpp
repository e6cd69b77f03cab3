// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/holdings.hpp"

#include <fstream>
#include <numeric>
#include <stdexcept>

#include "indexer/base/hash.hpp"

namespace passend::bench {
namespace {

std::string_view bytes_of(const std::vector<std::uint32_t>& words) {
  return {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint32_t)};
}

}  // namespace

Holdings read_holdings(const pool::Pool& pool) {
  Holdings holdings;
  holdings.concepts = static_cast<std::uint32_t>(pool.taxonomy().size());
  holdings.first.push_back(0);
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) {
      for (const auto& held : pool.candidate(row).competences.items) holdings.competences.push_back(held.competence);
    }
    holdings.first.push_back(static_cast<std::uint32_t>(holdings.competences.size()));
  }
  return holdings;
}

Postings invert(const Holdings& holdings) {
  Postings postings;
  postings.first.assign(holdings.concepts + 1, 0);
  for (const std::uint32_t competence : holdings.competences) ++postings.first[competence + 1];
  std::partial_sum(postings.first.begin(), postings.first.end(), postings.first.begin());
  postings.rows.resize(holdings.competences.size());
  auto next = postings.first;
  for (std::uint32_t row = 0; row < holdings.rows(); ++row) {
    for (const std::uint32_t competence : holdings.of(row)) postings.rows[next[competence]++] = row;
  }
  return postings;
}

void write_holdings(const Holdings& holdings, const std::filesystem::path& file) {
  std::vector<std::uint32_t> words{holdings.rows()};
  for (std::uint32_t row = 0; row < holdings.rows(); ++row) {
    const auto held = holdings.of(row);
    words.push_back(static_cast<std::uint32_t>(held.size()));
    words.insert(words.end(), held.begin(), held.end());
  }
  std::ofstream out(file, std::ios::binary);
  out << bytes_of(words);
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string digest_of(const Holdings& holdings) {
  Sha256 hash;
  hash.add(bytes_of(holdings.first));
  hash.add(bytes_of(holdings.competences));
  return hash.hex().substr(0, 8);
}

}  // namespace passend::bench
