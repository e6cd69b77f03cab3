// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/citizen_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "indexer/base/trim.hpp"

namespace passend {
namespace {

constexpr std::size_t whole_length = 9;
/// "BSN-nummer is: " and the like fit between a name and its number; another sentence does not.
constexpr std::size_t name_distance = 16;
constexpr std::array<std::string_view, 7> names{
    "bsn",         "burgerservicenummer", "burger service nummer", "sofinummer",
    "sofi-nummer", "sofi nummer",         "citizen service number"};
constexpr std::size_t longest_name =
    std::max_element(names.begin(), names.end(), [](auto one, auto other) { return one.size() < other.size(); })
        -> size();
/// How people group nine digits.
constexpr std::array<std::array<std::size_t, 4>, 6> layouts{
    {{4, 2, 3, 0}, {3, 3, 3, 0}, {2, 2, 2, 3}, {3, 2, 4, 0}, {4, 5, 0, 0}, {5, 4, 0, 0}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// A run of digits: bytes [begin, end) of the text.
struct Digits {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

/// Runs of digits with one blank, dot or hyphen between them.
using Chain = std::vector<Digits>;

class Scanner {
 public:
  Scanner(std::string_view text, Suspicion suspicion) : text_(text), suspicion_(suspicion) {}

  /// The numbers to blank, in order.
  std::vector<Digits> find() {
    std::vector<Digits> found;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_digit(text_[at])) {
        ++at;
        continue;
      }
      const Chain chain = chain_at(at);
      at = chain.back().end;
      if (const auto named = named_number(chain)) {
        found.push_back(*named);
        at = named->end;
      } else if (suspicion_ == Suspicion::likely) {
        add_likely(chain, found);
      }
    }
    return found;
  }

 private:
  Digits digits_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return {begin, end};
  }

  Chain chain_at(std::size_t begin) const {
    Chain chain{digits_at(begin)};
    for (;;) {
      const std::size_t separator = chain.back().end;
      const bool goes_on = separator + 1 < text_.size() && is_digit(text_[separator + 1]) &&
                           std::string_view(" .-").find(text_[separator]) != std::string_view::npos;
      if (!goes_on) return chain;
      chain.push_back(digits_at(separator + 1));
    }
  }

  std::string digits_of(const Digits& span) const {
    std::string digits;
    std::copy_if(text_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                 text_.begin() + static_cast<std::ptrdiff_t>(span.end), std::back_inserter(digits), is_digit);
    return digits;
  }

  bool is_number_of_a_person(const Digits& span) const {
    return (stands_alone(span) || is_in_vat_number(span)) && passes_eleven_test(digits_of(span));
  }

  bool is_named(std::size_t begin) const {
    const std::size_t from = begin - std::min(begin, longest_name + name_distance);
    std::string before(text_.substr(from, begin - from));
    std::transform(before.begin(), before.end(), before.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      const std::size_t place = before.rfind(name);
      return place != std::string::npos && before.size() - place - name.size() <= name_distance &&
             std::none_of(before.begin() + static_cast<std::ptrdiff_t>(place), before.end(), is_digit);
    });
  }

  /// The first groups of a chain that make nine digits, or eight when a ninth does not follow.
  std::optional<Digits> named_number(const Chain& chain) const {
    if (!is_named(chain.front().begin)) return std::nullopt;
    std::optional<Digits> found;
    std::size_t count = 0;
    for (const Digits& group : chain) {
      count += group.size();
      if (count == whole_length || count + 1 == whole_length) found = Digits{chain.front().begin, group.end};
    }
    return found;
  }

  void add_likely(const Chain& chain, std::vector<Digits>& found) const {
    const Digits all{chain.front().begin, chain.back().end};
    const auto is_whole = [](const Digits& group) { return group.size() == whole_length; };
    if (chain.size() > 1 && std::none_of(chain.begin(), chain.end(), is_whole)) {
      if (has_usual_layout(chain) && is_number_of_a_person(all)) found.push_back(all);
      return;
    }
    const bool is_all_there_is = trimmed(text_).size() == all.size();
    for (const Digits& group : chain) {
      const bool fits = is_whole(group) || (is_all_there_is && group.size() + 1 == whole_length);
      if (fits && is_number_of_a_person(group)) found.push_back(group);
    }
  }

  static bool has_usual_layout(const Chain& chain) {
    return std::any_of(layouts.begin(), layouts.end(), [&](const auto& layout) {
      const auto groups = static_cast<std::size_t>(
          std::count_if(layout.begin(), layout.end(), [](std::size_t size) { return size > 0; }));
      return chain.size() == groups &&
             std::equal(chain.begin(), chain.end(), layout.begin(),
                        [](const Digits& group, std::size_t size) { return group.size() == size; });
    });
  }

  /// No telephone number with its country, no amount, and no part of a longer code.
  bool stands_alone(const Digits& span) const {
    if (span.begin > 0 && (is_letter(text_[span.begin - 1]) || text_[span.begin - 1] == '_')) return false;
    if (span.end < text_.size() && (is_letter(text_[span.end]) || text_[span.end] == '_')) return false;
    const bool has_decimals = span.end + 1 < text_.size() && text_[span.end] == ',' && is_digit(text_[span.end + 1]);
    return !has_decimals && !follows_a_country(span.begin) && !trimmed(text_.substr(0, span.begin)).ends_with("€");
  }

  /// "+31 6...", "0031-6...", "+31 (0)6...": whatever blanks and brackets lie between.
  bool follows_a_country(std::size_t begin) const {
    std::size_t at = begin;
    std::string before;
    while (at > 0 && before.size() < 8 &&
           std::string_view("0123456789 .-()+").find(text_[at - 1]) != std::string_view::npos) {
      --at;
      if (is_digit(text_[at]) || text_[at] == '+') before.insert(before.begin(), text_[at]);
      if (text_[at] == '+') break;
    }
    return before.starts_with('+') || before == "0031" || before == "00310";
  }

  /// NL123456782B01: until 2020 the number of a sole trader was the BSN.
  bool is_in_vat_number(const Digits& span) const {
    const auto before = trimmed_of_separators(text_.substr(0, span.begin));
    const std::string_view after = text_.substr(span.end, 4);
    const std::size_t letter = after.find_first_of("Bb");
    return (before.ends_with("NL") || before.ends_with("nl")) && letter <= 1 && letter + 2 < after.size() &&
           is_digit(after[letter + 1]) && is_digit(after[letter + 2]);
  }

  static std::string_view trimmed_of_separators(std::string_view text) {
    if (text.ends_with(' ') || text.ends_with('.')) text.remove_suffix(1);
    return text;
  }

  std::string_view text_;
  Suspicion suspicion_;
};

}  // namespace

bool passes_eleven_test(std::string_view digits) {
  if (digits.size() + 1 == whole_length) return passes_eleven_test("0" + std::string(digits));
  if (digits.size() != whole_length || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  int sum = 0;
  for (std::size_t i = 0; i < whole_length; ++i) {
    const int weight = i + 1 == whole_length ? -1 : static_cast<int>(whole_length - i);
    sum += weight * (digits[i] - '0');
  }
  return sum % 11 == 0 && digits.find_first_not_of('0') != std::string_view::npos;
}

std::size_t blank_citizen_numbers(std::string& text, Suspicion suspicion) {
  const auto found = Scanner(text, suspicion).find();
  for (auto number = found.rbegin(); number != found.rend(); ++number) {
    text.replace(number->begin, number->size(), blanked_number);
  }
  return found.size();
}

}  // namespace passend
