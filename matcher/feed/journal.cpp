// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/feed/bytes.hpp"
#include "matcher/feed/feed_files.hpp"
#include "matcher/feed/look_codec.hpp"

namespace passend::feed {
namespace {

/// 64 MB of log.
constexpr std::uint64_t turns_before_a_picture = 2'000'000;

[[noreturn]] void refuse(const std::filesystem::path& path, int reason) {
  const std::string detail = "cannot write '" + path.string() + "': " + std::strerror(reason);
  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
    throw Error(ErrorCode::disk_full, detail + "; free some space: the feed goes on by itself");
  }
  throw Error(ErrorCode::storage_failed, detail);
}

[[noreturn]] void refuse_damaged(const std::filesystem::path& path, const std::string& why) {
  throw Error(ErrorCode::storage_corrupt,
              "'" + path.string() + "' is damaged: " + why +
                  "; remove the directory of the feed to begin it anew: what fits by then is not announced");
}

int lock(const std::filesystem::path& directory) {
  std::error_code failure;
  std::filesystem::create_directories(directory, failure);
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) refuse(directory, errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  ::close(descriptor);
  throw Error(ErrorCode::storage_busy, "another process keeps the feed in '" + directory.string() + "'");
}

/// An open file that is longer by what is appended, or as long as it was.
class Appending {
 public:
  explicit Appending(const std::filesystem::path& path)
      : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CLOEXEC)) {
    if (file_ < 0) refuse(path_, errno);
  }
  ~Appending() { ::close(file_); }
  Appending(const Appending&) = delete;
  Appending& operator=(const Appending&) = delete;

  void cut(std::uint64_t length) const {
    if (::ftruncate(file_, static_cast<off_t>(length)) != 0 || ::fdatasync(file_) != 0) refuse(path_, errno);
  }
  void write(std::uint64_t offset, std::string_view bytes) const {
    const auto start = offset;
    while (!bytes.empty()) {
      const auto written = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) give_up(start, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
      offset += static_cast<std::uint64_t>(written);
    }
    if (::fdatasync(file_) != 0) give_up(start, errno);
  }

 private:
  [[noreturn]] void give_up(std::uint64_t start, int reason) const {
    // Should this fail as well, the next start finds a frame that is not whole.
    if (::ftruncate(file_, static_cast<off_t>(start)) != 0) refuse(path_, reason);
    refuse(path_, reason);
  }
  const std::filesystem::path& path_;
  int file_;
};

}  // namespace

Journal::Journal(std::filesystem::path directory) : directory_(std::move(directory)), lock_(lock(directory_)) {
  try {
    load();
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

Journal::~Journal() {
  ::close(lock_);
}

std::filesystem::path Journal::looks_file(std::uint64_t number) const {
  return directory_ / numbered("looks-", number, ".log");
}

std::filesystem::path Journal::picture_file(std::uint64_t number) const {
  return directory_ / numbered("picture-", number, ".bin");
}

void Journal::load() {
  const auto numbers = numbers_of_looks(directory_);
  if (numbers.empty()) return;
  base_ = numbers.back();
  const auto path = looks_file(base_);
  const auto file = read_file(path);
  if (!file.starts_with(looks_magic)) refuse_damaged(path, "it does not begin as a feed");
  FrameReader frames(std::string_view(file).substr(looks_magic.size()));
  std::string_view frame;
  if (!frames.next(frame)) refuse_damaged(path, "its header is not whole");
  const auto header = decode_header(frame);
  std::string_view picture;
  const auto picture_bytes = read_file(picture_file(base_));
  if (!FrameReader(picture_bytes).next(picture)) refuse_damaged(picture_file(base_), "its checksum is not right");
  state_.picture = Picture::from_bytes(picture);
  state_.rules = header.rules;
  state_.announced = header.announced;
  while (frames.next(frame)) {
    const auto look = decode_look(frame, state_.announced);
    for (const auto& turn : look.turns) state_.picture.turn(turn.candidate, turn.vacancy);
    turns_ += look.turns.size();
    state_.announced += look.announcements.size();
    state_.looks = look.number;
    state_.position = look.to;
    state_.day = look.day;
  }
  if (state_.looks == 0) refuse_damaged(path, "its first look is not whole");
  length_ = looks_magic.size() + frames.offset();
  // A look that was being written when its process ended has not happened: it is looked again.
  if (!frames.at_end()) Appending(path).cut(length_);
  remove_old(base_);
}

bool Journal::picture_is_due() const {
  return turns_ > turns_before_a_picture;
}

void Journal::number(Look& look) const {
  look.number = state_.looks + 1;
  auto last = state_.announced;
  for (auto& one : look.announcements) {
    one.number = ++last;
    one.at = look.at;
    one.position = look.to;
  }
}

void Journal::append(Look& look) {
  number(look);
  const auto frame = framed(encode(look));
  Appending(looks_file(base_)).write(length_, frame);
  length_ += frame.size();
  turns_ += look.turns.size();
  for (const auto& turn : look.turns) state_.picture.turn(turn.candidate, turn.vacancy);
  state_.looks = look.number;
  state_.announced += look.announcements.size();
  state_.position = look.to;
  state_.day = look.day;
}

void Journal::begin_anew(Look& look, Picture picture, const std::string& rules) {
  number(look);
  look.turns.clear();
  std::string file(looks_magic);
  file += framed(encode(LooksHeader{rules, state_.announced}));
  file += framed(encode(look));
  // The picture first: it means nothing until the looks are there, and they are there at once.
  write_file_durably(picture_file(look.number), framed(picture.to_bytes()));
  write_file_durably(looks_file(look.number), file);
  base_ = look.number;
  length_ = file.size();
  turns_ = 0;
  state_ = {std::move(picture), rules, look.number, state_.announced + look.announcements.size(), look.to, look.day};
  remove_old(base_);
}

void Journal::remove_old(std::uint64_t newest) const {
  const auto oldest_kept = now().milliseconds / 1'000 - std::int64_t{days_kept} * 86'400;
  for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
    const auto name = entry.path().filename().string();
    if (entry.path() == looks_file(newest) || entry.path() == picture_file(newest)) continue;
    struct stat status {};
    const bool is_looks = name.starts_with("looks-") && name.ends_with(".log");
    if (is_looks && (::stat(entry.path().c_str(), &status) != 0 || status.st_mtime >= oldest_kept)) continue;
    std::error_code ignored;  // What stays today goes tomorrow.
    std::filesystem::remove(entry.path(), ignored);
  }
}

}  // namespace passend::feed
