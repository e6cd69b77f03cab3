// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/facts.hpp"

namespace passend::pool {

class Sections;

/// Open vacancies: three columns that lists are sorted and cut by, and beside them each vacancy's facts in one piece,
/// since matching reads a vacancy whole. Read-only, thread-safe.
class VacancySegment {
 public:
  /// See CandidateSegment.
  VacancySegment(const Sections& sections, std::shared_ptr<const void> owner);

  std::uint32_t size() const { return static_cast<std::uint32_t>(ids_.size()); }
  std::span<const Id128> ids() const { return ids_; }                  ///< Ascending.
  std::span<const std::uint16_t> updated() const { return updated_; }  ///< See day_of().
  std::span<const std::uint16_t> closes() const { return closes_; }    ///< See day_of(); 0: no last day.
  std::span<const std::uint64_t> sources() const { return sources_; }  ///< source_key() of each row.
  std::optional<std::uint32_t> find(VacancyId id) const;
  /// Everything of a row. The memory of `facts` is used again.
  void read(std::uint32_t row, VacancyFacts& facts) const;
  std::span<const std::byte> packed(std::uint32_t row) const {
    return records_.subspan(starts_[row], starts_[row + 1] - starts_[row]);
  }
  /// Bytes by column: name and size.
  std::vector<std::pair<std::string, std::uint64_t>> memory() const;

 private:
  std::shared_ptr<const void> owner_;
  std::span<const Id128> ids_;
  std::span<const std::uint16_t> updated_;
  std::span<const std::uint16_t> closes_;
  std::span<const std::uint64_t> sources_;
  std::span<const std::uint64_t> starts_;
  std::span<const std::byte> records_;
};
using VacancyPart = SegmentPart<VacancySegment>;

}  // namespace passend::pool
