// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/judged_table.hpp"

#include <algorithm>
#include <concepts>

namespace passend::scan {
namespace {

/// 128 MB. A table beyond it starts the cache anew: questions under way keep theirs.
constexpr std::uint64_t most_entries = 64'000'000;

/// Values as bytes, of fixed length each or with their count before them.
class Bytes {
 public:
  explicit Bytes(std::string start) : bytes_(std::move(start)) {}

  template <class... Values>
  std::string of(const Values&... values) {
    (add(values), ...);
    return std::move(bytes_);
  }

 private:
  template <std::integral Number>
  void add(Number number) {
    const auto value = static_cast<std::int64_t>(number);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void add(Date date) { add(date.days); }
  void add(const WeekGrid& grid) { add(grid.bits); }
  template <class Code>
  requires std::is_enum_v<Code>
  void add(Code code) { add(static_cast<std::int64_t>(code)); }
  template <class Value>
  void add(const std::optional<Value>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  void add(const Period& period) {
    add(period.from);
    add(period.until);
  }
  void add(const WorkingTimes& times) {
    add(times.office_hours);
    add(times.irregular_hours);
    add(times.grid);
  }
  void add(const pool::DemandedEducationFact& item) {
    add(item.level);
    add(item.field);
    add(item.experience_counts);
  }
  void add(const pool::DemandedLanguageFact& item) {
    add(item.language);
    for (const auto level : item.minimum) add(level);
    add(item.importance);
  }
  void add(const pool::DemandedCredentialFact& item) {
    add(item.credential);
    add(item.importance);
  }
  void add(const pool::DemandedLicenceFact& item) {
    add(item.category);
    add(item.importance);
  }
  template <class Item>
  void add(const std::vector<Item>& items) {
    add(items.size());
    for (const auto& item : items) add(item);
  }
  std::string bytes_;
};

}  // namespace

JudgedTable::JudgedTable(std::uint32_t entries)
    : entries_(entries), outcomes_(std::make_unique<std::atomic<std::uint16_t>[]>(entries)) {
  set_all(Outcome{not_judged});
}

std::optional<std::string> asked_by(const pool::VacancyFacts& vacancy, Criterion criterion, Date today) {
  Bytes bytes(std::string(1, static_cast<char>(criterion)));
  const Date start = std::max(vacancy.period.from.value_or(today), today);
  switch (criterion) {
    case Criterion::work_level:
      return bytes.of(vacancy.work_level);
    case Criterion::education:
      return bytes.of(vacancy.education.items);
    case Criterion::languages:
      return bytes.of(vacancy.languages.items);
    case Criterion::driving_licences:
      return bytes.of(vacancy.driving_licences.items, start);
    case Criterion::hours:
      return bytes.of(vacancy.hours.minimum, vacancy.hours.maximum);
    case Criterion::working_times:
      return bytes.of(vacancy.working_times, vacancy.hours.minimum);
    case Criterion::period:
      return bytes.of(start, vacancy.period.from.has_value(), vacancy.period.until);
    case Criterion::contract:
      return bytes.of(vacancy.contract_types);
    case Criterion::agreement:
      return bytes.of(vacancy.agreements);
    case Criterion::sector:
      return bytes.of(vacancy.sector);
    case Criterion::salary:
      return bytes.of(vacancy.offered_cents_an_hour);
    case Criterion::working_conditions:
      return bytes.of(vacancy.offered_conditions);
    case Criterion::credentials:
      return bytes.of(vacancy.credentials.items, vacancy.credentials.unplaced, vacancy.credentials.strongest_unplaced,
                      start);
    case Criterion::interests:  // The words of the title.
    case Criterion::occupation:
    case Criterion::competences:
    case Criterion::experience:
    case Criterion::distance:
      break;
  }
  return std::nullopt;
}

std::shared_ptr<JudgedTable> TableCache::table(const std::string& key, std::uint32_t entries) {
  const std::lock_guard lock(mutex_);
  auto& table = tables_[key];
  if (table) return table;
  entries_ += entries;
  if (entries_ > most_entries) {
    tables_.clear();
    entries_ = entries;
  }
  return tables_[key] = std::make_shared<JudgedTable>(entries);
}

}  // namespace passend::scan
