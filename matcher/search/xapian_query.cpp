// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_query.hpp"

#include "indexer/base/error.hpp"
#include "indexer/index/terms.hpp"
#include "indexer/text/unicode.hpp"

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

/// What a part of a compound weighs beside the word itself.
constexpr double part_share = 0.2;

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
    Xapian::Query wanted = query.children.empty() ? match_all() : joined(Xapian::Query::OP_AND, query.children);
    if (!query.wished.empty()) {
      const auto wishes = joined(Xapian::Query::OP_OR, query.wished);
      wanted = query.children.empty() ? wishes : Xapian::Query(Xapian::Query::OP_AND_MAYBE, wanted, wishes);
    }
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
    Xapian::Query answers(Xapian::Query::OP_OR, stem, {Xapian::Query::OP_SCALE_WEIGHT, exact, exact_share});
    const auto add = [&](const Xapian::Query& other, double share) {
      answers = {Xapian::Query::OP_OR, answers, {Xapian::Query::OP_SCALE_WEIGHT, other, share}};
    };
    // "chauffeur" answers to "vrachtwagenchauffeur", and "vrachtwagenchauffeur" to "chauffeur op een vrachtwagen".
    if (query.field == nullptr) add(term(index::part_term(stemmer_.stem(written))), part_share);
    if (const auto parts = stemmer_.parts(written).direct; parts.size() > 1) {
      std::vector<Xapian::Query> all;
      for (const std::string& part : parts) all.push_back(term(index::stem_term(prefix_of(query), part)));
      add({Xapian::Query::OP_AND, all.begin(), all.end()}, part_share);
    }
    return answers;
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

Xapian::Query weighing(const Xapian::Query& documents, double weight) {
  Xapian::PostingSource* const fixed = new Xapian::FixedWeightPostingSource(weight);
  return {Xapian::Query::OP_AND, {Xapian::Query::OP_SCALE_WEIGHT, documents, 0.0}, Xapian::Query(fixed->release())};
}

Xapian::Query one_of(const std::vector<Id128>& ids) {
  std::vector<Xapian::Query> terms;
  for (const Id128& id : ids) terms.emplace_back(index::unique_term(id));
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

Xapian::Query with_exact_hits(const Xapian::Query& words, const std::string& typed, index::Corpus corpus) {
  constexpr double before_everything = 10'000;
  constexpr std::size_t longest_number = 60;
  const std::string number = text::normalise(typed);
  const bool may_be_number = number.size() <= longest_number && number.find_first_of("0123456789") != std::string::npos;
  if (!may_be_number) return words;
  std::vector<Xapian::Query> exact;
  if (const auto id = parse_id128(number)) exact.emplace_back(index::unique_term(*id));
  if (corpus == index::Corpus::vacancies) {
    exact.emplace_back(index::filter_term(index::field(corpus, "reference"), number));
  }
  if (exact.empty()) return words;
  const Xapian::Query any(Xapian::Query::OP_OR, exact.begin(), exact.end());
  return {Xapian::Query::OP_OR, words, weighing(any, before_everything)};
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
    if (filter.or_unknown) values.emplace_back(index::unknown_term(field));
    // No value: no document has any one of them.
    wanted.emplace_back(Xapian::Query::OP_OR, values.begin(), values.end());
  }
  return wanted.empty() ? match_all() : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
}

}  // namespace passend::search
