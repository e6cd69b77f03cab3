// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "indexer/base/date.hpp"
#include "indexer/store/sqlite.hpp"
#include "indexer/store/store.hpp"

/// The audit trail: who did what to which record and why, in the transaction of the deed. Each row carries the SHA-256
/// of itself and of the row before it, so that a changed or missing row shows. (Against someone who may rewrite the
/// whole file a chain alone does not help; it must be anchored outside.)
namespace passend::store {

/// Throws invalid_input for an actor without a name or a purpose, or with one that is too long.
void verify_actor(const Actor& actor);

/// Appends the rows of one actor at one moment; for use inside one transaction or savepoint.
class AuditTrail {
 public:
  AuditTrail(Connection& connection, const Actor& actor, Timestamp time);
  /// `action` is one of insert, update, erase, read.
  void append(std::string_view action, RecordKind kind, const Id128& id);

 private:
  Connection& connection_;
  const Actor& actor_;
  Timestamp time_;
  std::int64_t actor_number_ = 0;
  std::string last_;  ///< Chain value of the newest row; empty: not read yet.
};

/// Reads the chain; stops at the first row that is not as it was written.
AuditReport read_audit(Connection& connection);

/// As Store::audit.
AuditPage find_in_audit(Connection& connection, const AuditFilter& filter, std::int64_t offset, std::int64_t limit);

}  // namespace passend::store
