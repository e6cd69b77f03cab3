// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/query.hpp"

#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/index/terms.hpp"
#include "indexer/text/words.hpp"
#include "matcher/search/query_tokens.hpp"
#include "matcher/search/stopwords.hpp"

namespace passend::search {
namespace {

/// Recursive descent; the depth of the recursion is that of the brackets, which is bounded.
class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens) : text_(text), tokens_(std::move(tokens)) {}

  Query parse() {
    Query query = sequence(0);
    if (!at_end()) refuse_query(token().place, "there is no '(' before this ')'; take it out");
    return query;
  }

 private:
  Query sequence(std::size_t depth);
  std::optional<Query> alternatives(std::size_t depth);
  std::optional<Query> atom(std::size_t depth);
  Query group(std::size_t depth);
  std::optional<Query> words(const Token& token);
  Query wildcard(const Token& token);
  std::vector<std::string> counted_words(const Token& token);
  Query make(QueryKind kind, const Token& token, std::vector<std::string> words) const;

  bool at_end() const { return at_ == tokens_.size(); }
  const Token& token() const { return tokens_[at_]; }
  bool is_at(TokenKind kind) const { return !at_end() && token().kind == kind; }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::size_t wildcards_ = 0;
};

Query Parser::make(QueryKind kind, const Token& token, std::vector<std::string> words) const {
  Query query;
  query.kind = kind;
  query.field = token.field;
  query.words = std::move(words);
  query.place = token.place;
  query.span.begin = static_cast<std::size_t>(token.text.data() - text_.data());
  query.span.end = query.span.begin + token.text.size();
  return query;
}

Query Parser::sequence(std::size_t depth) {
  Query all;
  all.kind = QueryKind::all_of;
  while (!at_end() && !is_at(TokenKind::close)) {
    const std::size_t begin = token().begin;
    const bool is_excluded = is_at(TokenKind::minus);
    const bool is_wished = is_at(TokenKind::wish);
    if (is_excluded || is_wished) ++at_;
    auto part = is_excluded ? atom(depth) : alternatives(depth);
    if (!part) continue;
    if (is_excluded && is_at(TokenKind::alternative)) {
      refuse_query(token().place, "OR cannot stand beside a word with '-'; write the '-' words without OR");
    }
    part->span = {begin, tokens_[at_ - 1].end};
    auto& list = is_excluded ? all.excluded : is_wished ? all.wished : all.children;
    list.push_back(std::move(*part));
  }
  return all;
}

std::optional<Query> Parser::alternatives(std::size_t depth) {
  if (is_at(TokenKind::alternative)) {
    refuse_query(token().place,
                 "OR stands between two words, as in kok OR chef; put OF or OR in quotes to search for it");
  }
  auto first = atom(depth);
  if (!is_at(TokenKind::alternative)) return first;
  Query any;
  any.kind = QueryKind::any_of;
  if (first) any.children.push_back(std::move(*first));
  while (is_at(TokenKind::alternative)) {
    const std::size_t place = token().place;
    ++at_;
    if (at_end() || is_at(TokenKind::close) || is_at(TokenKind::alternative) || is_at(TokenKind::minus) ||
        is_at(TokenKind::wish)) {
      refuse_query(place, "OR wants a word, a phrase or a '(' after it, as in kok OR chef");
    }
    if (auto next = atom(depth)) any.children.push_back(std::move(*next));
  }
  if (any.children.empty()) return std::nullopt;
  return any;
}

/// Nothing when the token is punctuation only.
std::optional<Query> Parser::atom(std::size_t depth) {
  if (at_end()) return std::nullopt;
  const Token& here = token();
  switch (here.kind) {
    case TokenKind::open:
      return group(depth + 1);
    case TokenKind::wildcard:
      ++at_;
      return wildcard(here);
    case TokenKind::minus:
    case TokenKind::wish:
    case TokenKind::alternative:
    case TokenKind::close:
      refuse_query(here.place, "a word, a phrase or a '(' is missing here");
    case TokenKind::word:
    case TokenKind::phrase:
      break;
  }
  ++at_;
  return words(here);
}

Query Parser::group(std::size_t depth) {
  const std::size_t place = token().place;
  if (depth > max_query_nesting) {
    refuse_query(place,
                 "brackets stand at most " + std::to_string(max_query_nesting) + " deep; write the query with fewer");
  }
  ++at_;
  Query inside = sequence(depth);
  if (at_end()) refuse_query(place, "this '(' is not closed; put a ')' after the last word of the group");
  ++at_;
  if (inside.children.empty() && inside.excluded.empty() && inside.wished.empty()) {
    refuse_query(place, "there is no word between these brackets; take them out");
  }
  return inside;
}

std::optional<Query> Parser::words(const Token& token) {
  auto found = counted_words(token);
  if (found.empty()) return std::nullopt;
  if (token.kind == TokenKind::phrase) return make(QueryKind::phrase, token, std::move(found));
  if (found.size() == 1) return make(QueryKind::word, token, std::move(found));
  Query all = make(QueryKind::all_of, token, {});
  for (std::string& word : found) all.children.push_back(make(QueryKind::word, token, {std::move(word)}));
  return all;
}

Query Parser::wildcard(const Token& token) {
  auto found = counted_words(token);
  if (found.size() != 1 || index::count_characters(found.front()) < min_wildcard_letters) {
    refuse_query(token.place, "a star wants one word of at least " + std::to_string(min_wildcard_letters) +
                                  " letters before it, as in magazijn*");
  }
  if (++wildcards_ > max_wildcards) {
    refuse_query(token.place,
                 "a query has at most " + std::to_string(max_wildcards) + " words with a star; write this one out");
  }
  return make(QueryKind::prefix, token, std::move(found));
}

std::vector<std::string> Parser::counted_words(const Token& token) {
  std::vector<std::string> found;
  for (text::Word& word : text::words(token.text)) found.push_back(std::move(word.form));
  words_ += found.size();
  if (words_ > max_query_words) {
    refuse_query(token.place, "a query has at most " + std::to_string(max_query_words) + " words; leave some out");
  }
  return found;
}

bool is_small_word(const Query& query) {
  return query.kind == QueryKind::word && query.field == nullptr && is_stopword(query.words.front());
}

/// "chauffeur in hilversum" should not want "in"; "in de zorg" wants "zorg"; "de" alone wants "de".
void drop_stopwords(Query& query) {
  for (Query& child : query.children) drop_stopwords(child);
  if (query.kind != QueryKind::all_of) return;
  for (Query& wish : query.wished) drop_stopwords(wish);
  std::vector<Query> kept;
  for (Query& child : query.children) {
    if (!is_small_word(child)) kept.push_back(std::move(child));
  }
  if (!kept.empty()) query.children = std::move(kept);
}

}  // namespace

void refuse_query(std::size_t place, const std::string& problem) {
  const std::string where = place == 0 ? "" : ", at character " + std::to_string(place);
  throw Error(ErrorCode::invalid_input, "the query cannot be read" + where + ": " + problem,
              {{"query", "", (place == 0 ? "" : "character " + std::to_string(place) + ": ") + problem}});
}

Query parse_query(std::string_view text, index::Corpus corpus) {
  auto tokens = query_tokens(text, corpus);
  const bool has_tokens = !tokens.empty();
  Query query = Parser(text, std::move(tokens)).parse();
  if (query.children.empty() && query.excluded.empty() && query.wished.empty()) {
    if (has_tokens) refuse_query(0, "it has no word to search for; write a word, or leave it empty for everything");
    return {};
  }
  drop_stopwords(query);
  return query;
}

}  // namespace passend::search
