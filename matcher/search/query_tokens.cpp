// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/query_tokens.hpp"

#include <algorithm>
#include <string>

#include "indexer/index/terms.hpp"
#include "indexer/text/unicode.hpp"
#include "matcher/search/query.hpp"

namespace passend::search {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_field_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool ends_word(char byte) {
  return is_blank(byte) || byte == '"' || byte == '(' || byte == ')';
}

std::string text_field_names(index::Corpus corpus) {
  std::string names;
  for (const index::Field& field : index::all_fields()) {
    if (field.corpus == corpus && field.is_text()) names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return names;
}

std::string lower(std::string_view ascii) {
  std::string result(ascii);
  for (char& letter : result) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  return result;
}

class Lexer {
 public:
  Lexer(std::string_view text, index::Corpus corpus) : text_(text), corpus_(corpus) {}

  std::vector<Token> read() {
    require_text();
    while (at_ < text_.size()) {
      const std::size_t before = tokens_.size();
      read_token();
      if (tokens_.size() > before) tokens_.back().end = at_;
    }
    return std::move(tokens_);
  }

 private:
  void require_text() const;
  void read_token();
  void read_sign(TokenKind kind);
  void read_word();
  void read_quoted(const index::Field* field, std::size_t start);
  const index::Field* take_field(std::string_view piece, std::size_t start);

  void add(TokenKind kind, const index::Field* field, std::string_view text, std::size_t start) {
    tokens_.push_back({kind, field, text, place_of(start), start, start});
  }
  std::size_t place_of(std::size_t byte) const { return index::count_characters(text_.substr(0, byte)) + 1; }

  std::string_view text_;
  index::Corpus corpus_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

void Lexer::require_text() const {
  if (text_.size() > max_query_bytes) {
    refuse_query(0, "it has " + std::to_string(text_.size()) + " bytes and may have " +
                        std::to_string(max_query_bytes) + "; leave words out");
  }
  if (const auto offset = text::invalid_utf8_offset(text_)) {
    refuse_query(place_of(*offset), "this is not UTF-8 text; send the query as UTF-8");
  }
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if ((byte < 0x20 && !is_blank(text_[i])) || byte == 0x7F) {
      refuse_query(place_of(i), "this is a control character; take it out");
    }
  }
}

void Lexer::read_token() {
  const char byte = text_[at_];
  if (is_blank(byte)) {
    ++at_;
  } else if (byte == '(' || byte == ')') {
    add(byte == '(' ? TokenKind::open : TokenKind::close, nullptr, {}, at_);
    ++at_;
  } else if (byte == '"') {
    read_quoted(nullptr, at_);
  } else if (byte == '-' || byte == '?') {
    read_sign(byte == '-' ? TokenKind::minus : TokenKind::wish);
  } else {
    read_word();
  }
}

/// A dash or question mark between blanks is punctuation.
void Lexer::read_sign(TokenKind kind) {
  const std::size_t start = at_;
  const char sign = text_[at_];
  while (at_ < text_.size() && text_[at_] == sign) ++at_;
  const bool before_something = at_ < text_.size() && !is_blank(text_[at_]) && text_[at_] != ')';
  if (before_something) add(kind, nullptr, {}, start);
}

void Lexer::read_quoted(const index::Field* field, std::size_t start) {
  const std::size_t end = text_.find('"', at_ + 1);
  if (end == std::string_view::npos) {
    refuse_query(place_of(at_), "this quote is not closed; put a second \" after the phrase");
  }
  add(TokenKind::phrase, field, text_.substr(at_ + 1, end - at_ - 1), start);
  at_ = end + 1;
}

/// The field before the first colon of a piece; moves past it. nullptr when there is no name before a colon.
const index::Field* Lexer::take_field(std::string_view piece, std::size_t start) {
  const std::size_t colon = piece.find(':');
  if (colon == std::string_view::npos || colon == 0) return nullptr;
  const std::string_view name = piece.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), is_field_letter)) return nullptr;
  const index::Field* field = index::find_field(corpus_, lower(name));
  if (field == nullptr || !field->is_text()) {
    refuse_query(place_of(start),
                 "there is no field of this name to search in; put the text in quotes, or use one of " +
                     text_field_names(corpus_));
  }
  at_ = start + colon + 1;
  if (at_ == text_.size() || is_blank(text_[at_]) || text_[at_] == '(' || text_[at_] == ')') {
    refuse_query(place_of(start), "a field wants a word or a phrase right after its colon, as in title:kok");
  }
  return field;
}

void Lexer::read_word() {
  const std::size_t start = at_;
  std::size_t end = start;
  while (end < text_.size() && !ends_word(text_[end])) ++end;
  const index::Field* field = take_field(text_.substr(start, end - start), start);
  if (field != nullptr && text_[at_] == '"') return read_quoted(field, start);
  std::string_view piece = text_.substr(at_, end - at_);
  at_ = end;
  if (field == nullptr && (piece == "AND" || piece == "EN")) return;
  if (field == nullptr && (piece == "OR" || piece == "OF")) return add(TokenKind::alternative, nullptr, {}, start);
  const bool wildcard = piece.ends_with('*');
  if (wildcard) piece.remove_suffix(1);
  if (piece.find('*') != std::string_view::npos) {
    refuse_query(place_of(start), "a star stands only at the end of a word, once, as in magazijn*");
  }
  add(wildcard ? TokenKind::wildcard : TokenKind::word, field, piece, start);
}

}  // namespace

std::vector<Token> query_tokens(std::string_view text, index::Corpus corpus) {
  return Lexer(text, corpus).read();
}

}  // namespace passend::search
