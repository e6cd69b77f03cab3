// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/store/store.hpp"

namespace passend::intake {

/// A store in memory that keeps what it promises about writes: a known source reference updates, an equal record is
/// left unchanged. Reading beyond that is not what an importer does.
class MemoryStore : public store::Store {
 public:
  /// Called before each batch; a test lets the disk run full here.
  std::function<void(const std::vector<store::Write>&)> before_write;
  std::vector<std::size_t> batches;

  std::optional<std::vector<store::WriteOutcome>> write_once(const std::vector<store::Write>& batch,
                                                             const store::Actor&,
                                                             const std::optional<store::Once>&) override {
    if (before_write) before_write(batch);
    batches.push_back(batch.size());
    std::vector<store::WriteOutcome> outcomes;
    for (const store::Write& write : batch) {
      store::Record record = std::get<store::Record>(write);
      const Key key{record.index(), source_of(record).system, source_of(record).id};
      const auto found = records.find(key);
      if (found == records.end()) {
        records.emplace(key, std::move(record));
        outcomes.push_back(store::WriteOutcome::inserted);
        continue;
      }
      keep_id(record, found->second);
      const bool same = record == found->second;
      found->second = std::move(record);
      outcomes.push_back(same ? store::WriteOutcome::unchanged : store::WriteOutcome::updated);
    }
    return outcomes;
  }

  template <class T>
  const T& get(const std::string& id) const {
    for (const auto& [key, record] : records) {
      if (std::get<2>(key) == id && std::holds_alternative<T>(record)) return std::get<T>(record);
    }
    throw Error(ErrorCode::not_found, "no record " + id);
  }

  std::optional<store::Stored<SearchProfile>> search_profile(CandidateId, const store::Scope&) override { return {}; }
  std::optional<DetailProfile> detail_profile(CandidateId, const store::Scope&, const store::Actor&) override {
    return {};
  }
  void note_read(store::RecordKind, const Id128&, const store::Actor&) override {}
  std::optional<store::Stored<Vacancy>> vacancy(VacancyId, const store::Scope&) override { return {}; }
  std::optional<store::Stored<Employer>> employer(EmployerId, const store::Scope&) override { return {}; }
  std::vector<store::Stored<Vacancy>> vacancies_of(EmployerId, const store::Scope&) override { return {}; }
  std::int64_t open_vacancies_of(EmployerId, const store::Scope&) override { return 0; }
  store::Page<Employer> employers(std::string_view, std::size_t, std::size_t, const store::Scope&) override {
    return {};
  }
  std::optional<store::Stored<ContactMoment>> contact_moment(ContactMomentId, const store::Scope&) override {
    return {};
  }
  std::vector<store::Stored<ContactMoment>> contact_moments(EmployerId, const store::Scope&) override { return {}; }
  std::optional<store::Stored<Proposal>> proposal(ProposalId, const store::Scope&) override { return {}; }
  std::vector<store::Stored<Proposal>> proposals(const store::ProposalsOf&, const store::Scope&) override { return {}; }
  std::optional<store::Stored<Selection>> selection(SelectionId, std::string_view) override { return {}; }
  std::vector<store::Stored<Selection>> selections(std::string_view) override { return {}; }
  std::vector<store::Change> changes(std::int64_t, std::size_t, const std::optional<store::Scope>&) override {
    return {};
  }
  std::pair<std::int64_t, store::Counts> state() override { return {}; }
  std::vector<std::pair<std::string, std::int64_t>> source_systems() override { return {}; }
  store::CheckReport check() override { return {}; }
  std::optional<store::AuditSeal> last_deed(store::RecordKind, const Id128&) override { return {}; }
  store::AuditReport verify_audit() override { return {}; }
  store::AuditPage audit(const store::AuditFilter&, std::int64_t, std::int64_t) override { return {}; }
  void note_update(store::RecordKind, const Id128&, const store::Actor&) override {}

  using Key = std::tuple<std::size_t, std::string, std::string>;
  std::map<Key, store::Record> records;

 private:
  static const SourceRef& source_of(const store::Record& record) {
    if (const auto* portfolio = std::get_if<Portfolio>(&record)) return portfolio->search.source;
    if (const auto* vacancy = std::get_if<Vacancy>(&record)) return vacancy->source;
    return std::get<Employer>(record).source;
  }
  static void keep_id(store::Record& record, const store::Record& known) {
    if (auto* portfolio = std::get_if<Portfolio>(&record)) {
      portfolio->search.id = portfolio->detail.id = std::get<Portfolio>(known).search.id;
    } else if (auto* vacancy = std::get_if<Vacancy>(&record)) {
      vacancy->id = std::get<Vacancy>(known).id;
    } else {
      std::get<Employer>(record).id = std::get<Employer>(known).id;
    }
  }
};

}  // namespace passend::intake
