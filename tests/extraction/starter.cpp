// SPDX-License-Identifier: EUPL-1.2
#include "tests/extraction/starter.hpp"

#include <unistd.h>

#include <filesystem>

#include "indexer/taxonomy/compile.hpp"

namespace passend::extraction {
namespace {

taxonomy::Taxonomy compile_starter() {
  taxonomy::Sources sources;
  sources.starter_dir = PASSEND_SOURCE_DIR "/fixtures/taxonomy";
  const auto file =
      std::filesystem::temp_directory_path() / ("passend-extraction-" + std::to_string(getpid()) + ".bin");
  taxonomy::compile(sources, file, {});
  auto taxonomy = taxonomy::Taxonomy::open(file);
  std::filesystem::remove(file);  // The mapping stays.
  return taxonomy;
}

}  // namespace

const extract::Extractor& starter_extractor() {
  static const taxonomy::Taxonomy taxonomy = compile_starter();
  static const extract::Extractor extractor(taxonomy);
  return extractor;
}

}  // namespace passend::extraction
