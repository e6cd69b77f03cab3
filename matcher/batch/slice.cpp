// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/slice.hpp"

#include <bit>
#include <cstring>
#include <type_traits>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"

namespace passend::batch {
namespace {

// Bytes are written as they stand in memory.
static_assert(std::endian::native == std::endian::little, "slices are little-endian");
static_assert(sizeof(Fit) == 8 && sizeof(Id128) == 16);

constexpr std::string_view magic = "passend batch slice 2\n";
constexpr std::size_t checksum_size = 64;

template <class T>
void put(std::string& bytes, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void put_list(std::string& bytes, const std::vector<T>& list) {
  put(bytes, static_cast<std::uint64_t>(list.size()));
  bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
}

}  // namespace

/// Takes values off the front of the bytes.
class SliceReader {
 public:
  SliceReader(std::string_view bytes, const std::string& name) : rest_(bytes), name_(name) {}

  [[noreturn]] void refuse(const char* why) const {
    throw Error(ErrorCode::storage_corrupt,
                "'" + name_ + "' is no whole part of a batch: " + why + "; remove it and run that part again");
  }
  std::string_view take(std::size_t size) {
    if (rest_.size() < size) refuse("it ends too early");
    const auto taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  template <class T>
  T value() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  template <class T>
  std::vector<T> list() {
    const auto size = value<std::uint64_t>();
    if (size > rest_.size() / sizeof(T)) refuse("a list is longer than the file");
    std::vector<T> list(size);
    if (size != 0) std::memcpy(list.data(), take(size * sizeof(T)).data(), size * sizeof(T));
    return list;
  }
  FitLists fit_lists(const Range& vacancies) {
    FitLists lists;
    lists.ends_ = list<std::uint32_t>();
    lists.fits_ = list<Fit>();
    std::uint32_t begin = 0;
    for (const auto end : lists.ends_) {
      if (end < begin) refuse("a list ends before it begins");
      begin = end;
    }
    if (lists.ends_.size() != vacancies.size() || begin != lists.fits_.size()) refuse("the lists do not add up");
    return lists;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  const std::string& name_;
};

std::string encode(const SliceFile& file) {
  const Slice& slice = file.slice;
  std::string bytes(magic);
  bytes.reserve(magic.size() + 4096 + slice.best.bytes() + slice.standing.bytes() +
                (file.roster.candidates.size() + file.roster.vacancies.size()) * sizeof(Id128));
  const auto text = to_text(file.inputs);
  put(bytes, static_cast<std::uint32_t>(text.size()));
  bytes += text;
  put(bytes, file.partition);
  put_list(bytes, file.roster.candidates);
  put_list(bytes, file.roster.vacancies);
  put(bytes, slice.vacancies);
  put(bytes, slice.pairs);
  for (const auto* lists : {&slice.best, &slice.standing}) {
    put_list(bytes, lists->ends());
    put_list(bytes, lists->fits());
  }
  bytes += sha256_hex(bytes);
  return bytes;
}

SliceFile decode_slice(std::string_view bytes, const std::string& name) {
  SliceReader whole(bytes, name);
  if (!bytes.starts_with(magic)) whole.refuse("it does not begin as one");
  if (bytes.size() < magic.size() + checksum_size) whole.refuse("it ends too early");
  const auto content = bytes.substr(0, bytes.size() - checksum_size);
  if (sha256_hex(content) != bytes.substr(content.size())) whole.refuse("its checksum is not right");
  SliceReader reader(content.substr(magic.size()), name);
  const auto inputs = parse_inputs(reader.take(reader.value<std::uint32_t>()));
  if (!inputs) reader.refuse("its inputs cannot be read");
  SliceFile file;
  file.inputs = *inputs;
  file.partition = reader.value<Partition>();
  file.roster.candidates = reader.list<Id128>();
  file.roster.vacancies = reader.list<Id128>();
  file.slice.vacancies = reader.value<Range>();
  file.slice.pairs = reader.value<std::uint64_t>();
  if (file.slice.vacancies.end < file.slice.vacancies.begin) reader.refuse("its range is none");
  file.slice.best = reader.fit_lists(file.slice.vacancies);
  file.slice.standing = reader.fit_lists(file.slice.vacancies);
  if (!reader.at_end()) reader.refuse("there is more than a part in it");
  return file;
}

}  // namespace passend::batch
