// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/record_table.hpp"

#include <array>

#include "indexer/base/hash.hpp"
#include "indexer/base/random.hpp"

namespace passend::store {
namespace {

RecordTable make_table(RecordKind kind, const std::string& name) {
  RecordTable table;
  table.kind = kind;
  table.name = name;
  table.find_by_source =
      "SELECT number, id, version, record FROM " + name + " WHERE source_system = ? AND source_id = ?";
  table.find_by_id = "SELECT record, version, changed FROM " + name + " WHERE id = ?";
  table.insert = "INSERT INTO " + name +
                 " (id, source_system, source_id, version, changed, record, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
  table.update = "UPDATE " + name + " SET version = ?, changed = ?, record = ?, hash = ? WHERE number = ?";
  table.erase = "DELETE FROM " + name + " WHERE id = ?";
  table.walk =
      "SELECT r.number, r.id, r.source_system, r.source_id, r.version, r.changed, r.record, r.hash, "
      "coalesce(c.version, 0), coalesce(c.erased, 0) FROM " +
      name + " r LEFT JOIN changes c ON c.kind = " + std::to_string(static_cast<int>(kind)) +
      " AND c.id = r.id ORDER BY r.number";
  return table;
}

}  // namespace

const RecordTable& table_of(RecordKind kind) {
  static const std::array<RecordTable, record_kinds> tables{
      make_table(RecordKind::portfolio, "portfolios"), make_table(RecordKind::vacancy, "vacancies"),
      make_table(RecordKind::employer, "employers"),   make_table(RecordKind::selection, "selections"),
      make_table(RecordKind::proposal, "proposals"),   make_table(RecordKind::contact_moment, "contact_moments")};
  return tables.at(static_cast<std::size_t>(kind) - 1);
}

std::string row_hash(RecordKind kind, const RecordRow& row) {
  Sha256 hash;
  hash.add(std::to_string(static_cast<int>(kind)) + ' ' + to_text(row.id) + ' ' + std::to_string(row.version) + ' ' +
           std::to_string(row.changed.milliseconds));
  for (const std::string_view part : {row.source_system, row.source_id, row.record}) {
    hash.add(' ' + std::to_string(part.size()) + ' ');
    hash.add(part);
  }
  return hash.hex();
}

std::int64_t change_checksum(const Change& change) {
  const std::uint64_t start = static_cast<std::uint64_t>(change.kind) * 2 + (change.erased ? 1 : 0);
  const std::uint64_t of_id = Random::mix(Random::mix(Random::mix(start) ^ change.id.high) ^ change.id.low);
  return static_cast<std::int64_t>(Random::mix(of_id ^ static_cast<std::uint64_t>(change.version)));
}

}  // namespace passend::store
