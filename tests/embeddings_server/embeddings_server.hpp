// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "tests/loopback_server/loopback_server.hpp"

namespace passend::test {

/// A request as it came.
struct AskedEmbeddings {
  std::string head;  ///< Request line and headers.
  std::string model;
  std::vector<std::string> texts;
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

  void behave(Behaviour behaviour);
  std::string url() const { return server_.url(); }
  std::vector<AskedEmbeddings> asked() const;
  /// All texts of all requests.
  std::vector<std::string> texts() const;

 private:
  LoopbackServer server_;
};

}  // namespace passend::test
