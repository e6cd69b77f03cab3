// SPDX-License-Identifier: EUPL-1.2
#include "server/http/server.hpp"

#include "server/http/core.hpp"

namespace passend::http {

Server::Server(const ServerOptions& options, Router router, Readiness& readiness)
    : core_(std::make_unique<Core>(options, std::move(router), readiness)) {}

Server::~Server() {
  core_->stop();
  core_->wait();
}

void Server::start() {
  core_->start();
}

std::uint16_t Server::port() const {
  return core_->port();
}

std::uint16_t Server::metrics_port() const {
  return core_->metrics_port();
}

void Server::stop_on_signals() {
  core_->stop_on_signals();
}

void Server::stop() {
  core_->stop();
}

void Server::wait() {
  core_->wait();
}

}  // namespace passend::http
