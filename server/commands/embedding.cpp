// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/embedding.hpp"

#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/embed/cached_embedder.hpp"
#include "server/commands/context.hpp"

namespace passend::commands {
namespace {

namespace fs = std::filesystem;

/// A file of one model: readable, and different for different models.
fs::path file_of(const EmbedderOptions& options, const Context& context, const std::string& ending) {
  std::string name;
  for (const char byte : options.client.model.substr(0, 40))
    name += std::isalnum(static_cast<unsigned char>(byte)) != 0 ? byte : '-';
  return context.embeddings_directory() / (name + "-" + sha256_hex(options.client.model).substr(0, 8) + ending);
}

}  // namespace

void add_embedder_options(CLI::App& command, EmbedderOptions& options) {
  auto* url = command.add_option("--embedder", options.client.url,
                                 "Address of an embeddings endpoint, like http://127.0.0.1:8081: texts are sent there "
                                 "(docs/embeddings.md); none by default");
  auto* model = command.add_option("--embedder-model", options.client.model, "Name of its model");
  url->needs(model);
  model->needs(url);
  command.add_option("--embedder-token-file", options.client.token_file, "File with its bearer token, mode 600")
      ->needs(url);
  command.add_option("--embedder-timeout", options.timeout_ms, "Milliseconds for one request, connecting included")
      ->check(CLI::Range(50, 600'000))
      ->capture_default_str()
      ->needs(url);
  command.add_option("--embedder-batch", options.batch, "Texts in one request")
      ->check(CLI::Range(1, 2048))
      ->capture_default_str()
      ->needs(url);
  command
      .add_flag_callback(
          "--embedder-allow-plain-http", [&options] { options.client.plain = embed::PlainHttp::everywhere; },
          "Allow http:// to another machine: texts can be read on the way")
      ->needs(url);
}

void add_embedder_help_options(CLI::App& command, EmbedderOptions& options) {
  add_embedder_options(command, options);
  command
      .add_option("--embedder-weight", options.weight_bp,
                  "How much the embedding counts in linking, in basis points; 0 changes nothing")
      ->check(CLI::Range(0, 10'000))
      ->capture_default_str()
      ->needs("--embedder");
}

std::unique_ptr<embed::Embedder> make_embedder(const EmbedderOptions& options) {
  embed::ClientSettings settings = options.client;
  settings.limits.total = std::chrono::milliseconds(options.timeout_ms);
  settings.batch = static_cast<std::size_t>(options.batch);
  return std::make_unique<embed::EmbeddingsClient>(settings);
}

std::shared_ptr<const embed::NearConcepts> make_near_concepts(const EmbedderOptions& options,
                                                              const taxonomy::Taxonomy& taxonomy,
                                                              const Context& context) {
  if (!options.is_on()) return nullptr;
  auto embedder = std::make_unique<embed::CachedEmbedder>(make_embedder(options), file_of(options, context, ".cache"));
  return std::make_shared<const embed::NearConcepts>(taxonomy, std::move(embedder), labels_file(options, context),
                                                     options.weight_bp);
}

std::string help_text(const embed::Help& help) {
  std::string text = "embeddings of " + help.model + ": " + std::string(to_text(help.state));
  if (!help.note.empty()) text += " (" + help.note + ")";
  return text;
}

fs::path labels_file(const EmbedderOptions& options, const Context& context) {
  return file_of(options, context, ".labels");
}

}  // namespace passend::commands
