// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/model/boundary.hpp"
#include "indexer/model/casework.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// The system of record. It alone acknowledges a write; every index is rebuilt from it.
namespace passend::store {

enum class RecordKind : std::uint8_t {
  portfolio = 1,
  vacancy = 2,
  employer = 3,
  selection = 4,
  proposal = 5,
  contact_moment = 6
};
inline constexpr std::size_t record_kinds = 6;

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
  static Scope operator_of_this_machine() {
    Scope scope(Persons::details);
    scope.sees_restricted_ = true;
    return scope;
  }
  /// For the pseudonymous surface: search profiles, no detail profiles.
  static Scope pseudonymous() { return Scope(Persons::search_profiles); }
  /// For the exchange with other organisations, which itself holds to what is released and was shown to who asks.
  static Scope exchange() { return Scope(Persons::details); }
  /// Of a mediator who opens a person with a purpose.
  static Scope of_mediator() { return Scope(Persons::details); }
  static Scope vacancies_only() { return Scope(Persons::none); }
  /// Of a job seeker: the own portfolio with its details, every vacancy and employer.
  static Scope of_candidate(CandidateId own);
  /// Of an employer: the own record and vacancies, and nobody's portfolio.
  static Scope of_employer(EmployerId own);

  /// The same within what an organisation sees. What is somebody's own stays theirs. Null: everything.
  Scope within(std::shared_ptr<const Boundary> boundary) const;

  Persons persons() const { return persons_; }
  /// Null: of every organisation.
  const std::shared_ptr<const Boundary>& boundary() const { return boundary_; }
  const std::optional<CandidateId>& only_candidate() const { return only_candidate_; }
  const std::optional<EmployerId>& only_employer() const { return only_employer_; }

  bool sees(CandidateId id) const { return !only_candidate_ || *only_candidate_ == id; }
  bool sees(EmployerId id) const { return !only_employer_ || *only_employer_ == id; }
  bool sees(const Vacancy& vacancy) const;
  bool sees(const Employer& employer) const;
  bool sees(const ContactMoment& moment) const;
  /// Of a person whose record is restricted nobody sees anything but they themselves and the operator.
  bool sees(const SearchProfile& profile) const;
  /// A person sees their own; an employer sees those for the own vacancies from the moment that they were sent; the
  /// staff those of their own organisation.
  bool sees(const Proposal& proposal) const;
  /// Whether a record of this source is of their own organisation: they may change it, and open who a person is.
  bool owns(const SourceRef& source) const;
  /// Whether this is the staff, and not one candidate or one employer.
  bool is_of_staff() const { return !only_candidate_ && !only_employer_; }

 private:
  explicit Scope(Persons persons) : persons_(persons) {}
  Persons persons_;
  bool sees_work(const SourceRef& source) const;

  bool sees_restricted_ = false;
  std::shared_ptr<const Boundary> boundary_;
  std::optional<CandidateId> only_candidate_;
  std::optional<EmployerId> only_employer_;
};

/// What comes from other systems and is found and matched.
using Record = std::variant<Portfolio, Vacancy, Employer>;
/// What the staff writes down of its work.
using Casework = std::variant<Selection, Proposal, ContactMoment>;
using AnyRecord = std::variant<Portfolio, Vacancy, Employer, Selection, Proposal, ContactMoment>;

/// Erases a record: a tombstone stays in the change feed. With a portfolio go the proposals of the person and their
/// place in every selection.
struct Erasure {
  RecordKind kind = RecordKind::portfolio;
  Id128 id;
  std::optional<std::int64_t> version{};  ///< Only while this is the newest version.
};

/// A record in the place of the version that its writer saw. Unlike an import it changes what a person said of their
/// own record (OwnSay) too.
struct Replacement {
  AnyRecord record;
  std::int64_t version = 0;
};

/// What became of one write, in the order of the batch.
enum class WriteOutcome : std::uint8_t { inserted, updated, unchanged, erased, absent };

/// One unit of change: all of it is written, or none. A record whose (source.system, source.id) is known updates that
/// record and keeps its id, whatever id it carries; otherwise it is inserted under the id it carries. What the person
/// said of their own record stays.
using Write = std::variant<Record, Erasure, Casework, Replacement>;

/// A request that is carried out once, however often it is sent.
struct Once {
  std::string key;      ///< SHA-256 in hexadecimal digits of who asks and their Idempotency-Key.
  std::string content;  ///< SHA-256 of what is asked.
};
inline constexpr std::chrono::hours once_is_kept{48};

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

template <class T>
struct Page {
  std::int64_t total = 0;  ///< Of all pages.
  std::vector<Stored<T>> rows;
};

/// About whom or what the proposals are.
using ProposalsOf = std::variant<CandidateId, VacancyId, EmployerId>;

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

/// A row of the audit, by which a deed can be shown to have been done: the chain value covers every row before it.
struct AuditSeal {
  std::int64_t number = 0;
  Timestamp time;
  std::string chain;  ///< 64 hexadecimal digits
};

struct AuditReport {
  std::int64_t rows = 0;
  std::optional<AuditSeal> newest;    ///< Worth keeping elsewhere: it shows whether the end was cut off.
  std::vector<std::string> problems;  ///< Empty: the chain is whole.
};

/// One row of the audit: who did what to which record, and why.
struct AuditRow {
  std::int64_t number = 0;
  Timestamp time;
  Actor actor;
  std::string action;  ///< insert, update, erase, read
  RecordKind kind = RecordKind::portfolio;
  Id128 id;
  std::string chain;  ///< As in AuditSeal.
};

/// Which rows of the audit: what is absent or empty asks nothing.
struct AuditFilter {
  std::optional<RecordKind> kind{};
  std::optional<Id128> id{};
  std::string who{};     ///< As Actor::who, whole.
  std::string tenant{};  ///< On behalf of which organisation: "role@tenant:subject" is who.
  std::string action{};  ///< insert, update, erase, read
  std::optional<Timestamp> from{};
  std::optional<Timestamp> before{};
  std::optional<std::int64_t> up_to{};  ///< Number of the newest row that counts, so that pages belong together.
};

struct AuditPage {
  std::int64_t total = 0;  ///< Of all pages.
  std::int64_t up_to = 0;  ///< As asked; without a question the newest row that there is.
  std::vector<AuditRow> rows;
};

/// What is no record and stands in the audit all the same, each by an id that no record is given.
inline constexpr Id128 audit_itself{0, 1};
inline constexpr Id128 read_log_itself{0, 2};
inline constexpr Id128 matching_itself{0, 3};

class Store {
 public:
  virtual ~Store() = default;

  /// Writes a batch with its audit and change rows in one transaction; durable when it returns. Thread-safe: concurrent
  /// callers are committed together. Throws invalid_input (nothing written), disk_full, storage_failed, and forbidden
  /// when the store was opened for reading. A Replacement or an Erasure of a version that is no longer the newest
  /// throws precondition_failed, a Replacement of what is not there not_found.
  std::vector<WriteOutcome> write(const std::vector<Write>& batch, const Actor& actor) {
    return *write_once(batch, actor, std::nullopt);
  }
  /// The same, once: absent when this request was carried out before. It is known for once_is_kept. Throws conflict
  /// when the key was used for something else.
  virtual std::optional<std::vector<WriteOutcome>> write_once(const std::vector<Write>& batch, const Actor& actor,
                                                              const std::optional<Once>& once) = 0;

  /// Throws forbidden when the scope has no persons at all; a record outside the scope is absent. Thread-safe, as all
  /// reads.
  virtual std::optional<Stored<SearchProfile>> search_profile(CandidateId id, const Scope& scope) = 0;
  /// Decrypts; leaves a read row in the audit. Throws forbidden outside the scope, for a person of another organisation
  /// whose search profile is seen by agreement, and when the store was opened for reading; storage_corrupt when the
  /// sealed profile does not open.
  virtual std::optional<DetailProfile> detail_profile(CandidateId id, const Scope& scope, const Actor& actor) = 0;
  /// A read row in the audit about a profile that is not shown from this store: it was asked of another organisation,
  /// or one of ours was told to one. Throws forbidden when the store was opened for reading.
  virtual void note_read(RecordKind kind, const Id128& id, const Actor& actor) = 0;
  virtual std::optional<Stored<Vacancy>> vacancy(VacancyId id, const Scope& scope) = 0;
  virtual std::optional<Stored<Employer>> employer(EmployerId id, const Scope& scope) = 0;

  /// Vacancies of one employer, open ones and others, by id.
  virtual std::vector<Stored<Vacancy>> vacancies_of(EmployerId employer, const Scope& scope) = 0;
  /// How many of them are open, without reading them.
  virtual std::int64_t open_vacancies_of(EmployerId employer, const Scope& scope) = 0;
  /// Employers whose name holds `name_part` without regard to case, by name; empty finds all.
  virtual Page<Employer> employers(std::string_view name_part, std::size_t offset, std::size_t limit,
                                   const Scope& scope) = 0;

  /// Casework. Throws forbidden for a scope of one candidate or employer, except where it says what they see.
  virtual std::optional<Stored<ContactMoment>> contact_moment(ContactMomentId id, const Scope& scope) = 0;
  /// Newest first.
  virtual std::vector<Stored<ContactMoment>> contact_moments(EmployerId employer, const Scope& scope) = 0;
  /// Those that the scope sees, newest step first.
  virtual std::optional<Stored<Proposal>> proposal(ProposalId id, const Scope& scope) = 0;
  virtual std::vector<Stored<Proposal>> proposals(const ProposalsOf& of, const Scope& scope) = 0;
  /// A selection is its owner's alone: of anybody else it is not there. By name.
  virtual std::optional<Stored<Selection>> selection(SelectionId id, std::string_view owner) = 0;
  virtual std::vector<Stored<Selection>> selections(std::string_view owner) = 0;

  /// The latest change of each record after `position`, in order of position, at most `limit`. From 0 it lists
  /// every living record, which is how an index is rebuilt. With a scope, each living record that it sees comes along
  /// (of a person the search profile, never the details), which is how many are read at once. Throws forbidden for a
  /// scope of one candidate or employer, or of one organisation among several.
  virtual std::vector<Change> changes(std::int64_t position, std::size_t limit,
                                      const std::optional<Scope>& records = std::nullopt) = 0;

  /// Position of the newest committed change, and how many living records there are.
  virtual std::pair<std::int64_t, Counts> state() = 0;

  /// The source systems of portfolios, vacancies and employers, ascending, with how many of these each has.
  virtual std::vector<std::pair<std::string, std::int64_t>> source_systems() = 0;

  /// Verifies pages, foreign keys, hashes and the decryptability of every record.
  virtual CheckReport check() = 0;

  /// The newest row of the audit about a record.
  virtual std::optional<AuditSeal> last_deed(RecordKind kind, const Id128& id) = 0;
  /// Reads the chain of the audit from the first row to the last.
  virtual AuditReport verify_audit() = 0;

  /// Rows of the audit, newest first.
  virtual AuditPage audit(const AuditFilter& filter, std::int64_t offset, std::int64_t limit) = 0;
  /// A row in the audit about something that was changed and stands elsewhere. Throws as note_read.
  virtual void note_update(RecordKind kind, const Id128& id, const Actor& actor) = 0;
};

/// Ids of all records that changed after a position of the change feed, ascending.
std::vector<Id128> ids_changed_since(Store& store, std::int64_t position);

}  // namespace passend::store
