// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/label_variants.hpp"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

constexpr int sure = 10000;
constexpr int without_marks = 9800;
constexpr int one_of_two = 9500;
constexpr int as_one_word = 9400;
constexpr int without_remarks = 9200;
constexpr int first_part = 9000;
constexpr std::size_t longest_label = 400;

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) words.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// "m/v", "(v/m/x)", "(m,v)", "m/w/d": one letter each for the sexes.
bool is_gender_mark(std::string_view word) {
  int letters = 0;
  bool parted = true;
  for (const char byte : word) {
    if (std::string_view("()[],.;").find(byte) != std::string_view::npos) continue;
    if (byte == '/' || byte == '|' || byte == '-') {
      parted = true;
    } else if (parted && std::string_view("mvxfwdh").find(byte) != std::string_view::npos) {
      parted = false;
      ++letters;
    } else {
      return false;
    }
  }
  return letters >= 2;
}

std::string without_gender_marks(std::string_view text) {
  Words words = words_of(text);
  std::erase_if(words, [](const std::string& word) { return is_gender_mark(word); });
  return joined(words);
}

enum class Brackets : std::uint8_t { drop_content, keep_content };

/// Brackets inside or at the end of a word hold an ending: "docent(e)", "(assistent-)begeleider".
std::string without_brackets(std::string_view text, Brackets what) {
  std::string result;
  int depth = 0;
  for (const char byte : text) {
    if (byte == '(' || byte == '[') {
      ++depth;
    } else if (byte == ')' || byte == ']') {
      depth = std::max(0, depth - 1);
    } else if (depth == 0 || what == Brackets::keep_content) {
      result.push_back(byte);
    }
  }
  return joined(words_of(result));
}

bool touches_a_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' && i > 0 && text[i - 1] != ' ') return true;
    if (text[i] == ')' && i + 1 < text.size() && text[i + 1] != ' ') return true;
  }
  return false;
}

/// "manager / teamleider uitzendbureau" means both of an employment agency: what follows the first word of the right
/// side belongs to the left side too.
std::vector<std::string> sides_of_spaced_slash(std::string_view left, std::string_view right) {
  const Words rest = words_of(right);
  Words whole_left = words_of(left);
  if (whole_left.size() == 1 && rest.size() > 1) whole_left.insert(whole_left.end(), rest.begin() + 1, rest.end());
  return {joined(whole_left), joined(rest)};
}

/// Each side of the first slash: of the word it stands in, or of the whole when blanks are around it.
std::vector<std::string> sides_of_slash(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return {};
  if (text[slash - 1] == ' ' || text[slash + 1] == ' ') {
    return sides_of_spaced_slash(text.substr(0, slash), text.substr(slash + 1));
  }
  const std::size_t before = text.rfind(' ', slash);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(text.find(' ', slash), text.size());
  const std::string head(text.substr(0, begin));
  const std::string tail(text.substr(end));
  const std::string_view right = text.substr(slash + 1, end - slash - 1);
  std::vector<std::string> sides{joined(words_of(head + std::string(text.substr(begin, slash - begin)) + tail))};
  // "schoonmaker/-ster" says an ending, not a word.
  if (!right.starts_with('-')) sides.push_back(joined(words_of(head + std::string(right) + tail)));
  return sides;
}

std::string one_word(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte != ' ' && byte != '-' && byte != '\'' && byte != '.') result.push_back(byte);
  }
  return result;
}

bool is_remark(std::string_view word) {
  constexpr std::array<std::string_view, 24> remarks{
      "allround", "bijbaan", "direct",    "ervaren",  "fte",       "full-time", "fulltime", "gezocht",
      "junior",   "medior",  "part-time", "parttime", "per",       "senior",    "starter",  "tijdelijk",
      "uren",     "urgent",  "uur",       "vacature", "vacatures", "vast",      "week",     "zzp"};
  if (std::find(remarks.begin(), remarks.end(), word) != remarks.end()) return true;
  const bool has_digit = std::any_of(word.begin(), word.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  return has_digit && std::all_of(word.begin(), word.end(), [](char byte) {
           return (byte >= '0' && byte <= '9') || std::string_view("-,./+u%").find(byte) != std::string_view::npos;
         });
}

std::string without_remarks_in(std::string_view text) {
  Words words = words_of(without_gender_marks(text));
  std::erase_if(words, [](const std::string& word) { return is_remark(word) || word == "-" || word == "|"; });
  return joined(words);
}

std::string first_part_of(std::string_view text) {
  constexpr std::array<std::string_view, 12> ends{" - ",  " \xE2\x80\x93 ", " | ",  ", ",     ": ",    " bij ",
                                                  " in ", " te ",           " op ", " voor ", " met ", " @ "};
  std::size_t end = text.size();
  for (const std::string_view mark : ends) end = std::min(end, text.find(mark));
  return std::string(text.substr(0, end));
}

void add(std::vector<LabelVariant>& variants, std::string text, int confidence_bp) {
  const bool is_known =
      std::any_of(variants.begin(), variants.end(), [&](const LabelVariant& variant) { return variant.text == text; });
  if (!text.empty() && !is_known) variants.push_back({std::move(text), confidence_bp});
}

void add_readings(std::vector<LabelVariant>& variants, const std::string& text) {
  if (touches_a_word(text)) {
    add(variants, without_brackets(text, Brackets::drop_content), one_of_two);
    add(variants, without_brackets(text, Brackets::keep_content), one_of_two);
  }
  for (std::string& side : sides_of_slash(text)) add(variants, std::move(side), one_of_two);
  const std::size_t count = variants.size();
  for (std::size_t i = 0; i < count; ++i) {
    add(variants, one_word(variants[i].text), std::min(as_one_word, variants[i].confidence_bp));
  }
}

}  // namespace

std::vector<LabelVariant> label_variants(std::string_view label) {
  std::vector<LabelVariant> variants;
  const std::string whole = text::normalise(label.substr(0, longest_label));
  add(variants, whole, sure);
  const std::string bare = without_gender_marks(whole);
  add(variants, bare, without_marks);
  add_readings(variants, bare);
  return variants;
}

std::string label_core(std::string_view label) {
  return without_gender_marks(text::normalise(label.substr(0, longest_label)));
}

std::string title_core(std::string_view title) {
  const std::string whole = label_core(title);
  const std::string core = without_remarks_in(whole);
  return core.empty() ? whole : core;
}

std::vector<LabelVariant> title_variants(std::string_view title) {
  std::vector<LabelVariant> variants = label_variants(title);
  if (variants.empty()) return variants;
  const std::string whole = without_gender_marks(variants.front().text);
  const std::string unbracketed = without_brackets(whole, Brackets::drop_content);
  add(variants, unbracketed, without_remarks);
  const std::string core = without_remarks_in(unbracketed);
  add(variants, core, without_remarks);
  add(variants, one_word(core), without_remarks);
  const std::string head = without_remarks_in(first_part_of(unbracketed));
  add(variants, head, first_part);
  for (std::string& side : sides_of_slash(head)) add(variants, std::move(side), first_part);
  add(variants, one_word(head), first_part);
  std::stable_sort(variants.begin(), variants.end(), [](const LabelVariant& left, const LabelVariant& right) {
    return left.confidence_bp > right.confidence_bp;
  });
  return variants;
}

}  // namespace passend::taxonomy
