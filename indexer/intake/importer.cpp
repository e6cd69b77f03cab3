// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/importer.hpp"

#include <algorithm>

#include "indexer/base/hash.hpp"
#include "indexer/intake/source_stream.hpp"
#include "indexer/model/citizen_numbers.hpp"

namespace passend::intake {
namespace {

constexpr std::size_t issues_kept = 1000;
constexpr std::uint64_t records_between_progress = 200;
/// One number in eleven passes the 11-test by chance; five do so in one of 160,000 files with ids of nine digits.
constexpr std::size_t ids_that_tell = 5;

const SourceRef& source_of(const Portfolio& portfolio) {
  return portfolio.search.source;
}
const SourceRef& source_of(const Vacancy& vacancy) {
  return vacancy.source;
}
const SourceRef& source_of(const Employer& employer) {
  return employer.source;
}

Id128 fingerprint(const store::Record& record) {
  const SourceRef& source = std::visit([](const auto& one) -> const SourceRef& { return source_of(one); }, record);
  const std::string key = std::to_string(record.index()) + '\n' + source.system + '\n' + source.id;
  return *parse_id128(sha256_hex(key).substr(0, 32));
}

void release(store::Record& record) {
  if (auto* portfolio = std::get_if<Portfolio>(&record)) {
    portfolio->search.exchange = {.by_candidate = true, .by_mediator = true};
  } else if (auto* vacancy = std::get_if<Vacancy>(&record)) {
    vacancy->released_for_exchange = true;
  }
}

}  // namespace

ImportReport Importer::run(std::istream& file, const ProgressSink& progress) {
  report_ = {};
  stopped_by_.reset();
  pending_.clear();
  lines_.clear();
  report_.file = options_.file_name;

  SourceStream source(file);
  std::istream input(&source);
  const Format format =
      options_.format ? *options_.format : detect_format(source.first_bytes(), options_.reading.mapping);
  report_.format = to_text(format);
  const auto reader = open_reader(format, input, options_.reading);
  const auto show = [&] {
    if (progress) progress({"import", source.bytes(), options_.total_bytes, "bytes"});
  };
  for (std::uint64_t n = 0; !stopped_by_ && take(reader->next()); ++n) {
    if (n % records_between_progress == 0) show();
  }
  if (!stopped_by_) flush();
  if (source.failed()) {
    report_.complete = false;
    note({ImportIssue::Severity::warning, 0, 0, "", "", "the file could not be read any further",
          "check the disk and import the file again"});
  }
  report_.bytes = source.bytes();
  report_.dropped_by_rule = reader->dropped_by_rule();
  show();
  return std::move(report_);
}

/// Counts one event; false at the end of the file.
bool Importer::take(ReadEvent event) {
  if (auto* record = std::get_if<ReadRecord>(&event)) {
    accept(std::move(*record));
    return true;
  }
  if (const auto* rejected = std::get_if<RejectedRecord>(&event)) {
    reject(rejected->reasons);
    return true;
  }
  const auto& end = std::get<EndOfRecords>(event);
  report_.complete = end.complete;
  for (const ImportIssue& remark : end.remarks) note(remark);
  if (end.complete && report_.read == 0 && pending_.empty()) {
    note({ImportIssue::Severity::warning, 0, 0, "", "", "the file holds no records of this format",
          "check that it is the right file, or name its format with --format"});
  }
  return false;
}

void Importer::accept(ReadRecord record) {
  if (is_second(record)) return;
  for (ImportIssue& warning : record.warnings) note(std::move(warning));
  if (options_.release == ImportOptions::Release::every_record) release(record.record);
  pending_.push_back({std::move(record.record), record.line, record.number});
  if (pending_.size() >= options_.batch_size) flush();
}

bool Importer::is_second(const ReadRecord& record) {
  const auto [first, is_new] = lines_.emplace(fingerprint(record.record), record.line);
  if (is_new) return false;
  reject({{ImportIssue::Severity::rejected, record.line, record.number, "sourceId", "",
           "a record with the same source id stands on line " + std::to_string(first->second) + "; that one is loaded",
           "remove one of the two, or give them different ids"}});
  return true;
}

/// No single id can be told from another number that passes the test, but all ids of a file can. Looks before anything
/// is written.
void Importer::refuse_citizen_numbers_as_ids() const {
  if (report_.inserted + report_.updated + report_.unchanged > 0 || pending_.size() < ids_that_tell) return;
  const bool all_pass = std::all_of(pending_.begin(), pending_.end(), [](const Pending& pending) {
    const auto* record = std::get_if<store::Record>(&pending.write);
    const auto* portfolio = record == nullptr ? nullptr : std::get_if<Portfolio>(record);
    return portfolio != nullptr && passes_eleven_test(portfolio->search.source.id);
  });
  if (!all_pass) return;
  throw Error(
      ErrorCode::invalid_input,
      "the source ids of this file are citizen service numbers (BSN), which are never stored; take the number that "
      "the person has in your system. Nothing was loaded");
}

void Importer::flush() {
  if (pending_.empty()) return;
  try {
    refuse_citizen_numbers_as_ids();
    write_pending();
  } catch (const Error& error) {
    stop(error);
  }
  pending_.clear();
}

void Importer::write_pending() {
  if (options_.mode == ImportOptions::Mode::check_only) {
    for (std::size_t i = 0; i < pending_.size(); ++i) count(store::WriteOutcome::unchanged);
    return;
  }
  std::vector<store::Write> batch;
  batch.reserve(pending_.size());
  for (const Pending& pending : pending_) batch.push_back(pending.write);
  try {
    for (const store::WriteOutcome outcome : store_.write(batch, options_.actor)) count(outcome);
  } catch (const Error& error) {
    // The store refuses a batch as a whole; one record must not keep the others out.
    if (error.code() != ErrorCode::invalid_input) throw;
    write_one_by_one();
  }
}

void Importer::write_one_by_one() {
  for (const Pending& pending : pending_) {
    try {
      for (const store::WriteOutcome outcome : store_.write({pending.write}, options_.actor)) count(outcome);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::invalid_input) throw;
      const std::string field = error.violations().empty() ? std::string() : error.violations().front().field;
      const std::string rule = error.violations().empty() ? std::string() : ": " + error.violations().front().rule;
      reject({{ImportIssue::Severity::rejected, pending.line, pending.number, field, "",
               "the store does not accept this record" + rule, "correct it in the source and import the file again"}});
    }
  }
}

void Importer::count(store::WriteOutcome outcome) {
  ++report_.read;
  switch (outcome) {
    case store::WriteOutcome::inserted:
      ++report_.inserted;
      break;
    case store::WriteOutcome::updated:
      ++report_.updated;
      break;
    case store::WriteOutcome::unchanged:
    case store::WriteOutcome::erased:
    case store::WriteOutcome::absent:
      ++report_.unchanged;
      break;
  }
}

void Importer::reject(const std::vector<ImportIssue>& reasons) {
  ++report_.read;
  ++report_.rejected;
  for (const ImportIssue& reason : reasons) note(reason);
}

void Importer::note(ImportIssue issue) {
  if (report_.issues.size() < issues_kept) {
    report_.issues.push_back(std::move(issue));
  } else {
    ++report_.issues_beyond_limit;
  }
}

/// The store cannot go on. What it has acknowledged is loaded; the report says how to complete the rest.
void Importer::stop(const Error& error) {
  const bool from_store = error.code() == ErrorCode::disk_full || error.code() == ErrorCode::storage_failed;
  if (!from_store) throw error;
  stopped_by_ = error.code();
  report_.complete = false;
  ImportIssue issue;
  issue.severity = ImportIssue::Severity::warning;
  issue.reason = std::string("the import stopped: ") + error.what() + "; " +
                 std::to_string(report_.read - report_.rejected) + " record(s) are loaded";
  issue.remedy = error.code() == ErrorCode::disk_full
                     ? "free space and import the file again; it goes on where it stopped"
                     : "run `passend store check`, then import the file again";
  if (report_.issues.size() >= issues_kept) report_.issues.pop_back();  // This one must be seen.
  note(std::move(issue));
}

}  // namespace passend::intake
