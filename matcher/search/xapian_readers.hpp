// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/index/fields.hpp"
#include "indexer/index/stemmer.hpp"

namespace passend::search {

/// One opened generation. Xapian objects must not be shared by threads, not even to read: each query borrows one.
struct Reader {
  explicit Reader(const std::filesystem::path& the_generation);

  std::filesystem::path generation;
  Xapian::Database candidates;
  Xapian::Database vacancies;
  index::Stemmer stemmer;

  Xapian::Database& database(index::Corpus corpus);
};

/// The readers that are idle; grows to as many as queries ran at the same time.
class Readers {
 public:
  /// Throws index_missing, index_corrupt.
  explicit Readers(const std::filesystem::path& index_directory);

  /// Runs `work` on a reader of the current generation at its newest commit. Tries again, up to three times, when the
  /// index moved on underneath (a commit, or a generation that was replaced). Throws index_missing, index_corrupt.
  void run(index::Corpus corpus, const std::function<void(Reader&)>& work);

 private:
  std::unique_ptr<Reader> borrow();
  void give_back(std::unique_ptr<Reader> reader);

  std::filesystem::path directory_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace passend::search
