// SPDX-License-Identifier: EUPL-1.2
#include "tests/loopback_server/loopback_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace passend::test {
namespace {

constexpr int poll_ms = 20;

}  // namespace

bool Answering::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void Answering::respond(int status, const std::string& body, const std::string& more_headers) const {
  send("HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: application/json\r\n" + more_headers +
       "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

void Answering::wait_for_end() const {
  std::array<char, 256> buffer;
  while (::recv(socket_, buffer.data(), buffer.size(), 0) > 0) {
  }
}

LoopbackServer::LoopbackServer(Behaviour behaviour)
    : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), behaviour_(std::move(behaviour)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, generic, length) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, generic, &length) != 0) {
    throw std::runtime_error("no server on loopback");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
}

void LoopbackServer::behave(Behaviour behaviour) {
  const std::lock_guard lock(mutex_);
  behaviour_ = std::move(behaviour);
}

std::vector<Asked> LoopbackServer::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

void LoopbackServer::serve() {
  while (!stopping_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, poll_ms) <= 0) continue;
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    answer(socket);
    ::close(socket);
  }
}

void LoopbackServer::answer(int socket) {
  std::string received;
  std::array<char, 65536> buffer;
  std::size_t end = std::string::npos;
  std::size_t length = 0;
  while (end == std::string::npos || received.size() < end + 4 + length) {
    const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) return;
    received.append(buffer.data(), static_cast<std::size_t>(count));
    end = received.find("\r\n\r\n");
    const std::size_t field = received.find("Content-Length: ");
    if (end != std::string::npos && field < end) length = std::stoul(received.substr(field + 16));
  }
  const Asked asked{received.substr(0, end), received.substr(end + 4)};
  Behaviour behaviour;
  {
    const std::lock_guard lock(mutex_);
    asked_.push_back(asked);
    behaviour = behaviour_;
  }
  behaviour(Answering(socket), asked);
}

}  // namespace passend::test
