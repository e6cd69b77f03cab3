// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/embeddings_client.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::embed {
namespace {

[[noreturn]] void refuse_token(const std::filesystem::path& path, const std::string& why) {
  throw Error(ErrorCode::configuration, "the token file '" + path.string() + "' of the embeddings endpoint " + why);
}

std::string read_token(const std::filesystem::path& path) {
  if (path.empty()) return {};
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) refuse_token(path, "cannot be found: name an existing file");
  if ((status.st_mode & 077) != 0) refuse_token(path, "is open to other users; run: chmod 600 '" + path.string() + "'");
  std::string token = read_file(path);
  while (token.ends_with('\n') || token.ends_with('\r')) token.pop_back();
  const bool is_token = std::all_of(token.begin(), token.end(), [](char byte) { return byte > ' ' && byte < 0x7F; });
  if (token.empty() || !is_token) refuse_token(path, "must hold one token in visible ASCII and nothing else");
  return token;
}

std::string advice(int status) {
  if (status == 401 || status == 403) return "the token is missing or wrong: see --embedder-token-file";
  if (status == 404) return "there is nothing at this path, or it does not have the model";
  if (status == 429) return "too many requests: wait, or ask whoever runs it for more";
  if (status >= 300 && status < 400) return "it sends elsewhere, which is not followed: name the final address";
  return "its own log says why";
}

}  // namespace

EmbeddingsClient::EmbeddingsClient(const ClientSettings& settings)
    : settings_(settings),
      endpoint_(parse_endpoint(settings.url, settings.plain)),
      token_(read_token(settings.token_file)) {
  if (settings_.model.empty()) {
    throw Error(ErrorCode::configuration, "say with --embedder-model which model the embeddings endpoint is to use");
  }
}

std::vector<Embedding> EmbeddingsClient::embed(std::span<const std::string> texts) {
  std::vector<Embedding> embeddings;
  embeddings.reserve(texts.size());
  while (!texts.empty()) {
    refuse_while_pausing();
    const std::size_t count = std::min(settings_.batch, texts.size());
    try {
      for (Embedding& embedding : ask(texts.first(count))) embeddings.push_back(std::move(embedding));
    } catch (const Error&) {
      pause();
      throw;
    }
    texts = texts.subspan(count);
  }
  const auto differs = [&](const Embedding& embedding) { return embedding.size() != embeddings.front().size(); };
  if (std::any_of(embeddings.begin(), embeddings.end(), differs)) {
    throw Error(ErrorCode::embeddings_unavailable,
                to_text(endpoint_) + " answered with vectors of different lengths: look whether it is one model");
  }
  return embeddings;
}

std::vector<Embedding> EmbeddingsClient::ask(std::span<const std::string> texts) const {
  const fetch::Answer answer = post(embeddings_request(settings_.model, texts));
  if (answer.status != 200) {
    throw Error(ErrorCode::embeddings_unavailable, "the embeddings endpoint " + to_text(endpoint_) +
                                                       " answered with status " + std::to_string(answer.status) + ": " +
                                                       advice(answer.status));
  }
  try {
    return read_embeddings(answer.body, texts.size());
  } catch (const Error& error) {
    throw Error(error.code(), "the answer of " + to_text(endpoint_) + " cannot be used: " + error.what());
  }
}

fetch::Answer EmbeddingsClient::post(std::string body) const {
  fetch::Request request{.method = fetch::Method::post,
                         .url = to_text(endpoint_),
                         .fields = {{"Content-Type", "application/json"}, {"Accept", "application/json"}},
                         .body = std::move(body)};
  if (!token_.empty()) request.fields.push_back({"Authorization", "Bearer " + token_});
  try {
    return fetch::send(request, {.limits = settings_.limits, .plain = settings_.plain});
  } catch (const Error& error) {
    throw Error(ErrorCode::embeddings_unavailable, "no embeddings: " + std::string(error.what()));
  }
}

void EmbeddingsClient::refuse_while_pausing() {
  const std::lock_guard lock(mutex_);
  if (Clock::now() < asked_again_from_) {
    throw Error(ErrorCode::embeddings_unavailable,
                "the embeddings endpoint " + to_text(endpoint_) + " failed a moment ago and is left alone for a while");
  }
}

void EmbeddingsClient::pause() {
  const std::lock_guard lock(mutex_);
  asked_again_from_ = Clock::now() + settings_.pause;
}

}  // namespace passend::embed
