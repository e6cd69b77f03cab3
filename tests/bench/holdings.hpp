// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/pool/pool.hpp"

namespace passend::bench {

/// Who has which competences, in plain lists by row of the pool: what every contestant indexes.
struct Holdings {
  std::vector<std::uint32_t> first;        ///< Of a row in `competences`; one more than there are rows.
  std::vector<std::uint32_t> competences;  ///< Ascending within a row.
  std::uint32_t concepts = 0;              ///< Every competence is below.

  std::uint32_t rows() const { return static_cast<std::uint32_t>(first.size() - 1); }
  std::span<const std::uint32_t> of(std::uint32_t row) const {
    return {competences.data() + first[row], competences.data() + first[row + 1]};
  }
};

/// Read person by person through Pool::candidate(), not from the postings that the engine uses.
Holdings read_holdings(const pool::Pool& pool);

/// The same the other way round: the rows of a competence, ascending.
struct Postings {
  std::vector<std::uint32_t> first;  ///< Of a concept in `rows`.
  std::vector<std::uint32_t> rows;

  std::span<const std::uint32_t> of(std::uint32_t competence) const {
    return {rows.data() + first[competence], rows.data() + first[competence + 1]};
  }
};
Postings invert(const Holdings& holdings);

/// Little-endian 32-bit words: rows, then per row the number of competences and each of them.
void write_holdings(const Holdings& holdings, const std::filesystem::path& file);

/// Eight hexadecimal digits that change with the content.
std::string digest_of(const Holdings& holdings);

}  // namespace passend::bench
