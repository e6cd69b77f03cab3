// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_like.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/index/terms.hpp"
#include "matcher/search/xapian_query.hpp"

namespace passend::search {
namespace {

constexpr std::size_t most_concepts = 40, most_words = 24;
constexpr std::size_t leading_words = 6;  ///< A document that shares none of these and no concept is not alike.
constexpr double share_of_words = 0.25;

struct Shared {
  std::string term;
  double weight = 0;  ///< By rarity and by what it says.
};

/// How much a concept of the field says of what a record is.
double importance_of(std::string_view term, index::Corpus corpus) {
  constexpr std::pair<const char*, double> fields[]{
      {"occupation", 3}, {"experience", 2}, {"competence", 2}, {"credential", 1.5}};
  for (const auto& [name, importance] : fields) {
    const index::Field* field = index::find_field(corpus, name);
    const bool has_value = field != nullptr && term.size() > field->filter_prefix.size();
    if (has_value && term.starts_with(field->filter_prefix)) return importance;
  }
  return 0;
}

/// The stem of a word in any field: Z and then no capital.
bool is_stem_of_any_field(std::string_view term) {
  return term.size() > 2 && term.front() == 'Z' && (term[1] < 'A' || term[1] > 'Z');
}

void keep_heaviest(std::vector<Shared>& shared, std::size_t most) {
  std::sort(shared.begin(), shared.end(), [](const Shared& a, const Shared& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (shared.size() > most) shared.resize(most);
}

}  // namespace

Xapian::Query like_to_xapian(const Id128& id, index::Corpus corpus, const Xapian::Database& database) {
  const std::string unique = index::unique_term(id);
  const auto posting = database.postlist_begin(unique);
  if (posting == database.postlist_end(unique)) {
    throw Error(ErrorCode::not_found, "the record to resemble is not in the text index");
  }
  const double documents = database.get_doccount();
  std::vector<Shared> concepts, words;
  for (auto term = database.termlist_begin(*posting); term != database.termlist_end(*posting); ++term) {
    const double holders = term.get_termfreq();
    if (holders < 2) continue;
    const double rarity = std::log((documents + 1) / holders);
    if (const double importance = importance_of(*term, corpus); importance > 0) {
      concepts.push_back({*term, importance * rarity});
    } else if (is_stem_of_any_field(*term)) {
      const double count = term.get_wdf();
      words.push_back({*term, rarity * count / (count + 2)});
    }
  }
  keep_heaviest(concepts, most_concepts);
  keep_heaviest(words, most_words);
  std::vector<Xapian::Query> leading, others;
  for (const Shared& one : concepts) leading.push_back(weighing(Xapian::Query(one.term), one.weight));
  for (std::size_t i = 0; i < words.size(); ++i) {
    (i < leading_words ? leading : others)
        .emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(words[i].term), share_of_words);
  }
  const Xapian::Query alike(Xapian::Query::OP_AND_MAYBE,
                            Xapian::Query(Xapian::Query::OP_OR, leading.begin(), leading.end()),
                            Xapian::Query(Xapian::Query::OP_OR, others.begin(), others.end()));
  return {Xapian::Query::OP_AND_NOT, alike, Xapian::Query(unique)};
}

}  // namespace passend::search
