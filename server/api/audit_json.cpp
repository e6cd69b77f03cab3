// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/audit.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json row_json(const store::AuditRow& row) {
  const AuditSubject subject = subject_of(row);
  Json json{{"number", row.number},         {"at", to_text(row.time)}, {"actor", row.actor.who},
            {"purpose", row.actor.purpose}, {"action", row.action},    {"about", to_text(subject)}};
  if (subject < AuditSubject::audit) json["recordId"] = to_text(row.id);
  json["chain"] = row.chain;
  return json;
}

}  // namespace

http::Response write_audit(const store::AuditPage& page, const AuditInput& input, const Services&) {
  Json rows = Json::array();
  for (const store::AuditRow& row : page.rows) rows.push_back(row_json(row));
  return json_response({{"total", page.total},
                        {"page", input.paging.page},
                        {"pageSize", input.paging.page_size},
                        {"upTo", page.up_to},
                        {"rows", std::move(rows)}});
}

std::string audit_report_json(const store::AuditReport& report) {
  Json json{{"whole", report.problems.empty()}, {"rows", report.rows}};
  if (report.newest) {
    json["newest"] = {
        {"number", report.newest->number}, {"at", to_text(report.newest->time)}, {"chain", report.newest->chain}};
  }
  json["problems"] = report.problems;
  return json.dump();
}

http::Response write_audit_report(const store::AuditReport& report, const VerifyInput&, const Services&) {
  http::Response response;
  response.body = audit_report_json(report);
  return response;
}

}  // namespace passend::api
