// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/sqlite_store.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/model/codec.hpp"
#include "indexer/store/batch_writer.hpp"
#include "indexer/store/check.hpp"
#include "indexer/store/reader_pool.hpp"
#include "indexer/store/record_parts.hpp"
#include "indexer/store/store_directory.hpp"
#include "indexer/store/writing_turns.hpp"

namespace passend::store {
namespace {

/// What an opened store is made of. They close from the last to the first.
struct Parts {
  std::unique_ptr<DetailCipher> cipher;
  std::unique_ptr<WritingTurns> turns;  ///< Absent in a store that only reads.
  std::shared_ptr<Writer> writer;       ///< Of a store that holds the turn for as long as it is open.
  std::unique_ptr<ReaderPool> readers;
};

// From the start there is nothing that a tombstone could remove.
constexpr std::string_view changes_alone =
    "SELECT position, kind, id, version, erased FROM changes WHERE position > ?1 AND (erased = 0 OR ?1 > 0) "
    "ORDER BY position LIMIT ?2";
constexpr std::string_view changes_with_records =
    "SELECT position, kind, id, version, erased, CASE kind "
    "WHEN 1 THEN (SELECT record FROM portfolios WHERE id = changes.id AND ?3) "
    "WHEN 2 THEN (SELECT record FROM vacancies WHERE id = changes.id) "
    "WHEN 3 THEN (SELECT record FROM employers WHERE id = changes.id) ELSE '' END "
    "FROM changes WHERE position > ?1 AND (erased = 0 OR ?1 > 0) ORDER BY position LIMIT ?2";

class SqliteStore : public Store {
 public:
  explicit SqliteStore(Parts parts) : parts_(std::move(parts)) {}

  std::optional<std::vector<WriteOutcome>> write_once(const std::vector<Write>& batch, const Actor& actor,
                                                      const std::optional<Once>& once) override {
    verify_actor(actor);
    verify_batch(batch);
    std::optional<std::vector<WriteOutcome>> outcomes;
    const auto writer = take_turn();
    writer->commits.run([&] {
      BatchWriter work(writer->connection, *parts_.cipher, actor, now());
      if (once && !work.take(*once)) return GroupCommit::After::nothing;
      outcomes = work.apply(batch);
      const bool erased = std::find(outcomes->begin(), outcomes->end(), WriteOutcome::erased) != outcomes->end();
      return erased ? GroupCommit::After::scrub : GroupCommit::After::nothing;
    });
    return outcomes;
  }

  std::optional<Stored<SearchProfile>> search_profile(CandidateId id, const Scope& scope) override {
    if (scope.persons() == Scope::Persons::none)
      throw Error(ErrorCode::forbidden, "this scope does not see search profiles");
    if (!scope.sees(id)) return std::nullopt;
    auto found = read<SearchProfile>(RecordKind::portfolio, id.value, decode_canonical_search_profile);
    if (found && !scope.sees(found->record)) return std::nullopt;
    return found;
  }

  std::optional<DetailProfile> detail_profile(CandidateId id, const Scope& scope, const Actor& actor) override {
    if (scope.persons() != Scope::Persons::details)
      throw Error(ErrorCode::forbidden, "this scope does not see detail profiles");
    verify_actor(actor);
    const auto profile = search_profile(id, scope);
    if (!profile) return std::nullopt;
    if (!scope.owns(profile->record.source)) {
      throw Error(
          ErrorCode::forbidden,
          "This person is known to another organisation, which shows their search profile: ask it who they are");
    }
    const auto writer = take_turn();
    const std::optional<std::string> text = open_detail(id);
    if (!text) return std::nullopt;
    note(*writer, "read", {RecordKind::portfolio, id.value}, actor);
    return decode_detail_profile(*text);
  }

  void note_read(RecordKind kind, const Id128& id, const Actor& actor) override {
    verify_actor(actor);
    note(*take_turn(), "read", {kind, id}, actor);
  }

  std::optional<Stored<Vacancy>> vacancy(VacancyId id, const Scope& scope) override {
    auto found = read<Vacancy>(RecordKind::vacancy, id.value, decode_canonical_vacancy);
    if (found && !scope.sees(found->record)) return std::nullopt;
    return found;
  }

  std::optional<Stored<Employer>> employer(EmployerId id, const Scope& scope) override {
    auto found = read<Employer>(RecordKind::employer, id.value, decode_employer);
    if (found && !scope.sees(found->record)) return std::nullopt;
    return found;
  }

  std::vector<Stored<Vacancy>> vacancies_of(EmployerId employer, const Scope& scope) override {
    if (!scope.sees(employer)) return {};
    auto found = linked<Vacancy>(RecordKind::vacancy, {"employer", to_text(employer)}, "id", decode_canonical_vacancy);
    std::erase_if(found, [&](const Stored<Vacancy>& row) { return !scope.sees(row.record); });
    return found;
  }

  std::int64_t open_vacancies_of(EmployerId employer, const Scope& scope) override {
    if (!scope.sees(employer)) return 0;
    const Systems seen = systems_of_work(scope);
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(
        "SELECT count(*) FROM vacancies WHERE id IN (SELECT id FROM links WHERE kind = 2 AND relation = 'employer' AND "
        "target = ?) AND json_extract(record, '$.status') = 'open'" +
        seen.condition);
    seen.bind_to(query.text(to_text(employer)));
    return query.next() ? query.integer_at(0) : 0;
  }

  Page<Employer> employers(std::string_view name_part, std::size_t offset, std::size_t limit,
                           const Scope& scope) override {
    require_staff(scope);
    const Systems seen = systems_of_work(scope);
    const std::string matching =
        "FROM employers WHERE instr(lower(json_extract(record, '$.name')), lower(?)) > 0" + seen.condition;
    ReaderPool::Lease reader = parts_.readers->take();
    Query count = reader->query("SELECT count(*) " + matching);
    Page<Employer> page;
    if (seen.bind_to(count.text(name_part)).next()) page.total = count.integer_at(0);
    Query query = reader->query("SELECT record, version, changed " + matching +
                                " ORDER BY lower(json_extract(record, '$.name')), id LIMIT ? OFFSET ?");
    seen.bind_to(query.text(name_part))
        .integer(static_cast<std::int64_t>(limit))
        .integer(static_cast<std::int64_t>(offset));
    page.rows = rows_of(query, decode_employer);
    return page;
  }

  std::optional<Stored<ContactMoment>> contact_moment(ContactMomentId id, const Scope& scope) override {
    require_staff(scope);
    auto found = read<ContactMoment>(RecordKind::contact_moment, id.value, decode_contact_moment);
    if (found && !scope.sees(found->record)) return std::nullopt;
    return found;
  }

  std::vector<Stored<ContactMoment>> contact_moments(EmployerId employer, const Scope& scope) override {
    require_staff(scope);
    auto found = linked<ContactMoment>(RecordKind::contact_moment, {"employer", to_text(employer)},
                                       "json_extract(record, '$.day') DESC, number DESC", decode_contact_moment);
    std::erase_if(found, [&](const Stored<ContactMoment>& row) { return !scope.sees(row.record); });
    return found;
  }

  std::optional<Stored<Proposal>> proposal(ProposalId id, const Scope& scope) override {
    auto found = read<Proposal>(RecordKind::proposal, id.value, decode_proposal);
    if (found && !scope.sees(found->record)) return std::nullopt;
    return found;
  }

  std::vector<Stored<Proposal>> proposals(const ProposalsOf& of, const Scope& scope) override {
    constexpr std::array relations{"candidate", "vacancy", "employer"};
    auto found = linked<Proposal>(
        RecordKind::proposal, {relations.at(of.index()), std::visit([](const auto& id) { return to_text(id); }, of)},
        "changed DESC, number DESC", decode_proposal);
    std::erase_if(found, [&](const Stored<Proposal>& row) { return !scope.sees(row.record); });
    return found;
  }

  std::optional<Stored<Selection>> selection(SelectionId id, std::string_view owner) override {
    auto found = read<Selection>(RecordKind::selection, id.value, decode_selection);
    if (found && found->record.owner != owner) return std::nullopt;
    return found;
  }

  std::vector<Stored<Selection>> selections(std::string_view owner) override {
    return linked<Selection>(RecordKind::selection, {"owner", std::string(owner)},
                             "lower(json_extract(record, '$.name')), id", decode_selection);
  }

  std::vector<Change> changes(std::int64_t position, std::size_t limit, const std::optional<Scope>& records) override {
    if (records && (!records->is_of_staff() || records->boundary())) {
      throw Error(ErrorCode::forbidden,
                  "the records of the change feed are not for one candidate, employer or organisation");
    }
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

  std::vector<std::pair<std::string, std::int64_t>> source_systems() override {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(
        "SELECT source_system, sum(records) FROM ("
        "SELECT source_system, count(*) AS records FROM portfolios GROUP BY source_system UNION ALL "
        "SELECT source_system, count(*) FROM vacancies GROUP BY source_system UNION ALL "
        "SELECT source_system, count(*) FROM employers GROUP BY source_system) GROUP BY source_system ORDER BY 1");
    std::vector<std::pair<std::string, std::int64_t>> found;
    while (query.next()) found.emplace_back(query.bytes_at(0), query.integer_at(1));
    return found;
  }

  CheckReport check() override {
    ReaderPool::Lease reader = parts_.readers->take();
    return check_store(*reader, *parts_.cipher);
  }

  std::optional<AuditSeal> last_deed(RecordKind kind, const Id128& id) override {
    ReaderPool::Lease reader = parts_.readers->take();
    // From the newest on: who asks has just done it.
    Query query =
        reader->query("SELECT number, time, chain FROM audit WHERE +kind = ? AND id = ? ORDER BY number DESC LIMIT 1");
    if (!query.integer(static_cast<int>(kind)).id(id).next()) return std::nullopt;
    return AuditSeal{query.integer_at(0), {query.integer_at(1)}, std::string(query.bytes_at(2))};
  }

  AuditReport verify_audit() override {
    ReaderPool::Lease reader = parts_.readers->take();
    return read_audit(*reader);
  }

  AuditPage audit(const AuditFilter& filter, std::int64_t offset, std::int64_t limit) override {
    ReaderPool::Lease reader = parts_.readers->take();
    return find_in_audit(*reader, filter, offset, limit);
  }

  void note_update(RecordKind kind, const Id128& id, const Actor& actor) override {
    verify_actor(actor);
    note(*take_turn(), "update", {kind, id}, actor);
  }

 private:
  struct Noted {
    RecordKind kind = RecordKind::portfolio;
    Id128 id;
  };

  /// A row in the audit without a write.
  static void note(Writer& writer, std::string_view action, const Noted& about, const Actor& actor) {
    writer.commits.run([&] {
      AuditTrail(writer.connection, actor, now()).append(action, about.kind, about.id);
      return GroupCommit::After::nothing;
    });
  }

  std::shared_ptr<Writer> take_turn() {
    if (parts_.turns != nullptr) return parts_.turns->take();
    throw Error(ErrorCode::forbidden,
                "the store was opened for reading; a write and the audit row of a read of details need "
                "the process that writes");
  }

  template <class T>
  std::optional<Stored<T>> read(RecordKind kind, const Id128& id, T (*decode)(std::string_view)) {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query(table_of(kind).find_by_id);
    if (!query.id(id).next()) return std::nullopt;
    return Stored<T>{decode(query.bytes_at(0)), query.integer_at(1), {query.integer_at(2)}};
  }

  /// A condition on the column source_system, and what its question marks stand for.
  struct Systems {
    std::string condition{};  ///< Begins with AND; empty: of every system.
    std::vector<std::string> names{};

    Query& bind_to(Query& query) const {
      for (const std::string& name : names) query.text(name);
      return query;
    }
  };
  static Systems systems_of_work(const Scope& scope) {
    if (!scope.is_of_staff() || !scope.boundary()) return {};
    Systems seen{" AND source_system IN (", scope.boundary()->work};
    for (std::size_t i = 0; i < seen.names.size(); ++i) seen.condition += i == 0 ? "?" : ", ?";
    seen.condition += ")";
    return seen;
  }

  static void require_staff(const Scope& scope) {
    if (!scope.is_of_staff()) throw Error(ErrorCode::forbidden, "this is for the staff");
  }

  template <class T>
  static std::vector<Stored<T>> rows_of(Query& query, T (*decode)(std::string_view)) {
    std::vector<Stored<T>> rows;
    while (query.next()) rows.push_back({decode(query.bytes_at(0)), query.integer_at(1), {query.integer_at(2)}});
    return rows;
  }

  /// The records of a kind that are about something.
  template <class T>
  std::vector<Stored<T>> linked(RecordKind kind, const Link& link, const std::string& order,
                                T (*decode)(std::string_view)) {
    ReaderPool::Lease reader = parts_.readers->take();
    Query query = reader->query("SELECT record, version, changed FROM " + table_of(kind).name +
                                " WHERE id IN (SELECT id FROM links WHERE kind = ? AND relation = ? AND target = ?) "
                                "ORDER BY " +
                                order);
    query.integer(static_cast<int>(kind)).text(link.relation).text(link.target);
    return rows_of(query, decode);
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

}  // namespace

std::unique_ptr<Store> open_sqlite_store(const StoreOptions& options) {
  if (options.directory.empty() || options.key_file.empty() || options.readers < 1 || options.readers > 64) {
    throw Error(ErrorCode::configuration, "a store needs a directory, a key file and 1 to 64 readers");
  }
  Parts parts;
  if (options.access != Access::read_only) parts.turns = std::make_unique<WritingTurns>(options);
  if (options.access == Access::read_write) parts.writer = parts.turns->take();
  const StoreDirectory directory(options.directory, Access::read_only, {});
  // Who writes in turns brings an older schema up to date in a turn of its own.
  if (options.access == Access::shared && !has_newest_schema(directory)) parts.turns->take();
  parts.cipher = std::make_unique<DetailCipher>(parts.writer ? parts.writer->key : key_of_store(options, directory));
  parts.readers = std::make_unique<ReaderPool>(directory.database(), options.readers);
  return std::make_unique<SqliteStore>(std::move(parts));
}

}  // namespace passend::store
