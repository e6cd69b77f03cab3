// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "server/api/input.hpp"
#include "server/api/paging.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"

/// The sealed audit, for those who hold others to account: who did what to which record, and whether the chain is
/// whole. Who asks stands in it from then on.
namespace passend::api {

/// What a row of the audit is about.
enum class AuditSubject : std::uint8_t {
  portfolio,
  vacancy,
  employer,
  selection,
  proposal,
  contact_moment,
  audit,     ///< Somebody read it.
  read_log,  ///< Somebody read it.
  matching   ///< Somebody stopped it, or let it go on.
};
enum class Deed : std::uint8_t { insert, update, erase, read };

AuditSubject subject_of(const store::AuditRow& row);

struct AuditInput {
  store::AuditFilter filter;
  Paging paging;
};
AuditInput read_audit_input(Input& input);

/// GET /v1/audit
struct GetAudit {
  const Services& services;
  store::AuditPage operator()(const AuditInput& input, const auth::Caller& caller) const;
};
http::Response write_audit(const store::AuditPage& page, const AuditInput& input, const Services& services);
inline const Paging& paging_of(const AuditInput& input) {
  return input.paging;
}
inline std::uint64_t total_of(const store::AuditPage& page, const AuditInput&) {
  return static_cast<std::uint64_t>(page.total);
}
inline std::int64_t anchor_of(const store::AuditPage& page, const AuditInput&) {
  return page.up_to;
}

struct VerifyInput {};
VerifyInput read_verify(Input& input);

/// GET /v1/audit/_verify: reads the chain from the first row to the last.
struct VerifyAudit {
  const Services& services;
  store::AuditReport operator()(const VerifyInput& input, const auth::Caller& caller) const;
};
http::Response write_audit_report(const store::AuditReport& report, const VerifyInput& input, const Services& services);
std::string audit_report_json(const store::AuditReport& report);

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<api::AuditSubject> {
  static constexpr CodeTable<api::AuditSubject, 9> names{{{api::AuditSubject::portfolio, "portfolio"},
                                                          {api::AuditSubject::vacancy, "vacancy"},
                                                          {api::AuditSubject::employer, "employer"},
                                                          {api::AuditSubject::selection, "selection"},
                                                          {api::AuditSubject::proposal, "proposal"},
                                                          {api::AuditSubject::contact_moment, "contact_moment"},
                                                          {api::AuditSubject::audit, "audit"},
                                                          {api::AuditSubject::read_log, "read_log"},
                                                          {api::AuditSubject::matching, "matching"}}};
};

template <>
struct CodeNames<api::Deed> {
  static constexpr CodeTable<api::Deed, 4> names{{{api::Deed::insert, "insert"},
                                                  {api::Deed::update, "update"},
                                                  {api::Deed::erase, "erase"},
                                                  {api::Deed::read, "read"}}};
};

}  // namespace passend
