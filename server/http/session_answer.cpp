// SPDX-License-Identifier: EUPL-1.2
// How a session answers: from a whole request to the last byte of its response.
#include <boost/asio.hpp>

#include "indexer/base/error.hpp"
#include "server/http/headers.hpp"
#include "server/http/problem.hpp"
#include "server/http/session.hpp"
#include "server/http/target.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using State = Transfer::State;

constexpr const char* too_many_words =
    "Too many requests came from one session, token or address; go on after as many seconds as Retry-After says.";

/// Of one response at a time, so that a large answer holds nobody else up.
constexpr std::size_t bytes_of_a_write = 64 * 1024;
constexpr int writes_of_a_turn = 4;

}  // namespace

void Session::on_request() {
  phase_ = Phase::working;
  disarm();
  ++requests_;
  pattern_ = "(none)";
  asked_with_ = to_text(request_.method);
  asked_at_ = std::chrono::steady_clock::now();
  request_.body = std::move(body_);
  try {
    Target target = parse_target(request_.target);
    request_.segments = std::move(target.segments);
    request_.query = std::move(target.query);
  } catch (const Error& error) {
    return respond(render_problem(error));
  }
  const Plan plan = router().plan(request_);
  pattern_ = plan.pattern;
  // Figures matter most when everything else is full.
  if (listener_.is_counted && core_.holds_too_much()) {
    return respond(router().refuse(request_, Error(ErrorCode::overloaded, overload_words)));
  }
  if (plan.runs_on == RunsOn::io_thread) return respond(router().answer(request_));
  const auto wait = core_.budgets().charge(request_, plan.charge, asked_at_);
  wait ? refuse_for(*wait) : hand_to_a_worker();
}

/// Who asks has asked too much.
void Session::refuse_for(std::chrono::seconds wait) {
  Response response = router().refuse(request_, Error(ErrorCode::too_many_requests, too_many_words));
  std::erase_if(response.fields, [](const Field& field) { return equal_without_case(field.name, "Retry-After"); });
  response.fields.push_back({"Retry-After", std::to_string(wait.count())});
  respond(std::move(response));
}

/// The worker reads request_ alone; this thread leaves it in peace until the answer is posted.
void Session::hand_to_a_worker() {
  const bool is_taken = core_.queue().try_push([self = shared_from_this()] {
    auto response = std::make_shared<Response>(self->router().answer(self->request_));
    asio::post(self->core_.io(), [self, response] { self->respond(std::move(*response)); });
  });
  if (!is_taken) respond(router().refuse(request_, Error(ErrorCode::overloaded, overload_words)));
}

void Session::refuse(Refusal refusal) {
  closing_ = true;
  phase_ = Phase::working;
  disarm();
  admission_.connection = Connection::close;
  request_.method = Method::get;
  pattern_ = "(refused)";
  asked_with_ = "none";
  asked_at_ = std::chrono::steady_clock::now();
  respond(render_problem(Error(refusal.code, refusal.detail)));
}

void Session::respond(Response response) {
  if (phase_ == Phase::closed) return;
  if (response.pieces != nullptr && request_.method != Method::head) response = with_place(std::move(response));
  if (listener_.is_counted) {
    core_.metrics().count(pattern_, asked_with_, response.status, std::chrono::steady_clock::now() - asked_at_);
  }
  add_standard_headers(response, core_.options().api_version,
                       listener_.tls == nullptr ? Transport::plain : Transport::tls);
  if (admission_.connection == Connection::close || requests_ >= limits().requests_per_connection ||
      core_.is_draining() || response.bell != nullptr) {
    closing_ = true;
  }
  hold(response.body.size());
  unsent_continue_ = {};
  send(Outgoing(std::move(response), request_.method, closing_ ? Afterwards::closes : Afterwards::keeps_open));
}

/// The same response when there is room for one that takes long, otherwise the refusal.
Response Session::with_place(Response response) {
  const bool is_events = response.bell != nullptr;
  try {
    auto place = (is_events ? core_.event_streams() : core_.downloads()).take(core_.budgets().key_of_asker(request_));
    making_.emplace(Making{.pieces = response.pieces, .place = std::move(place), .sent_at = asked_at_});
  } catch (const Error& error) {
    return router().refuse(request_, error);
  }
  if (is_events) listen(*response.bell);
  return response;
}

void Session::send(Outgoing outgoing) {
  outgoing_ = std::move(outgoing);
  phase_ = Phase::writing;
  arm(deadlines().write);
  write();
}

void Session::write() {
  for (int i = 0; i < writes_of_a_turn; ++i) {
    const Transfer written = stream_->write(outgoing_->next().substr(0, bytes_of_a_write));
    if (written.state == State::ended || written.state == State::failed) return close();
    if (written.state != State::moved) return await(written.state);
    outgoing_->take(written.bytes);
    // Not at once: a long line of pipelined requests would go down a long stack.
    if (outgoing_->is_done()) return asio::post(core_.io(), [self = shared_from_this()] { self->on_written(); });
  }
  await(State::wants_write);
}

void Session::on_written() {
  if (phase_ == Phase::closed) return;
  outgoing_.reset();
  hold(0);
  if (making_) return ask_for_piece();
  if (!closing_) return next_request();
  // Closing with unread bytes would reset the connection and could take the answer along: let the other end read it.
  stream_->finish_sending();
  phase_ = Phase::lingering;
  arm(deadlines().linger);
  await(State::wants_read);
}

}  // namespace passend::http
