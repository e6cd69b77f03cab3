// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/generations.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::index {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view name_start = "gen-";
constexpr const char* current_name = "current";
constexpr const char* quarantine_name = "quarantined";

/// The number of a finished generation; absent for any other name.
std::optional<std::uint64_t> number_of(const std::string& name) {
  if (!name.starts_with(name_start)) return std::nullopt;
  std::uint64_t number = 0;
  const char* end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + name_start.size(), end, number);
  return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

[[noreturn]] void refuse(const std::string& action, const fs::path& path, int reason) {
  throw Error(reason == ENOSPC || reason == EDQUOT ? ErrorCode::disk_full : ErrorCode::storage_failed,
              "cannot " + action + " '" + path.string() + "': " + std::strerror(reason));
}

template <class Work>
auto guarded(const std::string& action, const fs::path& path, Work work) {
  try {
    return work();
  } catch (const fs::filesystem_error& error) {
    refuse(action, path, error.code().value());
  }
}

std::vector<fs::path> entries(const fs::path& directory) {
  std::vector<fs::path> result;
  for (const auto& entry : fs::directory_iterator(directory)) result.push_back(entry.path());
  return result;
}

int take_lock(const fs::path& path) {
  const int lock = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) refuse("open", path, errno);
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  const int reason = errno;
  ::close(lock);
  if (reason != EWOULDBLOCK) refuse("lock", path, reason);
  throw Error(ErrorCode::storage_busy, "another process writes the text index '" + path.parent_path().string() +
                                           "'; wait until it is done, or stop it, and run again");
}

}  // namespace

std::optional<fs::path> current_generation(const fs::path& directory) {
  std::error_code error;
  const fs::path target = fs::read_symlink(directory / current_name, error);
  if (error || !number_of(target.string())) return std::nullopt;
  return directory / target;
}

fs::path corpus_path(const fs::path& generation, Corpus corpus) {
  return generation / name_of(corpus);
}

Generations::Generations(const fs::path& directory) : directory_(directory) {
  guarded("make", directory, [&] { fs::create_directories(directory); });
  lock_ = take_lock(directory / "lock");
  try {
    clear_leftovers();
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

Generations::~Generations() {
  ::close(lock_);
}

/// A run that was cut off leaves folders that were never published, or a published one that `current` does not yet
/// name.
void Generations::clear_leftovers() const {
  guarded("clear", directory_, [&] {
    const auto current = current_generation(directory_);
    const std::uint64_t newest = current ? *number_of(current->filename().string()) : 0;
    for (const fs::path& entry : entries(directory_)) {
      const std::string name = entry.filename().string();
      const auto number = number_of(name);
      const bool unfinished = name.starts_with(name_start) && !number;
      if (unfinished || (number && *number > newest) || name == "current.new") fs::remove_all(entry);
    }
  });
}

std::uint64_t Generations::highest_number() const {
  std::uint64_t highest = 0;
  for (const fs::path& entry : entries(directory_)) {
    highest = std::max(highest, number_of(entry.filename().string()).value_or(0));
  }
  return highest;
}

Generations::Workshop Generations::open_workshop() {
  clear_leftovers();
  return guarded("prepare", directory_, [&] {
    const std::string name = std::string(name_start) + std::to_string(highest_number() + 1);
    Workshop workshop{directory_ / (name + ".raw"), directory_ / (name + ".building")};
    fs::create_directory(workshop.raw);
    fs::create_directory(workshop.building);
    return workshop;
  });
}

void Generations::publish(const Workshop& workshop) {
  guarded("publish", workshop.building, [&] {
    const auto previous = current_generation(directory_);
    fs::path finished = workshop.building;
    finished.replace_extension();
    sync_directory(workshop.building);
    fs::rename(workshop.building, finished);
    sync_directory(directory_);
    const fs::path link = directory_ / "current.new";
    fs::remove(link);
    fs::create_symlink(finished.filename(), link);
    fs::rename(link, directory_ / current_name);
    sync_directory(directory_);
    for (const fs::path& entry : entries(directory_)) {
      const bool generation = entry.filename().string().starts_with(name_start);
      if (generation && entry != finished && (!previous || entry != *previous)) fs::remove_all(entry);
    }
  });
}

void Generations::quarantine() {
  const auto current = current_generation(directory_);
  if (current) write_file_durably(*current / quarantine_name, "A write failed here; the next follow builds anew.\n");
}

bool Generations::is_quarantined() const {
  const auto current = current_generation(directory_);
  return current && fs::exists(*current / quarantine_name);
}

}  // namespace passend::index
