// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/postgres_contestants.hpp"

#include <libpq-fe.h>

#include <cstdlib>
#include <optional>
#include <set>
#include <stdexcept>

#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

class Connection {
 public:
  Connection(const std::string& sockets, const std::string& database)
      : handle_(PQconnectdb(("host=" + sockets + " user=passend_bench dbname=" + database).c_str())) {
    if (PQstatus(handle_) != CONNECTION_OK) fail();
  }
  ~Connection() { PQfinish(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
  Result run(const std::string& sql, const std::vector<std::string>& values = {}) {
    std::vector<const char*> texts;
    for (const auto& value : values) texts.push_back(value.c_str());
    Result result(
        PQexecParams(handle_, sql.c_str(), static_cast<int>(texts.size()), nullptr, texts.data(), nullptr, nullptr, 0),
        &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail();
    return result;
  }
  std::string text(const std::string& sql) { return PQgetvalue(run(sql).get(), 0, 0); }

  void copy(const std::string& lines) {
    if (PQputCopyData(handle_, lines.data(), static_cast<int>(lines.size())) != 1) fail();
  }
  void end_copy() {
    if (PQputCopyEnd(handle_, nullptr) != 1) fail();
    while (PGresult* result = PQgetResult(handle_)) {
      const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
      PQclear(result);
      if (!done) fail();
    }
  }

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(std::string("PostgreSQL: ") + PQerrorMessage(handle_)); }
  PGconn* handle_;
};

constexpr std::size_t copy_bytes = 1U << 20;

template <class Write>
void copy_rows(Connection& connection, const std::string& table, std::uint32_t rows, const Write& write) {
  connection.run("COPY " + table + " FROM STDIN");
  std::string lines;
  for (std::uint32_t row = 0; row < rows; ++row) {
    write(row, lines);
    if (lines.size() < copy_bytes) continue;
    connection.copy(lines);
    lines.clear();
  }
  connection.copy(lines);
  connection.end_copy();
}

void fill(Connection& connection, const Arena& arena) {
  connection.run("CREATE TABLE posting (competence int NOT NULL, row int NOT NULL)");
  copy_rows(connection, "posting", arena.holdings.rows(), [&](std::uint32_t row, std::string& lines) {
    for (const auto competence : arena.holdings.of(row)) {
      lines += std::to_string(competence) + "\t" + std::to_string(row) + "\n";
    }
  });
  connection.run("CREATE UNIQUE INDEX posting_key ON posting (competence, row)");
  connection.run("CREATE TABLE person (row int NOT NULL, competences tsvector NOT NULL)");
  copy_rows(connection, "person", arena.holdings.rows(), [&](std::uint32_t row, std::string& lines) {
    lines += std::to_string(row) + "\t";
    for (const auto competence : arena.holdings.of(row)) lines += "c" + std::to_string(competence) + " ";
    lines += "\n";
  });
  connection.run("CREATE INDEX person_words ON person USING gin (competences)");
  connection.run("VACUUM ANALYZE");
}

/// A database per content, made when it is not there.
std::string database_of(const Arena& arena, const std::string& sockets) {
  const std::string name = "passend_" + arena.folder.filename().string();
  std::string quoted;
  for (const char letter : name) quoted += letter == '-' ? '_' : letter;
  Connection connection(sockets, "postgres");
  if (connection.text("SELECT count(*) FROM pg_database WHERE datname = '" + quoted + "'") == "1") return quoted;
  const std::string raw = quoted + "_raw";
  connection.run("SET client_min_messages = warning");
  connection.run("DROP DATABASE IF EXISTS " + raw);
  connection.run("CREATE DATABASE " + raw);
  {
    Connection inside(sockets, raw);
    fill(inside, arena);
  }
  connection.run("ALTER DATABASE " + raw + " RENAME TO " + quoted);
  return quoted;
}

class PostgresContestant : public Contestant {
 public:
  PostgresContestant(const Arena& arena, const std::string& sockets, const std::string& database, Line line)
      : arena_(arena), connection_(sockets, database), line_(std::move(line)) {
    connection_.run("SET max_parallel_workers_per_gather = " + std::to_string(line_.threads - 1));
    // A worker of its own beside the process of the connection: two threads are one worker more.
    pinned_.emplace(line_.threads, std::atoi(connection_.text("SELECT pg_backend_pid()").c_str()));
  }
  const Line& line() const override { return line_; }

 protected:
  TimedAnswer timed(const std::string& sql, const std::vector<std::string>& values) {
    TimedAnswer answer;
    answer.milliseconds = milliseconds_of([&] {
      const auto result = connection_.run(sql, values);
      for (int i = 0; i < PQntuples(result.get()); ++i) {
        answer.hits.push_back({static_cast<std::uint32_t>(std::strtoul(PQgetvalue(result.get(), i, 0), nullptr, 10)),
                               static_cast<std::uint32_t>(std::strtoul(PQgetvalue(result.get(), i, 1), nullptr, 10))});
      }
    });
    return answer;
  }
  Arena arena_;
  Connection connection_;

 private:
  Line line_;
  std::optional<Pinned> pinned_;
};

class ExactSql final : public PostgresContestant {
 public:
  using PostgresContestant::PostgresContestant;

  TimedAnswer answer(std::size_t query) override {
    std::string demands;
    std::string competences;
    std::string points;
    const auto append = [](std::string& list, std::uint64_t value) {
      list += (list.empty() ? "{" : ",") + std::to_string(value);
    };
    for (std::size_t demand = 0; demand < arena_.queries[query].size(); ++demand) {
      for (const auto& answer : arena_.queries[query][demand]) {
        append(demands, demand);
        append(competences, answer.competence);
        append(points, answer.points);
      }
    }
    return timed(
        "SELECT row, SUM(points) AS total FROM (SELECT p.row, a.demand, MAX(a.points) AS points"
        " FROM unnest($1::int[], $2::int[], $3::int[]) AS a(demand, competence, points)"
        " JOIN posting p USING (competence) GROUP BY p.row, a.demand) AS best"
        " GROUP BY row ORDER BY total DESC, row LIMIT 100",
        {demands + "}", competences + "}", points + "}"});
  }
};

class FullText final : public PostgresContestant {
 public:
  using PostgresContestant::PostgresContestant;

  TimedAnswer answer(std::size_t query) override {
    std::set<std::uint32_t> competences;
    for (const auto& demand : arena_.queries[query]) {
      for (const auto& answer : demand) competences.insert(answer.competence);
    }
    std::string words;
    for (const auto competence : competences) words += (words.empty() ? "c" : " | c") + std::to_string(competence);
    return timed(
        "SELECT row, 0 FROM person, to_tsquery('simple', $1) AS words WHERE competences @@ words"
        " ORDER BY ts_rank(competences, words) DESC, row LIMIT 100",
        {words});
  }
};

}  // namespace

Contestants postgres_contestants(const Arena& arena, const std::string& sockets) {
  const std::string database = database_of(arena, sockets);
  const std::string name = "PostgreSQL " + Connection(sockets, database).text("SHOW server_version_num").substr(0, 2);
  Contestants contestants;
  contestants.push_back(std::make_unique<ExactSql>(arena, sockets, database,
                                                   Line{.name = name + ", exact SQL, 1 process", .seconds = 12}));
  contestants.push_back(std::make_unique<ExactSql>(
      arena, sockets, database, Line{.name = name + ", exact SQL, 2 processes", .threads = 2, .seconds = 10}));
  contestants.push_back(std::make_unique<FullText>(arena, sockets, database,
                                                   Line{.name = name + " full text, ts_rank",
                                                        .scores = Scores::own,
                                                        .seconds = 10,
                                                        .note = "ranks by its own formula"}));
  return contestants;
}

}  // namespace passend::bench
