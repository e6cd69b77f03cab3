// SPDX-License-Identifier: EUPL-1.2
// How a session sends a body that is made meanwhile: piece after piece, each when the one before has been taken.
#include <atomic>
#include <boost/asio.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/http/problem.hpp"
#include "server/http/session.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using State = Transfer::State;

/// When all workers have their hands full.
constexpr std::chrono::milliseconds before_asking_again{100};

/// A line that says nothing, so that a proxy does not take the connection for a dead one.
constexpr const char* comment = ":\n\n";

}  // namespace

struct Session::Piece {
  std::optional<std::string> bytes;
  bool is_broken = false;
};

/// On a worker.
Session::Piece Session::piece_of(Pieces& pieces) {
  try {
    return {pieces.next(), false};
  } catch (...) {
    log(LogLevel::error, std::string("an answer broke off: ") + error_being_handled().what());
    return {{}, true};
  }
}

/// However often it rings: what is posted stands for all until this thread has come to it. Rung elsewhere, it keeps no
/// session alive.
void Session::listen(Bell& bell) {
  const auto is_posted = std::make_shared<std::atomic<bool>>(false);
  making_->ear = bell.listen([weak = weak_from_this(), &io = core_.io(), is_posted] {
    if (is_posted->exchange(true)) return;
    asio::post(io, [weak, is_posted] {
      is_posted->store(false);
      if (const auto self = weak.lock()) self->on_ring();
    });
  });
}

void Session::on_ring() {
  if (!making_) return;
  making_->has_rung = true;
  if (phase_ == Phase::resting) ask_for_piece();
}

/// The worker has the pieces to itself until what it made is posted.
void Session::ask_for_piece() {
  stop_awaiting();
  if (making_->ear != nullptr && core_.is_draining()) return end_pieces();
  const auto make = [self = shared_from_this(), pieces = making_->pieces] {
    auto piece = std::make_shared<Piece>(piece_of(*pieces));
    asio::post(self->core_.io(), [self, piece] { self->on_piece(std::move(*piece)); });
  };
  // Before a worker may have looked: what rings from here on is looked for once more.
  making_->has_rung = false;
  if (core_.holds_too_much() || !core_.queue().try_push(make)) {
    phase_ = Phase::resting;
    return arm(before_asking_again);
  }
  phase_ = Phase::working;
  disarm();
}

void Session::on_piece(Piece piece) {
  if (phase_ == Phase::closed) return;
  if (piece.is_broken) {
    core_.metrics().count_broken();
    return close();
  }
  if (!piece.bytes) return end_pieces();
  if (piece.bytes->empty()) return on_nothing_new();
  making_->sent_at = std::chrono::steady_clock::now();
  hold(piece.bytes->size());
  send(Outgoing::chunk(std::move(*piece.bytes)));
}

void Session::on_nothing_new() {
  if (making_->ear == nullptr) return ask_for_piece();
  const auto now = std::chrono::steady_clock::now();
  if (now - making_->sent_at < deadlines().heartbeat) return rest();
  making_->sent_at = now;
  send(Outgoing::chunk(comment));
}

/// Until something happens. Whether the other end is still there is seen by reading.
void Session::rest() {
  if (making_->has_rung || core_.is_draining()) return ask_for_piece();
  phase_ = Phase::resting;
  arm(deadlines().heartbeat);
  await(State::wants_read);
}

/// The answer says that the connection closes after it, so that nothing of this is a request.
void Session::read_while_resting() {
  auto& scratch = core_.scratch();
  const Transfer read = stream_->read(scratch.data(), scratch.size());
  if (read.state == State::ended || read.state == State::failed) return close();
  await(read.state == State::wants_write ? State::wants_write : State::wants_read);
}

void Session::end_pieces() {
  stop_awaiting();
  making_.reset();
  send(Outgoing::last_chunk());
}

}  // namespace passend::http
