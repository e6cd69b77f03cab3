// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/pool/candidate_segment.hpp"

/// A pool is a row of sections, each an array of equal elements, in a file or in memory. All numbers are little-endian.
namespace passend::pool {

enum class Section : std::uint32_t {
  candidate_ids,
  candidate_pc4,
  candidate_updated,
  candidate_list_states,
  candidate_sources,  ///< 64-bit: source_key() of each row.
  list_starts,        ///< 32-bit: where the packed lists of a row begin; one more than there are rows.
  lists,              ///< Packed lists (packed_lists.hpp).
  posting_keys,       ///< 32-bit, ascending: which lists of postings there are (posting_key()).
  posting_starts,     ///< 32-bit: where list l of block b begins, at b * lists + l; one more at the end.
  postings,           ///< 16-bit: rows within their block.
  vacancy_ids,
  vacancy_updated,
  vacancy_closes,
  vacancy_sources,  ///< As candidate_sources.
  vacancy_starts,   ///< 64-bit: where the record of a row begins; one more than there are rows.
  vacancy_records,  ///< Packed facts, vacancy by vacancy.
  first_of_aspects  ///< From here three sections for each Aspect, in the order of AspectPart.
};
enum class AspectPart : std::uint32_t {
  numbers,  ///< Of each row, 8, 16 or 32 bits.
  starts,   ///< 32-bit: where each entry of the dictionary begins; one more than there are entries.
  entries   ///< Canonical bytes of the entries.
};
inline constexpr std::size_t aspect_parts = 3;
inline constexpr std::size_t section_count =
    static_cast<std::size_t>(Section::first_of_aspects) + aspect_count * aspect_parts;

constexpr Section section_of(Aspect aspect, AspectPart part) {
  return static_cast<Section>(static_cast<std::size_t>(Section::first_of_aspects) +
                              static_cast<std::size_t>(aspect) * aspect_parts + static_cast<std::size_t>(part));
}

/// "candidate ids", "education: entries".
std::string name_of(Section section);

/// Sections begin at multiples of this, and as many zero bytes follow the last: a kernel may read whole vectors.
inline constexpr std::size_t section_alignment = 64;

/// The bytes of all sections, wherever they stand.
class Sections {
 public:
  std::span<const std::byte>& operator[](Section section) { return bytes_[static_cast<std::size_t>(section)]; }
  std::span<const std::byte> operator[](Section section) const { return bytes_[static_cast<std::size_t>(section)]; }

  /// A section as an array. Throws pool_corrupt when it does not hold whole elements.
  template <class Element>
  std::span<const Element> elements(Section section) const {
    const auto bytes = (*this)[section];
    if (bytes.size() % sizeof(Element) != 0) {
      throw Error(ErrorCode::pool_corrupt, "the section '" + name_of(section) + "' has an impossible size");
    }
    return {reinterpret_cast<const Element*>(bytes.data()), bytes.size() / sizeof(Element)};
  }

 private:
  std::array<std::span<const std::byte>, section_count> bytes_{};
};

/// Takes the sections of a pool one after another, so that no more than one of them need stand in memory twice.
class SectionSink {
 public:
  virtual ~SectionSink() = default;
  virtual void add(Section section, std::span<const std::byte> bytes) = 0;

  template <class Element>
  void add(Section section, const std::vector<Element>& elements) {
    add(section, std::as_bytes(std::span(elements)));
  }
};

/// Sections in memory of their own.
class SectionsInMemory : public SectionSink {
 public:
  using SectionSink::add;
  void add(Section section, std::span<const std::byte> bytes) override;
  const Sections& sections() const { return sections_; }

 private:
  struct Release {
    void operator()(std::byte* bytes) const { ::operator delete[](bytes, std::align_val_t(section_alignment)); }
  };
  std::vector<std::unique_ptr<std::byte[], Release>> buffers_;
  Sections sections_;
};

}  // namespace passend::pool
