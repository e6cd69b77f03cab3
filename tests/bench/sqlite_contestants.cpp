// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/sqlite_contestants.hpp"

#include <sqlite3.h>

#include <set>
#include <stdexcept>

#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

namespace fs = std::filesystem;

class Statement;

class Database {
 public:
  Database(const fs::path& file, int flags) {
    if (sqlite3_open_v2(file.c_str(), &handle_, flags, nullptr) != SQLITE_OK) fail();
  }
  ~Database() { sqlite3_close_v2(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql) {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() const { throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(handle_)); }
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(Database& database, const std::string& sql) : database_(database) {
    if (sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &handle_, nullptr) != SQLITE_OK) database.fail();
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int place, std::int64_t value) { sqlite3_bind_int64(handle_, place, value); }
  void bind(int place, const std::string& text) {
    sqlite3_bind_text(handle_, place, text.c_str(), -1, SQLITE_TRANSIENT);
  }
  /// Whether there is a row.
  bool step() {
    const int result = sqlite3_step(handle_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) database_.fail();
    return result == SQLITE_ROW;
  }
  void run() {
    step();
    sqlite3_reset(handle_);
  }
  std::uint32_t number(int column) const { return static_cast<std::uint32_t>(sqlite3_column_int64(handle_, column)); }

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

void make_postings(Database& database, const Arena& arena) {
  database.run("CREATE TABLE posting (competence INTEGER, row INTEGER, PRIMARY KEY (competence, row)) WITHOUT ROWID");
  Statement insert(database, "INSERT INTO posting VALUES (?, ?)");
  for (std::uint32_t competence = 0; competence < arena.holdings.concepts; ++competence) {
    for (const std::uint32_t row : arena.postings.of(competence)) {
      insert.bind(1, competence);
      insert.bind(2, row);
      insert.run();
    }
  }
}

void make_texts(Database& database, const Arena& arena) {
  database.run("CREATE VIRTUAL TABLE person USING fts5(competences, content='')");
  Statement insert(database, "INSERT INTO person (rowid, competences) VALUES (?, ?)");
  for (std::uint32_t row = 0; row < arena.holdings.rows(); ++row) {
    std::string text;
    for (const std::uint32_t competence : arena.holdings.of(row)) text += " c" + std::to_string(competence);
    insert.bind(1, row + 1);
    insert.bind(2, text);
    insert.run();
  }
  database.run("INSERT INTO person (person) VALUES ('optimize')");
}

void make_index(const Arena& arena, const fs::path& file) {
  if (fs::exists(file)) return;
  const fs::path raw = file.string() + ".raw";
  fs::remove(raw);
  {
    Database database(raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; BEGIN");
    make_postings(database, arena);
    make_texts(database, arena);
    database.run("COMMIT; ANALYZE");
  }
  fs::rename(raw, file);
}

class SqliteContestant : public Contestant {
 public:
  SqliteContestant(const Arena& arena, const fs::path& file, Line line)
      : arena_(arena), database_(file, SQLITE_OPEN_READONLY), line_(std::move(line)) {
    database_.run(
        "PRAGMA cache_size = -2000000; PRAGMA mmap_size = 8000000000; PRAGMA temp_store = MEMORY;"
        "CREATE TEMP TABLE answer (demand INTEGER, competence INTEGER, points INTEGER)");
  }
  const Line& line() const override { return line_; }

 protected:
  TimedAnswer timed(Statement& select) {
    TimedAnswer answer;
    answer.milliseconds = milliseconds_of([&] {
      while (select.step()) answer.hits.push_back({select.number(0), select.number(1)});
    });
    return answer;
  }

  Arena arena_;
  Database database_;

 private:
  Line line_;
};

class ExactSql final : public SqliteContestant {
 public:
  using SqliteContestant::SqliteContestant;

  TimedAnswer answer(std::size_t query) override {
    fill_answers(arena_.queries[query]);
    Statement select(database_,
                     "SELECT row, SUM(points) AS total FROM (SELECT p.row, a.demand, MAX(a.points) AS points"
                     " FROM answer a CROSS JOIN posting p ON p.competence = a.competence GROUP BY p.row, a.demand)"
                     " GROUP BY row ORDER BY total DESC, row LIMIT 100");
    return timed(select);
  }

 private:
  void fill_answers(const CompetenceQuery& query) {
    database_.run("DELETE FROM answer");
    Statement insert(database_, "INSERT INTO answer VALUES (?, ?, ?)");
    for (std::size_t demand = 0; demand < query.size(); ++demand) {
      for (const auto& answer : query[demand]) {
        insert.bind(1, static_cast<std::int64_t>(demand));
        insert.bind(2, answer.competence);
        insert.bind(3, answer.points);
        insert.run();
      }
    }
  }
};

class FullText final : public SqliteContestant {
 public:
  using SqliteContestant::SqliteContestant;

  TimedAnswer answer(std::size_t query) override {
    std::set<std::uint32_t> competences;
    for (const auto& demand : arena_.queries[query]) {
      for (const auto& answer : demand) competences.insert(answer.competence);
    }
    std::string words;
    for (const auto competence : competences) words += (words.empty() ? "c" : " OR c") + std::to_string(competence);
    Statement select(database_, "SELECT rowid - 1, 0 FROM person WHERE person MATCH ? ORDER BY rank LIMIT 100");
    select.bind(1, words);
    return timed(select);
  }
};

}  // namespace

Contestants sqlite_contestants(const Arena& arena) {
  const fs::path file = arena.folder / "sqlite.db";
  make_index(arena, file);
  const std::string name = "SQLite " + std::string(sqlite3_libversion());
  Contestants contestants;
  contestants.push_back(std::make_unique<ExactSql>(arena, file, Line{.name = name + ", exact SQL", .seconds = 12}));
  contestants.push_back(std::make_unique<FullText>(
      arena, file,
      Line{.name = name + " FTS5, bm25", .scores = Scores::own, .seconds = 10, .note = "ranks by its own formula"}));
  return contestants;
}

}  // namespace passend::bench
