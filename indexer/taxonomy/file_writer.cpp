// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/file_writer.hpp"

#include <cstring>
#include <limits>
#include <span>
#include <type_traits>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"

namespace passend::taxonomy {
namespace {

class SectionWriter {
 public:
  SectionWriter() : bytes_(sizeof(Header) + table_bytes, '\0') {}

  template <class Row>
  void add(Section section, std::span<const Row> rows) {
    static_assert(std::has_unique_object_representations_v<Row>, "padding would make the bytes differ from run to run");
    if (rows.size() > std::numeric_limits<std::uint32_t>::max()) {
      throw Error(ErrorCode::invalid_input, "the taxonomy is too large for its file format; import fewer languages");
    }
    bytes_.resize((bytes_.size() + section_alignment - 1) / section_alignment * section_alignment, '\0');
    const SectionEntry entry{static_cast<std::uint32_t>(section), sizeof(Row), bytes_.size(), rows.size()};
    std::memcpy(bytes_.data() + sizeof(Header) + sizeof(SectionEntry) * count_++, &entry, sizeof entry);
    if (!rows.empty()) bytes_.append(reinterpret_cast<const char*>(rows.data()), rows.size_bytes());
  }

  Serialised finish() {
    Header header;
    header.sections = count_;
    header.file_bytes = bytes_.size();
    const std::string hash = sha256_hex(std::string_view(bytes_).substr(sizeof(Header)));
    std::memcpy(header.hash.data(), hash.data(), header.hash.size());
    const std::string_view table = std::string_view(bytes_).substr(sizeof(Header), table_bytes);
    header.checksum = fnv1a(table, fnv1a({reinterpret_cast<const char*>(&header), sizeof header}));
    std::memcpy(bytes_.data(), &header, sizeof header);
    return {std::move(bytes_), hash};
  }

 private:
  static constexpr std::size_t table_bytes = sizeof(SectionEntry) * static_cast<std::size_t>(Section::count_);
  std::string bytes_;
  std::uint32_t count_ = 0;
};

}  // namespace

Serialised serialise(const FileContent& content) {
  SectionWriter writer;
  const auto add = [&]<class Row>(Section section, const std::vector<Row>& rows) {
    writer.add(section, std::span<const Row>(rows));
  };
  writer.add(Section::text, std::span<const char>(content.text));
  writer.add(Section::summary, std::span<const SummaryRow>(&content.summary, 1));
  add(Section::kinds, content.kinds);
  add(Section::languages, content.languages);
  add(Section::concepts, content.concepts);
  add(Section::uris, content.uris);
  add(Section::uri_order, content.uri_order);
  add(Section::labels, content.labels);
  add(Section::properties, content.properties);
  add(Section::broader, content.broader);
  add(Section::narrower, content.narrower);
  add(Section::related, content.related);
  add(Section::demands, content.demands);
  add(Section::keys, content.keys);
  add(Section::grams, content.grams);
  add(Section::postings, content.postings);
  add(Section::units, content.units);
  add(Section::unit_relations, content.unit_relations);
  add(Section::label_units, content.label_units);
  return writer.finish();
}

}  // namespace passend::taxonomy
