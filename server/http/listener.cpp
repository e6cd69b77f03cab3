// SPDX-License-Identifier: EUPL-1.2
#include "server/http/listener.hpp"

#include <boost/asio.hpp>

#include "indexer/base/error.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCodeOfBoost = boost::system::error_code;

tcp::endpoint endpoint_of(const std::string& text, std::uint16_t port, bool has_tls) {
  ErrorCodeOfBoost error;
  const auto address = asio::ip::make_address(text, error);
  if (!error && (has_tls || address.is_loopback())) return {address, port};
  const std::string why = error ? "that is no address of the Internet Protocol."
                                : "without TLS it serves this machine only, and a proxy on it.";
  throw Error(ErrorCode::configuration, "The server cannot listen on '" + text + "': " + why +
                                            " Use the address 127.0.0.1 or ::1, or give it a "
                                            "certificate.");
}

/// `usual_port` is the one that a client leaves out.
std::vector<std::string> own_names(std::uint16_t port, std::uint16_t usual_port, std::vector<std::string> names) {
  for (const std::string_view host : {"localhost", "127.0.0.1", "[::1]"}) {
    names.push_back(std::string(host) + ":" + std::to_string(port));
    if (port == usual_port) names.emplace_back(host);
  }
  return names;
}

GateRules rules_of(const ServerOptions& options, std::vector<std::string> hosts) {
  const Limits& limits = options.limits;
  return {limits.head_bytes, limits.fields, limits.target_bytes, limits.body_bytes, std::move(hosts)};
}

std::uint16_t bound_port(const Acceptor& acceptor) {
  tcp::endpoint bound;
  const auto endpoint = acceptor.local_endpoint();
  bound.resize(endpoint.size());
  std::copy_n(static_cast<const char*>(static_cast<const void*>(endpoint.data())), endpoint.size(),
              static_cast<char*>(static_cast<void*>(bound.data())));
  return bound.port();
}

}  // namespace

Listener listen_on_port(asio::io_context& io, const ServerOptions& options, const std::string& address,
                        std::uint16_t port) {
  const bool has_tls = options.tls.has_value();
  const tcp::endpoint endpoint = endpoint_of(address, port, has_tls);
  Acceptor acceptor(io);
  ErrorCodeOfBoost error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    throw Error(ErrorCode::configuration, "The server cannot listen on port " + std::to_string(port) + ": " +
                                              error.message() + ". Choose another port, or stop what uses it.");
  }
  const std::uint16_t bound = bound_port(acceptor);
  GateRules rules = rules_of(options, own_names(bound, has_tls ? 443 : 80, options.public_hosts));
  return {.acceptor = std::move(acceptor), .rules = std::move(rules), .port = bound};
}

Listener listen_on_socket(asio::io_context& io, const ServerOptions& options) {
  make_room_for_socket(options.socket);
  const asio::local::stream_protocol::endpoint endpoint(options.socket.string());
  Acceptor acceptor(io);
  ErrorCodeOfBoost error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.bind(endpoint, error);
  SocketFile file;
  // Before anybody can connect.
  if (!error) file = SocketFile(options.socket);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    throw Error(ErrorCode::configuration,
                "The server cannot listen on the socket '" + options.socket.string() + "': " + error.message() + '.');
  }
  std::vector<std::string> names = options.public_hosts;
  names.emplace_back("localhost");
  return {.acceptor = std::move(acceptor), .rules = rules_of(options, std::move(names)), .file = std::move(file)};
}

}  // namespace passend::http
