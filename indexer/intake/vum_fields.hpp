// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/intake/record_notes.hpp"
#include "indexer/model/values.hpp"
#include "indexer/model/vum_codes.hpp"

namespace passend::intake {

/// One object of a VUM message. VUM wants readers to be lenient: empty arrays, objects and texts read as absent, names
/// are found in any capitalisation (sluitingsDatumVacature), numbers may stand as text and texts as numbers, and what
/// nobody asks for is counted as not used when the object goes out of scope. A value that cannot be read is left out
/// with a warning; no reader of one field rejects a record, except where it says so.
class VumFields {
 public:
  VumFields(const nlohmann::json& object, std::string path, RecordNotes& notes);
  ~VumFields();
  VumFields(const VumFields&) = delete;
  VumFields& operator=(const VumFields&) = delete;

  std::string text(std::string_view name);
  std::optional<int> number(std::string_view name);
  std::optional<Date> date(std::string_view name);
  std::optional<bool> indication(std::string_view name);

  /// A coded number through one of the tables of vum_codes.hpp.
  template <class Code>
  std::optional<Code> code(std::string_view name, vum::Read<Code> (*table)(int)) {
    const auto value = number(name);
    if (!value) return std::nullopt;
    const vum::Read<Code> read = table(*value);
    if (!read.listed) warn_of_code(name, std::to_string(*value));
    return read.code;
  }
  /// The same for a list whose codes are letters.
  template <class Code>
  std::optional<Code> code(std::string_view name, vum::Read<Code> (*table)(std::string_view)) {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    const vum::Read<Code> read = table(value);
    if (!read.listed) warn_of_code(name, value);
    return read.code;
  }

  /// Rejects the record when the number is outside these bounds: a negative hour is a mistake, not version skew.
  std::optional<int> number_within(std::string_view name, int minimum, int maximum);

  /// The texts of an array, or one text where older versions have no array.
  std::vector<std::string> texts(std::string_view name);

  using Visit = std::function<void(VumFields&)>;
  /// Visits the object of that name, or each object of the array of that name; nothing when it is absent or empty.
  void each(std::string_view name, const Visit& visit);
  bool has(std::string_view name) const;

  /// What a birth date in this object said before it was dropped by rule.
  std::optional<Date> birth_date() const { return birth_date_; }

  /// Read on purpose by nobody: known to the standard, no place in our model.
  void ignore(std::initializer_list<std::string_view> names);

  std::string path_of(std::string_view name) const;
  RecordNotes& notes() { return notes_; }

 private:
  const nlohmann::json* find(std::string_view name);
  void warn_of_code(std::string_view name, const std::string& value);
  void warn_of_type(std::string_view name, std::string_view expected);

  std::map<std::string, std::pair<std::string, const nlohmann::json*>> members_;  ///< By name in lower case.
  std::set<std::string> asked_;
  std::optional<Date> birth_date_;
  std::string path_;
  RecordNotes& notes_;
};

}  // namespace passend::intake
