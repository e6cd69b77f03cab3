// SPDX-License-Identifier: EUPL-1.2
#include "tests/http_client/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace passend::test {

std::string Reply::header(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return {};
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connect(reinterpret_cast<const sockaddr&>(address), sizeof address);
}

RawClient::RawClient(const std::filesystem::path& socket) : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket.string().copy(address.sun_path, sizeof address.sun_path - 1);
  connect(reinterpret_cast<const sockaddr&>(address), sizeof address);
}

void RawClient::connect(const sockaddr& address, std::size_t size) {
  if (socket_ < 0) throw std::system_error(errno, std::generic_category(), "socket");
  timeval patience{};
  patience.tv_sec = 20;
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (::connect(socket_, &address, static_cast<socklen_t>(size)) != 0) {
    ::close(socket_);
    throw std::system_error(errno, std::generic_category(), "connect");
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void RawClient::finish_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool RawClient::receive() {
  std::array<char, 65536> buffer;
  const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    throw std::runtime_error("nothing came in twenty seconds");
  if (count <= 0) return false;
  received_.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

std::optional<Reply> RawClient::read(Body body) {
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!receive()) return std::nullopt;
  }
  Reply reply;
  reply.status = std::stoi(received_.substr(9, 3));
  std::size_t length = 0;
  bool is_chunked = false;
  for (std::size_t begin = received_.find("\r\n") + 2; begin < end;) {
    const std::size_t line_end = received_.find("\r\n", begin);
    const std::size_t colon = received_.find(": ", begin);
    reply.fields.emplace_back(received_.substr(begin, colon - begin),
                              received_.substr(colon + 2, line_end - colon - 2));
    if (reply.fields.back().first == "Content-Length") length = std::stoul(reply.fields.back().second);
    if (reply.fields.back().first == "Transfer-Encoding") is_chunked = true;
    begin = line_end + 2;
  }
  received_.erase(0, end + 4);
  if (body == Body::none) return reply;
  if (is_chunked) {
    reply.body = read_chunks();
    return reply;
  }
  if (!receive_up_to(length)) throw std::runtime_error("the connection ended in the middle of a reply");
  reply.body = received_.substr(0, length);
  received_.erase(0, length);
  return reply;
}

bool RawClient::receive_up_to(std::size_t bytes) {
  while (received_.size() < bytes) {
    if (!receive()) return false;
  }
  return true;
}

std::string RawClient::read_chunks() {
  std::string body;
  while (true) {
    const auto chunk = read_chunk();
    if (!chunk) throw std::runtime_error("the connection ended in the middle of a reply");
    if (chunk->empty()) return body;
    body += *chunk;
  }
}

std::optional<std::string> RawClient::read_chunk() {
  std::size_t end = 0;
  while ((end = received_.find("\r\n")) == std::string::npos) {
    if (!receive()) return std::nullopt;
  }
  const std::size_t size = std::stoul(received_.substr(0, end), nullptr, 16);
  const std::size_t begin = end + 2;
  if (!receive_up_to(begin + size + 2)) return std::nullopt;
  if (received_.compare(begin + size, 2, "\r\n") != 0) throw std::runtime_error("a chunk does not end where it says");
  std::string chunk = received_.substr(begin, size);
  received_.erase(0, begin + size + 2);
  return chunk;
}

std::optional<Reply> RawClient::read_reply() {
  return read(Body::framed);
}

std::optional<Reply> RawClient::read_reply_to_head() {
  return read(Body::none);
}

std::string RawClient::read_to_end() {
  while (receive()) {
  }
  return std::exchange(received_, {});
}

std::string request_text(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
                         std::string_view fields) {
  std::string text =
      std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n";
  if (!body.empty()) {
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  } else if (method == "POST" || method == "PUT" || method == "PATCH") {
    text += "Content-Length: 0\r\n";
  }
  return text + std::string(fields) + "\r\n" + std::string(body);
}

Reply ask(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
          std::string_view fields) {
  RawClient client(port);
  client.send(request_text(port, method, target, body, fields));
  auto reply = method == "HEAD" ? client.read_reply_to_head() : client.read_reply();
  if (!reply) throw std::runtime_error("the connection ended without a reply");
  return *reply;
}

}  // namespace passend::test
