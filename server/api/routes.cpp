// SPDX-License-Identifier: EUPL-1.2
#include "server/api/routes.hpp"

#include <type_traits>

#include "server/api/algorithm.hpp"
#include "server/api/audit.hpp"
#include "server/api/concepts.hpp"
#include "server/api/details.hpp"
#include "server/api/download.hpp"
#include "server/api/employers.hpp"
#include "server/api/exchange.hpp"
#include "server/api/explanation.hpp"
#include "server/api/extraction.hpp"
#include "server/api/feed.hpp"
#include "server/api/feed_events.hpp"
#include "server/api/field_selection.hpp"
#include "server/api/input.hpp"
#include "server/api/job_events.hpp"
#include "server/api/job_result.hpp"
#include "server/api/jobs.hpp"
#include "server/api/match.hpp"
#include "server/api/matching.hpp"
#include "server/api/me.hpp"
#include "server/api/openapi_document.hpp"
#include "server/api/persons_shown.hpp"
#include "server/api/preview.hpp"
#include "server/api/proposals.hpp"
#include "server/api/questions.hpp"
#include "server/api/read_rows.hpp"
#include "server/api/reads.hpp"
#include "server/api/records.hpp"
#include "server/api/relaxations.hpp"
#include "server/api/runs.hpp"
#include "server/api/search.hpp"
#include "server/api/selections.hpp"
#include "server/api/settings.hpp"
#include "server/api/status.hpp"
#include "server/api/tenancy.hpp"
#include "server/api/vacancies.hpp"
#include "server/api/weights.hpp"
#include "server/api/why_not.hpp"
#include "server/auth/policy.hpp"
#include "server/http/conditional.hpp"
#include "server/http/events.hpp"
#include "server/http/negotiation.hpp"

namespace passend::api {
namespace {

/// Makes the handlers of the API: who asks and what they may see -> typed input (all broken rules at once) -> endpoint
/// -> typed output -> whom it shows, into the read log -> response -> the members of it that are wanted.
class Doors {
 public:
  explicit Doors(auth::PrincipalSource who)
      : who_(std::move(who)), selectable_(std::make_shared<const SelectableFields>(openapi_document())) {}

  template <class Endpoint, class Read, class Write>
  http::Handler serve(auth::Action action, Endpoint endpoint, Read read, Write write) const {
    return answer(action, endpoint, read, write,
                  [](const auto&, const auto&, const auto&, auto response) { return response; });
  }

  /// The same for a resource that can be asked for again, with an ETag.
  template <class Endpoint, class Read, class Write>
  http::Handler serve_resource(auth::Action action, Endpoint endpoint, Read read, Write write) const {
    return answer(action, endpoint, read, write, [](const auto&, const auto&, const auto& request, auto response) {
      return http::answer_conditionally(request, std::move(response));
    });
  }

  /// The same for a record that may be changed: its ETag names its version.
  template <class Endpoint, class Read, class Write>
  http::Handler serve_record(auth::Action action, Endpoint endpoint, Read read, Write write) const {
    return answer(action, endpoint, read, write, [](const auto&, const auto&, const auto& request, auto response) {
      return http::answer_304_if_known(request, std::move(response));
    });
  }

  /// For an endpoint whose body is a record.
  template <class Endpoint>
  http::Handler change(auth::Action action, Endpoint endpoint) const {
    return change_with(action, endpoint, Input::Body::for_others);
  }

  /// For an endpoint that changes something and reads the members of its body itself.
  template <class Endpoint>
  http::Handler act(auth::Action action, Endpoint endpoint) const {
    return change_with(action, endpoint, Input::Body::members);
  }

  /// All of what such a page is a part of, as a file. `list` makes the rows of an input.
  template <class Read, class List>
  http::Handler download(auth::Action action, const Services& services, Read read, List list) const {
    return [who = who_, selectable = selectable_, action, &services, read, list](const http::Request& request,
                                                                                 const http::PathParameters& path) {
      const Timestamp started = now();
      const auth::Caller caller = require_caller(who, request, action, services);
      require_ranking_allowed(action, services);
      // Fields have no meaning for a file, as page and pageSize have none.
      const auto typed = asked(*selectable, request, path, read).first;
      return answer_download(format_of(request), typed.language, list(typed, caller, services),
                             {caller, action, request, started}, services);
    };
  }

  http::Handler feed_events(const Services& services) const {
    return [who = who_, selectable = selectable_, &services](const http::Request& request,
                                                             const http::PathParameters& path) {
      require_caller(who, request, auth::Action::see_feed, services);
      require_ranking_allowed(auth::Action::see_feed, services);
      // Fields have no meaning for a stream.
      const FeedInput typed = asked(*selectable, request, path, read_feed_input).first;
      return stream_feed(typed, request, who, services);
    };
  }

  /// For an answer that is made while it is sent, by an endpoint that writes down itself whom it shows.
  template <class Endpoint, class Read>
  http::Handler fetch(auth::Action action, Endpoint endpoint, Read read) const {
    return [who = who_, selectable = selectable_, action, endpoint, read](const http::Request& request,
                                                                          const http::PathParameters& path) {
      const auth::Caller caller = require_caller(who, request, action, endpoint.services);
      const auto typed = asked(*selectable, request, path, read).first;
      return endpoint(typed, caller, request);
    };
  }

  /// For an answer that goes on for as long as who asked may see it. It shows nobody.
  template <class Endpoint, class Read>
  http::Handler follow(auth::Action action, Endpoint endpoint, Read read) const {
    return [who = who_, selectable = selectable_, action, endpoint, read](const http::Request& request,
                                                                          const http::PathParameters& path) {
      const auth::Caller caller = require_caller(who, request, action, endpoint.services);
      const auto typed = asked(*selectable, request, path, read).first;
      http::Request again = request;
      again.is_sign_of_life = false;
      return endpoint(typed, caller, [who, action, again = std::move(again), subject = caller.principal.subject] {
        const auto principal = who(again);
        return principal && principal->subject == subject && auth::scope_for(*principal, action);
      });
    };
  }

  /// The same for a list in pages, which carries links to its other pages.
  template <class Endpoint, class Read, class Write>
  http::Handler serve_pages(auth::Action action, Endpoint endpoint, Read read, Write write) const {
    return answer(action, endpoint, read, write,
                  [](const auto& output, const auto& typed, const auto& request, auto response) {
                    if constexpr (requires { anchor_of(output, typed); }) {
                      response.fields.push_back(
                          link_header(request, paging_of(typed), total_of(output, typed), anchor_of(output, typed)));
                    } else {
                      response.fields.push_back(link_header(request, paging_of(typed), total_of(output, typed)));
                    }
                    return response;
                  });
  }

 private:
  template <class Endpoint>
  http::Handler change_with(auth::Action action, Endpoint endpoint, Input::Body body) const {
    return [who = who_, action, endpoint, body](const http::Request& request, const http::PathParameters& path) {
      const Timestamp started = now();
      const auth::Caller caller = require_caller(who, request, action, endpoint.services);
      require_ranking_allowed(action, endpoint.services);
      Input input(request, path, body);
      Persons shown;
      http::Response response = endpoint(Change{caller, request, input, shown});
      log_reads(endpoint.services, {caller, action, request, started, {}}, std::move(shown));
      return response;
    };
  }

  template <class Endpoint, class Read, class Write, class Finish>
  http::Handler answer(auth::Action action, Endpoint endpoint, Read read, Write write, Finish finish) const {
    return [who = who_, selectable = selectable_, action, endpoint, read, write, finish](
               const http::Request& request, const http::PathParameters& path) {
      const Timestamp started = now();
      const auth::Caller caller = require_caller(who, request, action, endpoint.services);
      require_ranking_allowed(action, endpoint.services);
      const auto [typed, wanted] = asked(*selectable, request, path, read);
      const auto output = call(endpoint, typed, caller);
      log_reads(endpoint.services, {caller, action, request, started, purpose_in(typed)}, persons_shown(output, typed));
      return finish(output, typed, request, wanted.applied_to(write(output, typed, endpoint.services)));
    };
  }

  /// What a request asks, and which members of the answer it wants. Throws everything that is wrong with it at once.
  template <class Read>
  static std::pair<std::invoke_result_t<Read, Input&>, FieldSelection> asked(const SelectableFields& selectable,
                                                                             const http::Request& request,
                                                                             const http::PathParameters& path,
                                                                             const Read& read) {
    Input input(request, path);
    auto typed = read(input);
    auto wanted = selectable.read(input, request);
    input.finish();
    return {std::move(typed), std::move(wanted)};
  }

  /// Of an input that asks for one.
  template <class Typed>
  static std::string purpose_in(const Typed& typed) {
    if constexpr (requires { typed.purpose; }) {
      return typed.purpose;
    } else {
      return {};
    }
  }

  static auth::Caller require_caller(const auth::PrincipalSource& who, const http::Request& request,
                                     auth::Action action, const Services& services) {
    const auto principal = who(request);
    if (!principal) throw Error(ErrorCode::unauthenticated, "Sign in first.");
    auto caller = caller_within(*principal, action, purpose_of(request), services);
    if (!caller) throw Error(ErrorCode::forbidden, "This is not for your role.");
    return std::move(*caller);
  }

  /// Endpoints that show records are told what the caller may see of them, those of one's own things who asks.
  template <class Endpoint, class Typed>
  static auto call(const Endpoint& endpoint, const Typed& typed, const auth::Caller& caller) {
    if constexpr (std::is_invocable_v<const Endpoint&, const Typed&, const auth::Caller&>) {
      return endpoint(typed, caller);
    } else if constexpr (std::is_invocable_v<const Endpoint&, const Typed&, const store::Scope&>) {
      return endpoint(typed, caller.scope);
    } else {
      return endpoint(typed);
    }
  }

  auth::PrincipalSource who_;
  std::shared_ptr<const SelectableFields> selectable_;
};

/// The same address with another handler for those who prefer one of `media_types`.
http::Route also(http::Route route, std::vector<std::string> media_types, http::Handler other) {
  route.other_media_types = std::move(media_types);
  route.handler = [first = std::move(route.handler), other = std::move(other), type = route.media_type,
                   others = route.other_media_types](const http::Request& request, const http::PathParameters& path) {
    std::vector<std::string_view> types{type};
    types.insert(types.end(), others.begin(), others.end());
    return http::preferred(request, types) == 0 ? first(request, path) : other(request, path);
  };
  return route;
}

http::Route with_download(http::Route page, http::Handler download) {
  return also(std::move(page), {format_types.begin() + 1, format_types.end()}, std::move(download));
}

/// A handler that answers in one of several media types, whatever Accept says of them.
http::Route in_any_of(http::Route route, std::vector<std::string> other_media_types) {
  route.other_media_types = std::move(other_media_types);
  return route;
}

http::Route with_events(http::Route page, http::Handler events) {
  return also(std::move(page), {std::string(http::event_stream_type)}, std::move(events));
}

}  // namespace

http::Router make_router(const Services& s, auth::Doorway doorway, http::Handler pages,
                         std::vector<http::Route> other_surfaces) {
  using enum http::Method;
  using enum http::RunsOn;
  using enum http::OpenTo;
  using enum auth::Action;
  const Doors doors(std::move(doorway.who));
  // clang-format off
  std::vector<http::Route> routes{
      {get,  "/livez",                                  [](auto&, auto&) { return answer_livez(); }, io_thread},
      {get,  "/readyz",                                 [&s](auto&, auto&) { return answer_readyz(s.readiness); }, io_thread},
      {get,  "/v1/openapi.json",                        [](auto& request, auto&) { return answer_openapi_json(request); }, worker, every_origin},
      {get,  "/v1/openapi.yaml",                        [](auto& request, auto&) { return answer_openapi_yaml(request); }, worker, every_origin, yaml_media_type},
      {get,  "/v1/algorithm",                           [&s](auto& request, auto&) { return answer_algorithm(request, s); }, worker, every_origin},
      {get,  "/v1/status",                              doors.serve(see_status, GetStatus{s}, read_nothing, write_status)},
      with_download({post, "/v1/candidates/_search",                  doors.serve_pages(search_candidates, SearchCandidates{s}, read_candidate_search, write_candidate_search)},
                    doors.download(search_candidates, s, read_candidate_search, list_found_candidates)),
      with_download({post, "/v1/vacancies/_search",                   doors.serve_pages(search_vacancies, SearchVacancies{s}, read_vacancy_search, write_vacancy_search)},
                    doors.download(search_vacancies, s, read_vacancy_search, list_found_vacancies)),
      {post, "/v1/concepts/_search",                    doors.serve(use_taxonomy, SearchConcepts{s}, read_concept_search, write_concepts)},
      {post, "/v1/extractions",                         doors.serve(extract_text, ExtractText{s}, read_extraction, write_extraction)},
      {post, "/v1/concepts/_related",                   doors.serve(use_taxonomy, RelateConcepts{s}, read_related_concepts, write_related_concepts)},
      {post, "/v1/concepts/_link",                      doors.serve(use_taxonomy, LinkConcepts{s}, read_concept_link, write_concept_links)},
      {get,  "/v1/candidates/{candidateId}",            doors.serve_resource(see_candidate, GetCandidate{s}, read_candidate_input, write_candidate)},
      {get,  "/v1/vacancies/{vacancyId}",               doors.serve_resource(see_vacancy, GetVacancy{s}, read_vacancy_input, write_vacancy)},
      {get,  "/v1/employers/{employerId}",              doors.serve_resource(see_employer, GetEmployer{s}, read_employer_input, write_employer)},
      with_download({post, "/v1/vacancies/{vacancyId}/_match",        doors.serve_pages(match_vacancy, MatchVacancy{s}, read_vacancy_match, write_vacancy_match)},
                    doors.download(match_vacancy, s, read_vacancy_match, list_matched_candidates)),
      with_download({post, "/v1/candidates/{candidateId}/_match",     doors.serve_pages(match_candidate, MatchCandidate{s}, read_candidate_match, write_candidate_match)},
                    doors.download(match_candidate, s, read_candidate_match, list_matched_vacancies)),
      with_events({get,  "/v1/feed",                                doors.serve(see_feed, GetFeed{s}, read_feed_input, write_feed)},
                  doors.feed_events(s)),
      {get,  "/v1/vacancies/{vacancyId}/candidates/{candidateId}/explanation", doors.serve(explain_pair, GetExplanation{s}, read_explanation, write_explanation)},
      {get,  "/v1/runs/{runId}",                        doors.serve_resource(see_run, GetRun{s}, read_run, write_run)},
      {post, "/v1/runs/{runId}/_replay",                doors.serve(see_run, ReplayRun{s}, read_run, write_replay)},
      {get,  "/v1/vacancies/{vacancyId}/candidates/{candidateId}/why-not",     doors.serve(explain_pair, GetWhyNot{s}, read_explanation, write_why_not)},
      {post, "/v1/vacancies/{vacancyId}/_relaxations",  doors.serve(match_vacancy, RelaxVacancy{s}, read_relaxations, write_relaxations)},
      {post, "/v1/vacancies/_preview",                  doors.change(match_vacancy, PreviewVacancy{s})},
      {post, "/v1/candidates/_questions",               doors.serve(ask_questions, AskQuestions{s}, read_questions, write_questions)},
      {post, "/v1/vacancies",                           doors.change(post_vacancy, PostVacancy{s})},
      {get,  "/v1/vacancies/{vacancyId}/record",        doors.serve_record(change_vacancy, GetVacancyRecord{s}, read_vacancy_record, write_record)},
      {patch, "/v1/vacancies/{vacancyId}/record",       doors.change(change_vacancy, ChangeVacancy{s})},
      {delete_, "/v1/vacancies/{vacancyId}/record",     doors.change(change_vacancy, EraseVacancy{s})},
      {get,  "/v1/employers/{employerId}/vacancies",    doors.serve_pages(see_vacancy, GetEmployerVacancies{s}, read_employer_vacancies, write_employer_vacancies)},
      {get,  "/v1/me",                                  doors.serve_record(see_oneself, GetMe{s}, read_me, write_me)},
      {patch, "/v1/me",                                 doors.change(change_oneself, ChangeMe{s})},
      {delete_, "/v1/me",                               doors.change(change_oneself, EraseMe{s})},
      {get,  "/v1/me/export",                           doors.serve(see_oneself, ExportMe{s}, read_export, write_export)},
      {get,  "/v1/me/views",                            doors.serve_pages(see_oneself, GetViews{s}, read_views, write_views)},
      {get,  "/v1/employers",                           doors.serve_pages(list_employers, ListEmployers{s}, read_employers, write_employers)},
      {post, "/v1/employers",                           doors.change(add_employer, AddEmployer{s})},
      {get,  "/v1/employers/{employerId}/record",       doors.serve_record(change_employer, GetEmployerRecord{s}, read_employer_input, write_record)},
      {patch, "/v1/employers/{employerId}/record",      doors.change(change_employer, ChangeEmployer{s})},
      {get,  "/v1/employers/{employerId}/contact-moments", doors.serve(keep_contact_moments, ListContactMoments{s}, read_employer_input, write_contact_moments)},
      {post, "/v1/employers/{employerId}/contact-moments", doors.change(keep_contact_moments, AddContactMoment{s})},
      {get,  "/v1/contact-moments/{contactMomentId}",   doors.serve_record(keep_contact_moments, GetContactMoment{s}, read_contact_moment_input, write_record)},
      {patch, "/v1/contact-moments/{contactMomentId}",  doors.change(keep_contact_moments, ChangeContactMoment{s})},
      {delete_, "/v1/contact-moments/{contactMomentId}", doors.change(keep_contact_moments, EraseContactMoment{s})},
      {get,  "/v1/selections",                          doors.serve(keep_selections, ListSelections{s}, read_selections, write_selections)},
      {post, "/v1/selections",                          doors.change(keep_selections, AddSelection{s})},
      {get,  "/v1/selections/{selectionId}",            doors.serve_record(keep_selections, GetSelection{s}, read_selection_id, write_record)},
      with_download({get,  "/v1/selections/{selectionId}/candidates", doors.serve(keep_selections, ListSelectedCandidates{s}, read_selection_input, write_selected_candidates)},
                    doors.download(keep_selections, s, read_selection_input, list_selected_candidates)),
      {patch, "/v1/selections/{selectionId}",           doors.change(keep_selections, ChangeSelection{s})},
      {delete_, "/v1/selections/{selectionId}",         doors.change(keep_selections, EraseSelection{s})},
      {post, "/v1/candidates/{candidateId}/_details",   doors.serve(open_details, OpenDetails{s}, read_details, write_details)},
      {post, "/v1/vacancies/{vacancyId}/_exchange",     doors.serve(ask_exchange_for_candidates, AskForCandidates{s}, read_exchange_for_vacancy, write_exchange_candidates)},
      {post, "/v1/candidates/{candidateId}/_exchange",  doors.serve(ask_exchange_for_vacancies, AskForVacancies{s}, read_exchange_for_candidate, write_exchange_vacancies)},
      {post, "/v1/exchange/candidates/{exchangeId}/_details", doors.serve(open_exchange_details, OpenExchangeDetails{s}, read_exchange_details, write_exchange_details)},
      {post, "/v1/proposals",                           doors.change(propose, Propose{s})},
      {get,  "/v1/proposals/{proposalId}",              doors.serve_record(see_proposals, GetProposal{s}, read_proposal_input, write_record)},
      {patch, "/v1/proposals/{proposalId}",             doors.change(see_proposals, ChangeProposal{s})},
      {get,  "/v1/candidates/{candidateId}/proposals",  doors.serve(see_proposals, ListProposals<CandidateId>{s}, read_candidate_input, write_proposals_of_candidate)},
      {get,  "/v1/vacancies/{vacancyId}/proposals",     doors.serve(see_proposals, ListProposals<VacancyId>{s}, read_vacancy_input, write_proposals_of_vacancy)},
      {get,  "/v1/audit",                               doors.serve_pages(see_audit, GetAudit{s}, read_audit_input, write_audit)},
      {get,  "/v1/audit/_verify",                       doors.serve(verify_audit, VerifyAudit{s}, read_verify, write_audit_report)},
      {get,  "/v1/reads",                               doors.serve_pages(see_reads, GetReadRows{s}, read_read_rows, write_read_rows)},
      {get,  "/v1/settings",                            doors.serve_resource(see_settings, GetSettings{s}, read_settings, write_settings)},
      {get,  "/v1/matching",                            doors.serve(see_status, GetMatching{s}, read_matching, write_matching)},
      {put,  "/v1/matching",                            doors.act(stop_matching, SetMatching{s})},
      {post, "/v1/jobs",                                doors.act(run_jobs, AddJob{s})},
      {get,  "/v1/jobs",                                doors.serve(run_jobs, ListJobs{s}, read_jobs, write_jobs)},
      {get,  "/v1/jobs/{jobId}",                        doors.serve_resource(run_jobs, GetJob{s}, read_job, write_job)},
      {delete_, "/v1/jobs/{jobId}",                     doors.change(run_jobs, CancelJob{s})},
      {get,  "/v1/jobs/{jobId}/events",                 doors.follow(run_jobs, FollowJob{s}, read_job), worker, own_pages, std::string(http::event_stream_type)},
      in_any_of({get,  "/v1/jobs/{jobId}/result",       doors.fetch(run_jobs, GetJobResult{s}, read_job)}, {lines_media_type}),
      {get,  "/v1/weights",                             doors.serve_resource(see_weights, GetWeights{s}, read_weights, write_weights)},
  };
  // clang-format on
  std::move(doorway.routes.begin(), doorway.routes.end(), std::back_inserter(routes));
  std::move(other_surfaces.begin(), other_surfaces.end(), std::back_inserter(routes));
  return http::Router(std::move(routes), std::move(pages));
}

}  // namespace passend::api
