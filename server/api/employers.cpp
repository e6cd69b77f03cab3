// SPDX-License-Identifier: EUPL-1.2
#include "server/api/employers.hpp"

#include <algorithm>
#include <array>

#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

/// What the trade register and the service point say of an employer.
constexpr std::array<std::string_view, 3> kept_from_employers{"name", "kvkNumber", "recognisedTrainingCompany"};

constexpr std::array<std::string_view, 1> employer_of_contact{"employer"};
constexpr std::array<std::string_view, 2> asked_of_contact{"kind", "subject"};

store::Stored<Employer> require_employer(const Services& services, EmployerId id, const store::Scope& scope) {
  return require_found(services.store.employer(id, scope), "employer");
}

store::Stored<ContactMoment> require_moment(const Services& services, ContactMomentId id, const store::Scope& scope) {
  return require_found(services.store.contact_moment(id, scope), "contact moment");
}

}  // namespace

EmployersInput read_employers(Input& input) {
  EmployersInput read;
  read.name_part = input.text("name", {0, 120}, Where::query).value_or("");
  read.paging = read_paging(input);
  return read;
}

Employers ListEmployers::operator()(const EmployersInput& input, const store::Scope& scope) const {
  const std::uint64_t offset = (input.paging.page - 1) * input.paging.page_size;
  auto page = services.store.employers(input.name_part, offset, input.paging.page_size, scope);
  Employers found;
  found.total = static_cast<std::uint64_t>(page.total);
  for (auto& row : page.rows) {
    const auto open = services.store.open_vacancies_of(row.record.id, scope);
    found.rows.push_back({std::move(row.record), static_cast<std::uint64_t>(open)});
  }
  return found;
}

http::Response AddEmployer::operator()(const Change& change) const {
  change.input.finish();
  const auto request_once = once(change);
  Employer employer;
  name_new(employer, request_once, change.caller.scope);
  employer = read_new(change.request, employer);
  const bool waited = carry_out(services, change, {store::Record(employer)}, request_once);
  return answer_written(require_employer(services, employer.id, change.caller.scope),
                        "/v1/employers/" + to_text(employer.id) + "/record", waited);
}

store::Stored<Employer> GetEmployerRecord::operator()(const RecordInput<EmployerId>& input,
                                                      const store::Scope& scope) const {
  auto found = require_employer(services, input.id, scope);
  require_owned(found.record.source, scope);
  return found;
}

http::Response ChangeEmployer::operator()(const Change& change) const {
  const auto id = change.input.id<EmployerId>("employerId");
  change.input.finish();
  const store::Scope& scope = change.caller.scope;
  const auto current = require_employer(services, id, scope);
  require_owned(current.record.source, scope);
  const std::int64_t version = seen_version(change.request);
  const KeptMembers kept = scope.is_of_staff() ? KeptMembers{} : KeptMembers(kept_from_employers);
  const bool waited = carry_out(
      services, change, {store::Replacement{read_over(change.request, current.record, kept), version}}, once(change));
  return answer_written(require_employer(services, id, scope), {}, waited);
}

ContactMoments ListContactMoments::operator()(const RecordInput<EmployerId>& input, const store::Scope& scope) const {
  require_employer(services, input.id, scope);
  return services.store.contact_moments(input.id, scope);
}

http::Response AddContactMoment::operator()(const Change& change) const {
  const auto employer = change.input.id<EmployerId>("employerId");
  change.input.finish();
  require_employer(services, employer, change.caller.scope);
  const auto request_once = once(change);
  ContactMoment moment;
  name_new(moment, request_once, change.caller.scope);
  moment.employer = employer;
  moment.day = now().date();
  moment = read_new(change.request, moment, employer_of_contact, asked_of_contact);
  const bool waited = carry_out(services, change, {store::Casework(moment)}, request_once);
  return answer_written(require_moment(services, moment.id, change.caller.scope),
                        "/v1/contact-moments/" + to_text(moment.id), waited);
}

RecordInput<ContactMomentId> read_contact_moment_input(Input& input) {
  return {input.id<ContactMomentId>("contactMomentId")};
}

store::Stored<ContactMoment> GetContactMoment::operator()(const RecordInput<ContactMomentId>& input,
                                                          const store::Scope& scope) const {
  return require_moment(services, input.id, scope);
}

http::Response ChangeContactMoment::operator()(const Change& change) const {
  const auto id = change.input.id<ContactMomentId>("contactMomentId");
  change.input.finish();
  const auto current = require_moment(services, id, change.caller.scope);
  require_owned(current.record.source, change.caller.scope);
  const std::int64_t version = seen_version(change.request);
  const ContactMoment moment = read_over(change.request, current.record, employer_of_contact);
  const bool waited = carry_out(services, change, {store::Replacement{moment, version}}, once(change));
  return answer_written(require_moment(services, id, change.caller.scope), {}, waited);
}

http::Response EraseContactMoment::operator()(const Change& change) const {
  const auto id = change.input.id<ContactMomentId>("contactMomentId");
  change.input.finish();
  require_owned(require_moment(services, id, change.caller.scope).record.source, change.caller.scope);
  const store::Erasure erasure{store::RecordKind::contact_moment, id.value, seen_version(change.request)};
  return answer_erased(carry_out(services, change, {erasure}));
}

}  // namespace passend::api
