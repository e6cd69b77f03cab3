// SPDX-License-Identifier: EUPL-1.2
#include "server/api/audit.hpp"

#include <array>
#include <utility>

#include "server/api/day_range.hpp"

namespace passend::api {
namespace {

constexpr std::size_t longest_actor = 120;
constexpr std::array<std::pair<AuditSubject, Id128>, 3> no_records{{{AuditSubject::audit, store::audit_itself},
                                                                    {AuditSubject::read_log, store::read_log_itself},
                                                                    {AuditSubject::matching, store::matching_itself}}};

/// What is no record is found by the id that it has instead of one.
void ask_about(AuditSubject subject, store::AuditFilter& filter) {
  for (const auto& [known, id] : no_records) {
    if (known == subject) filter.id = id;
  }
  if (subject < AuditSubject::audit) filter.kind = static_cast<store::RecordKind>(static_cast<int>(subject) + 1);
}

}  // namespace

AuditSubject subject_of(const store::AuditRow& row) {
  for (const auto& [subject, id] : no_records) {
    if (row.id == id) return subject;
  }
  return static_cast<AuditSubject>(static_cast<int>(row.kind) - 1);
}

AuditInput read_audit_input(Input& input) {
  AuditInput read;
  const auto about = input.code<AuditSubject>("about", Where::query);
  // Whatever kind of record it is: ids are of one form.
  const auto record = input.id_member<CandidateId>("recordId", Where::query);
  if (record) read.filter.id = record->value;
  if (about) ask_about(*about, read.filter);
  if (about && record && *about >= AuditSubject::audit) {
    input.refuse("recordId", "does not go with what is about no record", Where::query);
  }
  read.filter.who = input.text("actor", {1, longest_actor}, Where::query).value_or("");
  if (const auto deed = input.code<Deed>("action", Where::query)) read.filter.action = to_text(*deed);
  read_stretch(input, read.filter);
  read.paging = read_paging(input);
  return read;
}

store::AuditPage GetAudit::operator()(const AuditInput& input, const auth::Caller& caller) const {
  const auto offset = static_cast<std::int64_t>((input.paging.page - 1) * input.paging.page_size);
  store::AuditFilter filter = input.filter;
  if (const auto& boundary = caller.scope.boundary()) filter.tenant = boundary->tenant;
  auto page = services.store.audit(filter, offset, static_cast<std::int64_t>(input.paging.page_size));
  services.store.note_read(store::RecordKind::portfolio, store::audit_itself, caller.actor);
  return page;
}

VerifyInput read_verify(Input&) {
  return {};
}

store::AuditReport VerifyAudit::operator()(const VerifyInput&, const auth::Caller& caller) const {
  auto report = services.store.verify_audit();
  services.store.note_read(store::RecordKind::portfolio, store::audit_itself, caller.actor);
  return report;
}

}  // namespace passend::api
