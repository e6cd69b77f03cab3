// SPDX-License-Identifier: EUPL-1.2
#include "server/api/jobs.hpp"

#include "indexer/base/error.hpp"
#include "server/api/matching.hpp"

namespace passend::api {
namespace {

constexpr std::size_t most_candidates = 10'000;

jobs::Jobs& require_jobs(const Services& services) {
  if (services.jobs != nullptr) return *services.jobs;
  throw Error(ErrorCode::not_found, "No jobs are taken here.");
}

[[noreturn]] void refuse_unknown() {
  throw Error(ErrorCode::not_found, "There is no job of yours with this id, or no longer.");
}

WorklistJob read_worklist(Input& input) {
  WorklistJob job;
  job.candidates = input.ids<CandidateId>("candidates", {most_candidates, Repeats::refused});
  job.limits.questions = static_cast<std::size_t>(input.number("limit", {1, 10'000}).value_or(500));
  job.limits.examples = static_cast<std::size_t>(input.number("examples", {0, 10}).value_or(3));
  job.language = input.code<Language>("language").value_or(Language::dutch);
  return job;
}

PersonRequestJob read_person_request(Input& input) {
  PersonRequestJob job;
  for (const char* member : {"candidateId", "request", "reason"}) {
    if (!input.has(member)) input.refuse(member, "is asked for a request of a person");
  }
  job.person = input.id_member<CandidateId>("candidateId").value_or(CandidateId{});
  job.request = input.code<PersonRequest>("request").value_or(PersonRequest::give);
  job.reason = input.text("reason", {1, 200}).value_or("");
  const bool gives = job.request == PersonRequest::give;
  if (!gives && input.has("format")) input.refuse("format", "is for an export alone");
  job.form = input.code<ExportForm>("format").value_or(ExportForm::json);
  return job;
}

/// Who asks, as somebody who does what the job does.
auth::Caller require_worker(const auth::Caller& caller, jobs::JobKind kind, const http::Request& request) {
  auto worker = auth::caller_for(caller.principal, action_of(kind), purpose_of(request), caller.scope.boundary());
  if (!worker) throw Error(ErrorCode::forbidden, "This kind of job is not for your role.");
  return std::move(*worker);
}

}  // namespace

auth::Action action_of(jobs::JobKind kind) {
  switch (kind) {
    case jobs::JobKind::match_batch:
      return auth::Action::match_vacancy;
    case jobs::JobKind::question_worklist:
      return auth::Action::ask_questions;
    case jobs::JobKind::person_request:
      return auth::Action::answer_person;
    case jobs::JobKind::audit_verify:
      break;
  }
  return auth::Action::verify_audit;
}

JobQuestion read_new_job(Input& input) {
  const auto kind = input.code<jobs::JobKind>("kind");
  if (!input.has("kind")) input.refuse("kind", "says which kind of job");
  if (!kind) return VerifyAuditJob{};
  switch (*kind) {
    case jobs::JobKind::match_batch:
      return MatchBatchJob{static_cast<std::uint32_t>(input.number("top", {1, 100}).value_or(10))};
    case jobs::JobKind::question_worklist:
      return read_worklist(input);
    case jobs::JobKind::person_request:
      return read_person_request(input);
    case jobs::JobKind::audit_verify:
      break;
  }
  return VerifyAuditJob{};
}

http::Response AddJob::operator()(const Change& change) const {
  JobQuestion question = read_new_job(change.input);
  change.input.finish();
  const auto kind = static_cast<jobs::JobKind>(question.index());
  const auth::Caller worker = require_worker(change.caller, kind, change.request);
  require_ranking_allowed(action_of(kind), services);
  const auto request_once = once(change);
  const jobs::Job job = require_jobs(services).add({.id = {id_of_new_record(request_once)},
                                                    .kind = kind,
                                                    .owner = change.caller.principal.subject,
                                                    .content = request_once ? request_once->content : "",
                                                    .work = work_of(services, std::move(question), worker)});
  http::Response response;
  response.status = 202;
  response.body = job_json(job, services);
  response.fields.push_back({"Location", "/v1/jobs/" + to_text(job.id)});
  return response;
}

JobsInput read_jobs(Input&) {
  return {};
}

std::vector<jobs::Job> ListJobs::operator()(const JobsInput&, const auth::Caller& caller) const {
  return require_jobs(services).of(caller.principal.subject);
}

JobInput read_job(Input& input) {
  return {input.id<jobs::JobId>("jobId")};
}

jobs::Job GetJob::operator()(const JobInput& input, const auth::Caller& caller) const {
  auto job = require_jobs(services).find(input.job, caller.principal.subject);
  if (!job) refuse_unknown();
  return std::move(*job);
}

http::Response CancelJob::operator()(const Change& change) const {
  const auto id = change.input.id<jobs::JobId>("jobId");
  change.input.finish();
  if (!require_jobs(services).cancel(id, change.caller.principal.subject)) refuse_unknown();
  return answer_erased(false);
}

}  // namespace passend::api
