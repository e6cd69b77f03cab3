// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_concepts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "indexer/base/error.hpp"
#include "indexer/index/document.hpp"
#include "indexer/index/terms.hpp"
#include "indexer/text/unicode.hpp"
#include "indexer/text/words.hpp"
#include "matcher/search/query.hpp"

namespace passend::search {
namespace {

/// Words of up to three letters have terms of their own; longer ones are looked up among the words.
constexpr std::size_t longest_start = 3;
constexpr std::size_t max_expansions = 500;
/// Concepts are written with short labels first, and are read in that order: the rest could not come in front.
constexpr Xapian::doccount max_considered = 400;

constexpr std::array<std::string_view, 3> kind_names{"occupation", "competence", "credential"};

[[noreturn]] void refuse(const std::string& field, const std::string& value, const std::string& rule) {
  throw Error(ErrorCode::invalid_input, field + ": " + rule, {{field, value, rule}});
}

Xapian::Query begins_with(const std::string& letters, const Xapian::Database& database) {
  if (index::count_characters(letters) <= longest_start) return Xapian::Query(index::start_term(letters));
  std::vector<Xapian::Query> terms;
  for (auto term = database.allterms_begin(letters); term != database.allterms_end(letters); ++term) {
    if (terms.size() == max_expansions) break;
    terms.emplace_back(*term);
  }
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query to_xapian(const ConceptQuery& query, const Xapian::Database& database) {
  std::vector<Xapian::Query> wanted;
  for (const std::string& word : query.words) wanted.push_back(begins_with(word, database));
  if (!query.kinds.empty()) {
    std::vector<Xapian::Query> kinds;
    const index::Field& field = index::field(index::Corpus::concepts, "kind");
    for (const std::string& kind : query.kinds) kinds.emplace_back(index::filter_term(field, kind));
    wanted.emplace_back(Xapian::Query::OP_OR, kinds.begin(), kinds.end());
  }
  return {Xapian::Query::OP_AND, wanted.begin(), wanted.end()};
}

/// How well one label answers; less is better.
struct Answer {
  int distance = 0;  ///< 0 equal, 1 begins with the text, 2 has the words.
  bool alternative = false;
  std::size_t length = 0;
  std::vector<Run> runs;

  auto order() const { return std::make_tuple(distance, alternative, length); }
};

std::vector<Run> marked_runs(std::string_view label, const std::vector<text::Word>& words,
                             const std::vector<bool>& marks) {
  std::vector<Run> runs;
  std::size_t at = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!marks[i]) continue;
    if (words[i].begin > at) runs.push_back({std::string(label.substr(at, words[i].begin - at)), false});
    runs.push_back({std::string(label.substr(words[i].begin, words[i].end - words[i].begin)), true});
    at = words[i].end;
  }
  if (at < label.size()) runs.push_back({std::string(label.substr(at)), false});
  return runs;
}

std::optional<Answer> answer_of(const ConceptQuery& query, const std::string& label) {
  const auto words = text::words(label);
  std::vector<bool> marks(words.size(), false);
  for (const std::string& wanted : query.words) {
    bool found = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].form.starts_with(wanted)) continue;
      marks[i] = found = true;
    }
    if (!found) return std::nullopt;
  }
  const std::string whole = text::normalise(label);
  Answer answer;
  answer.distance = whole == query.text ? 0 : whole.starts_with(query.text) ? 1 : 2;
  answer.length = label.size();
  answer.runs = marked_runs(label, words, marks);
  return answer;
}

struct Ranked {
  Answer answer;
  ConceptHit hit;
};

/// Absent when the words stand in different labels only.
std::optional<Ranked> rank(const ConceptQuery& query, const Xapian::Document& document) {
  const auto stored = index::decode_stored(document.get_data());
  std::optional<Answer> best;
  for (std::size_t i = 0; i < stored.texts.size(); ++i) {
    auto answer = answer_of(query, stored.texts[i].text);
    if (!answer) continue;
    answer->alternative = i != 0;
    if (!best || answer->order() < best->order()) best = std::move(answer);
  }
  if (!best) return std::nullopt;
  const auto slot = static_cast<Xapian::valueno>(index::field(index::Corpus::concepts, "kind").facet_slot);
  ConceptHit hit{stored.uri, document.get_value(slot), stored.texts.front().text, best->runs};
  return Ranked{std::move(*best), std::move(hit)};
}

}  // namespace

ConceptQuery parse_concept_query(const std::string& text, const std::vector<std::string>& kinds, std::size_t limit) {
  if (limit < 1 || limit > max_concepts) refuse("limit", std::to_string(limit), "1 to 50");
  if (text.size() > max_query_bytes) refuse("query", "", "at most 512 bytes; type fewer letters");
  if (text::invalid_utf8_offset(text)) refuse("query", "", "UTF-8 text");
  for (const std::string& kind : kinds) {
    const bool known = std::find(kind_names.begin(), kind_names.end(), kind) != kind_names.end();
    if (!known) refuse("kinds", kind.substr(0, 80), "occupation, competence or credential");
  }
  ConceptQuery query{text::normalise(text), {}, kinds, limit};
  for (text::Word& word : text::words(text)) query.words.push_back(std::move(word.form));
  if (query.words.size() > max_query_words) refuse("query", "", "at most 32 words");
  return query;
}

std::vector<ConceptHit> find_concepts(const ConceptQuery& query, const Xapian::Database& database) {
  if (query.words.empty()) return {};
  Xapian::Enquire enquire(database);
  enquire.set_query(to_xapian(query, database));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::vector<Ranked> ranked;
  const auto found = enquire.get_mset(0, max_considered);
  for (auto item = found.begin(); item != found.end(); ++item) {
    if (auto answer = rank(query, item.get_document())) ranked.push_back(std::move(*answer));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.answer.order() < b.answer.order(); });
  std::vector<ConceptHit> hits;
  for (Ranked& one : ranked) {
    if (hits.size() == query.limit) break;
    hits.push_back(std::move(one.hit));
  }
  return hits;
}

}  // namespace passend::search
