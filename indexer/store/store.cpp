// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/store.hpp"

namespace passend::store {
namespace {

struct IdOf {
  Id128 operator()(const Portfolio& portfolio) const { return portfolio.search.id.value; }
  Id128 operator()(const Vacancy& vacancy) const { return vacancy.id.value; }
  Id128 operator()(const Employer& employer) const { return employer.id.value; }
};

struct KindOf {
  RecordKind operator()(const Portfolio&) const { return RecordKind::portfolio; }
  RecordKind operator()(const Vacancy&) const { return RecordKind::vacancy; }
  RecordKind operator()(const Employer&) const { return RecordKind::employer; }
};

}  // namespace

Scope Scope::of_candidate(CandidateId own) {
  Scope scope(Persons::details);
  scope.only_candidate_ = own;
  return scope;
}

Scope Scope::of_employer(EmployerId own) {
  Scope scope(Persons::none);
  scope.only_employer_ = own;
  return scope;
}

bool Scope::sees(const Vacancy& vacancy) const {
  return !only_employer_ || vacancy.employer_id == only_employer_;
}

Id128 id_of(const Record& record) {
  return std::visit(IdOf{}, record);
}

RecordKind kind_of(const Record& record) {
  return std::visit(KindOf{}, record);
}

}  // namespace passend::store
