// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/audit.hpp"

#include <algorithm>

#include "indexer/base/hash.hpp"
#include "indexer/base/utf8.hpp"

namespace passend::store {
namespace {

constexpr std::string_view chain_start = "0000000000000000000000000000000000000000000000000000000000000000";

struct Row {
  std::int64_t number = 0;
  std::int64_t time = 0;
  std::string_view who;
  std::string_view purpose;
  std::string_view action;
  std::int64_t kind = 0;
  Id128 id;
};

std::string chain_of(std::string_view before, const Row& row) {
  std::string text;
  text.reserve(400);
  text += before;
  for (const std::string& number : {std::to_string(row.number), std::to_string(row.time), std::to_string(row.kind)}) {
    text += number + '\n';
  }
  for (const std::string_view words : {row.who, row.purpose, row.action}) {
    text += std::to_string(words.size()) + ':';
    text += words;
  }
  text += to_text(row.id);
  return sha256_hex(text);
}

void verify_words(std::string_view field, std::string_view text, std::size_t most, std::vector<Violation>& violations) {
  const bool control =
      std::any_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; });
  if (!text.empty() && code_points_in(text) <= most && !control) return;
  violations.push_back({std::string(field), std::string(text.substr(0, 40)),
                        "1.." + std::to_string(most) + " characters, no control characters"});
}

std::int64_t number_of(Connection& connection, const Actor& actor) {
  {
    Query found = connection.query("SELECT number FROM actors WHERE who = ? AND purpose = ?");
    if (found.text(actor.who).text(actor.purpose).next()) return found.integer_at(0);
  }
  connection.query("INSERT INTO actors (who, purpose) VALUES (?, ?)").text(actor.who).text(actor.purpose).run();
  return connection.last_inserted();
}

}  // namespace

void verify_actor(const Actor& actor) {
  std::vector<Violation> violations;
  verify_words("who", actor.who, 120, violations);
  verify_words("purpose", actor.purpose, 200, violations);
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input,
              "a write or a read of details must say on whose behalf and why: " + to_text(violations[0]), violations);
}

AuditTrail::AuditTrail(Connection& connection, const Actor& actor, Timestamp time)
    : connection_(connection), actor_(actor), time_(time) {}

void AuditTrail::append(std::string_view action, RecordKind kind, const Id128& id) {
  if (last_.empty()) {
    actor_number_ = number_of(connection_, actor_);
    Query newest = connection_.query("SELECT chain FROM audit ORDER BY number DESC LIMIT 1");
    last_ = newest.next() ? newest.bytes_at(0) : chain_start;
  }
  // The writer is alone, so the next number is known and can be hashed with the row.
  const std::int64_t number = connection_.number("SELECT coalesce(max(number), 0) + 1 FROM audit");
  last_ = chain_of(last_, {number, time_.milliseconds, actor_.who, actor_.purpose, action, static_cast<int>(kind), id});
  connection_.query("INSERT INTO audit (number, time, actor, action, kind, id, chain) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .integer(number)
      .integer(time_.milliseconds)
      .integer(actor_number_)
      .text(action)
      .integer(static_cast<int>(kind))
      .id(id)
      .text(last_)
      .run();
}

AuditReport read_audit(Connection& connection) {
  Query query = connection.query(
      "SELECT audit.number, time, who, purpose, action, kind, id, chain FROM audit "
      "LEFT JOIN actors ON actors.number = audit.actor ORDER BY audit.number");
  AuditReport report;
  std::string last(chain_start);
  while (query.next()) {
    const Row row{query.integer_at(0), query.integer_at(1), query.bytes_at(2), query.bytes_at(3),
                  query.bytes_at(4),   query.integer_at(5), query.id_at(6)};
    last = chain_of(last, row);
    if (row.number != report.rows + 1 || last != query.bytes_at(7)) {
      report.problems = {"audit: row " + std::to_string(row.number) + " was changed, or one before it is missing"};
      return report;
    }
    ++report.rows;
    report.newest = AuditSeal{row.number, {row.time}, last};
  }
  return report;
}

namespace {

std::string conditions_of(const AuditFilter& filter) {
  std::string sql = "WHERE 1 ";
  if (filter.kind) sql += "AND kind = ? ";
  if (filter.id) sql += "AND id = ? ";
  if (!filter.who.empty()) sql += "AND who = ? ";
  // The first @: what comes before it is the name of a role.
  if (!filter.tenant.empty()) sql += "AND substr(who, instr(who, '@'), length(?) + 2) = '@' || ? || ':' ";
  if (!filter.action.empty()) sql += "AND action = ? ";
  if (filter.from) sql += "AND time >= ? ";
  if (filter.before) sql += "AND time < ? ";
  return sql + "AND audit.number <= ? ";
}

/// In the order of conditions_of, all but the last.
void bind(Query& query, const AuditFilter& filter) {
  if (filter.kind) query.integer(static_cast<int>(*filter.kind));
  if (filter.id) query.id(*filter.id);
  if (!filter.who.empty()) query.text(filter.who);
  if (!filter.tenant.empty()) query.text(filter.tenant).text(filter.tenant);
  if (!filter.action.empty()) query.text(filter.action);
  if (filter.from) query.integer(filter.from->milliseconds);
  if (filter.before) query.integer(filter.before->milliseconds);
}

}  // namespace

AuditPage find_in_audit(Connection& connection, const AuditFilter& filter, std::int64_t offset, std::int64_t limit) {
  const std::string from = "FROM audit JOIN actors ON actors.number = audit.actor " + conditions_of(filter);
  AuditPage page;
  page.up_to = filter.up_to ? *filter.up_to : connection.number("SELECT coalesce(max(number), 0) FROM audit");
  Query count = connection.query("SELECT count(*) " + from);
  bind(count, filter);
  if (count.integer(page.up_to).next()) page.total = count.integer_at(0);
  Query query = connection.query("SELECT audit.number, time, who, purpose, action, kind, id, chain " + from +
                                 "ORDER BY audit.number DESC LIMIT ? OFFSET ?");
  bind(query, filter);
  query.integer(page.up_to).integer(limit).integer(offset);
  while (query.next()) {
    page.rows.push_back({query.integer_at(0),
                         {query.integer_at(1)},
                         {std::string(query.bytes_at(2)), std::string(query.bytes_at(3))},
                         std::string(query.bytes_at(4)),
                         static_cast<RecordKind>(query.integer_at(5)),
                         query.id_at(6),
                         std::string(query.bytes_at(7))});
  }
  return page;
}

}  // namespace passend::store
