// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

/// The rules of the house as tables: who may include whom, and behind which door a heavy library stands.
namespace passend::architecture {

/// Folder -> folders it may include directly. A folder may always include itself. A folder that is not a key fails the
/// test.
inline const std::map<std::string, std::set<std::string>> allowed_edges = [] {
  const std::set<std::string> below_store{"indexer/base", "indexer/model", "indexer/text", "indexer/geo",
                                          "indexer/taxonomy"};
  const auto with = [](std::set<std::string> folders, std::initializer_list<const char*> more) {
    folders.insert(more.begin(), more.end());
    return folders;
  };
  const auto matcher = with(below_store, {"indexer/pool", "matcher/criteria"});
  return std::map<std::string, std::set<std::string>>{
      {"indexer/base", {}},
      {"indexer/model", {"indexer/base"}},
      {"indexer/text", {"indexer/base", "indexer/model"}},
      {"indexer/text/lexicon", {"indexer/base", "indexer/text"}},
      {"indexer/geo", {"indexer/base", "indexer/model", "indexer/text"}},
      {"indexer/taxonomy", {"indexer/base", "indexer/model", "indexer/text"}},
      {"indexer/fetch", {"indexer/base"}},
      {"indexer/embed", {"indexer/base", "indexer/taxonomy", "indexer/fetch"}},
      {"indexer/extract", {"indexer/base", "indexer/model", "indexer/text", "indexer/taxonomy", "indexer/embed"}},
      {"indexer/store", below_store},
      {"indexer/intake", with(below_store, {"indexer/store"})},
      {"indexer/index", with(below_store, {"indexer/store"})},
      {"indexer/pool", with(below_store, {"indexer/store"})},
      {"matcher/criteria", with(below_store, {"indexer/pool"})},
      {"matcher/scan", matcher},
      {"matcher/engine", with(matcher, {"matcher/scan"})},
      {"matcher/insight", with(matcher, {"matcher/engine"})},
      {"matcher/explain", with(matcher, {"matcher/engine", "matcher/insight"})},
      {"matcher/run", with(matcher, {"matcher/engine"})},
      {"matcher/selection", with(matcher, {"matcher/engine", "matcher/run"})},
      {"matcher/batch", with(matcher, {"matcher/engine", "matcher/run"})},
      {"matcher/feed", with(matcher, {"matcher/engine"})},
      {"matcher/search", with(below_store, {"indexer/index"})},
      {"server/http", {"indexer/base"}},
      {"server/auth", {"indexer/base", "indexer/model", "indexer/fetch", "indexer/store", "server/http"}},
      {"server/api",
       with(matcher, {"indexer/embed", "indexer/extract", "indexer/store", "indexer/index", "matcher/engine",
                      "matcher/insight", "matcher/explain", "matcher/run", "matcher/batch", "matcher/feed",
                      "matcher/search", "server/http", "server/auth", "server/vum", "server/privacy", "server/jobs"})},
      {"server/vum",
       {"indexer/base", "indexer/model", "indexer/geo", "indexer/fetch", "indexer/store", "indexer/intake",
        "server/http"}},
      {"server/privacy", {"indexer/base", "indexer/model", "indexer/fetch", "indexer/store", "server/vum"}},
      {"server/jobs", {"indexer/base", "indexer/model"}},
      {"server/events", {"indexer/base", "indexer/model", "indexer/fetch", "indexer/store"}},
      {"server/web", {"indexer/base", "server/http"}},
      {"server/app",
       with(matcher, {"indexer/embed", "indexer/extract", "indexer/store", "indexer/index", "matcher/engine",
                      "matcher/explain", "matcher/run", "matcher/feed", "matcher/search", "server/http", "server/auth",
                      "server/api", "server/vum", "server/privacy", "server/jobs", "server/events", "server/web"})},
      {"server/commands",
       with(matcher, {"indexer/embed",  "indexer/extract", "indexer/store",   "indexer/intake", "indexer/index",
                      "matcher/engine", "matcher/insight", "matcher/explain", "matcher/run",    "matcher/selection",
                      "matcher/batch",  "matcher/feed",    "matcher/search",  "server/http",    "server/auth",
                      "server/vum",     "server/privacy",  "server/events",   "server/app",     "fixtures/generator"})},
      {"server", {"server/commands"}},
      {"fixtures/generator", with(below_store, {"indexer/store"})},
  };
}();

/// These folders know the store by its interface alone.
inline const std::set<std::string> store_by_interface{"indexer/intake", "indexer/index", "indexer/pool",
                                                      "server/auth",    "server/api",    "server/vum",
                                                      "server/privacy", "server/events", "fixtures/generator"};

/// A header prefix and the regular expressions of the files that may include it.
struct Door {
  std::string header;
  std::vector<std::string> files;
};

inline const std::vector<Door> doors{
    {"nlohmann/json.hpp",
     {".*_json\\.cpp", "server/api/fields_json\\.hpp", "indexer/intake/.*", "indexer/taxonomy/.*_json\\.cpp",
      "indexer/extract/.*_json\\.cpp", "indexer/embed/.*_json\\.cpp"}},
    {"xapian.h",
     {"indexer/index/.*\\.cpp", "matcher/search/.*\\.cpp", "indexer/index/xapian_.*\\.hpp",
      "matcher/search/xapian_.*\\.hpp"}},
    {"soci/", {"indexer/store/.*"}},
    {"sqlite3.h", {"indexer/store/.*"}},
    {"unicode/", {"indexer/text/.*\\.cpp", "matcher/explain/.*\\.cpp"}},
    {"tbb/", {"indexer/base/executor\\.cpp"}},
    {"boost/beast", {"server/http/request_head\\.cpp"}},
    {"boost/asio", {"server/http/.*"}},
    {"curl/", {"indexer/fetch/fetch\\.cpp"}},
    {"openssl/", {"indexer/base/.*\\.cpp", "indexer/store/.*\\.cpp", "server/auth/key\\.cpp", "server/http/tls\\.cpp"}},
    {"spdlog/", {"indexer/base/log\\.cpp"}},
    {"Eigen/", {"indexer/taxonomy/latent_space\\.cpp"}},
    {"Spectra/", {"indexer/taxonomy/latent_space\\.cpp"}},
    {"lemon/", {"matcher/selection/.*\\.cpp"}},
    {"CLI/", {"server/commands/.*"}},
    {"re2/", {"indexer/text/.*\\.cpp"}},
    // std::regex recurses by the length of its input and explodes on some patterns: nobody.
    {"regex", {}},
    {"xxhash.h", {"indexer/pool/checksum\\.cpp"}},
    {"xlsxwriter.h", {"server/api/workbook\\.cpp"}},
};

inline constexpr int maximum_file_lines = 600;

}  // namespace passend::architecture
