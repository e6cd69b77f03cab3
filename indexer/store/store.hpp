// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// The system of record. It alone acknowledges a write; every index is rebuilt from it.
namespace passend::store {

enum class RecordKind : std::uint8_t { portfolio = 1, vacancy = 2, employer = 3 };

/// On whose behalf and why; stands in the audit row of the same transaction.
struct Actor {
  std::string who;      ///< e.g. "cli:import"; <= 120 characters, no personal name.
  std::string purpose;  ///< <= 200 characters
};

/// What a reader may see. A read without a scope does not compile; a record outside it is not there.
class Scope {
 public:
  enum class Persons : std::uint8_t { none, search_profiles, details };
  /// For the indexer and the commands of the operator on the machine itself.
  static Scope operator_of_this_machine() { return Scope(Persons::details); }
  /// For the pseudonymous surface: search profiles, no detail profiles.
  static Scope pseudonymous() { return Scope(Persons::search_profiles); }
  /// For the exchange with other organisations, which itself holds to what is released and was shown to who asks.
  static Scope exchange() { return Scope(Persons::details); }
  static Scope vacancies_only() { return Scope(Persons::none); }
  /// Of a job seeker: the own portfolio with its details, every vacancy and employer.
  static Scope of_candidate(CandidateId own);
  /// Of an employer: the own record and vacancies, and nobody's portfolio.
  static Scope of_employer(EmployerId own);

  Persons persons() const { return persons_; }
  const std::optional<CandidateId>& only_candidate() const { return only_candidate_; }
  const std::optional<EmployerId>& only_employer() const { return only_employer_; }

  bool sees(CandidateId id) const { return !only_candidate_ || *only_candidate_ == id; }
  bool sees(EmployerId id) const { return !only_employer_ || *only_employer_ == id; }
  bool sees(const Vacancy& vacancy) const;

 private:
  explicit Scope(Persons persons) : persons_(persons) {}
  Persons persons_;
  std::optional<CandidateId> only_candidate_;
  std::optional<EmployerId> only_employer_;
};

using Record = std::variant<Portfolio, Vacancy, Employer>;

/// Erases a record: a tombstone stays in the change feed.
struct Erasure {
  RecordKind kind = RecordKind::portfolio;
  Id128 id;
};

/// What became of one write, in the order of the batch.
enum class WriteOutcome : std::uint8_t { inserted, updated, unchanged, erased, absent };

/// One unit of change: all of it is written, or none. A Record whose (source.system, source.id) is known updates that
/// record and keeps its id, whatever id it carries; otherwise it is inserted under the id it carries.
using Write = std::variant<Record, Erasure>;

/// One row of the change feed. Positions are strictly increasing and never reused; gaps are possible.
struct Change {
  std::int64_t position = 0;
  RecordKind kind = RecordKind::portfolio;
  Id128 id;
  std::int64_t version = 0;  ///< 1 for the insert, then one more per update, erasure and return of an erased id.
  bool erased = false;
  std::string record{};  ///< Canonical JSON of the record as it is now, when it was asked for.
};

template <class T>
struct Stored {
  T record;
  std::int64_t version = 0;
  Timestamp changed;
};

struct Counts {
  std::int64_t portfolios = 0;
  std::int64_t vacancies = 0;
  std::int64_t employers = 0;
};

struct CheckReport {
  Counts counts;
  std::int64_t position = 0;
  std::vector<std::string> problems;  ///< Empty: sound.
};

class Store {
 public:
  virtual ~Store() = default;

  /// Writes a batch with its audit and change rows in one transaction; durable when it returns. Thread-safe: concurrent
  /// callers are committed together. Throws invalid_input (nothing written), disk_full, storage_failed, and forbidden
  /// when the store was opened for reading.
  virtual std::vector<WriteOutcome> write(const std::vector<Write>& batch, const Actor& actor) = 0;

  /// Throws forbidden when the scope has no persons at all; a record outside the scope is absent. Thread-safe, as all
  /// reads.
  virtual std::optional<Stored<SearchProfile>> search_profile(CandidateId id, const Scope& scope) = 0;
  /// Decrypts; leaves a read row in the audit. Throws forbidden outside the scope or when the store was opened for
  /// reading, storage_corrupt when the sealed profile does not open.
  virtual std::optional<DetailProfile> detail_profile(CandidateId id, const Scope& scope, const Actor& actor) = 0;
  virtual std::optional<Stored<Vacancy>> vacancy(VacancyId id, const Scope& scope) = 0;
  virtual std::optional<Stored<Employer>> employer(EmployerId id, const Scope& scope) = 0;

  /// The latest change of each record after `position`, in order of position, at most `limit`. From 0 it lists
  /// every living record, which is how an index is rebuilt. With a scope, each living record that it sees comes along
  /// (of a person the search profile, never the details), which is how many are read at once. Throws forbidden for a
  /// scope of one candidate or employer.
  virtual std::vector<Change> changes(std::int64_t position, std::size_t limit,
                                      const std::optional<Scope>& records = std::nullopt) = 0;

  /// Position of the newest committed change, and how many living records there are.
  virtual std::pair<std::int64_t, Counts> state() = 0;

  /// Verifies pages, foreign keys, hashes and the decryptability of every record.
  virtual CheckReport check() = 0;
};

/// Id of a record whatever its kind.
Id128 id_of(const Record& record);
RecordKind kind_of(const Record& record);

/// Ids of all records that changed after a position of the change feed, ascending.
std::vector<Id128> ids_changed_since(Store& store, std::int64_t position);

}  // namespace passend::store
