// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/places.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/text/csv_reader.hpp"

namespace passend::commands {
namespace {

constexpr std::int64_t highest_count = 1'000'000;

std::optional<std::int64_t> count_of(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count < 0 || count > highest_count) return {};
  return count;
}

/// A CSV file whose broken lines are refused, each by its number.
class Table {
 public:
  explicit Table(const std::string& file) : file_(file), input_(file, std::ios::binary), reader_(input_) {}

  std::size_t required_column(std::string_view name) const { return reader_.required_column(name); }
  std::optional<std::size_t> column(std::string_view name) const { return reader_.column(name); }

  bool next() {
    const auto event = reader_.next();
    if (event == text::CsvEvent::broken) refuse("", reader_.problem());
    return event == text::CsvEvent::record;
  }
  std::string field(std::size_t column) const { return std::string(reader_.field(column)); }

  [[noreturn]] void refuse(const std::string& value, const std::string& rule) const {
    const Violation violation{"line " + std::to_string(reader_.line()) + " of " + file_, value, rule};
    throw Error(ErrorCode::invalid_input, passend::to_text(violation), {violation});
  }

 private:
  std::string file_;
  std::ifstream input_;
  text::CsvReader reader_;
};

std::int64_t count_in(const Table& table, const std::optional<std::size_t>& column, std::int64_t otherwise) {
  const auto text = column ? table.field(*column) : "";
  if (text.empty()) return otherwise;
  const auto count = count_of(text);
  if (!count) table.refuse(text, "a whole number from 0 to " + std::to_string(highest_count));
  return *count;
}

void read_vacancies(const std::string& file, const selection::Limits& per_vacancy,
                    std::vector<selection::WantedPeople>& wanted) {
  Table table(file);
  const auto vacancy = table.required_column("vacancy");
  while (table.next()) {
    const auto text = table.field(vacancy);
    const auto id = VacancyId::parse(text);
    if (!id) table.refuse(text, "the id of a vacancy has 32 hexadecimal digits");
    const selection::Limits limits{count_in(table, table.column("least"), per_vacancy.least),
                                   count_in(table, table.column("most"), per_vacancy.most)};
    if (limits.least > limits.most) table.refuse(std::to_string(limits.least), "least is not above most");
    wanted.push_back({*id, limits});
  }
}

}  // namespace

selection::Limits limits_of(const std::string& text) {
  const auto dots = text.find("..");
  const auto least = dots == std::string::npos ? std::optional<std::int64_t>(0) : count_of(text.substr(0, dots));
  const auto most = count_of(dots == std::string::npos ? text : text.substr(dots + 2));
  if (least && most && *least <= *most) return {*least, *most};
  throw Error(ErrorCode::usage, "'" + text + "' are no limits: a number (at most that many) or LEAST..MOST, as 2..5");
}

selection::Limits caseload_limits_of(const std::string& text, std::int64_t places) {
  if (!text.ends_with('%')) return limits_of(text);
  const auto percent = count_of(std::string_view(text).substr(0, text.size() - 1));
  if (!percent || *percent > 100) throw Error(ErrorCode::usage, "'" + text + "' is no share: 0% to 100%");
  return {0, places * *percent / 100};
}

std::vector<selection::WantedPeople> wanted_people(const std::vector<std::string>& ids_or_files,
                                                   const selection::Limits& per_vacancy) {
  std::vector<selection::WantedPeople> wanted;
  for (const auto& text : ids_or_files) {
    if (const auto id = VacancyId::parse(text)) {
      wanted.push_back({*id, per_vacancy});
    } else if (std::filesystem::is_regular_file(text)) {
      read_vacancies(text, per_vacancy, wanted);
    } else {
      throw Error(ErrorCode::usage,
                  "'" + text + "' is neither an id of 32 hexadecimal digits nor a CSV file with the column vacancy");
    }
  }
  std::set<VacancyId> seen;
  for (const auto& one : wanted) {
    if (seen.insert(one.vacancy).second) continue;
    throw Error(ErrorCode::invalid_input, "vacancy " + passend::to_text(one.vacancy) + " is given twice: give it once");
  }
  return wanted;
}

CaseloadFile read_caseloads(const std::string& file) {
  if (!std::filesystem::is_regular_file(file)) {
    throw Error(ErrorCode::file_missing,
                "there is no file '" + file + "': give a CSV file with candidate and caseload");
  }
  CaseloadFile read;
  Table table(file);
  const auto candidate = table.required_column("candidate");
  const auto caseload = table.required_column("caseload");
  std::map<std::string, std::uint32_t> places;
  std::set<CandidateId> seen;
  while (table.next()) {
    const auto id = CandidateId::parse(table.field(candidate));
    if (!id) table.refuse(table.field(candidate), "the id of a candidate has 32 hexadecimal digits");
    if (!seen.insert(*id).second) table.refuse(table.field(candidate), "a candidate is in one caseload");
    const auto name = table.field(caseload);
    if (name.empty()) table.refuse(name, "a caseload has a name");
    const auto [place, is_new] = places.emplace(name, static_cast<std::uint32_t>(read.caseloads.size()));
    if (is_new) read.caseloads.push_back({name, {}});
    read.people.push_back({*id, place->second});
  }
  return read;
}

}  // namespace passend::commands
