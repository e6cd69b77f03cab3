// SPDX-License-Identifier: EUPL-1.2
#include "tests/embeddings_server/embeddings_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace passend::test {
namespace {

using Json = nlohmann::json;

constexpr std::size_t components = 48;
constexpr int poll_ms = 20;

/// Words that mean the same to the toy model.
const std::map<std::string, std::string> synonyms{
    {"boenen", "schoonmaken"}, {"plumeauman", "schoonmaker"}, {"kinderpasser", "gastouder"}};

/// SplitMix64.
std::uint64_t mix(std::uint64_t state) {
  state += 0x9E3779B97F4A7C15ULL;
  state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ULL;
  state = (state ^ (state >> 27)) * 0x94D049BB133111EBULL;
  return state ^ (state >> 31);
}

std::uint64_t hash_of(const std::string& word) {
  std::uint64_t hash = 0;
  for (const char byte : word) hash = mix(hash ^ static_cast<unsigned char>(byte));
  return hash;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char byte : text) {
    if (std::isspace(static_cast<unsigned char>(byte)) == 0) {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  for (std::string& word : words) {
    if (const auto synonym = synonyms.find(word); synonym != synonyms.end()) word = synonym->second;
  }
  return words;
}

}  // namespace

std::vector<double> toy_vector(const std::string& text) {
  std::vector<double> vector(components);
  for (const std::string& word : words_of(text)) {
    std::uint64_t state = hash_of(word);
    for (double& component : vector) {
      state = mix(state);
      component += static_cast<double>(static_cast<std::int64_t>(state >> 40) - (1 << 23)) / (1 << 23);
    }
  }
  return vector;
}

std::string toy_answer(const AskedEmbeddings& asked) {
  Json data = Json::array();
  for (std::size_t i = asked.texts.size(); i-- > 0;) {
    data.push_back({{"object", "embedding"}, {"index", i}, {"embedding", toy_vector(asked.texts[i])}});
  }
  return Json{{"object", "list"}, {"data", data}, {"model", asked.model}, {"usage", Json::object()}}.dump();
}

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

EmbeddingsServer::EmbeddingsServer() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  behave([](const Answering& answering, const AskedEmbeddings& asked) { answering.respond(200, toy_answer(asked)); });
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listener_ < 0 || ::bind(listener_, generic, length) != 0 || ::listen(listener_, 16) != 0 ||
      ::getsockname(listener_, generic, &length) != 0) {
    throw std::runtime_error("no embeddings server on loopback");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

EmbeddingsServer::~EmbeddingsServer() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
}

void EmbeddingsServer::behave(Behaviour behaviour) {
  const std::lock_guard lock(mutex_);
  behaviour_ = std::move(behaviour);
}

std::vector<AskedEmbeddings> EmbeddingsServer::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

std::vector<std::string> EmbeddingsServer::texts() const {
  std::vector<std::string> texts;
  for (const AskedEmbeddings& one : asked()) texts.insert(texts.end(), one.texts.begin(), one.texts.end());
  return texts;
}

void EmbeddingsServer::serve() {
  while (!stopping_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, poll_ms) <= 0) continue;
    const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    answer(socket);
    ::close(socket);
  }
}

void EmbeddingsServer::answer(int socket) {
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
  AskedEmbeddings asked;
  asked.head = received.substr(0, end);
  const Json body = Json::parse(received.substr(end + 4), nullptr, false);
  asked.model = body.value("model", "");
  for (const Json& text : body.value("input", Json::array())) asked.texts.push_back(text);
  Behaviour behaviour;
  {
    const std::lock_guard lock(mutex_);
    asked_.push_back(asked);
    behaviour = behaviour_;
  }
  behaviour(Answering(socket), asked);
}

}  // namespace passend::test
