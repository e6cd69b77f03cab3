// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <mutex>
#include <string>

#include "indexer/embed/embedder.hpp"
#include "indexer/embed/endpoint.hpp"

namespace passend::embed {

struct ClientSettings {
  std::string url;  ///< As parse_endpoint reads it.
  PlainHttp plain = PlainHttp::this_machine_only;
  std::string model;                 ///< As the endpoint calls it.
  std::filesystem::path token_file;  ///< Holds the bearer token and nothing else, for its owner only; empty for none.
  fetch::Limits limits{.answer_bytes = 32 << 20};  ///< A batch of 64 vectors of 4096 components takes 6 MB.
  std::size_t batch = 64;                          ///< Texts in one request.
  std::chrono::milliseconds pause{30'000};  ///< After a failure nothing is asked for this long: it fails at once.
};

/// Asks a server that speaks the common embeddings API: POST /v1/embeddings with {"model", "input": [...]}, answered by
/// {"data": [{"index", "embedding": [...]}]}.
class EmbeddingsClient : public Embedder {
 public:
  /// Throws configuration, also for a token file that others can read.
  explicit EmbeddingsClient(const ClientSettings& settings);

  std::string_view model() const override { return settings_.model; }
  std::vector<Embedding> embed(std::span<const std::string> texts) override;

 private:
  using Clock = std::chrono::steady_clock;

  std::vector<Embedding> ask(std::span<const std::string> texts) const;
  fetch::Answer post(std::string body) const;
  void refuse_while_pausing();
  void pause();

  ClientSettings settings_;
  fetch::Url endpoint_;
  std::string token_;
  std::mutex mutex_;
  Clock::time_point asked_again_from_{};
};

/// The body of a request.
std::string embeddings_request(std::string_view model, std::span<const std::string> texts);

/// The embeddings of an answer for `count` texts, in the order of the texts. Throws embeddings_unavailable with what is
/// wrong when it is not the whole answer in the form above.
std::vector<Embedding> read_embeddings(std::string_view body, std::size_t count);

}  // namespace passend::embed
