// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/run_log.hpp"

#include <algorithm>
#include <map>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/run/log_file.hpp"

namespace passend::run {
namespace {

constexpr std::string_view torn_mark = ".torn-";

RunId id_of(const Record& record) {
  return std::visit([](const auto& one) { return one.id; }, record);
}

struct LogFile {
  Date month;  ///< Its first day.
  std::filesystem::path path;
  std::uint64_t length = 0;
};

Date next_month(Date first) {
  return first.month() == 12 ? Date::of(first.year() + 1, 1, 1).value()
                             : Date::of(first.year(), first.month() + 1, 1).value();
}

/// Of the filter, oldest first, as long as they are now.
std::vector<LogFile> files_in(const std::filesystem::path& directory, const RunFilter& filter) {
  std::vector<LogFile> files;
  if (!std::filesystem::is_directory(directory)) return files;
  const LogLock lock(directory, LogLock::Kind::shared);
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const auto month = month_of(entry.path());
    if (!month || !entry.is_regular_file()) continue;
    if (filter.until && *month > *filter.until) continue;
    if (filter.from && next_month(*month) <= *filter.from) continue;
    files.push_back({*month, entry.path(), entry.file_size()});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.month < b.month; });
  return files;
}

bool wanted(const RunFilter& filter, Date day) {
  return (!filter.from || day >= *filter.from) && (!filter.until || day <= *filter.until);
}

std::string place_of(const LogFile& file, std::uint64_t line) {
  return "line " + std::to_string(line) + " of '" + file.path.string() + "'";
}

enum class Next : std::uint8_t { read_on, stop };

Next read_file(const LogFile& file, const RunFilter& filter, const std::function<bool(Record&&)>& each,
               Notices& notices) {
  const auto party = filter.party ? to_text(*filter.party) : "";
  LineReader lines(file.path, file.length);
  while (const auto line = lines.next()) {
    const auto text = lines.torn() ? std::nullopt : record_in(*line);
    if (!text) {
      notices.push_back(place_of(file, lines.number()) +
                        (lines.torn() ? " is the half of a record: its write was interrupted and never acknowledged"
                                      : " is no record of a run, or its checksum does not fit its bytes; it is skipped "
                                        "and left as it is"));
      continue;
    }
    if (!party.empty() && text->find(party) == std::string_view::npos) continue;
    try {
      auto record = decode(*text);
      if (!wanted(filter, time_of(id_of(record)).date())) continue;
      if (!each(std::move(record))) return Next::stop;
    } catch (const Error& error) {
      notices.push_back(place_of(file, lines.number()) + " is skipped and left as it is: " + error.what());
    }
  }
  return Next::read_on;
}

/// The lines of a file that stay; counts the others.
std::string kept_lines(const LogFile& file, Date first_kept, PruneReport& report) {
  std::string kept;
  LineReader lines(file.path, file.length);
  while (const auto line = lines.next()) {
    const auto text = lines.torn() ? std::nullopt : record_in(*line);
    std::optional<Record> record;
    try {
      if (text) record = decode(*text);
    } catch (const Error&) {  // Of another version: its age is not known, so that it goes with its month.
    }
    if (record && time_of(id_of(*record)).date() < first_kept) {
      ++report.removed;
      continue;
    }
    ++(record ? report.kept : report.unreadable);
    kept += *line;
    if (!lines.torn()) kept += '\n';
  }
  return kept;
}

/// Of the month file itself and of the half lines set aside from it.
std::optional<Date> month_of_any(const std::filesystem::path& file) {
  const std::string name = file.filename();
  return month_of(name.substr(0, name.find(torn_mark)));
}

/// For the owner alone: who was shown to whom is nobody else's business.
void make_directory(const std::filesystem::path& directory) {
  if (std::filesystem::is_directory(directory)) return;
  try {
    std::filesystem::create_directories(directory);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::storage_failed,
                "cannot make the directory of the match runs, '" + directory.string() + "': " + error.code().message());
  }
  sync_directory(directory.has_parent_path() ? directory.parent_path() : ".");
}

}  // namespace

Notices RunLog::append(std::span<const Record> records) const {
  Notices notices;
  if (records.empty()) return notices;
  std::map<std::string, std::string> lines_by_file;
  for (const auto& record : records) {
    lines_by_file[month_file(time_of(id_of(record)).date())] += line_of(encode(record));
  }
  make_directory(directory_);
  const LogLock lock(directory_, LogLock::Kind::exclusive);
  for (const auto& [name, lines] : lines_by_file) {
    const auto file = directory_ / name;
    if (const auto aside = set_torn_tail_aside(file)) {
      notices.push_back("'" + file.string() + "' ended in half a record, of a write that was interrupted and never " +
                        "acknowledged; it was moved to '" + aside->string() + "'");
    }
    append_durably(file, lines);
  }
  return notices;
}

Notices RunLog::read(const RunFilter& filter, const std::function<bool(Record&&)>& each) const {
  Notices notices;
  for (const auto& file : files_in(directory_, filter)) {
    if (read_file(file, filter, each, notices) == Next::stop) break;
  }
  return notices;
}

std::optional<Run> RunLog::find(RunId id) const {
  const auto day = time_of(id).date();
  const auto wanted_id = to_text(id);
  for (const auto& file : files_in(directory_, {.from = day, .until = day})) {
    LineReader lines(file.path, file.length);
    while (const auto line = lines.next()) {
      // Before the checksum, which takes longer than all else: a month may have a hundred thousand lines.
      if (line->find(wanted_id) == std::string_view::npos) continue;
      const auto text = lines.torn() ? std::nullopt : record_in(*line);
      if (!text) continue;
      auto record = decode(*text);
      if (auto* run = std::get_if<Run>(&record); run != nullptr && run->id == id) return std::move(*run);
    }
  }
  return std::nullopt;
}

PruneReport RunLog::prune(Date first_kept) const {
  PruneReport report;
  if (!std::filesystem::is_directory(directory_)) return report;
  auto files = files_in(directory_, {});
  const LogLock lock(directory_, LogLock::Kind::exclusive);
  for (auto& file : files) {
    file.length = std::filesystem::file_size(file.path);
    PruneReport of_file;
    const auto kept = kept_lines(file, first_kept, of_file);
    const bool stays = next_month(file.month) > first_kept;
    if (stays && of_file.removed != 0) write_file_durably(file.path, kept);
    report.removed += of_file.removed;
    report.kept += of_file.kept;
    if (stays) report.unreadable += of_file.unreadable;
  }
  for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
    const auto month = month_of_any(entry.path());
    if (month && next_month(*month) <= first_kept) std::filesystem::remove(entry.path());
  }
  sync_directory(directory_);
  return report;
}

}  // namespace passend::run
