// SPDX-License-Identifier: EUPL-1.2
#include "server/http/listener.hpp"

#include <boost/asio.hpp>

#include "indexer/base/error.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ErrorCodeOfBoost = boost::system::error_code;

tcp::endpoint loopback_endpoint(const ServerOptions& options) {
  ErrorCodeOfBoost error;
  const auto address = asio::ip::make_address(options.address, error);
  if (!error && address.is_loopback()) return {address, options.port};
  throw Error(
      ErrorCode::configuration,
      "The server cannot listen on '" + options.address +
          "': it speaks no TLS, so it serves this machine only, and a proxy on it. Use the address 127.0.0.1 or ::1.");
}

std::vector<std::string> own_names(std::uint16_t port, const std::vector<std::string>& public_hosts) {
  std::vector<std::string> names = public_hosts;
  for (const std::string_view host : {"localhost", "127.0.0.1", "[::1]"}) {
    names.push_back(std::string(host) + ":" + std::to_string(port));
    if (port == 80) names.emplace_back(host);
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

Listener listen_on_port(asio::io_context& io, const ServerOptions& options, const Router& router) {
  const tcp::endpoint endpoint = loopback_endpoint(options);
  Acceptor acceptor(io);
  ErrorCodeOfBoost error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    throw Error(ErrorCode::configuration, "The server cannot listen on port " + std::to_string(options.port) + ": " +
                                              error.message() + ". Choose another port, or stop what uses it.");
  }
  const std::uint16_t port = bound_port(acceptor);
  return {std::move(acceptor), &router, rules_of(options, own_names(port, options.public_hosts)), port};
}

}  // namespace passend::http
