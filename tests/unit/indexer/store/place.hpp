// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/temporary_directory.hpp"

/// Where a store of a test stands.
namespace passend::store::test {

using passend::test::TemporaryDirectory;

/// A store that can be closed and opened again; the contract is tested against every kind of it.
class Place {
 public:
  virtual ~Place() = default;
  virtual std::unique_ptr<Store> open() = 0;
};

class SqlitePlace : public Place {
 public:
  explicit SqlitePlace(const std::filesystem::path& parent = std::filesystem::temp_directory_path())
      : directory(parent) {}
  std::unique_ptr<Store> open() override { return open_sqlite_store(options); }
  std::filesystem::path database() const { return options.directory / "store.sqlite"; }

  TemporaryDirectory directory;
  StoreOptions options{directory.path() / "store", directory.path() / "key", MissingKey::create};
};

/// Every byte of every file of a directory, for looking for what must not be there.
std::string all_bytes(const std::filesystem::path& directory);

/// The error code of what `work` throws; internal when it throws nothing.
ErrorCode code_of(const std::function<void()>& work);
/// The message of what `work` throws; empty when it throws nothing.
std::string message_of(const std::function<void()>& work);

}  // namespace passend::store::test
