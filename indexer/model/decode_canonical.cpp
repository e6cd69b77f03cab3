// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <string>
#include <utility>

#include "indexer/model/codec.hpp"
#include "indexer/model/fields.hpp"
#include "indexer/model/week_grid.hpp"

namespace passend {
namespace {

template <class T>
concept Coded = requires {
  CodeNames<T>::names;
};

/// Canonical JSON has its keys in the order in which fields.hpp describes them and no white space: each field either
/// comes next or is absent. Whatever is not as encode() writes it ends the reading without a result.
class CanonicalReader {
 public:
  explicit CanonicalReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  template <class T>
  bool read_whole(T& record) {
    read(record);
    return good_ && at_ == end_;
  }

 private:
  /// The fields of one object: `describe` asks for each in turn.
  struct Fields {
    CanonicalReader& reader;
    bool first = true;

    template <class T>
    void field(std::string_view name, T& value, const Rule& rule) {
      if (reader.take_key(name, first)) {
        first = false;
        reader.read(value);
      } else if (rule.presence == Rule::Presence::required) {
        reader.good_ = false;
      }
    }
    void check(bool, const char*, const char*) {}
  };

  bool next_is(char byte) const { return at_ != end_ && *at_ == byte; }
  void take(char byte) {
    if (next_is(byte)) {
      ++at_;
    } else {
      good_ = false;
    }
  }
  bool take_key(std::string_view name, bool first) {
    const std::size_t comma = first ? 0 : 1;
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    if (!good_ || rest.size() < comma + name.size() + 3 || (!first && rest[0] != ',') || rest[comma] != '"' ||
        rest.compare(comma + 1, name.size(), name) != 0 || rest[comma + 1 + name.size()] != '"' ||
        rest[comma + 2 + name.size()] != ':') {
      return false;
    }
    at_ += comma + name.size() + 3;
    return true;
  }

  /// A text without escapes, where it stands; nothing when it has any.
  std::string_view plain_text() {
    take('"');
    const char* begin = at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
    const std::string_view text(begin, static_cast<std::size_t>(at_ - begin));
    take('"');
    return text;
  }

  void read(std::string& value) {
    take('"');
    for (;;) {
      const char* begin = at_;
      while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
      value.append(begin, at_);
      if (!next_is('\\')) break;
      ++at_;
      if (!read_escape(value)) break;
    }
    take('"');
  }

  bool read_escape(std::string& value) {
    static constexpr std::string_view letters = "\"\\bfnrt";
    static constexpr std::string_view meanings = "\"\\\b\f\n\r\t";
    if (at_ == end_) return good_ = false;
    const auto letter = letters.find(*at_++);
    if (letter != std::string_view::npos) {
      value.push_back(meanings[letter]);
      return true;
    }
    unsigned code = 0;  // The other control characters, as \u0001.
    if (at_[-1] != 'u' || end_ - at_ < 4) return good_ = false;
    const auto [rest, error] = std::from_chars(at_, at_ + 4, code, 16);
    if (error != std::errc{} || rest != at_ + 4 || code >= 0x20) return good_ = false;
    value.push_back(static_cast<char>(code));
    at_ += 4;
    return true;
  }

  void read(bool& value) {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    value = rest.starts_with("true");
    if (!value && !rest.starts_with("false")) {
      good_ = false;
    } else {
      at_ += value ? 4 : 5;
    }
  }

  void read(int& value) {
    const auto [rest, error] = std::from_chars(at_, end_, value);
    good_ = good_ && error == std::errc{};
    at_ = rest;
  }

  template <class T>
  void accept(const std::optional<T>& parsed, T& value) {
    if (parsed) value = *parsed;
    good_ = good_ && parsed.has_value();
  }
  void read(Date& value) { accept(parse_date(plain_text()), value); }
  void read(WeekGrid& value) { accept(parse_week_grid(plain_text()), value); }
  template <class Kind>
  void read(Id<Kind>& value) {
    accept(Id<Kind>::parse(plain_text()), value);
  }
  template <Coded Code>
  void read(Code& value) {
    accept(parse_code<Code>(plain_text()), value);
  }

  void read(Importances& value) {
    take('{');
    bool first = true;
    for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
      if (!take_key(name, first)) continue;
      first = false;
      read(value[criterion].emplace());
    }
    take('}');
  }

  template <class T>
  void read(std::optional<T>& value) {
    read(value.emplace());
  }

  template <class T>
  void read(std::vector<T>& list) {
    take('[');
    if (!next_is(']')) {
      read(list.emplace_back());
      while (good_ && next_is(',')) {
        ++at_;
        read(list.emplace_back());
      }
    }
    take(']');
  }

  template <class T>
  void read(T& record) {
    take('{');
    Fields fields{*this};
    describe(fields, record);
    take('}');
  }

  const char* at_;
  const char* end_;
  bool good_ = true;
};

}  // namespace

SearchProfile decode_canonical_search_profile(std::string_view json) {
  SearchProfile profile;
  return CanonicalReader(json).read_whole(profile) ? profile : decode_search_profile(json);
}

Vacancy decode_canonical_vacancy(std::string_view json) {
  Vacancy vacancy;
  return CanonicalReader(json).read_whole(vacancy) ? vacancy : decode_vacancy(json);
}

}  // namespace passend
