// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/base/progress.hpp"
#include "indexer/intake/formats.hpp"
#include "indexer/intake/record_reader.hpp"
#include "indexer/model/import_report.hpp"
#include "indexer/store/store.hpp"

namespace passend::intake {

struct ImportOptions {
  std::optional<Format> format;  ///< Absent: told by the content.
  std::string file_name;         ///< For the report; without directories.
  ReadingOptions reading;
  std::size_t batch_size = 500;   ///< Records that are written, and become durable, together.
  std::uint64_t total_bytes = 0;  ///< Size of the file for the progress display; 0: not known.
  /// `check_only` reads and reports everything and writes nothing; what could be loaded counts as unchanged.
  enum class Mode : std::uint8_t { load, check_only } mode = Mode::load;
  /// `every_record`: whoever imports says that all of this file may be shown to other organisations, by candidate and
  /// mediator. `as_in_the_file`: a record says so itself, or it is not released.
  enum class Release : std::uint8_t { as_in_the_file, every_record } release = Release::as_in_the_file;
  store::Actor actor{"cli:import", "import"};
};

/// Loads one file into the store. Records are written in batches, each whole or not at all, so that an import that was
/// cut off is completed by running it again: what is there is left unchanged.
class Importer {
 public:
  /// `store` must outlive the importer.
  Importer(store::Store& store, ImportOptions options) : store_(store), options_(std::move(options)) {}

  /// Throws for a file that cannot be begun (unsupported_format, malformed_document, invalid_input; also where the
  /// source ids of the first portfolios are citizen service numbers). Everything later stands in the report: rejected
  /// records, a file that broke off, and a store that could not go on (stopped_by() says why).
  ImportReport run(std::istream& file, const ProgressSink& progress);

  /// After run(): disk_full or storage_failed when the store refused to go on; what the report counts is loaded.
  std::optional<ErrorCode> stopped_by() const { return stopped_by_; }

 private:
  /// A record on its way to the store, and where it came from.
  struct Pending {
    store::Write write;
    std::uint64_t line = 0;
    std::uint64_t number = 0;
  };

  bool take(ReadEvent event);
  void accept(ReadRecord record);
  bool is_second(const ReadRecord& record);
  void flush();
  void refuse_citizen_numbers_as_ids() const;
  void write_pending();
  void write_one_by_one();
  void count(store::WriteOutcome outcome);
  void reject(const std::vector<ImportIssue>& reasons);
  void note(ImportIssue issue);
  void stop(const Error& error);

  store::Store& store_;
  ImportOptions options_;
  ImportReport report_;
  std::optional<ErrorCode> stopped_by_;
  std::vector<Pending> pending_;
  /// Line of each source id of this file, by 128 bits of its SHA-256: 48 bytes a record, the one thing that grows.
  std::unordered_map<Id128, std::uint64_t> lines_;
};

}  // namespace passend::intake
