// SPDX-License-Identifier: EUPL-1.2
#include "tests/load/slow_clients.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace passend::load {
namespace {

using ErrorCodeOfBoost = boost::system::error_code;
constexpr std::chrono::milliseconds tick_length{10};
constexpr std::size_t ticks_a_second = 100;

}  // namespace

SlowClients::SlowClients(asio::io_context& io, const tcp::endpoint& server, std::size_t count)
    : server_(server),
      beginning_("GET /livez HTTP/1.1\r\nHost: localhost:" + std::to_string(server.port()) + "\r\nX-Slow: "),
      timer_(io) {
  for (std::size_t i = 0; i < count; ++i) clients_.push_back(std::make_unique<Client>(io));
}

void SlowClients::start(std::chrono::milliseconds ramp) {
  opened_at_tick_ = clients_.size() * tick_length.count() / static_cast<std::size_t>(ramp.count()) + 1;
  tick();
}

void SlowClients::stop() {
  stopped_ = true;
  timer_.cancel();
  ErrorCodeOfBoost ignored;
  for (const auto& client : clients_) client->socket.close(ignored);
}

std::size_t SlowClients::take_fewest() {
  return std::exchange(fewest_, connected_);
}

void SlowClients::tick() {
  for (std::size_t i = 0; i < opened_at_tick_ && opened_ < clients_.size(); ++i) open(*clients_[opened_++]);
  for (std::size_t turns = clients_.size() / ticks_a_second + 1; turns > 0; --turns) {
    Client& client = *clients_[next_];
    next_ = (next_ + 1) % clients_.size();
    ErrorCodeOfBoost ignored;
    if (client.is_connected) client.socket.write_some(asio::buffer("x", 1), ignored);
  }
  timer_.expires_after(tick_length);
  timer_.async_wait([this](ErrorCodeOfBoost error) {
    if (!error && !stopped_) tick();
  });
}

void SlowClients::open(Client& client) {
  client.socket.async_connect(server_, [this, &client](ErrorCodeOfBoost error) {
    if (stopped_) return;
    if (error) return end(client);
    client.is_connected = true;
    ++connected_;
    ErrorCodeOfBoost ignored;
    client.socket.non_blocking(true, ignored);
    client.socket.write_some(asio::buffer(beginning_), ignored);
    await_end(client);
  });
}

void SlowClients::await_end(Client& client) {
  client.socket.async_wait(tcp::socket::wait_read, [this, &client](ErrorCodeOfBoost) {
    if (stopped_) return;
    std::array<char, 1024> buffer{};
    ErrorCodeOfBoost error;
    const std::size_t count = client.socket.read_some(asio::buffer(buffer), error);
    if (error == asio::error::would_block) return await_end(client);
    const bool is_told = std::string_view(buffer.data(), count).starts_with("HTTP/1.1 408");
    ++(is_told ? given_up_ : cut_off_);
    end(client);
  });
}

void SlowClients::end(Client& client) {
  if (client.is_connected) --connected_;
  client.is_connected = false;
  fewest_ = std::min(fewest_, connected_);
  ErrorCodeOfBoost ignored;
  client.socket.close(ignored);
  open(client);
}

}  // namespace passend::load
