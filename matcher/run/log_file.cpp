// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/log_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/hash.hpp"

namespace passend::run {
namespace {

constexpr std::string_view before_sum = R"({"sha256":")";
constexpr std::string_view before_record = R"(","record":)";
constexpr std::string_view after_record = "}";
constexpr std::size_t sum_digits = 64;
constexpr std::string_view name_start = "runs-";
constexpr std::string_view name_end = ".ndjson";

[[noreturn]] void refuse(const char* action, const std::filesystem::path& file, int reason) {
  const std::string detail = std::string("cannot ") + action + " '" + file.string() + "': " + std::strerror(reason);
  const bool full = reason == ENOSPC || reason == EDQUOT;
  throw Error(full ? ErrorCode::disk_full : ErrorCode::storage_failed,
              detail + (full ? "; the run was not recorded: make room and ask again" : ""));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number_ < 0) refuse("open", file, errno);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// 0, or the reason of the system.
int write_and_sync(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fdatasync(file) == 0 ? 0 : errno;
}

}  // namespace

std::string line_of(std::string_view record) {
  std::string line(before_sum);
  line += sha256_hex(record);
  line += before_record;
  line += record;
  line += after_record;
  line += '\n';
  return line;
}

std::optional<std::string_view> record_in(std::string_view line) {
  constexpr auto record_place = before_sum.size() + sum_digits + before_record.size();
  if (line.size() <= record_place || !line.starts_with(before_sum) || !line.ends_with(after_record) ||
      line.substr(before_sum.size() + sum_digits, before_record.size()) != before_record) {
    return std::nullopt;
  }
  const auto record = line.substr(record_place, line.size() - record_place - after_record.size());
  if (sha256_hex(record) != line.substr(before_sum.size(), sum_digits)) return std::nullopt;
  return record;
}

std::string month_file(Date day) {
  return std::string(name_start) + to_text(day).substr(0, 7) + std::string(name_end);
}

std::optional<Date> month_of(const std::filesystem::path& file) {
  const std::string name = file.filename();
  if (!name.starts_with(name_start) || !name.ends_with(name_end)) return std::nullopt;
  const auto middle = name.substr(name_start.size(), name.size() - name_start.size() - name_end.size());
  return parse_date(middle + "-01");
}

LogLock::LogLock(const std::filesystem::path& directory, Kind kind) {
  const auto file = directory / "lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  // Who may only read the directory reads without the lock: the worst that comes of it is a notice of a half line.
  if (descriptor_ < 0 && kind == Kind::shared) return;
  if (descriptor_ < 0) refuse("open", file, errno);
  while (::flock(descriptor_, kind == Kind::shared ? LOCK_SH : LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int reason = errno;
    ::close(descriptor_);
    refuse("lock", file, reason);
  }
}

LogLock::~LogLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void append_durably(const std::filesystem::path& file, std::string_view bytes) {
  const bool is_new = !std::filesystem::exists(file);
  {
    const Descriptor target(file, O_WRONLY | O_CREAT | O_APPEND);
    const off_t length = ::lseek(target.number(), 0, SEEK_END);
    if (length < 0) refuse("measure", file, errno);
    if (const int reason = write_and_sync(target.number(), bytes); reason != 0) {
      // What cannot be cut off again is a torn tail, which the next append sets aside.
      [[maybe_unused]] const int cut = ::ftruncate(target.number(), length);
      refuse("write", file, reason);
    }
  }
  if (is_new) sync_directory(file.parent_path());
}

std::optional<std::filesystem::path> set_torn_tail_aside(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return std::nullopt;
  const auto length = std::filesystem::file_size(file);
  std::string tail;
  {
    std::ifstream input(file, std::ios::binary);
    constexpr std::uint64_t step = 65536;
    for (auto end = length; end > 0;) {
      const auto begin = end > step ? end - step : 0;
      std::string part(end - begin, '\0');
      input.seekg(static_cast<std::streamoff>(begin));
      if (!input.read(part.data(), static_cast<std::streamsize>(part.size()))) refuse("read", file, EIO);
      const auto line_end = part.rfind('\n');
      tail.insert(0, part, line_end == std::string::npos ? 0 : line_end + 1);
      if (line_end != std::string::npos) break;
      end = begin;
    }
  }
  if (tail.empty()) return std::nullopt;
  const auto offset = length - tail.size();
  std::filesystem::path aside = file;
  aside += ".torn-" + std::to_string(offset);
  write_file_durably(aside, tail);
  const Descriptor target(file, O_WRONLY);
  if (::ftruncate(target.number(), static_cast<off_t>(offset)) != 0) refuse("shorten", file, errno);
  if (::fdatasync(target.number()) != 0) refuse("write", file, errno);
  return aside;
}

LineReader::LineReader(const std::filesystem::path& file, std::uint64_t length)
    : input_(file, std::ios::binary), left_(length) {
  if (!input_) refuse("read", file, errno);
}

std::optional<std::string_view> LineReader::next() {
  if (left_ == 0 || !std::getline(input_, line_)) return std::nullopt;
  ++number_;
  const auto taken = line_.size() + 1;
  torn_ = taken > left_;
  if (torn_) line_.resize(left_);
  left_ -= torn_ ? left_ : taken;
  return line_;
}

}  // namespace passend::run
