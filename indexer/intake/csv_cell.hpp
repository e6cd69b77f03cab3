// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/intake/record_notes.hpp"
#include "indexer/intake/words.hpp"
#include "indexer/model/values.hpp"

namespace passend::intake {

/// How a value that is not understood is taken: in a file made for Passend it is a mistake and the row is rejected; in
/// the export of another system, read through a mapping, the value is left out with a warning.
enum class Leniency : std::uint8_t { own_columns, foreign_columns };

/// Whether the report may repeat what stands in a column. `short_number` is what is shown of a person: in a row that
/// has slipped a column, or through a mapping that is wrong, any column may hold a name or a telephone number.
enum class Echo : std::uint8_t { shown, short_number, hidden };

/// One filled cell of a table. Each reader of a value answers absent after noting what is wrong.
class Cell {
 public:
  Cell(std::string_view column, std::string_view text, Echo echo, Leniency leniency, RecordNotes& notes)
      : column_(column), text_(text), echo_(echo), leniency_(leniency), notes_(notes) {}

  std::string text() const { return std::string(text_); }
  /// Freed of HTML and entities, for texts that boards export as they show them.
  std::string plain_text() const;

  std::optional<Date> date() const;
  std::optional<bool> yes_no() const;
  /// Whole number; outside the bounds the row is rejected, whatever the leniency.
  std::optional<int> number(int minimum, int maximum) const;
  std::optional<WeeklyHours> hours() const;
  std::optional<WeeklyHours> fte(int full_time_hours) const;
  std::optional<Salary> salary() const;
  std::optional<WeekGrid> grid() const;
  std::string postcode() const;
  /// A web address; absent also for text that is none.
  std::optional<std::string> url() const;

  template <class Code>
  std::optional<Code> code() const {
    return code_of<Code>(text_);
  }
  /// The codes of a list, each once.
  template <class Code>
  std::vector<Code> codes() const {
    std::vector<Code> list;
    for (const std::string_view item : items()) {
      const auto code = code_of<Code>(item);
      if (code && std::find(list.begin(), list.end(), *code) == list.end()) list.push_back(*code);
    }
    return list;
  }
  template <class Code>
  std::optional<Code> code_of(std::string_view word) const {
    const auto code = code_of_word<Code>(word);
    if (!code) not_understood("one of: " + names_of<Code>());
    return code;
  }

  /// What stands between the bars of "a | b | c"; nothing for "geen" or "none", which say that there are none.
  std::vector<std::string_view> items() const;
  /// "label=value" cut at the last equals sign; the second is empty without one.
  static std::pair<std::string_view, std::string_view> label_and_value(std::string_view item);
  /// An item that is a URI or a label.
  static ConceptRef reference(std::string_view item);
  std::optional<Date> date_of(std::string_view text) const;
  std::optional<Importances> importances() const;

  void not_understood(const std::string& expected) const;

 private:
  void reject(std::string reason, std::string remedy) const;
  std::string shown() const;

  std::string_view column_;
  std::string_view text_;
  Echo echo_;
  Leniency leniency_;
  RecordNotes& notes_;
};

}  // namespace passend::intake
