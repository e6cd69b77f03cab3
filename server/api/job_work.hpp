// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "matcher/insight/questions.hpp"
#include "server/api/codes.hpp"
#include "server/api/me.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"
#include "server/jobs/job.hpp"
#include "server/privacy/erasure.hpp"

/// What the jobs of the API do, each on behalf of who asked for it.
namespace passend::api {

struct VerifyAuditJob {};

struct MatchBatchJob {
  std::uint32_t top = 10;  ///< Places of the list of each vacancy, 1..100.
};

struct WorklistJob {
  std::vector<CandidateId> candidates;  ///< Nobody named: everybody who is matched.
  insight::WorklistLimits limits;
  Language language = Language::dutch;
};

/// What somebody can ask of their own data.
enum class PersonRequest : std::uint8_t { give, restrict_, unrestrict, erase };

struct PersonRequestJob {
  CandidateId person;
  PersonRequest request = PersonRequest::give;
  ExportForm form = ExportForm::json;  ///< Of what is given.
  std::string reason;                  ///< Stands in the audit, 1..200 characters.
};

/// In the order of jobs::JobKind.
using JobQuestion = std::variant<VerifyAuditJob, MatchBatchJob, WorklistJob, PersonRequestJob>;

inline constexpr const char* lines_media_type = "application/x-ndjson";

/// The work of a job. `services` outlives it.
jobs::Work work_of(const Services& services, JobQuestion question, const auth::Caller& caller);

/// Of text about people each line begins with whom it is about: {"candidateId":"0123…". Absent for any other line.
std::optional<CandidateId> person_of_line(std::string_view line);

/// The lines of a batch (matcher/batch) as the API names things, one of each pair.
std::string batch_lines(std::string_view per_vacancy);
std::string worklist_lines(const insight::Worklist& worklist, Language language);

/// What became of a request, and what was given.
struct PersonReport {
  PersonRequestJob asked;
  Timestamp carried_out;
  std::string data{};                                ///< Of what is given; JSON but for Europass.
  std::optional<bool> was_restricted{};              ///< Of what is restricted or not.
  std::optional<privacy::ErasureReceipt> receipt{};  ///< Of what is erased.
};
std::string person_report_json(const PersonReport& report);

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<api::PersonRequest> {
  static constexpr CodeTable<api::PersonRequest, 4> names{{{api::PersonRequest::give, "export"},
                                                           {api::PersonRequest::restrict_, "restrict"},
                                                           {api::PersonRequest::unrestrict, "unrestrict"},
                                                           {api::PersonRequest::erase, "erase"}}};
};

}  // namespace passend
