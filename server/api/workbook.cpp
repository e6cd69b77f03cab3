// SPDX-License-Identifier: EUPL-1.2
#include "server/api/workbook.hpp"

#include <stdlib.h>
#include <xlsxwriter.h>

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

constexpr double column_width = 18;
constexpr const char* file_name = "file.xlsx";

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::storage_failed, "A spreadsheet could not be written in " +
                                             std::filesystem::temp_directory_path().string() + ": " + what +
                                             ". Make room there, or set TMPDIR to a place that has some.");
}

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

lxw_workbook* new_workbook(const std::filesystem::path& directory) {
  std::string place = directory.string();
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = place.data();
  return workbook_new_opt((directory / file_name).c_str(), &options);
}

}  // namespace

Workbook::OwnDirectory::OwnDirectory() {
  std::string name = (std::filesystem::temp_directory_path() / "passend-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) fail("no directory can be made");
  path = name;
}

Workbook::OwnDirectory::~OwnDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

Workbook::Workbook(const std::string& sheet, const std::vector<std::string>& titles)
    : workbook_(new_workbook(directory_.path), &lxw_workbook_free) {
  if (workbook_ != nullptr) sheet_ = workbook_add_worksheet(workbook_.get(), sheet.c_str());
  if (sheet_ == nullptr) fail("no sheet can be made");
  lxw_format* bold = workbook_add_format(workbook_.get());
  format_set_bold(bold);
  const auto last = static_cast<lxw_col_t>(titles.size() - 1);
  require(worksheet_set_column(sheet_, 0, last, column_width, nullptr));
  worksheet_freeze_panes(sheet_, 1, 0);
  for (std::size_t column = 0; column < titles.size(); ++column) {
    require(worksheet_write_string(sheet_, row_, static_cast<lxw_col_t>(column), titles[column].c_str(), bold));
  }
  ++row_;
}

void Workbook::add(const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    if (const auto* words = std::get_if<std::string>(&cells[i])) {
      if (!words->empty()) require(worksheet_write_string(sheet_, row_, column, words->c_str(), nullptr));
    } else {
      require(worksheet_write_number(sheet_, row_, column, std::get<double>(cells[i]), nullptr));
    }
  }
  ++row_;
}

void Workbook::finish() {
  require(workbook_close(workbook_.release()));
  file_.open(directory_.path / file_name, std::ios::binary);
  if (!file_) fail("it cannot be read");
}

std::optional<std::string> Workbook::read(std::size_t most) {
  std::string bytes(most, '\0');
  file_.read(bytes.data(), static_cast<std::streamsize>(most));
  if (file_.bad()) fail("it cannot be read");
  bytes.resize(static_cast<std::size_t>(file_.gcount()));
  if (bytes.empty()) return std::nullopt;
  return bytes;
}

}  // namespace passend::api
