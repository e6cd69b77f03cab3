// SPDX-License-Identifier: EUPL-1.2
#include "server/api/job_result.hpp"

#include <map>

#include "indexer/base/error.hpp"
#include "server/api/reads.hpp"
#include "server/http/pieces.hpp"

namespace passend::api {
namespace {

constexpr std::size_t lines_of_a_piece = 300;

[[noreturn]] void refuse_unknown() {
  throw Error(ErrorCode::not_found, "There is no result of yours with this id, or no longer.");
}

/// The line in front, with its end.
std::string_view cut_line(std::string_view& text) {
  const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
  text.remove_prefix(line.size());
  return line;
}

/// A result in lines while it is sent.
class ResultLines : public http::Pieces {
 public:
  ResultLines(const Services& services, jobs::StoredResult result, auth::Caller caller, http::Request request,
              auth::Action action)
      : services_(services),
        result_(std::move(result)),
        caller_(std::move(caller)),
        request_(std::move(request)),
        action_(action),
        left_(result_.bytes()) {}

  std::optional<std::string> next() override {
    if (left_.empty()) return std::nullopt;
    const Timestamp started = now();
    std::string piece;
    Persons shown;
    for (std::size_t lines = 0; lines < lines_of_a_piece && !left_.empty(); ++lines) {
      const std::string_view line = cut_line(left_);
      const auto person = person_of_line(line);
      if (!person || may_show(*person, shown)) piece += line;
    }
    log_reads(services_, {caller_, action_, request_, started, {}}, std::move(shown));
    return piece;
  }

 private:
  /// Each person is looked for, and written down, when they are first met.
  bool may_show(CandidateId person, Persons& shown) {
    const auto [known, is_new] = is_there_.try_emplace(person, false);
    if (!is_new) return known->second;
    known->second = services_.store.search_profile(person, caller_.scope).has_value();
    if (known->second) shown.push_back(person);
    return known->second;
  }

  const Services& services_;
  const jobs::StoredResult result_;
  const auth::Caller caller_;
  const http::Request request_;
  const auth::Action action_;
  std::string_view left_;
  std::map<CandidateId, bool> is_there_;
};

}  // namespace

http::Response GetJobResult::operator()(const JobInput& input, const auth::Caller& caller,
                                        const http::Request& request) const {
  const Timestamp started = now();
  const jobs::Job job = GetJob{services}(input, caller);
  const auth::Action action = action_of(job.kind);
  auto worker = auth::caller_for(caller.principal, action, purpose_of(request), caller.scope.boundary());
  if (!worker) refuse_unknown();  // Of a role that they had.
  if (job.state != jobs::JobState::done) {
    throw Error(ErrorCode::conflict, "The job is " + std::string(to_text(job.state)) + ", and has no result.");
  }
  auto result = services.jobs->result(input.job, caller.principal.subject);
  if (!result) refuse_unknown();
  http::Response response;
  response.media_type = result->media_type;
  if (result->media_type != lines_media_type) {
    const auto person = person_of_line(result->bytes());
    if (person) log_reads(services, {*worker, action, request, started, {}}, {*person});
    response.body = result->bytes();
    return response;
  }
  const auto lines = std::make_shared<ResultLines>(services, std::move(*result), std::move(*worker), request, action);
  // What goes wrong with the first ones is still a problem.
  response.body = lines->next().value_or("");
  response.pieces = lines;
  return response;
}

}  // namespace passend::api
