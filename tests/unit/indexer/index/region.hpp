// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/temporary_directory.hpp"

/// A small region on disk for tests of index and search: a real store, the starter taxonomy and an index.
namespace passend::index::test {

using passend::test::TemporaryDirectory;

/// The starter taxonomy, compiled once for a test program.
inline const taxonomy::Taxonomy& starter_taxonomy() {
  static const TemporaryDirectory directory;
  static const taxonomy::Taxonomy taxonomy = [] {
    taxonomy::Sources sources;
    sources.starter_dir = std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures" / "taxonomy";
    taxonomy::compile(sources, directory.path() / "starter.tax");
    return taxonomy::Taxonomy::open(directory.path() / "starter.tax");
  }();
  return taxonomy;
}

inline Id128 id_number(std::uint64_t number) {
  return {0x2000000000000000ULL, number};
}

/// A portfolio without anything that is known, but for its id and source.
inline Portfolio person(std::uint64_t number) {
  Portfolio portfolio;
  portfolio.search.id.value = id_number(number);
  portfolio.search.source = {"test", "person-" + std::to_string(number)};
  portfolio.detail.id = portfolio.search.id;
  return portfolio;
}

inline Vacancy vacancy(std::uint64_t number, const std::string& title) {
  Vacancy vacancy;
  vacancy.id.value = id_number(number);
  vacancy.source = {"test", "vacancy-" + std::to_string(number)};
  vacancy.title = title;
  return vacancy;
}

class Region {
 public:
  Region() { open_store(store::Access::read_write); }

  void open_store(store::Access access) {
    store_.reset();
    store_ = store::open_sqlite_store(
        {directory_.path() / "store", directory_.path() / "key", store::MissingKey::create, access});
  }
  void close_store() { store_.reset(); }

  store::Store& store() { return *store_; }
  std::filesystem::path index_directory() const { return directory_.path() / "index"; }

  void write(const std::vector<store::Write>& batch) { store_->write(batch, {"test:index", "to test the text index"}); }
  template <class T>
  void write(const T& record) {
    std::vector<store::Write> batch;
    batch.emplace_back(std::in_place_type<store::Record>, std::in_place_type<T>, record);
    write(batch);
  }
  void erase(store::RecordKind kind, const Id128& id) { write(std::vector<store::Write>(1, store::Erasure{kind, id})); }

  IndexState rebuild() { return Indexer(index_directory(), *store_, starter_taxonomy()).rebuild({}); }
  IndexState follow() { return Indexer(index_directory(), *store_, starter_taxonomy()).follow({}); }
  VerifyReport verify() { return Indexer(index_directory(), *store_, starter_taxonomy()).verify(); }

 private:
  TemporaryDirectory directory_;
  std::unique_ptr<store::Store> store_;
};

/// Every byte of every file below a directory, for looking for what must not be there.
inline std::string all_bytes(const std::filesystem::path& directory) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

/// The error code of what `work` throws; internal when it throws nothing.
template <class Work>
ErrorCode code_of(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

/// The message of what `work` throws; empty when it throws nothing.
template <class Work>
std::string message_of(Work work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace passend::index::test
