// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/check.hpp"

#include <algorithm>

#include "indexer/model/codec.hpp"
#include "indexer/store/audit.hpp"
#include "indexer/store/record_parts.hpp"
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
    for (const RecordKind kind : {RecordKind::selection, RecordKind::proposal, RecordKind::contact_moment}) {
      part([this, kind] { casework_ += records(kind); });
    }
    part([this] { feed(); });
    part([this] {
      for (const std::string& text : read_audit(connection_).problems) problem(text);
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
      const auto record = decoded(kind, row.record);
      if (!record || !std::visit([&](const auto& known) { return names(known, row); }, *record)) {
        problem(name + ": the record cannot be read, or names another id or source");
      }
      if (record && !is_linked(kind, row.id, std::visit([](const auto& known) { return links_of(known); }, *record))) {
        problem(name + ": it is listed with other records than those that it is about");
      }
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

  using AnyRecord = std::variant<SearchProfile, Vacancy, Employer, Selection, Proposal, ContactMoment>;

  /// Absent when it cannot be read.
  static std::optional<AnyRecord> decoded(RecordKind kind, std::string_view record) {
    try {
      switch (kind) {
        case RecordKind::portfolio:
          return decode_search_profile(record);
        case RecordKind::vacancy:
          return decode_vacancy(record);
        case RecordKind::employer:
          return decode_employer(record);
        case RecordKind::selection:
          return decode_selection(record);
        case RecordKind::proposal:
          return decode_proposal(record);
        case RecordKind::contact_moment:
          return decode_contact_moment(record);
      }
    } catch (const Error&) {
    }
    return std::nullopt;
  }

  bool is_linked(RecordKind kind, const Id128& id, const std::vector<Link>& expected) {
    Query query =
        connection_.query("SELECT relation, target FROM links WHERE kind = ? AND id = ? ORDER BY relation, target");
    query.integer(static_cast<int>(kind)).id(id);
    for (const Link& link : expected) {
      if (!query.next() || query.bytes_at(0) != link.relation || query.bytes_at(1) != link.target) return false;
    }
    return !query.next();
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
    if (listed != counts.portfolios + counts.vacancies + counts.employers + casework_) {
      problem("feed: lists " + std::to_string(listed) + " living records, not as many as there are");
    }
  }

  Connection& connection_;
  const DetailCipher& cipher_;
  CheckReport report_;
  std::int64_t casework_ = 0;  ///< Records of the staff's own work.
};

}  // namespace

CheckReport check_store(Connection& reader, const DetailCipher& cipher) {
  reader.script("BEGIN");
  CheckReport report = Checker(reader, cipher).run();
  reader.script("COMMIT");
  return report;
}

}  // namespace passend::store
