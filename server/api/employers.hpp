// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/paging.hpp"
#include "server/api/records.hpp"

/// Employers with their contact persons, for the staff and for the employer itself, and contacts with them.
namespace passend::api {

/// GET /v1/employers?name=: by name.
struct EmployersInput {
  std::string name_part;
  Paging paging;
};
struct EmployerRow {
  Employer employer;
  std::uint64_t open_vacancies = 0;
};
struct Employers {
  std::vector<EmployerRow> rows;  ///< Of the page.
  std::uint64_t total = 0;
};
EmployersInput read_employers(Input& input);
struct ListEmployers {
  const Services& services;
  Employers operator()(const EmployersInput& input, const store::Scope& scope) const;
};
http::Response write_employers(const Employers& employers, const EmployersInput& input, const Services& services);
inline const Paging& paging_of(const EmployersInput& input) {
  return input.paging;
}
inline std::uint64_t total_of(const Employers& employers, const EmployersInput&) {
  return employers.total;
}

/// POST /v1/employers
struct AddEmployer {
  const Services& services;
  http::Response operator()(const Change& change) const;
};
/// GET /v1/employers/{employerId}/record: with contact persons.
struct GetEmployerRecord {
  const Services& services;
  store::Stored<Employer> operator()(const RecordInput<EmployerId>& input, const store::Scope& scope) const;
};
/// PATCH /v1/employers/{employerId}/record
struct ChangeEmployer {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// GET /v1/employers/{employerId}/contact-moments: newest first.
using ContactMoments = std::vector<store::Stored<ContactMoment>>;
struct ListContactMoments {
  const Services& services;
  ContactMoments operator()(const RecordInput<EmployerId>& input, const store::Scope& scope) const;
};
http::Response write_contact_moments(const ContactMoments& moments, const RecordInput<EmployerId>& input,
                                     const Services& services);
/// POST /v1/employers/{employerId}/contact-moments
struct AddContactMoment {
  const Services& services;
  http::Response operator()(const Change& change) const;
};
/// GET, PATCH and DELETE /v1/contact-moments/{contactMomentId}
RecordInput<ContactMomentId> read_contact_moment_input(Input& input);
struct GetContactMoment {
  const Services& services;
  store::Stored<ContactMoment> operator()(const RecordInput<ContactMomentId>& input, const store::Scope& scope) const;
};
struct ChangeContactMoment {
  const Services& services;
  http::Response operator()(const Change& change) const;
};
struct EraseContactMoment {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

}  // namespace passend::api
