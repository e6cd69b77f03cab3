// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/durable_writer.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstring>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/index/terms.hpp"
#include "indexer/index/xapian_document.hpp"

namespace passend::index {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& directory, const Xapian::Error& error) {
  const char* reason = error.get_error_string();
  const bool full = reason != nullptr && (std::strcmp(reason, std::strerror(ENOSPC)) == 0 ||
                                          std::strcmp(reason, std::strerror(EDQUOT)) == 0);
  if (full) {
    throw Error(ErrorCode::disk_full, "the disk is full while writing the text index '" + directory.string() +
                                          "'; free some space and run again, the index is then rebuilt by itself");
  }
  // Only Xapian's own words: they name files and causes, never terms of a document.
  throw Error(ErrorCode::index_corrupt, "the text index '" + directory.string() + "' cannot be written: " +
                                            error.get_type() + (reason == nullptr ? "" : std::string(": ") + reason) +
                                            "; it is rebuilt from the store by 'passend index build'");
}

template <class Work>
auto guarded(const std::filesystem::path& directory, Work work) {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    refuse(directory, error);
  }
}

int flags_of(DurableWriter::Start start) {
  return start == DurableWriter::Start::empty ? Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS : Xapian::DB_OPEN;
}

void sync_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  const int reason = errno;
  if (file >= 0) ::close(file);
  if (synced) return;
  throw Error(reason == ENOSPC ? ErrorCode::disk_full : ErrorCode::storage_failed,
              "cannot sync '" + path.string() + "': " + std::strerror(reason));
}

}  // namespace

struct DurableWriter::State {
  std::filesystem::path directory;
  Xapian::WritableDatabase database;
  DocumentWriter documents;
  std::size_t batch = 0;
  bool open = false;  ///< A transaction has begun.

  void begin() {
    if (open) return;
    database.begin_transaction(true);
    open = true;
  }

  void count() {
    if (++batch <= max_batch) return;
    throw Error(ErrorCode::internal, "a batch of the text index holds more than 5000 documents");
  }
};

DurableWriter::DurableWriter(const std::filesystem::path& directory, Start start) : state_(std::make_unique<State>()) {
  state_->directory = directory;
  guarded(directory, [&] { state_->database = Xapian::WritableDatabase(directory.string(), flags_of(start)); });
}

DurableWriter::~DurableWriter() = default;

void DurableWriter::put(const Document& document) {
  state_->count();
  guarded(state_->directory, [&] {
    state_->begin();
    state_->database.replace_document(document.unique, state_->documents.write(document));
  });
}

void DurableWriter::erase(const Id128& id) {
  state_->count();
  guarded(state_->directory, [&] {
    state_->begin();
    state_->database.delete_document(unique_term(id));
  });
}

void DurableWriter::note(const std::string& key, const std::string& value) {
  guarded(state_->directory, [&] {
    state_->begin();
    state_->database.set_metadata(key, value);
  });
}

void DurableWriter::commit() {
  if (!state_->open) return;
  guarded(state_->directory, [&] { state_->database.commit_transaction(); });
  state_->open = false;
  state_->batch = 0;
  sync_directory(state_->directory);
}

std::uint64_t DurableWriter::dropped_terms() const {
  return state_->documents.dropped_terms();
}

void DurableWriter::compact(const std::filesystem::path& from, const std::filesystem::path& to) {
  guarded(to, [&] { Xapian::Database(from.string()).compact(to.string()); });
  for (const auto& entry : std::filesystem::directory_iterator(to)) {
    if (entry.is_regular_file()) sync_file(entry.path());
  }
  sync_directory(to);
}

}  // namespace passend::index
