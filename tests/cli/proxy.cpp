// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/proxy.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/base/file.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/http_client/tls_client.hpp"

extern char** environ;

namespace passend::cli_test {
namespace {

/// One that nobody has now; nginx cannot say which it took.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ::bind(socket, reinterpret_cast<const sockaddr*>(&address), size);
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(socket);
  return ntohs(address.sin_port);
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  if (place == std::string::npos) throw std::runtime_error("docs/serving.md has no '" + from + "' any more");
  text.replace(place, from.size(), to);
}

/// The block of docs/serving.md between ```nginx and ```.
std::string documented() {
  const std::string page = read_file(PASSEND_SOURCE_DIR "/docs/serving.md");
  const std::string open = "```nginx\n";
  const std::size_t begin = page.find(open);
  if (begin == std::string::npos) throw std::runtime_error("docs/serving.md shows no nginx");
  return page.substr(begin + open.size(), page.find("```", begin + open.size()) - begin - open.size());
}

}  // namespace

std::filesystem::path Proxy::program() {
  for (const char* folder : {"/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"}) {
    const auto file = std::filesystem::path(folder) / "nginx";
    if (std::filesystem::exists(file)) return file;
  }
  return {};
}

Proxy::Proxy(std::filesystem::path directory, const std::filesystem::path& socket)
    : directory_(std::move(directory)), port_(free_port()) {
  std::filesystem::create_directories(directory_);
  const auto files = test::write_certificate(directory_, "proxy");
  certificate_ = files.certificate;
  const std::string file = directory_ / "nginx.conf";
  std::ofstream(file) << configuration(socket, files.key);
  const std::string nginx = program();
  const std::string log = directory_ / "error.log";
  std::array<std::string, 7> words{nginx, "-p", directory_.string(), "-c", file, "-e", log};
  std::array<char*, 8> argv{};
  for (std::size_t i = 0; i < words.size(); ++i) argv.at(i) = words.at(i).data();
  if (::posix_spawn(&process_, nginx.c_str(), nullptr, nullptr, argv.data(), environ) != 0) {
    throw std::runtime_error("cannot start " + nginx);
  }
  wait_until_it_listens();
}

Proxy::~Proxy() {
  if (process_ <= 0) return;
  ::kill(process_, SIGTERM);
  int state = 0;
  ::waitpid(process_, &state, 0);
}

std::string Proxy::configuration(const std::filesystem::path& socket, const std::filesystem::path& key) const {
  std::string block = documented();
  replace(block, "/run/passend/passend.sock", socket);
  replace(block, "listen 443 ssl", "listen 127.0.0.1:" + std::to_string(port_) + " ssl");
  replace(block, "server_name passend.example.org", "server_name localhost");
  replace(block, "/etc/ssl/passend.crt", certificate_);
  replace(block, "/etc/ssl/passend.key", key);
  std::string text = "daemon off;\nworker_processes 1;\npid nginx.pid;\nevents {}\n";
  // The socket is for its owner and group, which here are those of the test.
  if (::geteuid() == 0) text += "user root root;\n";
  text += "http {\naccess_log off;\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    text += std::string(kind) + "_temp_path " + kind + ";\n";
  }
  return text + block + "}\n";
}

void Proxy::wait_until_it_listens() const {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::chrono::steady_clock::now() < end) {
    try {
      const test::RawClient client(port_);
      return;
    } catch (const std::system_error&) {
      std::this_thread::yield();
    }
  }
  throw std::runtime_error("nginx does not listen: " + read_file(directory_ / "error.log"));
}

}  // namespace passend::cli_test
