// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/api/table.hpp"

struct lxw_workbook;
struct lxw_worksheet;

namespace passend::api {

/// An XLSX file with one sheet (ECMA-376), made row by row in a directory of its own that nobody else can read, and
/// gone with this object. Holds one row in memory.
class Workbook {
 public:
  /// Throws disk_full or storage_failed, as every function.
  Workbook(const std::string& sheet, const std::vector<std::string>& titles);

  /// Words stand in it as words, whatever they look like.
  void add(const Cells& cells);
  /// Ends the file: from here on it is only read.
  void finish();
  /// The next bytes of it; absent after the last.
  std::optional<std::string> read(std::size_t most);

 private:
  struct OwnDirectory {
    OwnDirectory();
    ~OwnDirectory();
    OwnDirectory(const OwnDirectory&) = delete;
    OwnDirectory& operator=(const OwnDirectory&) = delete;
    std::filesystem::path path;
  };

  OwnDirectory directory_;
  std::unique_ptr<lxw_workbook, void (*)(lxw_workbook*)> workbook_;
  lxw_worksheet* sheet_ = nullptr;
  std::uint32_t row_ = 0;
  std::ifstream file_;
};

}  // namespace passend::api
