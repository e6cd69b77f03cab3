// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_query.hpp"

#include "indexer/base/error.hpp"
#include "indexer/index/terms.hpp"

namespace passend::search {
namespace {

/// Not Query::MatchAll: that one object is shared by all threads, and the counts of Xapian's references are not atomic,
/// so that copying it in two threads crashes. An empty term is the same query, made anew.
Xapian::Query match_all() {
  return Xapian::Query(std::string());
}
Xapian::Query match_nothing() {
  return {};
}

/// What the form as written adds to the weight of the stem, so that it stands in front of other forms of the same word
/// without a rare plural outweighing the title.
constexpr double exact_share = 0.25;

class Compiler {
 public:
  Compiler(index::Corpus corpus, const Xapian::Database& database, index::Stemmer& stemmer)
      : corpus_(corpus), database_(database), stemmer_(stemmer) {}

  Xapian::Query compile(const Query& query) {
    switch (query.kind) {
      case QueryKind::everything:
        return match_all();
      case QueryKind::word:
        return word(query);
      case QueryKind::prefix:
        return prefix(query);
      case QueryKind::phrase:
        return phrase(query);
      case QueryKind::any_of:
        return joined(Xapian::Query::OP_OR, query.children);
      case QueryKind::all_of:
        break;
    }
    const auto wanted = query.children.empty() ? match_all() : joined(Xapian::Query::OP_AND, query.children);
    if (query.excluded.empty()) return wanted;
    return {Xapian::Query::OP_AND_NOT, wanted, joined(Xapian::Query::OP_OR, query.excluded)};
  }

 private:
  static std::string_view prefix_of(const Query& query) {
    return query.field == nullptr ? std::string_view() : query.field->text_prefix;
  }

  /// Words that are too long were not indexed either.
  static Xapian::Query term(const std::string& text) {
    return index::is_safe_term(text) ? Xapian::Query(text) : match_nothing();
  }

  Xapian::Query joined(Xapian::Query::op operation, const std::vector<Query>& parts) {
    std::vector<Xapian::Query> compiled;
    compiled.reserve(parts.size());
    for (const Query& part : parts) compiled.push_back(compile(part));
    return {operation, compiled.begin(), compiled.end()};
  }

  Xapian::Query word(const Query& query) {
    const std::string& written = query.words.front();
    const auto stem = term(index::stem_term(prefix_of(query), stemmer_.stem(written)));
    const auto exact = term(index::word_term(prefix_of(query), written));
    return {Xapian::Query::OP_OR, stem, {Xapian::Query::OP_SCALE_WEIGHT, exact, exact_share}};
  }

  Xapian::Query phrase(const Query& query) const {
    if (query.field != nullptr) return phrase_in(*query.field, query.words);
    std::vector<Xapian::Query> fields;
    for (const index::Field& field : index::all_fields()) {
      if (field.corpus != corpus_ || !field.is_text()) continue;
      fields.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, phrase_in(field, query.words), field.weight);
    }
    return {Xapian::Query::OP_OR, fields.begin(), fields.end()};
  }

  static Xapian::Query phrase_in(const index::Field& field, const std::vector<std::string>& words) {
    std::vector<Xapian::Query> terms;
    for (const std::string& word : words) terms.push_back(term(index::word_term(field.text_prefix, word)));
    return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), static_cast<Xapian::termcount>(terms.size())};
  }

  /// Expanded here and not by Xapian, so that the limit is an error with a place before anything is searched.
  Xapian::Query prefix(const Query& query) {
    const std::string start = index::word_term(prefix_of(query), query.words.front());
    if (!index::is_safe_term(start)) return match_nothing();
    std::vector<Xapian::Query> terms;
    for (auto found = database_.allterms_begin(start); found != database_.allterms_end(start); ++found) {
      if (terms.size() == max_wildcard_words) {
        refuse_query(query.place, "more than " + std::to_string(max_wildcard_words) +
                                      " words begin with these letters; type more letters before the star");
      }
      terms.emplace_back(*found);
    }
    return {Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()};
  }

  index::Corpus corpus_;
  const Xapian::Database& database_;
  index::Stemmer& stemmer_;
};

[[noreturn]] void refuse_field(index::Corpus corpus, const std::string& name, const char* purpose,
                               bool (index::Field::*suits)() const) {
  std::string names;
  for (const index::Field& field : index::all_fields()) {
    if (field.corpus == corpus && (field.*suits)()) names.append(names.empty() ? "" : ", ").append(field.name);
  }
  const std::string rule = std::string("no field to ") + purpose + " by; one of " + names;
  throw Error(ErrorCode::invalid_input, "'" + name.substr(0, 80) + "' is " + rule,
              {{std::string(purpose) + "s", name.substr(0, 80), rule}});
}

}  // namespace

const index::Field& filter_field(index::Corpus corpus, const std::string& name) {
  const index::Field* field = index::find_field(corpus, name);
  if (field == nullptr || !field->is_filter()) refuse_field(corpus, name, "filter", &index::Field::is_filter);
  return *field;
}

const index::Field& facet_field(index::Corpus corpus, const std::string& name) {
  const index::Field* field = index::find_field(corpus, name);
  if (field == nullptr || !field->is_facet()) refuse_field(corpus, name, "facet", &index::Field::is_facet);
  return *field;
}

Xapian::Query words_to_xapian(const Query& query, index::Corpus corpus, const Xapian::Database& database,
                              index::Stemmer& stemmer) {
  return Compiler(corpus, database, stemmer).compile(query);
}

Xapian::Query filters_to_xapian(const std::vector<Filter>& filters, index::Corpus corpus) {
  std::vector<Xapian::Query> wanted;
  for (const Filter& filter : filters) {
    const index::Field& field = filter_field(corpus, filter.field);
    if (filter.values.size() > max_filter_values) {
      const std::string rule = "at most " + std::to_string(max_filter_values) + " values";
      throw Error(ErrorCode::invalid_input, "filter '" + filter.field + "' takes " + rule,
                  {{filter.field, std::to_string(filter.values.size()) + " values", rule}});
    }
    std::vector<Xapian::Query> values;
    for (const std::string& value : filter.values) values.emplace_back(index::filter_term(field, value));
    // No value: no document has any one of them.
    wanted.emplace_back(Xapian::Query::OP_OR, values.begin(), values.end());
  }
  return wanted.empty() ? match_all() : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
}

}  // namespace passend::search
