// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/index_reader.hpp"

#include <xapian.h>

#include <algorithm>
#include <charconv>

#include "indexer/base/error.hpp"
#include "indexer/index/generations.hpp"
#include "indexer/index/metadata.hpp"
#include "indexer/index/stemmer.hpp"
#include "indexer/index/terms.hpp"

namespace passend::index {
namespace {

/// Runs work on the opened index of a corpus and turns what Xapian throws into our errors.
template <class Work>
auto read(const std::filesystem::path& generation, Corpus corpus, Work work) {
  const auto path = corpus_path(generation, corpus);
  try {
    return work(Xapian::Database(path.string()));
  } catch (const Xapian::Error& error) {
    const bool missing = !std::filesystem::exists(path);
    throw Error(
        missing ? ErrorCode::index_missing : ErrorCode::index_corrupt,
        "the text index '" + path.string() + "' cannot be read: " + error.get_type() + "; run 'passend index build'");
  }
}

std::int64_t position_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(metadata::position);
  std::int64_t position = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), position);
  if (error == std::errc{} && rest == text.data() + text.size()) return position;
  throw Error(ErrorCode::index_corrupt,
              "the text index does not say which changes it covers; run 'passend index build'");
}

}  // namespace

BuildRules current_rules(std::string_view taxonomy_hash) {
  return {schema_hash(), std::string(stemmer_name), std::string(taxonomy_hash), Xapian::version_string()};
}

BuildRules read_rules(const std::filesystem::path& generation, Corpus corpus) {
  return read(generation, corpus, [](const Xapian::Database& database) {
    return BuildRules{database.get_metadata(metadata::schema), database.get_metadata(metadata::stemmer),
                      database.get_metadata(metadata::taxonomy), database.get_metadata(metadata::library)};
  });
}

IndexState read_generation(const std::filesystem::path& generation) {
  IndexState state;
  state.generation = generation.filename().string();
  state.position = INT64_MAX;
  const auto count = [&](Corpus corpus) {
    return read(generation, corpus, [&](const Xapian::Database& database) -> std::uint64_t {
      // Each corpus is committed by itself: the least position is what all of them cover.
      state.position = std::min(state.position, position_of(database));
      return database.get_doccount();
    });
  };
  state.candidates = count(Corpus::candidates);
  state.vacancies = count(Corpus::vacancies);
  return state;
}

void visit_versions(const std::filesystem::path& generation, Corpus corpus,
                    const std::function<void(const Id128&, std::int64_t version)>& visit) {
  read(generation, corpus, [&](const Xapian::Database& database) {
    for (auto term = database.allterms_begin("Q"); term != database.allterms_end("Q"); ++term) {
      const auto id = parse_id128((*term).substr(1));
      const auto posting = database.postlist_begin(*term);
      if (!id || posting == database.postlist_end(*term)) continue;
      visit(*id, version_of_bytes(database.get_document(*posting).get_value(version_slot)));
    }
  });
}

IndexState read_state(const std::filesystem::path& directory) {
  if (const auto generation = current_generation(directory)) return read_generation(*generation);
  throw Error(ErrorCode::index_missing,
              "there is no text index in '" + directory.string() + "'; run 'passend index build'");
}

}  // namespace passend::index
