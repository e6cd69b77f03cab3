// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "indexer/base/date.hpp"
#include "indexer/store/store.hpp"

/// The tables of records have the same columns, so each statement is written once.
namespace passend::store {

/// The statements of one kind of record.
struct RecordTable {
  RecordKind kind = RecordKind::portfolio;
  std::string name;            ///< portfolios, vacancies, employers, ...
  std::string find_by_source;  ///< (system, id) -> number, id, version, record
  std::string find_by_id;      ///< (id) -> record, version, changed
  std::string insert;          ///< (id, system, source id, version, changed, record, hash)
  std::string update;          ///< (version, changed, record, hash, number)
  std::string erase;           ///< (id)
  std::string walk;            ///< -> the columns of insert, with number in front and the row of the feed behind
};

const RecordTable& table_of(RecordKind kind);

/// What a row of a table of records is made of.
struct RecordRow {
  Id128 id;
  std::string_view source_system;
  std::string_view source_id;
  std::int64_t version = 0;
  Timestamp changed;
  std::string_view record;  ///< Canonical JSON.
};

/// SHA-256 of a row: a damaged column shows, whichever it is.
std::string row_hash(RecordKind kind, const RecordRow& row);

/// A checksum of what a row of the feed says, its position aside. Against damage, not against forgery.
std::int64_t change_checksum(const Change& change);

}  // namespace passend::store
