// SPDX-License-Identifier: EUPL-1.2
#include "server/api/job_work.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/batch/batch.hpp"
#include "server/api/audit.hpp"
#include "server/api/change.hpp"
#include "server/api/matching.hpp"
#include "server/privacy/restriction.hpp"

namespace passend::api {
namespace {

/// One thread: the others are for requests.
constexpr unsigned threads_of_a_job = 1;
/// Vacancies between two looks whether to stop.
constexpr std::uint32_t vacancies_per_chunk = 32;
constexpr std::string_view line_start = R"({"candidateId":")";
constexpr std::size_t id_digits = 32;

/// Carries out one job; an overload for each kind.
class Worker {
 public:
  Worker(const Services& services, const auth::Caller& caller, const jobs::JobSite& site)
      : services_(services), caller_(caller), site_(site), executor_(threads_of_a_job) {}

  jobs::JobResult operator()(const VerifyAuditJob&) const {
    const auto report = VerifyAudit{services_}({}, caller_);
    return {.text = audit_report_json(report)};
  }

  jobs::JobResult operator()(const MatchBatchJob& asked) const {
    require_ranking_allowed(auth::Action::match_vacancy, services_);
    const auto engine = services_.current_engine(caller_.scope.boundary());
    const auto inputs = batch::inputs_of(*engine, engine->weights(), {engine->circumstances().today, 0, asked.top});
    batch::BatchOptions options;
    options.output = site_.directory;
    options.vacancies_per_chunk = vacancies_per_chunk;
    const auto summary = batch::run_batch(*engine, inputs, executor_, options, {site_.progress, {}, site_.stop});
    record(summary);
    return {.media_type = lines_media_type, .text = batch_lines(read_file(site_.directory / "per-vacancy.ndjson"))};
  }

  jobs::JobResult operator()(const WorklistJob& asked) const {
    require_ranking_allowed(auth::Action::ask_questions, services_);
    const auto engine = services_.current_engine(caller_.scope.boundary());
    auto people = asked.candidates.empty() ? insight::everyone(engine->pool()) : asked.candidates;
    // Read again: who withdrew since the pool was built is not asked anything.
    std::erase_if(people, [&](const CandidateId& id) { return !services_.store.search_profile(id, caller_.scope); });
    const auto worklist = insight::value_of_information(*engine, people, asked.limits, {executor_, site_.progress});
    return {.media_type = lines_media_type, .text = worklist_lines(worklist, asked.language)};
  }

  /// On behalf of the person, so with the scope of the operator: somebody who asked that nobody sees their data may
  /// still ask for them.
  jobs::JobResult operator()(const PersonRequestJob& asked) const {
    const auto scope = store::Scope::operator_of_this_machine().within(caller_.scope.boundary());
    require_client(asked.person, scope);
    const store::Actor actor{caller_.actor.who, asked.reason};
    PersonReport report{.asked = asked, .carried_out = now()};
    bool is_there = false;
    if (asked.request == PersonRequest::give) {
      const auto data = privacy::read_person(services_.store, services_.read_log, asked.person, scope, actor);
      if (data) report.data = export_text(*data, asked.form, services_);
      is_there = data.has_value();
    } else if (asked.request == PersonRequest::erase) {
      report.receipt = privacy::erase_person(services_.store, services_.read_log, asked.person, scope, actor);
      is_there = report.receipt.has_value();
    } else {
      using enum privacy::Restricted;
      const auto wanted = asked.request == PersonRequest::restrict_ ? yes : no;
      const auto was = privacy::restrict_person(services_.store, asked.person, wanted, scope, actor);
      if (was) report.was_restricted = *was == yes;
      is_there = was.has_value();
    }
    if (!is_there) refuse_unknown();
    return {.text = person_report_json(report),
            .kept = asked.request == PersonRequest::give ? jobs::Kept::in_memory : jobs::Kept::on_disk};
  }

 private:
  [[noreturn]] static void refuse_unknown() {
    throw Error(ErrorCode::not_found, "There is nobody with this id, or no longer.");
  }

  /// A person of the own organisation.
  void require_client(CandidateId person, const store::Scope& scope) const {
    const auto found = services_.store.search_profile(person, scope);
    if (!found) refuse_unknown();
    require_owned(found->record.source, scope);
  }

  /// For the audit of exposure, as the command does.
  void record(const batch::BatchSummary& summary) const {
    const auto time = now();
    const run::Record record = run::BatchShowings{run::new_run_id(time), time, summary.vacancies, summary.showings};
    services_.recorder.log().append({&record, 1});
  }

  const Services& services_;
  const auth::Caller& caller_;
  const jobs::JobSite& site_;
  Executor executor_;
};

}  // namespace

jobs::Work work_of(const Services& services, JobQuestion question, const auth::Caller& caller) {
  return [&services, question = std::move(question), caller](const jobs::JobSite& site) {
    return std::visit(Worker(services, caller, site), question);
  };
}

std::optional<CandidateId> person_of_line(std::string_view line) {
  if (!line.starts_with(line_start)) return std::nullopt;
  return CandidateId::parse(line.substr(line_start.size(), id_digits));
}

}  // namespace passend::api
