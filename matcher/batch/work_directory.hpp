// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "matcher/batch/matrix.hpp"

namespace passend::batch {

/// What becomes of work that an earlier process left.
enum class EarlierWork : std::uint8_t { taken_up, thrown_away };

using Remark = std::function<void(std::string_view)>;

/// Where the finished chunks of a batch lie until the result is there: `inputs.txt` says what of, each chunk is a file
/// that is whole or absent.
class WorkDirectory {
 public:
  /// Makes the directory. Throws conflict when it holds chunks of a batch with other inputs, naming each; storage_busy
  /// when another process works in it.
  WorkDirectory(std::filesystem::path directory, const Inputs& inputs, const Partition& partition, EarlierWork earlier);
  ~WorkDirectory();
  WorkDirectory(const WorkDirectory&) = delete;
  WorkDirectory& operator=(const WorkDirectory&) = delete;

  /// Adds the chunks of an earlier process; how many there were. A damaged one is remarked upon, removed and left out.
  std::uint32_t load(Matrix& matrix, const Executor& executor, const Remark& remark) const;
  /// Durable when it returns. Throws disk_full, storage_failed.
  void keep(const Slice& chunk) const;
  /// The result is there: nothing here is needed any more.
  void remove();

  const std::filesystem::path& path() const { return directory_; }

 private:
  void begin(EarlierWork earlier) const;
  std::filesystem::path directory_;
  Inputs inputs_;
  Partition partition_;
  int lock_ = -1;
};

/// Throws disk_full, storage_failed.
void make_directory(const std::filesystem::path& directory);

/// What the chunks in a work directory are of; absent when there is no such directory or it cannot be read.
std::optional<Inputs> inputs_in(const std::filesystem::path& directory);

}  // namespace passend::batch
