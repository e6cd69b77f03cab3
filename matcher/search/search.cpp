// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/search.hpp"

#include <charconv>
#include <chrono>
#include <memory>
#include <unordered_map>

#include "indexer/base/error.hpp"
#include "indexer/index/document.hpp"
#include "indexer/index/metadata.hpp"
#include "indexer/index/terms.hpp"
#include "matcher/search/highlight.hpp"
#include "matcher/search/xapian_columns.hpp"
#include "matcher/search/xapian_like.hpp"
#include "matcher/search/xapian_query.hpp"
#include "matcher/search/xapian_readers.hpp"
#include "matcher/search/xapian_spelling.hpp"

namespace passend::search {
namespace {

/// BM25. The weight of a field counts as occurrences, so that k1 is higher than usual (1): else ten from a title are
/// hardly more than two from a description. Length counts for little: it says how many names the taxonomy knows.
Xapian::BM25Weight weighting() {
  constexpr double k1 = 3, k2 = 0, k3 = 1, b = 0.3, min_normlen = 0.5;
  return {k1, k2, k3, b, min_normlen};
}

using Clock = std::chrono::steady_clock;

void require_limits(const Request& request) {
  std::vector<Violation> violations;
  if (request.page < 1) violations.push_back({"page", std::to_string(request.page), "at least 1"});
  if (request.page_size < 1 || request.page_size > max_page_size) {
    violations.push_back({"page_size", std::to_string(request.page_size), "1 to " + std::to_string(max_page_size)});
  }
  if (request.within && request.within->size() > max_within) {
    violations.push_back({"within", std::to_string(request.within->size()) + " ids", "at most 1000"});
  }
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input, "the search cannot be answered: " + to_text(violations.front()), violations);
}

/// A request, read once and independent of the state of the index.
struct Plan {
  Plan(const Request& the_request, index::Corpus the_corpus)
      : request(the_request), corpus(the_corpus), query(parse_query(the_request.query, the_corpus)) {
    require_limits(request);
    for (const std::string& name : request.facets) facets.push_back(&facet_field(corpus, name));
  }

  const Request& request;
  index::Corpus corpus;
  Query query;
  std::vector<const index::Field*> facets;

  bool searches_words() const { return query.kind != QueryKind::everything; }
};

Xapian::Query whole_query(const Plan& plan, Reader& reader) {
  const Request& request = plan.request;
  Xapian::Database& database = reader.database(plan.corpus);
  Xapian::Query whole = filters_to_xapian(request.filters, plan.corpus);
  if (request.within) whole = {Xapian::Query::OP_FILTER, whole, one_of(*request.within)};
  if (request.like) whole = {Xapian::Query::OP_FILTER, like_to_xapian(*request.like, plan.corpus, database), whole};
  if (!plan.searches_words()) return whole;
  const auto words = words_to_xapian(plan.query, plan.corpus, database, reader.stemmer);
  const auto found = with_exact_hits(words, request.query, plan.corpus);
  // What the record resembles goes on to decide the order, the words only narrow.
  if (request.like) return {Xapian::Query::OP_FILTER, whole, found};
  return {Xapian::Query::OP_FILTER, found, whole};
}

/// The order of the results, for an Enquire that lives shorter. Equals stand in the order of their ids, and a query
/// without words has nothing to be relevant to.
std::unique_ptr<Xapian::KeyMaker> set_order(Xapian::Enquire& enquire, const Plan& plan, const Columns& columns,
                                            const Xapian::Database& database) {
  const auto ranks = [&](Xapian::valueno slot) -> const Ranks& { return columns.orders.ranks(database, slot); };
  const Order order = plan.request.order;
  if (order == Order::relevance && (plan.searches_words() || plan.request.like)) {
    auto by_id = std::make_unique<ByRank>(ranks(index::id_slot));
    enquire.set_sort_by_relevance_then_key(by_id.get(), false);
    return by_id;
  }
  std::unique_ptr<Xapian::KeyMaker> key;
  if (order == Order::nearest) {
    const auto& postcodes = columns.facets(database).column(index::field(plan.corpus, "pc4"));
    key = std::make_unique<ByDistance>(plan.request, postcodes, ranks(index::id_slot));
  } else {
    key = std::make_unique<ByRank>(ranks(order == Order::closing ? index::closing_slot : index::newest_slot));
  }
  enquire.set_sort_by_key(key.get(), false);
  return key;
}

/// Where the page begins; past every document when the page lies beyond what can be counted.
Xapian::doccount first_hit(const Request& request, Xapian::doccount documents) {
  const std::uint64_t before = request.page - 1;
  return before > documents / request.page_size ? documents : static_cast<Xapian::doccount>(before * request.page_size);
}

std::vector<Hit> hits_of(const Xapian::MSet& found, const Plan& plan, Reader& reader) {
  Highlighter highlighter(plan.query, reader.stemmer);
  std::vector<Hit> hits;
  for (auto item = found.begin(); item != found.end(); ++item) {
    const Xapian::Document document = item.get_document();
    const auto id = index::id_of_bytes(document.get_value(index::id_slot));
    if (!id) throw Error(ErrorCode::index_corrupt, "a document of the index has no id; run 'passend index build'");
    Hit hit{*id, item.get_weight(), {}};
    if (plan.searches_words() && plan.request.highlight == Highlight::fragments) {
      hit.fragments = highlighter.fragments(index::decode_stored(document.get_data()));
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::int64_t position_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(index::metadata::position);
  std::int64_t position = 0;
  std::from_chars(text.data(), text.data() + text.size(), position);
  return position;
}

Page run(const Plan& plan, Reader& reader, ColumnCache& cache) {
  Xapian::Database& database = reader.database(plan.corpus);
  const auto columns = cache.columns(reader.generation, database, plan.corpus);
  std::unique_ptr<Xapian::KeyMaker> order;
  Xapian::Enquire enquire(database);
  enquire.set_query(whole_query(plan, reader));
  enquire.set_weighting_scheme(weighting());
  order = set_order(enquire, plan, *columns, database);
  std::optional<FacetCounter> counter;
  if (!plan.facets.empty()) {
    counter.emplace(columns->facets(database), plan.facets);
    enquire.add_matchspy(&*counter);
  }
  const Xapian::doccount documents = database.get_doccount();
  // Every match is looked at, so that the total and the facets are exact.
  const auto found = enquire.get_mset(first_hit(plan.request, documents),
                                      static_cast<Xapian::doccount>(plan.request.page_size), documents);
  Page page;
  page.total = found.get_matches_estimated();
  page.hits = hits_of(found, plan, reader);
  for (std::size_t i = 0; i < plan.facets.size(); ++i) page.facets[plan.request.facets[i]] = counter->facet(i);
  page.chips = chips_of(plan.query, plan.request.query);
  page.position = position_of(database);
  return page;
}

/// Concepts stand in the index as exact values: how many documents hold each is read off their terms.
void add_usage(const Xapian::Database& database, index::Corpus corpus,
               std::unordered_map<std::string, std::uint64_t>& counts) {
  for (const char* name : {"occupation", "competence", "credential"}) {
    const std::string prefix(index::field(corpus, name).filter_prefix);
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
      counts[(*term).substr(prefix.size())] += term.get_termfreq();
    }
  }
}

}  // namespace

struct Searcher::State {
  explicit State(const std::filesystem::path& directory) : readers(directory) {}
  Readers readers;
  ColumnCache columns;

  Page search(const Request& request, index::Corpus corpus) {
    const auto start = Clock::now();
    const Plan plan(request, corpus);
    Page page;
    readers.run(corpus, [&](Reader& reader) { page = run(plan, reader, columns); });
    page.microseconds = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
    return page;
  }
};

Searcher::Searcher(const std::filesystem::path& index_directory) : state_(std::make_unique<State>(index_directory)) {}

Searcher::~Searcher() = default;

Page Searcher::search(index::Corpus corpus, const Request& request) const {
  return state_->search(request, corpus);
}

std::optional<std::string> Searcher::did_you_mean(const std::string& query, index::Corpus corpus,
                                                  const WordList& taxonomy_words) const {
  const Query parsed = parse_query(query, corpus);
  std::optional<std::string> corrected;
  // A reader has both indexes, and the words come from vacancies whatever is searched.
  state_->readers.run(corpus, [&](Reader& reader) {
    corrected = corrected_query({query, parsed, corpus}, taxonomy_words, reader);
  });
  return corrected;
}

std::function<std::uint64_t(std::string_view)> Searcher::usage() const {
  std::unordered_map<std::string, std::uint64_t> counts;
  for (const index::Corpus corpus : {index::Corpus::candidates, index::Corpus::vacancies}) {
    state_->readers.run(corpus, [&](Reader& reader) { add_usage(reader.database(corpus), corpus, counts); });
  }
  return [counts = std::move(counts)](std::string_view uri) -> std::uint64_t {
    const auto found = counts.find(std::string(uri));
    return found == counts.end() ? 0 : found->second;
  };
}

}  // namespace passend::search
