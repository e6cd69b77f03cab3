// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/work_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::batch {
namespace {

constexpr const char* inputs_file = "inputs.txt";
constexpr std::string_view chunk_prefix = "chunk-";
constexpr std::string_view partition_line = "partition: ";

std::string description(const Inputs& inputs, const Partition& partition) {
  return to_text(inputs) + std::string(partition_line) + to_text(partition) + "\n";
}

std::filesystem::path chunk_file(const std::filesystem::path& directory, const Range& vacancies) {
  char name[40];
  std::snprintf(name, sizeof name, "chunk-%010u-%010u", vacancies.begin, vacancies.end);
  return directory / name;
}

int lock(const std::filesystem::path& directory) {
  const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  if (descriptor >= 0) ::close(descriptor);
  throw Error(ErrorCode::storage_busy, "another process works on the batch in '" + directory.string() +
                                           "': wait for it, or name another output directory");
}

/// The inputs in the text of inputs.txt.
std::optional<Inputs> inputs_of(const std::string& text) {
  const auto end = text.find(partition_line);
  return end == std::string::npos ? std::nullopt : parse_inputs(std::string_view(text).substr(0, end));
}

/// What differs between the work that lies there and what is asked now; empty when it may be taken up.
std::string difference(const std::string& there, const Inputs& inputs, const Partition& partition) {
  if (there == description(inputs, partition)) return {};
  const auto then = inputs_of(there);
  if (!then) return "its inputs.txt cannot be read";
  const auto found = differences(*then, inputs);
  if (found.empty()) return "it is another partition than " + to_text(partition);
  std::string words;
  for (const auto& one : found) words += (words.empty() ? "" : "; ") + one;
  return words;
}

void remove_files(const std::filesystem::path& directory) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) std::filesystem::remove(entry.path());
}

std::vector<std::filesystem::path> chunk_files(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with(chunk_prefix)) continue;
    if (name.ends_with(".new")) {
      std::filesystem::remove(entry.path());  // Of a process that was killed while it wrote.
    } else {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

WorkDirectory::WorkDirectory(std::filesystem::path directory, const Inputs& inputs, const Partition& partition,
                             EarlierWork earlier)
    : directory_(std::move(directory)), inputs_(inputs), partition_(partition) {
  make_directory(directory_);
  lock_ = lock(directory_);
  try {
    begin(earlier);
  } catch (...) {
    ::close(lock_);
    throw;
  }
}

void WorkDirectory::begin(EarlierWork earlier) const {
  const auto file = directory_ / inputs_file;
  if (std::filesystem::exists(file) && earlier == EarlierWork::taken_up) {
    const auto words = difference(read_file(file), inputs_, partition_);
    if (words.empty()) return;
    throw Error(ErrorCode::conflict, "'" + directory_.string() + "' holds the finished chunks of another batch (" +
                                         words + "): finish that one, or begin anew with --restart");
  }
  remove_files(directory_);
  write_file_durably(file, description(inputs_, partition_));
}

WorkDirectory::~WorkDirectory() {
  ::close(lock_);
}

std::uint32_t WorkDirectory::load(Matrix& matrix, const Executor& executor, const Remark& remark) const {
  std::uint32_t loaded = 0;
  for (const auto& path : chunk_files(directory_)) {
    try {
      auto file = decode_slice(read_file(path), path.string());
      if (file.inputs != inputs_ || file.partition != partition_) {
        throw Error(ErrorCode::storage_corrupt, "'" + path.string() + "' is of another batch");
      }
      matrix.add(std::move(file.slice), executor, path.string());
      ++loaded;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::storage_corrupt) throw;
      remark(std::string(error.what()) + " (done here)");
      std::filesystem::remove(path);
    }
  }
  return loaded;
}

void WorkDirectory::keep(const Slice& chunk) const {
  write_file_durably(chunk_file(directory_, chunk.vacancies), encode({inputs_, partition_, {}, chunk}));
}

void WorkDirectory::remove() {
  std::filesystem::remove_all(directory_);
}

void make_directory(const std::filesystem::path& directory) {
  std::error_code failure;
  std::filesystem::create_directories(directory, failure);
  if (!failure) return;
  const bool is_full = failure == std::errc::no_space_on_device;
  throw Error(is_full ? ErrorCode::disk_full : ErrorCode::storage_failed,
              "cannot make '" + directory.string() + "': " + failure.message());
}

std::optional<Inputs> inputs_in(const std::filesystem::path& directory) {
  const auto file = directory / inputs_file;
  return std::filesystem::exists(file) ? inputs_of(read_file(file)) : std::nullopt;
}

}  // namespace passend::batch
