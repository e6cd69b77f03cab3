// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/audit.hpp"
#include "indexer/store/detail_cipher.hpp"
#include "indexer/store/record_parts.hpp"
#include "indexer/store/record_table.hpp"
#include "indexer/store/sqlite.hpp"
#include "indexer/store/store.hpp"

namespace passend::store {

/// Throws invalid_input with every broken rule of every record of a batch; the field starts with the place in the
/// batch.
void verify_batch(const std::vector<Write>& batch);

/// Carries out one batch inside the transaction or savepoint that its caller has opened.
class BatchWriter {
 public:
  BatchWriter(Connection& connection, const DetailCipher& cipher, const Actor& actor, Timestamp time)
      : connection_(connection), cipher_(cipher), audit_(connection, actor, time), time_(time) {}

  /// Throws invalid_input when a new record carries no id, or one that belongs to another source.
  std::vector<WriteOutcome> apply(const std::vector<Write>& batch);

  /// Notes that a request is carried out; false when it was before. Throws conflict for a key of another request.
  bool take(const Once& once);

 private:
  struct Known {
    std::int64_t number = 0;
    Id128 id;
    std::int64_t version = 0;
    std::string record;
  };
  struct Content {
    std::string record;
    std::string detail;  ///< Of a portfolio; empty for other kinds.
    std::vector<Link> links;
  };

  template <class T>
  WriteOutcome put(const T& record, std::size_t place);
  template <class T>
  WriteOutcome replace(const T& record, std::int64_t version);
  WriteOutcome write_over(const RecordTable& table, const Known& known, const SourceRef& source,
                          const Content& content);
  Portfolio portfolio_of(const Known& known);
  WriteOutcome erase(const Erasure& erasure);
  void erase_casework_about(CandidateId person);
  std::vector<Id128> linked_to(CandidateId person, RecordKind kind);
  std::optional<Known> find(const RecordTable& table, const SourceRef& source);
  bool is_unchanged(const Known& known, const Content& content);
  void insert(const RecordTable& table, const Id128& id, const SourceRef& source, const Content& content);
  void update(const RecordTable& table, const Known& known, const SourceRef& source, const Content& content);
  void put_detail(std::int64_t portfolio, const DetailBinding& binding, std::string_view detail);
  void put_links(RecordKind kind, const Id128& id, const std::vector<Link>& links);
  void put_change(const Change& change);
  std::int64_t last_version(RecordKind kind, const Id128& id);
  void add_living(RecordKind kind, int difference);

  Connection& connection_;
  const DetailCipher& cipher_;
  AuditTrail audit_;
  Timestamp time_;
};

}  // namespace passend::store
