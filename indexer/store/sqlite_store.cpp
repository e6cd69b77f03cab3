// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/sqlite_store.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/model/codec.hpp"
#include "indexer/store/batch_writer.hpp"
#include "indexer/store/check.hpp"
#include "indexer/store/group_commit.hpp"
#include "indexer/store/key_file.hpp"
#include "indexer/store/migrations.hpp"
#include "indexer/store/reader_pool.hpp"
#include "indexer/store/schema.hpp"
#include "indexer/store/store_directory.hpp"

namespace passend::store {
namespace {

/// What an opened store is made of. They close from the last to the first: readers, the writing thread, the writing
/// connection (which checkpoints), the lock.
struct Parts {
  std::unique_ptr<StoreDirectory> directory;
  std::unique_ptr<DetailCipher> cipher;
  std::unique_ptr<Connection> writer;  ///< Absent in a store that only reads, as is what follows.
  std::unique_ptr<GroupCommit> commits;
  std::unique_ptr<ReaderPool> readers;
};

std::string text_of(std::string_view bytes) {
  return std::string(bytes);
}

// From the start there is nothing that a tombstone could remove.
constexpr std::string_view changes_alone =
    "SELECT position, kind, id, version, erased FROM changes WHERE position > ?1 AND (erased = 0 OR ?1 > 0) "
    "ORDER BY position LIMIT ?2";
constexpr std::string_view changes_with_records =
    "SELECT position, kind, id, version, erased, CASE kind "
    "WHEN 1 THEN (SELECT record FROM portfolios WHERE id = changes.id AND ?3) "
    "WHEN 2 THEN (SELECT record FROM vacancies WHERE id = changes.id) "
    "ELSE (SELECT record FROM employers WHERE id = changes.id) END "
    "FROM changes WHERE position > ?1 AND (erased = 0 OR ?1 > 0) ORDER BY position LIMIT ?2";

class SqliteStore : public Store {
 public:
  explicit SqliteStore(Parts parts) : parts_(std::move(parts)) {}

  std::vector<WriteOutcome> write(const std::vector<Write>& batch, const Actor& actor) override {
    verify_actor(actor);
    verify_batch(batch);
    std::vector<WriteOutcome> outcomes;
    commits().run([&] {
      outcomes = BatchWriter(*parts_.writer, *parts_.cipher, actor, now()).apply(batch);
      const bool erased = std::find(outcomes.begin(), outcomes.end(), WriteOutcome::erased) != outcomes.end();
      return erased ? GroupCommit::After::scrub : GroupCommit::After::nothing;
    });
    return outcomes;
  }

  std::optional<Stored<SearchProfile>> search_profile(CandidateId id, const Scope& scope) override {
    if (scope.persons() == Scope::Persons::none)
      throw Error(ErrorCode::forbidden, "this scope does not see search profiles");
    return read<SearchProfile>(RecordKind::portfolio, id.value, decode_search_profile);
  }

  std::optional<DetailProfile> detail_profile(CandidateId id, const Scope& scope, const Actor& actor) override {
    if (scope.persons() != Scope::Persons::details)
      throw Error(ErrorCode::forbidden, "this scope does not see detail profiles");
    verify_actor(actor);
    GroupCommit& trail = commits();
    const std::optional<std::string> text = open_detail(id);
    if (!text) return std::nullopt;
    trail.run([&] {
      AuditTrail(*parts_.writer, actor, now()).append("read", RecordKind::portfolio, id.value);
      return GroupCommit::After::nothing;
    });
    return decode_detail_profile(*text);
  }

  std::optional<Stored<Vacancy>> vacancy(VacancyId id, const Scope&) override {
    return read<Vacancy>(RecordKind::vacancy, id.value, decode_vacancy);
  }

  std::optional<Stored<Employer>> employer(EmployerId id, const Scope&) override {
    return read<Employer>(RecordKind::employer, id.value, decode_employer);
  }

  std::vector<Change> changes(std::int64_t position, std::size_t limit, const std::optional<Scope>& records) override {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(records ? changes_with_records : changes_alone);
    constexpr std::size_t most = 1'000'000'000;
    query.integer(position).integer(static_cast<std::int64_t>(std::min(limit, most)));
    if (records) query.integer(records->persons() == Scope::Persons::none ? 0 : 1);
    std::vector<Change> found;
    while (query.next()) {
      found.push_back({query.integer_at(0),
                       static_cast<RecordKind>(query.integer_at(1)),
                       query.id_at(2),
                       query.integer_at(3),
                       query.integer_at(4) != 0,
                       {}});
      if (records) found.back().record = query.bytes_at(5);
    }
    return found;
  }

  std::pair<std::int64_t, Counts> state() override {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(
        "SELECT coalesce((SELECT max(position) FROM changes), 0), (SELECT living FROM counts WHERE kind = 1), "
        "(SELECT living FROM counts WHERE kind = 2), (SELECT living FROM counts WHERE kind = 3)");
    if (!query.next()) throw Error(ErrorCode::internal, "the state of the store gave no row");
    return {query.integer_at(0), {query.integer_at(1), query.integer_at(2), query.integer_at(3)}};
  }

  CheckReport check() override {
    ReaderPool::Lease reader = parts_.readers->take();
    return check_store(*reader, *parts_.cipher);
  }

 private:
  GroupCommit& commits() {
    if (parts_.commits == nullptr) {
      throw Error(ErrorCode::forbidden,
                  "the store was opened for reading; a write and the audit row of a read of details need "
                  "the process that writes");
    }
    return *parts_.commits;
  }

  template <class T>
  std::optional<Stored<T>> read(RecordKind kind, const Id128& id, T (*decode)(std::string_view)) {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(table_of(kind).find_by_id);
    if (!query.id(id).next()) return std::nullopt;
    return Stored<T>{decode(query.bytes_at(0)), query.integer_at(1), {query.integer_at(2)}};
  }

  std::optional<std::string> open_detail(CandidateId id) {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(
        "SELECT nonce, ciphertext, version FROM portfolios JOIN details ON details.portfolio = portfolios.number WHERE "
        "id = ?");
    if (!query.id(id.value).next()) return std::nullopt;
    auto text = parts_.cipher->open(query.bytes_at(0), query.bytes_at(1), {id.value, query.integer_at(2)});
    if (!text) {
      throw Error(ErrorCode::storage_corrupt, "the detail profile of portfolio " + to_text(id) +
                                                  " does not open; run 'store check' and import the portfolio again");
    }
    return text;
  }

  Parts parts_;
};

std::string fingerprint_of_store(Connection& connection, int schema) {
  if (schema == 0) return {};
  Query query = connection.query("SELECT fingerprint FROM keys ORDER BY number DESC LIMIT 1");
  return query.next() ? text_of(query.bytes_at(0)) : std::string();
}

/// The key of the store; made only when the store has none yet. `bound` is the fingerprint of the key it has.
DetailKey key_for(const StoreOptions& options, const std::string& bound) {
  const std::string file = "the key file '" + options.key_file.string() + "'";
  std::optional<DetailKey> key = read_key_file(options.key_file);
  if (!key && !bound.empty()) {
    throw Error(ErrorCode::key_missing,
                file +
                    " is missing, and nothing else opens the detail profiles of this store; restore it "
                    "from its backup (a new key is never made for an existing store)");
  }
  if (!key && options.missing_key == MissingKey::refuse) {
    throw Error(ErrorCode::key_missing, file + " is missing; name the file, or allow this new store to make one");
  }
  if (!key) key = create_key_file(options.key_file);
  if (!bound.empty() && key->fingerprint() != bound) {
    throw Error(ErrorCode::key_missing, file + " holds another key (fingerprint " + key->fingerprint() +
                                            ") than this store was "
                                            "made with (" +
                                            bound + "); name the right file");
  }
  return *key;
}

void require_log(Connection& writer) {
  Query query = writer.query("PRAGMA journal_mode = WAL");
  if (query.next() && query.bytes_at(0) == "wal") return;
  throw Error(ErrorCode::storage_failed,
              "this file system does not allow a write-ahead log; keep the store on a local disk");
}

std::unique_ptr<Connection> open_writer(const StoreOptions& options, const std::filesystem::path& database,
                                        std::optional<DetailKey>& key) {
  auto writer = std::make_unique<Connection>(database, ConnectionRole::writer);
  const int schema = verify_schema(*writer, database);
  const std::string bound = fingerprint_of_store(*writer, schema);
  key = key_for(options, bound);
  require_log(*writer);
  apply_migrations(*writer, schema);
  if (bound.empty()) writer->query("INSERT INTO keys (fingerprint) VALUES (?)").text(key->fingerprint()).run();
  return writer;
}

void verify_for_reading(const StoreOptions& options, const std::filesystem::path& database,
                        std::optional<DetailKey>& key) {
  Connection reader(database, ConnectionRole::reader);
  const int schema = verify_schema(reader, database);
  if (schema != static_cast<int>(migrations().size())) {
    throw Error(ErrorCode::unsupported_format, "store '" + database.string() +
                                                   "' has an older schema; a process that writes brings it "
                                                   "up to date when it opens it");
  }
  StoreOptions existing = options;
  existing.missing_key = MissingKey::refuse;
  key = key_for(existing, fingerprint_of_store(reader, schema));
}

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const StoreOptions& options) {
  if (options.directory.empty() || options.key_file.empty() || options.readers < 1 || options.readers > 64) {
    throw Error(ErrorCode::configuration, "a store needs a directory, a key file and 1 to 64 readers");
  }
  Parts parts;
  parts.directory = std::make_unique<StoreDirectory>(options.directory, options.access, options.patience);
  const std::filesystem::path& database = parts.directory->database();
  std::optional<DetailKey> key;
  if (options.access == Access::read_write) {
    parts.writer = open_writer(options, database, key);
  } else {
    verify_for_reading(options, database, key);
  }
  parts.cipher = std::make_unique<DetailCipher>(*key);
  if (parts.writer != nullptr) parts.commits = std::make_unique<GroupCommit>(*parts.writer);
  parts.readers = std::make_unique<ReaderPool>(database, options.readers);
  return std::make_unique<SqliteStore>(std::move(parts));
}

}  // namespace passend::store
