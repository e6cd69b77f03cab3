// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace passend::test {

/// A request as it came.
struct AskedEmbeddings {
  std::string head;  ///< Request line and headers.
  std::string model;
  std::vector<std::string> texts;
};

/// The connection of one request, to answer on.
class Answering {
 public:
  explicit Answering(int socket) : socket_(socket) {}

  /// False when the other end has gone.
  bool send(std::string_view bytes) const;
  /// A whole response with Content-Length.
  void respond(int status, const std::string& body, const std::string& more_headers = {}) const;
  /// Until the other end has gone.
  void wait_for_end() const;

 private:
  int socket_;
};

using Behaviour = std::function<void(const Answering&, const AskedEmbeddings&)>;

/// A vector from the words of a text: texts with the same words lie close, with none in common far apart. Words that
/// the table of synonyms names are one. The same everywhere.
std::vector<double> toy_vector(const std::string& text);

/// {"data": [{"index", "embedding"}]} of toy vectors, the last text first.
std::string toy_answer(const AskedEmbeddings& asked);

/// Speaks POST /v1/embeddings on a free port of 127.0.0.1, one request at a time, and remembers what it was asked.
class EmbeddingsServer {
 public:
  /// Answers with toy vectors.
  EmbeddingsServer();
  ~EmbeddingsServer();
  EmbeddingsServer(const EmbeddingsServer&) = delete;
  EmbeddingsServer& operator=(const EmbeddingsServer&) = delete;

  void behave(Behaviour behaviour);
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::vector<AskedEmbeddings> asked() const;
  /// All texts of all requests.
  std::vector<std::string> texts() const;

 private:
  void serve();
  void answer(int socket);

  int listener_;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  Behaviour behaviour_;
  std::vector<AskedEmbeddings> asked_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace passend::test
