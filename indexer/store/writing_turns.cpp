// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/writing_turns.hpp"

#include <optional>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/store/key_file.hpp"
#include "indexer/store/migrations.hpp"
#include "indexer/store/schema.hpp"

namespace passend::store {
namespace {

std::string fingerprint_of_store(Connection& connection, int schema) {
  if (schema == 0) return {};
  Query query = connection.query("SELECT fingerprint FROM keys ORDER BY number DESC LIMIT 1");
  return query.next() ? std::string(query.bytes_at(0)) : std::string();
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

/// Brings the schema up to date and binds a new store to its key.
DetailKey prepare(Connection& connection, const StoreOptions& options, const std::filesystem::path& database) {
  const int schema = verify_schema(connection, database);
  const std::string bound = fingerprint_of_store(connection, schema);
  const DetailKey key = key_for(options, bound);
  require_log(connection);
  apply_migrations(connection, schema);
  if (bound.empty()) connection.query("INSERT INTO keys (fingerprint) VALUES (?)").text(key.fingerprint()).run();
  return key;
}

}  // namespace

Writer::Writer(const StoreOptions& options)
    : directory(options.directory, Access::read_write, options.patience),
      connection(directory.database(), ConnectionRole::writer),
      key(prepare(connection, options, directory.database())),
      commits(connection) {}

std::shared_ptr<Writer> WritingTurns::take() {
  const std::lock_guard lock(mutex_);
  if (auto going_on = current_.lock()) return going_on;
  auto writer = std::make_shared<Writer>(options_);
  current_ = writer;
  return writer;
}

bool has_newest_schema(const StoreDirectory& directory) {
  Connection reader(directory.database(), ConnectionRole::reader);
  return verify_schema(reader, directory.database()) == static_cast<int>(migrations().size());
}

DetailKey key_of_store(const StoreOptions& options, const StoreDirectory& directory) {
  Connection reader(directory.database(), ConnectionRole::reader);
  const int schema = verify_schema(reader, directory.database());
  if (schema != static_cast<int>(migrations().size())) {
    throw Error(ErrorCode::unsupported_format, "store '" + directory.database().string() +
                                                   "' has an older schema; a process that writes brings it "
                                                   "up to date when it opens it");
  }
  StoreOptions existing = options;
  existing.missing_key = MissingKey::refuse;
  return key_for(existing, fingerprint_of_store(reader, schema));
}

}  // namespace passend::store
