// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/batch_writer.hpp"

#include <utility>

#include "indexer/model/codec.hpp"

namespace passend::store {
namespace {

std::vector<Violation> violations_of(const Portfolio& portfolio) {
  std::vector<Violation> violations = validate(portfolio.search);
  for (Violation& violation : validate(portfolio.detail)) violations.push_back(std::move(violation));
  return violations;
}

template <class T>
std::vector<Violation> violations_of(const T& record) {
  return validate(record);
}

std::string field_in_batch(std::size_t place, const std::string& field) {
  return "/" + std::to_string(place) + (field.starts_with('/') ? "" : "/") + field;
}

/// Calls `work` with the record that a write puts down, if it puts one down.
template <class Work>
void visit_record(const Write& write, const Work& work) {
  if (const auto* record = std::get_if<Record>(&write)) std::visit(work, *record);
  if (const auto* casework = std::get_if<Casework>(&write)) std::visit(work, *casework);
  if (const auto* replacement = std::get_if<Replacement>(&write)) std::visit(work, replacement->record);
}

void require_version(std::int64_t found, std::int64_t expected) {
  if (found == expected) return;
  throw Error(ErrorCode::precondition_failed, "nothing was written: version " + std::to_string(expected) +
                                                  " was to be changed, and the newest is " + std::to_string(found) +
                                                  "; read the record again");
}

template <class T>
std::string encode_as(T record, const Id128& id) {
  record.id.value = id;
  return encode(record);
}

// A record that is updated keeps the id under which it is known, whatever id it came with.
template <class T>
std::string encode_under(const T& record, const Id128& id) {
  return record.id.value == id ? encode(record) : encode_as(record, id);
}

template <class Content, class T>
Content content_of(const T& record, const Id128& id) {
  if constexpr (std::is_same_v<T, Portfolio>) {
    return {encode_under(record.search, id), encode_under(record.detail, id), {}};
  } else {
    return {encode_under(record, id), {}, links_of(record)};
  }
}

constexpr std::string_view remove_links = "DELETE FROM links WHERE kind = ? AND id = ?";

/// Stands in the canonical JSON of a search profile of whom the person said something.
constexpr std::string_view own_say_key = "\"ownSay\":{";

}  // namespace

void verify_batch(const std::vector<Write>& batch) {
  std::vector<Violation> violations;
  for (std::size_t place = 0; place < batch.size(); ++place) {
    visit_record(batch[place], [&](const auto& record) {
      for (Violation& violation : violations_of(record)) {
        violation.field = field_in_batch(place, violation.field);
        violations.push_back(std::move(violation));
      }
    });
  }
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input,
              "nothing was written: " + std::to_string(violations.size()) + " values of the batch break a rule",
              violations);
}

std::vector<WriteOutcome> BatchWriter::apply(const std::vector<Write>& batch) {
  std::vector<WriteOutcome> outcomes;
  outcomes.reserve(batch.size());
  for (std::size_t place = 0; place < batch.size(); ++place) {
    const auto* erasure = std::get_if<Erasure>(&batch[place]);
    if (erasure != nullptr) outcomes.push_back(erase(*erasure));
    const auto* replacement = std::get_if<Replacement>(&batch[place]);
    visit_record(batch[place], [&](const auto& record) {
      outcomes.push_back(replacement != nullptr ? replace(record, replacement->version) : put(record, place));
    });
  }
  return outcomes;
}

bool BatchWriter::take(const Once& once) {
  const std::int64_t kept_since = time_.milliseconds - std::chrono::milliseconds(once_is_kept).count();
  connection_.query("DELETE FROM requests WHERE time < ?").integer(kept_since).run();
  Query known = connection_.query("SELECT content FROM requests WHERE key = ?");
  if (known.text(once.key).next()) {
    if (known.bytes_at(0) == once.content) return false;
    throw Error(ErrorCode::conflict,
                "nothing was written: this Idempotency-Key was used for another request; choose a new one");
  }
  connection_.query("INSERT INTO requests (key, content, time) VALUES (?, ?, ?)")
      .text(once.key)
      .text(once.content)
      .integer(time_.milliseconds)
      .run();
  return true;
}

template <class T>
WriteOutcome BatchWriter::put(const T& record, std::size_t place) {
  const RecordTable& table = table_of(kind_of(record));
  const SourceRef& source = source_of(record);
  const std::optional<Known> known = find(table, source);
  if (known) {
    if constexpr (std::is_same_v<T, Portfolio>) {
      if (known->record.find(own_say_key) != std::string::npos) {
        const Portfolio kept = with_own_say(record, portfolio_of(*known));
        return write_over(table, *known, source, content_of<Content>(kept, known->id));
      }
    }
    return write_over(table, *known, source, content_of<Content>(record, known->id));
  }
  const Id128& id = id_of(record);
  const bool taken = connection_.query(table.find_by_id).id(id).next();
  if (taken || id == Id128{}) {
    const Violation violation{field_in_batch(place, "/id"), to_text(id),
                              taken ? "the id of a new record; this one belongs to a record of another source"
                                    : "a new record carries a random id"};
    throw Error(ErrorCode::invalid_input, "nothing was written: " + to_text(violation), {violation});
  }
  insert(table, id, source, content_of<Content>(record, id));
  return WriteOutcome::inserted;
}

template <class T>
WriteOutcome BatchWriter::replace(const T& record, std::int64_t version) {
  const RecordTable& table = table_of(kind_of(record));
  const SourceRef& source = source_of(record);
  const std::optional<Known> known = find(table, source);
  if (!known || known->id != id_of(record)) {
    throw Error(ErrorCode::not_found,
                "nothing was written: there is no record " + to_text(id_of(record)) + " of this source, or no longer");
  }
  require_version(known->version, version);
  return write_over(table, *known, source, content_of<Content>(record, known->id));
}

WriteOutcome BatchWriter::write_over(const RecordTable& table, const Known& known, const SourceRef& source,
                                     const Content& content) {
  if (is_unchanged(known, content)) return WriteOutcome::unchanged;
  update(table, known, source, content);
  return WriteOutcome::updated;
}

/// Throws storage_corrupt when the details do not open: what the person set in them would be lost.
Portfolio BatchWriter::portfolio_of(const Known& known) {
  Query query = connection_.query("SELECT nonce, ciphertext FROM details WHERE portfolio = ?");
  const bool found = query.integer(known.number).next();
  const auto detail =
      found ? cipher_.open(query.bytes_at(0), query.bytes_at(1), {known.id, known.version}) : std::nullopt;
  if (!detail) {
    throw Error(ErrorCode::storage_corrupt, "the detail profile of portfolio " + to_text(known.id) +
                                                " does not open, and holds what the person set; run 'store check' "
                                                "and restore a backup");
  }
  return {decode_search_profile(known.record), decode_detail_profile(*detail)};
}

std::optional<BatchWriter::Known> BatchWriter::find(const RecordTable& table, const SourceRef& source) {
  Query query = connection_.query(table.find_by_source);
  if (!query.text(source.system).text(source.id).next()) return std::nullopt;
  return Known{query.integer_at(0), query.id_at(1), query.integer_at(2), std::string(query.bytes_at(3))};
}

bool BatchWriter::is_unchanged(const Known& known, const Content& content) {
  if (known.record != content.record) return false;
  if (content.detail.empty()) return true;
  Query query = connection_.query("SELECT nonce, ciphertext FROM details WHERE portfolio = ?");
  if (!query.integer(known.number).next()) return false;
  // Details that do not open count as changed: sending the record again mends them.
  return cipher_.open(query.bytes_at(0), query.bytes_at(1), {known.id, known.version}) == content.detail;
}

void BatchWriter::insert(const RecordTable& table, const Id128& id, const SourceRef& source, const Content& content) {
  // 1, or one more than the tombstone of an id that comes back: a version is never used twice.
  const std::int64_t version = last_version(table.kind, id) + 1;
  connection_.query(table.insert)
      .id(id)
      .text(source.system)
      .text(source.id)
      .integer(version)
      .integer(time_.milliseconds)
      .text(content.record)
      .text(row_hash(table.kind, {id, source.system, source.id, version, time_, content.record}))
      .run();
  if (!content.detail.empty()) put_detail(connection_.last_inserted(), {id, version}, content.detail);
  put_links(table.kind, id, content.links);
  add_living(table.kind, 1);
  put_change({0, table.kind, id, version, false});
  audit_.append("insert", table.kind, id);
}

void BatchWriter::update(const RecordTable& table, const Known& known, const SourceRef& source,
                         const Content& content) {
  const std::int64_t version = known.version + 1;
  connection_.query(table.update)
      .integer(version)
      .integer(time_.milliseconds)
      .text(content.record)
      .text(row_hash(table.kind, {known.id, source.system, source.id, version, time_, content.record}))
      .integer(known.number)
      .run();
  if (!content.detail.empty()) put_detail(known.number, {known.id, version}, content.detail);
  connection_.query(remove_links).integer(static_cast<int>(table.kind)).id(known.id).run();
  put_links(table.kind, known.id, content.links);
  put_change({0, table.kind, known.id, version, false});
  audit_.append("update", table.kind, known.id);
}

WriteOutcome BatchWriter::erase(const Erasure& erasure) {
  const RecordTable& table = table_of(erasure.kind);
  if (erasure.version) {
    Query query = connection_.query(table.find_by_id);
    if (!query.id(erasure.id).next()) return WriteOutcome::absent;
    require_version(query.integer_at(1), *erasure.version);
  }
  connection_.query(table.erase).id(erasure.id).run();
  if (connection_.touched() == 0) return WriteOutcome::absent;
  connection_.query(remove_links).integer(static_cast<int>(erasure.kind)).id(erasure.id).run();
  add_living(erasure.kind, -1);
  put_change({0, erasure.kind, erasure.id, last_version(erasure.kind, erasure.id) + 1, true});
  audit_.append("erase", erasure.kind, erasure.id);
  if (erasure.kind == RecordKind::portfolio) erase_casework_about({erasure.id});
  return WriteOutcome::erased;
}

/// Proposals and places in selections hold what was written about a person: they go with the person.
void BatchWriter::erase_casework_about(CandidateId person) {
  for (const Id128& id : linked_to(person, RecordKind::proposal)) erase({RecordKind::proposal, id});
  const RecordTable& table = table_of(RecordKind::selection);
  for (const Id128& id : linked_to(person, RecordKind::selection)) {
    Selection selection;
    {
      Query query = connection_.query(table.find_by_id);
      if (!query.id(id).next()) continue;
      selection = decode_selection(query.bytes_at(0));
    }
    std::erase_if(selection.candidates, [&](const SelectedCandidate& one) { return one.candidate == person; });
    const std::optional<Known> known = find(table, selection.source);
    if (known) update(table, *known, selection.source, content_of<Content>(selection, id));
  }
}

std::vector<Id128> BatchWriter::linked_to(CandidateId person, RecordKind kind) {
  Query query =
      connection_.query("SELECT id FROM links WHERE kind = ? AND relation = 'candidate' AND target = ? ORDER BY id");
  query.integer(static_cast<int>(kind)).text(to_text(person));
  std::vector<Id128> ids;
  while (query.next()) ids.push_back(query.id_at(0));
  return ids;
}

void BatchWriter::put_detail(std::int64_t portfolio, const DetailBinding& binding, std::string_view detail) {
  const SealedDetail sealed = cipher_.seal(detail, binding);
  connection_
      .query(
          "INSERT OR REPLACE INTO details (portfolio, key, nonce, ciphertext) "
          "VALUES (?, (SELECT max(number) FROM keys), ?, ?)")
      .integer(portfolio)
      .blob(sealed.nonce)
      .blob(sealed.ciphertext)
      .run();
}

void BatchWriter::put_links(RecordKind kind, const Id128& id, const std::vector<Link>& links) {
  for (const Link& link : links) {
    connection_.query("INSERT INTO links (kind, relation, target, id) VALUES (?, ?, ?, ?)")
        .integer(static_cast<int>(kind))
        .text(link.relation)
        .text(link.target)
        .id(id)
        .run();
  }
}

void BatchWriter::put_change(const Change& change) {
  connection_.query("INSERT OR REPLACE INTO changes (kind, id, version, erased, checksum) VALUES (?, ?, ?, ?, ?)")
      .integer(static_cast<int>(change.kind))
      .id(change.id)
      .integer(change.version)
      .integer(change.erased ? 1 : 0)
      .integer(change_checksum(change))
      .run();
}

std::int64_t BatchWriter::last_version(RecordKind kind, const Id128& id) {
  Query query = connection_.query("SELECT version FROM changes WHERE kind = ? AND id = ?");
  return query.integer(static_cast<int>(kind)).id(id).next() ? query.integer_at(0) : 0;
}

void BatchWriter::add_living(RecordKind kind, int difference) {
  connection_.query("UPDATE counts SET living = living + ? WHERE kind = ?")
      .integer(difference)
      .integer(static_cast<int>(kind))
      .run();
}

}  // namespace passend::store
