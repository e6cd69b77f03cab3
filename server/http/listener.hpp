// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "server/http/gate.hpp"
#include "server/http/server.hpp"

namespace passend::http {

using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

/// One place where connections come in, and what is known of all that come in there.
struct Listener {
  Acceptor acceptor;
  const Router* router = nullptr;
  GateRules rules;
  std::uint16_t port = 0;
  bool is_accepting = false;  ///< An asynchronous accept is under way.
};

/// Listens on a loopback address. Throws configuration for any other address and for a port in use.
Listener listen_on_port(boost::asio::io_context& io, const ServerOptions& options, const Router& router);

}  // namespace passend::http
