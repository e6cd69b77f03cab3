// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <cstddef>
#include <cstdint>

#include "server/http/gate.hpp"
#include "server/http/server.hpp"
#include "server/http/socket_file.hpp"
#include "server/http/tls.hpp"

namespace passend::http {

using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

/// How many connections there are, of how many there may be.
struct Room {
  std::size_t taken = 0;
  std::size_t most = 0;
};

/// One place where connections come in, and what is known of all that come in there.
struct Listener {
  Acceptor acceptor;
  GateRules rules;
  std::uint16_t port = 0;  ///< 0 for a Unix socket.
  SocketFile file{};
  const Router* router = nullptr;
  Room* room = nullptr;
  const TlsContext* tls = nullptr;  ///< Null: plain HTTP.
  bool is_counted = true;           ///< In budgets and metrics.
  bool is_accepting = false;        ///< An asynchronous accept is under way.
};

/// Listens on `address`, which without TLS must be the loopback. Throws configuration otherwise, and for a port in use.
Listener listen_on_port(boost::asio::io_context& io, const ServerOptions& options, const std::string& address,
                        std::uint16_t port);

/// Listens on the Unix socket of the options. Throws configuration.
Listener listen_on_socket(boost::asio::io_context& io, const ServerOptions& options);

}  // namespace passend::http
