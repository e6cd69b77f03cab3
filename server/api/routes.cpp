// SPDX-License-Identifier: EUPL-1.2
#include "server/api/routes.hpp"

#include "server/api/concepts.hpp"
#include "server/api/explanation.hpp"
#include "server/api/extraction.hpp"
#include "server/api/feed.hpp"
#include "server/api/input.hpp"
#include "server/api/match.hpp"
#include "server/api/questions.hpp"
#include "server/api/records.hpp"
#include "server/api/relaxations.hpp"
#include "server/api/runs.hpp"
#include "server/api/search.hpp"
#include "server/api/status.hpp"
#include "server/api/weights.hpp"
#include "server/api/why_not.hpp"
#include "server/http/conditional.hpp"

namespace passend::api {
namespace {

/// request -> typed input (all broken rules at once) -> endpoint -> typed output -> response.
template <class Endpoint, class Read, class Write>
http::Handler serve(Endpoint endpoint, Read read, Write write) {
  return [endpoint, read, write](const http::Request& request, const http::PathParameters& path) {
    Input input(request, path);
    const auto typed = read(input);
    input.finish();
    return write(endpoint(typed), typed, endpoint.services);
  };
}

/// The same for a resource that can be asked for again, with an ETag.
template <class Endpoint, class Read, class Write>
http::Handler serve_resource(Endpoint endpoint, Read read, Write write) {
  const http::Handler handler = serve(endpoint, read, write);
  return [handler](const http::Request& request, const http::PathParameters& path) {
    return http::answer_conditionally(request, handler(request, path));
  };
}

/// The same for a list in pages, which carries links to its other pages.
template <class Endpoint, class Read, class Write>
http::Handler serve_pages(Endpoint endpoint, Read read, Write write) {
  return [endpoint, read, write](const http::Request& request, const http::PathParameters& path) {
    Input input(request, path);
    const auto typed = read(input);
    input.finish();
    const auto output = endpoint(typed);
    http::Response response = write(output, typed, endpoint.services);
    response.fields.push_back(link_header(request, paging_of(typed), total_of(output, typed)));
    return response;
  };
}

}  // namespace

http::Router make_router(const Services& s, http::Handler pages, std::vector<http::Route> other_surfaces) {
  using enum http::Method;
  using enum http::RunsOn;
  using enum http::OpenTo;
  // clang-format off
  std::vector<http::Route> routes{
      {get,  "/livez",                                  [](auto&, auto&) { return answer_livez(); }, io_thread},
      {get,  "/readyz",                                 [&s](auto&, auto&) { return answer_readyz(s.readiness); }, io_thread},
      {get,  "/v1/openapi.json",                        [](auto& request, auto&) { return answer_openapi_json(request); }, worker, every_origin},
      {get,  "/v1/openapi.yaml",                        [](auto& request, auto&) { return answer_openapi_yaml(request); }, worker, every_origin, yaml_media_type},
      {get,  "/v1/status",                              serve(GetStatus{s}, read_nothing, write_status)},
      {post, "/v1/candidates/_search",                  serve_pages(SearchCandidates{s}, read_candidate_search, write_candidate_search)},
      {post, "/v1/vacancies/_search",                   serve_pages(SearchVacancies{s}, read_vacancy_search, write_vacancy_search)},
      {post, "/v1/concepts/_search",                    serve(SearchConcepts{s}, read_concept_search, write_concepts)},
      {post, "/v1/extractions",                         serve(ExtractText{s}, read_extraction, write_extraction)},
      {post, "/v1/concepts/_related",                   serve(RelateConcepts{s}, read_related_concepts, write_related_concepts)},
      {post, "/v1/concepts/_link",                      serve(LinkConcepts{s}, read_concept_link, write_concept_links)},
      {get,  "/v1/candidates/{candidateId}",            serve_resource(GetCandidate{s}, read_candidate_input, write_candidate)},
      {get,  "/v1/vacancies/{vacancyId}",               serve_resource(GetVacancy{s}, read_vacancy_input, write_vacancy)},
      {get,  "/v1/employers/{employerId}",              serve_resource(GetEmployer{s}, read_employer_input, write_employer)},
      {post, "/v1/vacancies/{vacancyId}/_match",        serve_pages(MatchVacancy{s}, read_vacancy_match, write_vacancy_match)},
      {post, "/v1/candidates/{candidateId}/_match",     serve_pages(MatchCandidate{s}, read_candidate_match, write_candidate_match)},
      {get,  "/v1/feed",                                serve(GetFeed{s}, read_feed_input, write_feed)},
      {get,  "/v1/vacancies/{vacancyId}/candidates/{candidateId}/explanation", serve(GetExplanation{s}, read_explanation, write_explanation)},
      {get,  "/v1/runs/{runId}",                        serve_resource(GetRun{s}, read_run, write_run)},
      {post, "/v1/runs/{runId}/_replay",                serve(ReplayRun{s}, read_run, write_replay)},
      {get,  "/v1/vacancies/{vacancyId}/candidates/{candidateId}/why-not",     serve(GetWhyNot{s}, read_explanation, write_why_not)},
      {post, "/v1/vacancies/{vacancyId}/_relaxations",  serve(RelaxVacancy{s}, read_relaxations, write_relaxations)},
      {post, "/v1/candidates/_questions",               serve(AskQuestions{s}, read_questions, write_questions)},
      {get,  "/v1/weights",                             serve_resource(GetWeights{s}, read_weights, write_weights)},
  };
  // clang-format on
  std::move(other_surfaces.begin(), other_surfaces.end(), std::back_inserter(routes));
  return http::Router(std::move(routes), std::move(pages));
}

}  // namespace passend::api
