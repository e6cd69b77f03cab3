// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/embed/embeddings_client.hpp"

namespace passend::embed {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::embeddings_unavailable, why);
}

Embedding embedding_of(const Json& item) {
  const auto vector = item.find("embedding");
  if (vector == item.end() || !vector->is_array()) refuse("an item has no list 'embedding'");
  std::vector<double> components;
  components.reserve(vector->size());
  for (const Json& component : *vector) {
    if (!component.is_number()) refuse("a vector holds something that is no number");
    components.push_back(component.get<double>());
  }
  Embedding embedding = rounded(components);
  if (embedding.empty()) refuse("a vector is empty or all zero");
  return embedding;
}

std::size_t index_of(const Json& item, std::size_t count) {
  const auto index = item.is_object() ? item.find("index") : item.end();
  if (!item.is_object() || index == item.end() || !index->is_number_unsigned()) refuse("an item has no 'index'");
  const auto place = index->get<std::uint64_t>();
  if (place >= count)
    refuse("an item has the index " + std::to_string(place) + " of " + std::to_string(count) + " texts");
  return static_cast<std::size_t>(place);
}

}  // namespace

std::string embeddings_request(std::string_view model, std::span<const std::string> texts) {
  Json request{{"model", model}, {"input", Json::array()}};
  for (const std::string& text : texts) request["input"].push_back(text);
  return request.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<Embedding> read_embeddings(std::string_view body, std::size_t count) {
  const Json answer = Json::parse(body, nullptr, false);
  if (!answer.is_object()) refuse("it is no JSON document in the form of the embeddings API");
  const auto data = answer.find("data");
  if (data == answer.end() || !data->is_array()) refuse("it has no list 'data'");
  if (data->size() != count) {
    refuse("it has " + std::to_string(data->size()) + " embeddings for " + std::to_string(count) + " texts");
  }
  std::vector<Embedding> embeddings(count);
  for (const Json& item : *data) {
    Embedding& place = embeddings[index_of(item, count)];
    if (!place.empty()) refuse("two items have one index");
    place = embedding_of(item);
    if (place.size() != embeddings[index_of(data->front(), count)].size()) refuse("its vectors differ in length");
  }
  return embeddings;
}

}  // namespace passend::embed
