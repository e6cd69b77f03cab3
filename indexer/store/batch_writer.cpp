// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/batch_writer.hpp"

#include <utility>

#include "indexer/model/codec.hpp"

namespace passend::store {
namespace {

std::vector<Violation> violations_of(const Record& record) {
  if (const auto* vacancy = std::get_if<Vacancy>(&record)) return validate(*vacancy);
  if (const auto* employer = std::get_if<Employer>(&record)) return validate(*employer);
  const auto& portfolio = std::get<Portfolio>(record);
  std::vector<Violation> violations = validate(portfolio.search);
  for (Violation& violation : validate(portfolio.detail)) violations.push_back(std::move(violation));
  return violations;
}

std::string field_in_batch(std::size_t place, const std::string& field) {
  return "/" + std::to_string(place) + (field.starts_with('/') ? "" : "/") + field;
}

const SourceRef& source_of(const Record& record) {
  if (const auto* vacancy = std::get_if<Vacancy>(&record)) return vacancy->source;
  if (const auto* employer = std::get_if<Employer>(&record)) return employer->source;
  return std::get<Portfolio>(record).search.source;
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

}  // namespace

void verify_batch(const std::vector<Write>& batch) {
  std::vector<Violation> violations;
  for (std::size_t place = 0; place < batch.size(); ++place) {
    const auto* record = std::get_if<Record>(&batch[place]);
    if (record == nullptr) continue;
    for (Violation& violation : violations_of(*record)) {
      violation.field = field_in_batch(place, violation.field);
      violations.push_back(std::move(violation));
    }
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
    const auto* record = std::get_if<Record>(&batch[place]);
    outcomes.push_back(record != nullptr ? put(*record, place) : erase(std::get<Erasure>(batch[place])));
  }
  return outcomes;
}

WriteOutcome BatchWriter::put(const Record& record, std::size_t place) {
  const RecordTable& table = table_of(kind_of(record));
  const SourceRef& source = source_of(record);
  const std::optional<Known> known = find(table, source);
  const Id128 id = known ? known->id : id_of(record);
  Content content;
  if (const auto* portfolio = std::get_if<Portfolio>(&record)) {
    content = {encode_under(portfolio->search, id), encode_under(portfolio->detail, id)};
  } else if (const auto* vacancy = std::get_if<Vacancy>(&record)) {
    content.record = encode_under(*vacancy, id);
  } else {
    content.record = encode_under(std::get<Employer>(record), id);
  }
  if (known) {
    if (is_unchanged(*known, content)) return WriteOutcome::unchanged;
    update(table, *known, source, content);
    return WriteOutcome::updated;
  }
  const bool taken = connection_.query(table.find_by_id).id(id).next();
  if (taken || id == Id128{}) {
    const Violation violation{field_in_batch(place, "/id"), to_text(id),
                              taken ? "the id of a new record; this one belongs to a record of another source"
                                    : "a new record carries a random id"};
    throw Error(ErrorCode::invalid_input, "nothing was written: " + to_text(violation), {violation});
  }
  insert(table, id, source, content);
  return WriteOutcome::inserted;
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
  put_change({0, table.kind, known.id, version, false});
  audit_.append("update", table.kind, known.id);
}

WriteOutcome BatchWriter::erase(const Erasure& erasure) {
  const RecordTable& table = table_of(erasure.kind);
  connection_.query(table.erase).id(erasure.id).run();
  if (connection_.touched() == 0) return WriteOutcome::absent;
  add_living(erasure.kind, -1);
  put_change({0, erasure.kind, erasure.id, last_version(erasure.kind, erasure.id) + 1, true});
  audit_.append("erase", erasure.kind, erasure.id);
  return WriteOutcome::erased;
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
