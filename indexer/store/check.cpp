// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/check.hpp"

#include <algorithm>

#include "indexer/model/codec.hpp"
#include "indexer/store/audit.hpp"
#include "indexer/store/record_table.hpp"

namespace passend::store {
namespace {

constexpr std::size_t most_problems = 100;

class Checker {
 public:
  Checker(Connection& connection, const DetailCipher& cipher) : connection_(connection), cipher_(cipher) {}

  CheckReport run() {
    // Each part on its own: damage that stops one does not hide what another would find.
    part([this] { pages(); });
    part([this] { foreign_keys(); });
    part([this] { report_.counts.portfolios = records(RecordKind::portfolio); });
    part([this] { report_.counts.vacancies = records(RecordKind::vacancy); });
    part([this] { report_.counts.employers = records(RecordKind::employer); });
    part([this] { feed(); });
    part([this] {
      for (const std::string& text : verify_audit(connection_)) problem(text);
    });
    return std::move(report_);
  }

 private:
  template <class Work>
  void part(const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      problem(error.what());
    }
  }

  void problem(const std::string& text) {
    if (report_.problems.size() < most_problems) report_.problems.push_back(text);
  }

  void pages() {
    Query query = connection_.query("PRAGMA integrity_check(50)");
    while (query.next()) {
      if (query.bytes_at(0) != "ok") problem("pages: " + std::string(query.bytes_at(0)));
    }
  }

  void foreign_keys() {
    Query query = connection_.query("PRAGMA foreign_key_check");
    while (query.next()) {
      problem("table " + std::string(query.bytes_at(0)) + ", row " + std::to_string(query.integer_at(1)) +
              ": points to a row of " + std::string(query.bytes_at(2)) + " that is not there");
    }
  }

  std::int64_t records(RecordKind kind) {
    const RecordTable& table = table_of(kind);
    std::int64_t seen = 0;
    Query query = connection_.query(table.walk);
    while (query.next()) {
      ++seen;
      const RecordRow row{query.id_at(1),      query.bytes_at(2),     query.bytes_at(3),
                          query.integer_at(4), {query.integer_at(5)}, query.bytes_at(6)};
      const std::string name = table.name + " " + to_text(row.id);
      if (row_hash(kind, row) != query.bytes_at(7)) problem(name + ": the row is not the one that was written");
      if (query.integer_at(8) != row.version || query.integer_at(9) != 0) {
        problem(name + ": the change feed does not list version " + std::to_string(row.version));
      }
      if (!reads_back(kind, row)) problem(name + ": the record cannot be read, or names another id or source");
      if (kind == RecordKind::portfolio) detail(name, query.integer_at(0), row);
    }
    const std::int64_t counted = living(kind);
    if (counted != seen)
      problem(table.name + ": " + std::to_string(seen) + " rows, " + std::to_string(counted) + " counted");
    return seen;
  }

  std::int64_t living(RecordKind kind) {
    Query query = connection_.query("SELECT living FROM counts WHERE kind = ?");
    return query.integer(static_cast<int>(kind)).next() ? query.integer_at(0) : -1;
  }

  template <class T>
  static bool names(const T& record, const RecordRow& row) {
    return record.id.value == row.id && record.source.system == row.source_system && record.source.id == row.source_id;
  }

  static bool reads_back(RecordKind kind, const RecordRow& row) {
    try {
      if (kind == RecordKind::vacancy) return names(decode_vacancy(row.record), row);
      if (kind == RecordKind::employer) return names(decode_employer(row.record), row);
      return names(decode_search_profile(row.record), row);
    } catch (const Error&) {
      return false;
    }
  }

  void detail(const std::string& name, std::int64_t number, const RecordRow& row) {
    Query query = connection_.query("SELECT nonce, ciphertext FROM details WHERE portfolio = ?");
    if (!query.integer(number).next()) return problem(name + ": the detail profile is missing");
    const auto text = cipher_.open(query.bytes_at(0), query.bytes_at(1), {row.id, row.version});
    if (!text) return problem(name + ": the detail profile does not open: damaged, moved, or another key");
    try {
      if (decode_detail_profile(*text).id.value == row.id) return;
    } catch (const Error&) {
    }
    problem(name + ": the detail profile cannot be read, or names another id");
  }

  void feed() {
    report_.position = connection_.number("SELECT coalesce(max(position), 0) FROM changes");
    const std::int64_t given =
        connection_.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'changes'");
    if (given < report_.position) problem("feed: a position could be given twice");
    if (connection_.number("SELECT coalesce(min(position), 1) FROM changes") < 1) problem("feed: a position below 1");
    std::int64_t listed = 0;
    Query query = connection_.query("SELECT position, kind, id, version, erased, checksum FROM changes");
    while (query.next()) {
      const Change change{query.integer_at(0), static_cast<RecordKind>(query.integer_at(1)), query.id_at(2),
                          query.integer_at(3), query.integer_at(4) != 0};
      if (!change.erased) ++listed;
      if (change_checksum(change) == query.integer_at(5)) continue;
      problem("feed: position " + std::to_string(change.position) + " is not the change that was written");
    }
    const Counts& counts = report_.counts;
    if (listed != counts.portfolios + counts.vacancies + counts.employers) {
      problem("feed: lists " + std::to_string(listed) + " living records, not as many as there are");
    }
  }

  Connection& connection_;
  const DetailCipher& cipher_;
  CheckReport report_;
};

}  // namespace

CheckReport check_store(Connection& reader, const DetailCipher& cipher) {
  reader.script("BEGIN");
  CheckReport report = Checker(reader, cipher).run();
  reader.script("COMMIT");
  return report;
}

}  // namespace passend::store
