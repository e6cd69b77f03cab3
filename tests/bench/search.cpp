// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fixtures/generator/generator.hpp"
#include "indexer/base/random.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/index/terms.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/text/words.hpp"
#include "matcher/search/radius.hpp"
#include "matcher/search/search.hpp"
#include "matcher/search/suggest.hpp"
#include "tests/bench/stage.hpp"

/// Text search over as many vacancies as the region has people, with the facets that the screen asks for, and
/// suggestions at the size of ESCO.
namespace passend::bench {
namespace {

namespace fs = std::filesystem;
using search::Request;

constexpr double bar_search_milliseconds = 20;
constexpr double bar_suggest_milliseconds = 5;

/// As the screen for vacancies asks.
const std::vector<std::string> facets{"pc4",        "occupation",      "sector",   "contract_type", "agreement",
                                      "work_level", "driving_licence", "language", "status"};

/// A store and an index of vacancies alone, kept beside the region.
fs::path open_vacancies(const Stage& stage) {
  const fs::path folder = stage.region.folder / "search";
  const fs::path ready = folder / "ready";
  if (!fs::exists(ready)) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    const auto store = open_store(folder);
    std::vector<store::Write> batch;
    const auto flush = [&] {
      if (!batch.empty()) store->write(batch, {.who = "bench", .purpose = "measure"});
      batch.clear();
    };
    const generator::GeneratorOptions options{.portfolios = 0,
                                              .vacancies = stage.region.people,
                                              .employers = std::max(1U, stage.region.people / 20),
                                              .seed = stage.seed,
                                              .today = today};
    generator::generate(options, *stage.region.taxonomy, *stage.region.postcodes, [&](store::Record record) {
      batch.emplace_back(std::move(record));
      if (batch.size() == 2'000) flush();
    });
    flush();
    std::ofstream(ready) << stage.region.people << '\n';
  }
  const auto store = open_store(folder);
  index::Indexer(folder / "index", *store, *stage.region.taxonomy).follow({});
  return folder / "index";
}

/// What people type: words of the names of occupations, which are the words of titles and texts.
class Typed {
 public:
  Typed(const Stage& stage, std::uint64_t seed) : random_(seed) {
    const auto& taxonomy = *stage.region.taxonomy;
    for (std::size_t i = 0; i < taxonomy.size(); ++i) {
      const auto index = static_cast<taxonomy::ConceptIndex>(i);
      if (taxonomy.kind(index) != taxonomy::ConceptKind::occupation) continue;
      labels_.emplace_back(taxonomy.label(index, "nl"));
      for (const auto& word : text::words(labels_.back())) words_.push_back(word.form);
    }
  }

  const std::string& label() { return labels_[random_.below(labels_.size())]; }
  const std::string& word() { return words_[random_.below(words_.size())]; }

 private:
  Random random_;
  std::vector<std::string> labels_;
  std::vector<std::string> words_;
};

Request ask(const std::string& query) {
  Request request;
  request.query = query;
  request.facets = facets;
  request.filters = {{"status", {"open"}}};
  return request;
}

Request near_hilversum(const Stage& stage, const std::string& query) {
  Request request = ask(query);
  request.distance_m = search::postcodes_near(*stage.region.postcodes, 1211, 10);
  request.order = search::Order::nearest;
  request.filters.push_back({"pc4", {}});
  for (const auto& [postcode, metres] : request.distance_m) request.filters.back().values.push_back(postcode);
  return request;
}

struct Line {
  const char* name;
  std::function<Request()> next;
};

void measure_lines(const Stage& stage, const search::Searcher& searcher) {
  Typed typed(stage, stage.seed);
  const std::vector<Line> lines{
      {"an occupation, nine facets", [&] { return ask(typed.label()); }},
      {"one word, nine facets", [&] { return ask(typed.word()); }},
      {"two words, one wished", [&] { return ask(typed.word() + " ?" + typed.word()); }},
      {"one word or another, one excluded",
       [&] { return ask(typed.word() + " OF " + typed.word() + " -" + typed.word()); }},
      {"one word within 10 km, nearest first", [&] { return near_hilversum(stage, typed.word()); }},
      {"a misspelled word", [&] { return ask("x" + typed.word()); }},
      {"everything that is open", [] { return ask(""); }}};
  std::vector<double> all;
  for (const Line& line : lines) {
    std::vector<double> times;
    const auto start = Clock::now();
    for (const Budget budget{.seconds = 10, .fewest = 20, .most = 300}; budget.allows(times.size(), start);) {
      const Request request = line.next();
      times.push_back(milliseconds_of([&] { searcher.vacancies(request); }));
    }
    all.insert(all.end(), times.begin(), times.end());
    stage.findings.add({.part = "search",
                        .line = line.name,
                        .people = stage.region.people,
                        .unit = "ms",
                        .measured = summary_of(times)});
  }
  stage.findings.add({.part = "search",
                      .line = "all of these, in equal parts where time allows",
                      .people = stage.region.people,
                      .unit = "ms",
                      .measured = summary_of(all),
                      .bar = Bar{bar_search_milliseconds, Statistic::p95}});
}

void measure_suggest(const Stage& stage) {
  const fs::path esco = fs::path(PASSEND_SOURCE_DIR).parent_path() / "shared/data/esco/1.1.1";
  if (!fs::exists(esco)) return stage.findings.leave_out("suggest at ESCO size", "no ESCO in " + esco.string());
  const fs::path file = stage.region.folder / "esco.bin";
  taxonomy::compile({.esco_dirs = {esco}}, file);
  const auto taxonomy = taxonomy::Taxonomy::open(file);
  const search::Suggester suggester(taxonomy);
  Typed typed(stage, stage.seed + 1);
  Random random(stage.seed);
  std::vector<double> beginnings, slips;
  for (int round = 0; round < 1'000; ++round) {
    const std::string& label = typed.label();
    std::string text(index::first_characters(label, 1 + random.below(index::count_characters(label))));
    beginnings.push_back(milliseconds_of([&] { suggester.suggest({text, {}, 8}); }));
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char byte) { return byte > 0; });
    if (is_plain && text.size() > 4) std::swap(text[2], text[3]);
    slips.push_back(milliseconds_of([&] { suggester.suggest({text, {}, 8}); }));
  }
  const Bar bar{bar_suggest_milliseconds, Statistic::p99};
  stage.findings.add({.part = "search",
                      .line = "suggest, ESCO: 1 to all letters",
                      .unit = "ms",
                      .measured = summary_of(beginnings),
                      .bar = bar});
  stage.findings.add({.part = "search",
                      .line = "suggest, ESCO: the same, misspelled",
                      .unit = "ms",
                      .measured = summary_of(slips),
                      .bar = bar});
}

}  // namespace

void measure_search(const Stage& stage) {
  const Pinned pinned(1);
  const auto index = open_vacancies(stage);
  stage.findings.heading("Search, " + size_name(stage.region.people) + " vacancies, 1 thread");
  const search::Searcher searcher(index);
  searcher.vacancies(ask("kok"));  // Opens the files.
  measure_lines(stage, searcher);
  measure_suggest(stage);
}

}  // namespace passend::bench
