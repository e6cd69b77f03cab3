// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/read_log.hpp"

#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/store/group_commit.hpp"
#include "indexer/store/reader_pool.hpp"
#include "indexer/store/schema.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/store/store_directory.hpp"

namespace passend::store {
namespace {

constexpr const char* file_name = "reads";
constexpr unsigned most_readers = 2;
/// Another process prunes in pieces that are much shorter.
constexpr auto patience = std::chrono::seconds(2);
constexpr std::int64_t rows_in_a_piece = 5000;

constexpr std::string_view columns =
    "SELECT reads.number, trace, span, parent, status, started, ended, subject, name, activity, role, reader, tenant, "
    "purpose FROM reads JOIN acts ON acts.number = reads.act ";

std::string bytes_of(std::uint64_t value) {
  return to_bytes(Id128{value, 0}).substr(0, 8);
}

std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) value = (value << 8) | static_cast<unsigned char>(byte);
  return value;
}

std::uint64_t random_span() {
  std::uint64_t span = 0;
  while (span == 0) span = random_id128().high;
  return span;
}

std::int64_t number_of(Connection& connection, const ReadAct& act) {
  const auto bind = [&act](Query& query) {
    query.text(act.name).text(act.activity).text(act.role).text(act.reader).text(act.tenant).text(act.purpose);
  };
  {
    Query known = connection.query(
        "SELECT number FROM acts WHERE name = ? AND activity = ? AND role = ? AND reader = ? AND tenant = ? AND "
        "purpose "
        "= ?");
    bind(known);
    if (known.next()) return known.integer_at(0);
  }
  Query insert =
      connection.query("INSERT INTO acts (name, activity, role, reader, tenant, purpose) VALUES (?, ?, ?, ?, ?, ?)");
  bind(insert);
  insert.run();
  return connection.last_inserted();
}

PersonRead row_of(const Query& query) {
  PersonRead row;
  row.number = query.integer_at(0);
  row.request.trace = query.id_at(1);
  row.span = number_in(query.bytes_at(2));
  row.request.parent = number_in(query.bytes_at(3));
  row.request.status = static_cast<ReadStatus>(query.integer_at(4));
  row.request.started = {query.integer_at(5)};
  row.request.ended = {query.integer_at(6)};
  row.person = {query.id_at(7)};
  std::string* const texts[] = {&row.act.name,   &row.act.activity, &row.act.role,
                                &row.act.reader, &row.act.tenant,   &row.act.purpose};
  int column = 8;
  for (std::string* text : texts) *text = query.bytes_at(column++);
  return row;
}

std::string conditions_of(const ReadFilter& filter) {
  std::string sql = "WHERE 1 ";
  if (filter.person) sql += "AND subject = ? ";
  if (!filter.reader.empty()) sql += "AND reader = ? ";
  if (!filter.name.empty()) sql += "AND name = ? ";
  if (!filter.tenant.empty()) sql += "AND tenant = ? ";
  if (filter.from) sql += "AND ended >= ? ";
  if (filter.before) sql += "AND ended < ? ";
  return sql + "AND reads.number <= ? ";
}

/// In the order of conditions_of, all but the last.
void bind_filter(Query& query, const ReadFilter& filter) {
  if (filter.person) query.id(filter.person->value);
  for (const std::string* text : {&filter.reader, &filter.name, &filter.tenant}) {
    if (!text->empty()) query.text(*text);
  }
  if (filter.from) query.integer(filter.from->milliseconds);
  if (filter.before) query.integer(filter.before->milliseconds);
}

std::vector<PersonRead> rows_of(Query& query) {
  std::vector<PersonRead> rows;
  while (query.next()) rows.push_back(row_of(query));
  return rows;
}

std::string count(std::int64_t rows, const char* what) {
  return std::to_string(rows) + what;
}

/// What the writing process holds. Closes from the last to the first.
struct LogWriter {
  explicit LogWriter(const std::filesystem::path& directory)
      : turn(std::make_unique<StoreDirectory>(directory, Access::read_write, patience, file_name)),
        connection(turn->database(), ConnectionRole::writer),
        commits(connection, [directory] {
          return std::make_shared<StoreDirectory>(directory, Access::read_write, patience, file_name);
        }) {
    const int schema = verify_schema(connection, turn->database(), read_log_schema());
    require_log(connection);
    apply_migrations(connection, schema, read_log_schema());
    turn.reset();
  }

  std::unique_ptr<StoreDirectory> turn;  ///< While the file is made.
  Connection connection;
  GroupCommit commits;
};

class SqliteReadLog : public ReadLog {
 public:
  SqliteReadLog(const std::filesystem::path& directory, ReadLogAccess access)
      : writer_(access == ReadLogAccess::read_write ? std::make_unique<LogWriter>(directory) : nullptr),
        readers_(StoreDirectory(directory, Access::read_only, {}, file_name).database(), most_readers) {
    if (writer_) return;
    ReaderPool::Lease reader = readers_.take();
    verify_schema(*reader, directory, read_log_schema());
  }

  void append(const ReadAct& act, const ReadSpan& request, const std::vector<CandidateId>& persons) override {
    if (persons.empty()) return;
    write([&](Connection& connection) {
      const std::int64_t number = number_of(connection, act);
      for (const CandidateId& person : persons) {
        connection
            .query(
                "INSERT INTO reads (trace, span, parent, status, started, ended, act, subject) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .id(request.trace)
            .blob(bytes_of(random_span()))
            .blob(request.parent == 0 ? std::string() : bytes_of(request.parent))
            .integer(static_cast<int>(request.status))
            .integer(request.started.milliseconds)
            .integer(request.ended.milliseconds)
            .integer(number)
            .id(person.value)
            .run();
      }
      return GroupCommit::After::nothing;
    });
  }

  ReadPage of(CandidateId person, std::int64_t offset, std::int64_t limit) override {
    ReaderPool::Lease reader = readers_.take();
    ReadPage page;
    Query total = reader->query("SELECT count(*) FROM reads WHERE subject = ?");
    if (total.id(person.value).next()) page.total = total.integer_at(0);
    Query query = reader->query(std::string(columns) + "WHERE subject = ? ORDER BY reads.number DESC LIMIT ? OFFSET ?");
    page.rows = rows_of(query.id(person.value).integer(limit).integer(offset));
    return page;
  }

  std::vector<PersonRead> after(std::int64_t number, Timestamp since, std::int64_t limit) override {
    ReaderPool::Lease reader = readers_.take();
    Query query =
        reader->query(std::string(columns) + "WHERE reads.number > ? AND ended >= ? ORDER BY reads.number LIMIT ?");
    return rows_of(query.integer(number).integer(since.milliseconds).integer(limit));
  }

  std::int64_t count_before(Timestamp time) override {
    ReaderPool::Lease reader = readers_.take();
    Query query = reader->query("SELECT count(*) FROM reads WHERE ended < ?");
    return query.integer(time.milliseconds).next() ? query.integer_at(0) : 0;
  }

  std::int64_t prune(Timestamp time) override {
    std::int64_t removed = 0;
    // In pieces, so that nobody who is to be shown somebody waits for all of it.
    for (std::int64_t piece = rows_in_a_piece; piece == rows_in_a_piece; removed += piece) {
      write([&](Connection& connection) {
        connection.query("DELETE FROM reads WHERE number IN (SELECT number FROM reads WHERE ended < ? LIMIT ?)")
            .integer(time.milliseconds)
            .integer(rows_in_a_piece)
            .run();
        piece = connection.touched();
        return GroupCommit::After::nothing;
      });
    }
    write([](Connection& connection) {
      connection.query("DELETE FROM acts WHERE number NOT IN (SELECT act FROM reads)").run();
      return GroupCommit::After::scrub;
    });
    return removed;
  }

  std::int64_t passed_on(std::string_view endpoint) override {
    ReaderPool::Lease reader = readers_.take();
    Query query = reader->query("SELECT number FROM passed_on WHERE endpoint = ?");
    return query.text(endpoint).next() ? query.integer_at(0) : 0;
  }

  void pass_on(std::string_view endpoint, std::int64_t number) override {
    write([&](Connection& connection) {
      connection.query("INSERT OR REPLACE INTO passed_on (endpoint, number) VALUES (?, ?)")
          .text(endpoint)
          .integer(number)
          .run();
      return GroupCommit::After::nothing;
    });
  }

  std::vector<std::string> check() override {
    ReaderPool::Lease reader = readers_.take();
    std::vector<std::string> problems;
    Query pages = reader->query("PRAGMA integrity_check(20)");
    while (pages.next()) {
      if (pages.bytes_at(0) != "ok") problems.push_back("read log: " + std::string(pages.bytes_at(0)));
    }
    const std::int64_t orphans =
        reader->number("SELECT count(*) FROM reads LEFT JOIN acts ON acts.number = act WHERE acts.number IS NULL");
    if (orphans > 0) problems.push_back("read log: " + count(orphans, " rows do not say who looked"));
    return problems;
  }

  ReadPage select(const ReadFilter& filter, std::int64_t offset, std::int64_t limit) override {
    ReaderPool::Lease reader = readers_.take();
    ReadPage page;
    page.up_to = filter.up_to ? *filter.up_to : reader->number("SELECT coalesce(max(number), 0) FROM reads");
    Query total =
        reader->query("SELECT count(*) FROM reads JOIN acts ON acts.number = reads.act " + conditions_of(filter));
    bind_filter(total, filter);
    if (total.integer(page.up_to).next()) page.total = total.integer_at(0);
    Query query =
        reader->query(std::string(columns) + conditions_of(filter) + "ORDER BY reads.number DESC LIMIT ? OFFSET ?");
    bind_filter(query, filter);
    page.rows = rows_of(query.integer(page.up_to).integer(limit).integer(offset));
    return page;
  }

 private:
  template <class Work>
  void write(const Work& work) {
    if (!writer_) throw Error(ErrorCode::forbidden, "the read log was opened for reading");
    writer_->commits.run([&] { return work(writer_->connection); });
  }

  std::unique_ptr<LogWriter> writer_;
  ReaderPool readers_;
};

}  // namespace

std::unique_ptr<ReadLog> open_read_log(const std::filesystem::path& directory, ReadLogAccess access) {
  if (access == ReadLogAccess::read_only && !std::filesystem::exists(directory)) {
    throw Error(ErrorCode::file_missing, "there is no read log in '" + directory.string() +
                                             "': passend serve makes one when it first shows somebody");
  }
  return std::make_unique<SqliteReadLog>(directory, access);
}

}  // namespace passend::store
