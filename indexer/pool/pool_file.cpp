// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/pool_file.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "indexer/pool/checksum.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t piece_bytes = std::size_t{4} << 20;
constexpr std::array<char, 8> file_magic{'P', 'A', 'S', 'S', 'P', 'O', 'O', 'L'};
constexpr std::uint32_t native_order = 0x01020304;

struct Header {
  std::array<char, 8> magic = file_magic;
  std::uint32_t version = pool_file_version;
  std::uint32_t byte_order = native_order;
  std::uint64_t front_checksum = 0;    ///< Of header and table, this field counted as 0.
  std::uint64_t content_checksum = 0;  ///< Of the checksums of all pieces behind the front.
  std::uint64_t file_bytes = 0;
  std::uint64_t sections = section_count;
  PoolOrigin origin;
  FeedMark mark;
};
static_assert(std::has_unique_object_representations_v<Header>, "padding would make the bytes differ from run to run");
static_assert(std::endian::native == std::endian::little, "the columns are read where they stand");

struct TableRow {
  std::uint64_t offset = 0;
  std::uint64_t bytes = 0;
};

constexpr std::size_t round_up(std::size_t bytes) {
  return (bytes + section_alignment - 1) / section_alignment * section_alignment;
}
constexpr std::size_t front_bytes = round_up(sizeof(Header) + section_count * sizeof(TableRow));

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// `front` is a copy whose checksum field this sets to 0.
std::uint64_t checksum_of_front(std::array<std::byte, front_bytes>& front) {
  constexpr std::uint64_t none = 0;
  std::memcpy(front.data() + offsetof(Header, front_checksum), &none, sizeof none);
  return checksum(front);
}

/// Refuses a file for one reason after another.
class FileCheck {
 public:
  FileCheck(const std::filesystem::path& path, std::span<const std::byte> bytes) : path_(path), bytes_(bytes) {}

  Header header(const PoolOrigin& origin) const {
    require(bytes_.size() >= front_bytes, "it is too short");
    Header header;
    std::memcpy(static_cast<void*>(&header), bytes_.data(), sizeof header);
    require(header.magic == file_magic, "it is no pool file");
    require(header.byte_order == native_order, "it was written on a machine with another order of bytes");
    if (header.version != pool_file_version) {
      refuse("it has version " + std::to_string(header.version) + " and this program reads version " +
             std::to_string(pool_file_version));
    }
    std::array<std::byte, front_bytes> front;
    std::copy_n(bytes_.begin(), front_bytes, front.begin());
    require(checksum_of_front(front) == header.front_checksum && header.sections == section_count,
            "its header is damaged");
    require(header.file_bytes == bytes_.size(), "its length is not the one it was written with");
    require(header.origin.taxonomy == origin.taxonomy, "it was made with another taxonomy");
    require(header.origin.postcodes == origin.postcodes, "it was made with another table of postcodes");
    return header;
  }

  void content(const Header& header, const Executor& executor) const {
    const auto content = bytes_.subspan(front_bytes);
    std::vector<std::uint64_t> checksums((content.size() + piece_bytes - 1) / piece_bytes);
    executor.for_each_block(content.size(), piece_bytes, [&](std::size_t begin, std::size_t end) {
      checksums[begin / piece_bytes] = checksum(content.subspan(begin, end - begin));
    });
    require(checksum(std::as_bytes(std::span(checksums))) == header.content_checksum, "its content is damaged");
  }

  Sections sections() const {
    Sections sections;
    for (std::size_t i = 0; i < section_count; ++i) {
      TableRow row;
      std::memcpy(&row, bytes_.data() + sizeof(Header) + i * sizeof row, sizeof row);
      require(row.offset % section_alignment == 0 && row.offset >= front_bytes && row.offset <= bytes_.size() &&
                  row.bytes <= bytes_.size() - row.offset,
              "a section lies outside it");
      sections[static_cast<Section>(i)] = bytes_.subspan(row.offset, row.bytes);
    }
    return sections;
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(ErrorCode::pool_corrupt, "the pool file '" + path_.string() + "' cannot be used: " + what +
                                             "; build it anew with `passend pool build`");
  }
  void require(bool holds, const char* what) const {
    if (!holds) refuse(what);
  }

  const std::filesystem::path& path_;
  std::span<const std::byte> bytes_;
};

}  // namespace

PoolOrigin origin_of(const taxonomy::Taxonomy& taxonomy, const geo::PostcodeTable& postcodes) {
  PoolOrigin origin;
  taxonomy.hash().copy(origin.taxonomy.data(), origin.taxonomy.size());
  std::string areas;
  const auto add = [&](const auto& value) { areas.append(reinterpret_cast<const char*>(&value), sizeof value); };
  for (const auto& area : postcodes.areas()) {
    add(area.pc4);
    add(area.latitude);
    add(area.longitude);
    add(area.inhabitants);
    areas += area.place + '\n' + area.municipality + '\n';
  }
  origin.postcodes = checksum(std::as_bytes(std::span(areas)));
  return origin;
}

PoolFileWriter::PoolFileWriter(const std::filesystem::path& path) : file_(path), size_(front_bytes) {
  file_.append(std::string(front_bytes, '\0'));
  piece_.reserve(piece_bytes);
}

void PoolFileWriter::add(Section section, std::span<const std::byte> bytes) {
  table_[static_cast<std::size_t>(section)] = {size_, bytes.size()};
  append(bytes);
  constexpr std::array<std::byte, section_alignment> zeros{};
  append(std::span(zeros).first(round_up(bytes.size()) - bytes.size()));
}

void PoolFileWriter::append(std::span<const std::byte> bytes) {
  size_ += bytes.size();
  file_.append(text_of(bytes));
  while (!bytes.empty()) {
    const std::size_t taken = std::min(bytes.size(), piece_bytes - piece_.size());
    piece_.insert(piece_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
    bytes = bytes.subspan(taken);
    if (piece_.size() < piece_bytes) continue;
    piece_checksums_.push_back(checksum(piece_));
    piece_.clear();
  }
}

void PoolFileWriter::commit(const PoolOrigin& origin, const FeedMark& mark) {
  constexpr std::array<std::byte, section_alignment> zeros{};
  append(zeros);  // A kernel may read past the last section.
  if (!piece_.empty()) piece_checksums_.push_back(checksum(piece_));
  Header header;
  header.content_checksum = checksum(std::as_bytes(std::span(piece_checksums_)));
  header.file_bytes = size_;
  header.origin = origin;
  header.mark = mark;
  std::array<std::byte, front_bytes> front{};
  std::memcpy(front.data(), &header, sizeof header);
  std::memcpy(front.data() + sizeof header, table_.data(), sizeof table_);
  header.front_checksum = checksum_of_front(front);
  std::memcpy(front.data(), &header, sizeof header);
  file_.write_at(0, text_of(front));
  file_.commit();
}

PoolFile open_pool_file(const std::filesystem::path& path, const PoolOrigin& origin, const Executor& executor) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    throw Error(ErrorCode::pool_missing,
                "there is no pool at '" + path.string() + "'; build one with `passend pool build`");
  }
  auto mapped = std::make_shared<const MappedFile>(path);
  const FileCheck check(path, std::as_bytes(std::span(mapped->bytes())));
  const Header header = check.header(origin);
  check.content(header, executor);
  return {check.sections(), std::move(mapped), header.mark};
}

}  // namespace passend::pool
