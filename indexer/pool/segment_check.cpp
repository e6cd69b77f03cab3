// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/segment_check.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "indexer/base/id.hpp"

namespace passend::pool {
namespace {

void require(bool holds, Section section) {
  if (holds) return;
  throw Error(ErrorCode::pool_corrupt,
              "the section '" + name_of(section) + "' of the pool is damaged; build it anew with `passend pool build`");
}

/// The checks of one pool, of which any number run at the same time.
class SectionChecks {
 public:
  explicit SectionChecks(const Sections& sections) : sections_(sections) {}

  std::vector<std::function<void()>> all() const {
    std::vector<std::function<void()>> checks{
        [this] { ids_ascend(Section::candidate_ids); },
        [this] { ids_ascend(Section::vacancy_ids); },
        [this] { postings_name_rows(); },
        [this] { offsets_ascend<std::uint32_t>(Section::list_starts); },
        [this] { offsets_ascend<std::uint32_t>(Section::posting_starts); },
        [this] { offsets_ascend<std::uint64_t>(Section::vacancy_starts); },
        [this] {
          const auto keys = sections_.elements<std::uint32_t>(Section::posting_keys);
          const auto repeated = std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>{});
          require(repeated == keys.end(), Section::posting_keys);
        },
    };
    for (std::size_t i = 0; i < aspect_count; ++i) {
      checks.push_back([this, i] { numbers_name_entries(static_cast<Aspect>(i)); });
    }
    return checks;
  }

 private:
  void ids_ascend(Section section) const {
    const auto ids = sections_.elements<Id128>(section);
    bool ascend = true;
    for (std::size_t i = 1; i < ids.size(); ++i) ascend &= ids[i - 1] < ids[i];
    require(ascend, section);
  }

  /// That they end where they should is a matter of sizes, which every reader looks at.
  template <class Offset>
  void offsets_ascend(Section section) const {
    const auto offsets = sections_.elements<Offset>(section);
    bool ascend = true;
    for (std::size_t i = 1; i < offsets.size(); ++i) ascend &= offsets[i - 1] <= offsets[i];
    require(ascend, section);
  }

  void postings_name_rows() const {
    const auto postings = sections_.elements<std::uint16_t>(Section::postings);
    const auto starts = sections_.elements<std::uint32_t>(Section::posting_starts);
    const std::size_t lists = sections_.elements<std::uint32_t>(Section::posting_keys).size();
    const std::size_t rows = sections_.elements<Id128>(Section::candidate_ids).size();
    for (std::size_t first_row = 0, cell = 0; first_row < rows; first_row += rows_per_block, cell += lists) {
      require(cell + lists < starts.size() && starts[cell] <= starts[cell + lists] &&
                  starts[cell + lists] <= postings.size(),
              Section::posting_starts);
      std::uint16_t highest = 0;
      for (std::size_t i = starts[cell]; i < starts[cell + lists]; ++i) highest = std::max(highest, postings[i]);
      require(highest < std::min<std::size_t>(rows_per_block, rows - first_row), Section::postings);
    }
  }

  void numbers_name_entries(Aspect aspect) const {
    const Section section = section_of(aspect, AspectPart::numbers);
    offsets_ascend<std::uint32_t>(section_of(aspect, AspectPart::starts));
    const std::size_t entries = sections_.elements<std::uint32_t>(section_of(aspect, AspectPart::starts)).size() - 1;
    const std::size_t rows = sections_.elements<Id128>(Section::candidate_ids).size();
    const std::size_t width = rows == 0 ? 1 : sections_[section].size() / rows;
    if (rows == 0) return;
    if (width == 1) return require(highest<std::uint8_t>(section) < entries, section);
    if (width == 2) return require(highest<std::uint16_t>(section) < entries, section);
    require(highest<std::uint32_t>(section) < entries, section);
  }

  template <class Number>
  Number highest(Section section) const {
    Number highest = 0;
    for (const Number number : sections_.elements<Number>(section)) highest = std::max(highest, number);
    return highest;
  }

  const Sections& sections_;
};

}  // namespace

void check_sections(const Sections& sections, const Executor& executor) {
  const SectionChecks checks(sections);
  const auto all = checks.all();
  executor.for_each_block(all.size(), 1, [&](std::size_t check, std::size_t) { all[check](); });
}

}  // namespace passend::pool
