// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/pool/facts.hpp"

namespace passend::pool {

/// Rows that are worked on together: their running totals stay in the second-level cache, and a posting is 16 bits.
inline constexpr std::uint32_t rows_per_block = 1U << 15;

/// A part of a person's facts that many people share word for word. Each is stored once in a dictionary; a row holds
/// its number there. A criterion that reads only such parts is judged once per entry instead of once per person.
enum class Aspect : std::uint8_t {
  importance,  ///< CandidateFacts::importance
  work_level,
  education,
  languages,
  driving_licences,
  mobility,  ///< maximum_distance_km, maximum_travel_minutes, transport; the postcode has a column of its own
  hours,
  working_times,
  available,
  contract_types,
  agreements,
  sectors,
  interests,
  salary,
  needed_conditions,
  credentials
};
inline constexpr std::size_t aspect_count = 16;

/// The dictionary numbers of all rows for one aspect, 1, 2 or 4 bytes each.
struct AspectColumn {
  const std::byte* data = nullptr;
  unsigned width = 1;
  std::uint32_t entries = 0;  ///< In the dictionary: every number is below.

  /// Calls `use` with the numbers as an array of their own type: for loops over many rows.
  template <class Use>
  auto visit(Use use) const {
    if (width == 1) return use(reinterpret_cast<const std::uint8_t*>(data));
    if (width == 2) return use(reinterpret_cast<const std::uint16_t*>(data));
    return use(reinterpret_cast<const std::uint32_t*>(data));
  }
  std::uint32_t operator[](std::size_t row) const {
    return visit([row](const auto* numbers) { return std::uint32_t{numbers[row]}; });
  }
};

/// What is known of a list that postings stand for.
enum class ListKnowledge : std::uint8_t {
  not_known,
  known,   ///< With at least one entry, every one placed.
  none,    ///< Known to be empty.
  partial  ///< With at least one entry, and others that the taxonomy could not place.
};

/// Where the knowledge of each list stands in the byte of a row: two bits from this one on.
enum class KnowledgeOf : std::uint8_t { wanted_occupations = 0, experience = 2, competences = 4 };

constexpr ListKnowledge knowledge(std::uint8_t state, KnowledgeOf list) {
  return static_cast<ListKnowledge>(state >> static_cast<unsigned>(list) & 3U);
}

/// From a concept back to the rows that hold it.
enum class PostingKind : std::uint8_t { wanted_occupation, past_occupation, competence };

class Sections;

/// Columns of many people, read-only, over bytes that are mapped from a file or stand in memory. Thread-safe.
class CandidateSegment {
 public:
  /// Over sections whose bytes `owner` keeps alive. Looks at sizes only; verify() looks at every reference. Throws
  /// pool_corrupt when the sections do not fit together.
  CandidateSegment(const Sections& sections, std::shared_ptr<const void> owner);

  std::uint32_t size() const { return static_cast<std::uint32_t>(ids_.size()); }
  std::uint32_t blocks() const { return (size() + rows_per_block - 1) / rows_per_block; }
  std::uint32_t rows_in(std::uint32_t block) const { return std::min(rows_per_block, size() - block * rows_per_block); }

  std::span<const Id128> ids() const { return ids_; }  ///< Ascending.
  std::optional<std::uint32_t> find(CandidateId id) const;
  std::span<const std::uint16_t> pc4() const { return pc4_; }            ///< 0: not known.
  std::span<const std::uint16_t> updated() const { return updated_; }    ///< See day_of().
  std::span<const std::uint8_t> list_states() const { return states_; }  ///< Read with knowledge().
  std::span<const std::uint64_t> sources() const { return sources_; }    ///< source_key() of each row.
  const AspectColumn& aspect(Aspect aspect) const { return dictionary(aspect).numbers; }

  /// Fills in the fields of one dictionary entry and leaves all others of `facts` alone.
  void read_aspect(Aspect aspect, std::uint32_t number, CandidateFacts& facts) const;
  /// Fills in the lists wanted_occupations, experience and competences of a row, with known and unplaced.
  void read_lists(std::uint32_t row, CandidateFacts& facts) const;
  /// The second of these lists alone.
  void read_experience(std::uint32_t row, CandidateFacts& facts) const;
  /// Everything of a row. The memory of `facts` is used again.
  void read(std::uint32_t row, CandidateFacts& facts) const;

  /// The list of a concept; of a competence one per level (0 = not stated, else value of Proficiency), for other kinds
  /// `level` is 0. Absent: nobody in the segment.
  std::optional<std::uint32_t> posting_list(PostingKind kind, Concept concept_index, unsigned level) const;
  /// Rows of a list within a block, less rows_per_block * block; ascending. A row may stand twice in a list of past
  /// occupations, never in the others.
  std::span<const std::uint16_t> postings(std::uint32_t list, std::uint32_t block) const {
    return postings(list, list + 1, block);
  }
  /// Those of the lists [first, end), one list after the other.
  std::span<const std::uint16_t> postings(std::uint32_t first, std::uint32_t end, std::uint32_t block) const {
    const std::size_t cell = std::size_t{block} * posting_keys_.size();
    return postings_.subspan(posting_starts_[cell + first],
                             posting_starts_[cell + end] - posting_starts_[cell + first]);
  }

  /// The bytes of a dictionary entry and of the lists of a row, as another segment may take them over.
  std::span<const std::byte> packed_aspect(Aspect aspect, std::uint32_t number) const;
  std::span<const std::byte> packed_lists(std::uint32_t row) const;

  /// Bytes by column, for the bench and for `passend pool`: name and size, in the order of the file.
  std::vector<std::pair<std::string, std::uint64_t>> memory() const;

 private:
  struct Dictionary {
    AspectColumn numbers;
    std::span<const std::uint32_t> starts;
    std::span<const std::byte> entries;
  };
  const Dictionary& dictionary(Aspect aspect) const { return dictionaries_[static_cast<std::size_t>(aspect)]; }
  void bind_columns(const Sections& sections);
  void bind_dictionary(Aspect aspect, const Sections& sections);

  std::shared_ptr<const void> owner_;
  std::span<const Id128> ids_;
  std::span<const std::uint16_t> pc4_;
  std::span<const std::uint16_t> updated_;
  std::span<const std::uint8_t> states_;
  std::span<const std::uint64_t> sources_;
  std::array<Dictionary, aspect_count> dictionaries_;
  std::span<const std::uint32_t> list_starts_;
  std::span<const std::byte> lists_;
  std::span<const std::uint32_t> posting_keys_;
  std::span<const std::uint32_t> posting_starts_;
  std::span<const std::uint16_t> postings_;
};

/// A segment as part of a pool: its rows follow those of the parts before it.
template <class Segment>
struct SegmentPart {
  std::shared_ptr<const Segment> segment;
  std::uint32_t first_row = 0;
  /// One bit a row, set: void. Empty when no row is.
  std::vector<std::uint64_t> void_rows;
  bool is_void(std::uint32_t row_of_segment) const {
    return !void_rows.empty() && (void_rows[row_of_segment / 64] >> (row_of_segment % 64) & 1U) != 0;
  }
};
using CandidatePart = SegmentPart<CandidateSegment>;

/// Days are stored in 16 bits, from 1900-01-01 to 2079-06-05; a day outside is stored as the nearest inside, which is
/// the same for everything that is matched before 2079. 0 stands for "absent".
std::uint16_t stored_day(const std::optional<Date>& date);
std::optional<Date> day_of(std::uint16_t stored);

}  // namespace passend::pool
