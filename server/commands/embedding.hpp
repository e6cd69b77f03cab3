// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/embed/embeddings_client.hpp"
#include "indexer/embed/near_concepts.hpp"

namespace CLI {
class App;
}

namespace passend::commands {

class Context;

/// The language model of a command; without a url there is none.
struct EmbedderOptions {
  embed::ClientSettings client;
  int timeout_ms = 3000;
  int weight_bp = embed::NearConcepts::usual_weight_bp;
  int batch = 64;

  bool is_on() const { return !client.url.empty(); }
};

/// After a failure, a command that ends soon does not ask again.
constexpr std::chrono::hours rest_of_a_command{24};

/// The options that reach the endpoint: --embedder and what belongs to it.
void add_embedder_options(CLI::App& command, EmbedderOptions& options);
/// The same, and how much the embedding counts.
void add_embedder_help_options(CLI::App& command, EmbedderOptions& options);

/// The client. Throws configuration.
std::unique_ptr<embed::Embedder> make_embedder(const EmbedderOptions& options);
/// The client behind its cache, with the labels of the data directory; null when it is off. Throws configuration.
std::shared_ptr<const embed::NearConcepts> make_near_concepts(const EmbedderOptions& options,
                                                              const taxonomy::Taxonomy& taxonomy,
                                                              const Context& context);

/// One line: whether the model helped, and why not.
std::string help_text(const embed::Help& help);

/// Where the embedded labels stand.
std::filesystem::path labels_file(const EmbedderOptions& options, const Context& context);

}  // namespace passend::commands
