// SPDX-License-Identifier: EUPL-1.2
#include "tests/embeddings_server/embeddings_server.hpp"

#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

namespace passend::test {
namespace {

using Json = nlohmann::json;

constexpr std::size_t components = 48;

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

AskedEmbeddings read(const Asked& asked) {
  AskedEmbeddings read;
  read.head = asked.head;
  const Json body = Json::parse(asked.body, nullptr, false);
  read.model = body.value("model", "");
  for (const Json& text : body.value("input", Json::array())) read.texts.push_back(text);
  return read;
}

LoopbackServer::Behaviour over(Behaviour behaviour) {
  return [behaviour = std::move(behaviour)](const Answering& answering, const Asked& asked) {
    behaviour(answering, read(asked));
  };
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

EmbeddingsServer::EmbeddingsServer()
    : server_(over([](const Answering& answering, const AskedEmbeddings& asked) {
        answering.respond(200, toy_answer(asked));
      })) {}

void EmbeddingsServer::behave(Behaviour behaviour) {
  server_.behave(over(std::move(behaviour)));
}

std::vector<AskedEmbeddings> EmbeddingsServer::asked() const {
  std::vector<AskedEmbeddings> asked;
  for (const Asked& one : server_.asked()) asked.push_back(read(one));
  return asked;
}

std::vector<std::string> EmbeddingsServer::texts() const {
  std::vector<std::string> texts;
  for (const AskedEmbeddings& one : asked()) texts.insert(texts.end(), one.texts.begin(), one.texts.end());
  return texts;
}

}  // namespace passend::test
