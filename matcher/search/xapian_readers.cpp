// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_readers.hpp"

#include "indexer/base/error.hpp"
#include "indexer/index/generations.hpp"
#include "indexer/index/metadata.hpp"

namespace passend::search {
namespace {

constexpr int most_attempts = 4;  // The first and three more.

Xapian::Database open(const std::filesystem::path& generation, index::Corpus corpus) {
  Xapian::Database database(index::corpus_path(generation, corpus).string());
  if (database.get_metadata(index::metadata::schema) == index::schema_hash()) return database;
  throw Error(ErrorCode::index_corrupt,
              "the text index was built by another version of Passend; run 'passend index build'");
}

std::filesystem::path require_generation(const std::filesystem::path& directory) {
  if (const auto generation = index::current_generation(directory)) return *generation;
  throw Error(ErrorCode::index_missing,
              "there is no text index in '" + directory.string() + "'; run 'passend index build'");
}

[[noreturn]] void refuse(const std::filesystem::path& directory, const Xapian::Error& error) {
  throw Error(ErrorCode::index_corrupt, "the text index in '" + directory.string() + "' cannot be read: " +
                                            error.get_type() + "; run 'passend index verify' or 'passend index build'");
}

}  // namespace

Reader::Reader(const std::filesystem::path& the_generation)
    : generation(the_generation),
      candidates(open(generation, index::Corpus::candidates)),
      vacancies(open(generation, index::Corpus::vacancies)) {}

Xapian::Database& Reader::database(index::Corpus corpus) {
  return corpus == index::Corpus::candidates ? candidates : vacancies;
}

Readers::Readers(const std::filesystem::path& index_directory) : directory_(index_directory) {
  run(index::Corpus::candidates, [](Reader&) {});
}

std::unique_ptr<Reader> Readers::borrow() {
  const auto generation = require_generation(directory_);
  {
    const std::lock_guard lock(mutex_);
    while (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      if (reader->generation == generation) return reader;
    }
  }
  return std::make_unique<Reader>(generation);
}

void Readers::give_back(std::unique_ptr<Reader> reader) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

void Readers::run(index::Corpus corpus, const std::function<void(Reader&)>& work) {
  for (int attempt = 1;; ++attempt) {
    try {
      auto reader = borrow();
      reader->database(corpus).reopen();
      work(*reader);
      return give_back(std::move(reader));
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == most_attempts) refuse(directory_, error);
    } catch (const Xapian::DatabaseError& error) {
      // The generation may have been removed while it was being opened: look again which one is current.
      if (attempt == most_attempts) refuse(directory_, error);
    } catch (const Xapian::Error& error) {
      refuse(directory_, error);
    }
  }
}

}  // namespace passend::search
