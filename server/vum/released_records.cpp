// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/released_records.hpp"

#include "indexer/model/codec.hpp"

namespace passend::vum_source {
namespace {

constexpr std::size_t changes_at_once = 1000;

bool has_whole_postcode(const std::string& postcode) {
  return postcode.size() == 6;
}

void take_candidate(const store::Change& change, Released& released) {
  const CandidateId id{change.id};
  released.candidates.erase(id);
  if (change.erased || change.record.empty()) return;
  SearchProfile profile = decode_canonical_search_profile(change.record);
  if (!profile.own_say.allows_showing() || !profile.exchange.is_complete() ||
      !has_whole_postcode(profile.mobility.postcode))
    return;
  released.candidates.emplace(id, std::make_shared<const SearchProfile>(std::move(profile)));
}

void take_vacancy(const store::Change& change, Released& released) {
  const VacancyId id{change.id};
  released.vacancies.erase(id);
  if (change.erased || change.record.empty()) return;
  Vacancy vacancy = decode_canonical_vacancy(change.record);
  if (!vacancy.released_for_exchange.value_or(false) || !has_whole_postcode(vacancy.location.postcode)) return;
  released.vacancies.emplace(id, std::make_shared<const Vacancy>(std::move(vacancy)));
}

void take_employer(const store::Change& change, Released& released) {
  const EmployerId id{change.id};
  released.employers.erase(id);
  if (change.erased || change.record.empty()) return;
  Employer employer = decode_employer(change.record);
  if (employer.kvk_number.empty()) return;
  released.employers.emplace(id, std::make_shared<const Employer>(std::move(employer)));
}

}  // namespace

ReleasedRecords::ReleasedRecords(store::Store& store) : store_(store), current_(std::make_shared<const Released>()) {
  current();
}

std::shared_ptr<const Released> ReleasedRecords::current() {
  const std::lock_guard lock(mutex_);
  if (store_.state().first == current_->position) return current_;
  auto next = std::make_shared<Released>(*current_);
  while (true) {
    const auto changes = store_.changes(next->position, changes_at_once, store::Scope::pseudonymous());
    if (changes.empty()) break;
    for (const store::Change& change : changes) {
      if (change.kind == store::RecordKind::portfolio) take_candidate(change, *next);
      if (change.kind == store::RecordKind::vacancy) take_vacancy(change, *next);
      if (change.kind == store::RecordKind::employer) take_employer(change, *next);
    }
    next->position = changes.back().position;
  }
  current_ = next;
  return current_;
}

}  // namespace passend::vum_source
