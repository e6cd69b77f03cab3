// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "indexer/text/unicode.hpp"

namespace passend::text {
namespace {

constexpr int most_encodings = 3;

// HTML 4 names that Dutch and English texts use; what is not here stays as it was written.
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 62> named_entities{{
    {"AMP", '&'},      {"Eacute", 0xC9}, {"Euml", 0xCB},    {"GT", '>'},        {"LT", '<'},       {"Ouml", 0xD6},
    {"QUOT", '"'},     {"Uuml", 0xDC},   {"aacute", 0xE1},  {"acirc", 0xE2},    {"acute", 0xB4},   {"aelig", 0xE6},
    {"agrave", 0xE0},  {"amp", '&'},     {"apos", '\''},    {"aring", 0xE5},    {"atilde", 0xE3},  {"auml", 0xE4},
    {"bdquo", 0x201E}, {"bull", 0x2022}, {"ccedil", 0xE7},  {"cent", 0xA2},     {"copy", 0xA9},    {"deg", 0xB0},
    {"eacute", 0xE9},  {"ecirc", 0xEA},  {"egrave", 0xE8},  {"emsp", ' '},      {"ensp", ' '},     {"euml", 0xEB},
    {"euro", 0x20AC},  {"frac12", 0xBD}, {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},
    {"iuml", 0xEF},    {"laquo", 0xAB},  {"ldquo", 0x201C}, {"lsquo", 0x2018},  {"lt", '<'},       {"mdash", 0x2014},
    {"middot", 0xB7},  {"nbsp", ' '},    {"ndash", 0x2013}, {"ntilde", 0xF1},   {"oacute", 0xF3},  {"ocirc", 0xF4},
    {"ouml", 0xF6},    {"quot", '"'},    {"raquo", 0xBB},   {"rdquo", 0x201D},  {"reg", 0xAE},     {"rsquo", 0x2019},
    {"sbquo", 0x201A}, {"shy", 0xAD},    {"szlig", 0xDF},   {"times", 0xD7},    {"trade", 0x2122}, {"uacute", 0xFA},
    {"uuml", 0xFC},    {"zwnj", 0x200C},
}};
static_assert(std::is_sorted(named_entities.begin(), named_entities.end()), "looked up by bisection");

constexpr std::array<std::string_view, 24> block_tags{
    "address", "article", "blockquote", "br", "dd", "div", "dl",      "dt",    "h1", "h2", "h3", "h4",
    "h5",      "h6",      "hr",         "li", "ol", "p",   "section", "table", "td", "th", "tr", "ul"};
constexpr std::array<std::string_view, 16> inline_tags{"a",   "b",     "center", "em",   "font",   "i",
                                                       "img", "label", "small",  "span", "strong", "style",
                                                       "sub", "sup",   "tbody",  "u"};

void append_utf8(std::string& text, std::uint32_t character) {
  const auto byte = [&](std::uint32_t value) { text.push_back(static_cast<char>(value)); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | (character >> 6));
    byte(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    byte(0xE0 | (character >> 12));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | (character >> 18));
    byte(0x80 | ((character >> 12) & 0x3F));
    byte(0x80 | ((character >> 6) & 0x3F));
    byte(0x80 | (character & 0x3F));
  }
}

std::optional<std::uint32_t> numeric_entity(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0xFFFD;
  // Numbers of Windows-1252, which browsers have always read as what was meant.
  constexpr std::array<std::uint16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return value >= 0x80 && value < 0xA0 ? windows[value - 0x80] : value;
}

std::optional<std::uint32_t> entity(std::string_view name) {
  if (name.starts_with('#')) return numeric_entity(name.substr(1));
  const auto found = std::lower_bound(named_entities.begin(), named_entities.end(), name,
                                      [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  if (found == named_entities.end() || found->first != name) return std::nullopt;
  return found->second;
}

std::string decoded(std::string_view text) {
  constexpr std::size_t longest_name = 10;
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::size_t ampersand = text.find('&');
    result += text.substr(0, ampersand);
    if (ampersand == std::string_view::npos) break;
    text.remove_prefix(ampersand);
    const std::size_t end = text.substr(0, longest_name + 2).find(';');
    const auto character = end == std::string_view::npos ? std::nullopt : entity(text.substr(1, end - 1));
    if (character) append_utf8(result, *character);
    if (!character) result.push_back('&');
    text.remove_prefix(character ? end + 1 : 1);
  }
  return result;
}

struct Tag {
  std::string name;      ///< Lower case; empty for a comment or a declaration.
  std::size_t size = 0;  ///< Bytes from < up to and including >, or to the next < or the end when it is cut off.
};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_name_byte(char byte) {
  return is_letter(byte) || (byte >= '0' && byte <= '9');
}

/// The tag at the front of `text`, which starts with <; absent when the < stands for itself ("< 18 jaar").
std::optional<Tag> tag_at(std::string_view text) {
  if (text.starts_with("<!--")) {
    const std::size_t end = text.find("-->");
    return Tag{{}, end == std::string_view::npos ? text.size() : end + 3};
  }
  const std::size_t start = text.size() > 1 && (text[1] == '/' || text[1] == '!' || text[1] == '?') ? 2 : 1;
  if (text.size() <= start || !is_letter(text[start])) return std::nullopt;
  Tag tag;
  std::size_t end = start;
  for (; end < text.size() && is_name_byte(text[end]); ++end) tag.name.push_back(static_cast<char>(text[end] | 0x20));
  if (text[1] == '!' || text[1] == '?') tag.name.clear();
  const std::size_t close = text.find_first_of("<>", end);
  tag.size = close == std::string_view::npos ? text.size() : text[close] == '>' ? close + 1 : close;
  return tag;
}

template <class Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where the element that was opened ends: the text of a script or a style is not for people.
std::size_t end_of_element(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const auto tag = tag_at(text.substr(at));
    if (tag && tag->name == name) return at + tag->size;
  }
  return text.size();
}

struct Stripped {
  std::string text;
  bool has_blocks = false;
};

enum class Tags : std::uint8_t { any, known_ones };

/// A line end of a block is written as U+0001, so that those of the source can be told from it.
constexpr char block_end = '\x01';

Stripped stripped(std::string_view html, Tags which) {
  Stripped result;
  while (!html.empty()) {
    const std::size_t open = html.find('<');
    result.text += html.substr(0, open);
    if (open == std::string_view::npos) break;
    html.remove_prefix(open);
    const auto tag = tag_at(html);
    const bool is_block = tag && holds(block_tags, tag->name);
    if (!tag || (which == Tags::known_ones && !is_block && !holds(inline_tags, tag->name))) {
      result.text.push_back('<');
      html.remove_prefix(1);
      continue;
    }
    if (is_block) result.text.push_back(block_end);
    result.has_blocks |= is_block;
    const bool is_hidden = (tag->name == "script" || tag->name == "style") && html[1] != '/';
    const std::size_t size = is_hidden ? end_of_element(html, tag->name) : tag->size;
    html.remove_prefix(size);
  }
  return result;
}

/// One space for a run of blanks, no blanks at line ends, at most one empty line.
std::string tidied(std::string_view text) {
  std::string result;
  int line_ends = 0;
  bool blank = false;
  for (const char byte : text) {
    if (byte == '\n') {
      ++line_ends;
    } else if (byte == ' ') {
      blank = true;
    } else {
      if (!result.empty() && line_ends > 0) result.append(line_ends > 1 ? "\n\n" : "\n");
      if (!result.empty() && line_ends == 0 && blank) result.push_back(' ');
      line_ends = 0;
      blank = false;
      result.push_back(byte);
    }
  }
  return result;
}

}  // namespace

std::string plain_text_from_html(std::string_view html) {
  std::string text(html);
  std::replace(text.begin(), text.end(), block_end, ' ');
  bool has_blocks = false;
  for (int encoding = 0; encoding < most_encodings; ++encoding) {
    Stripped pass = stripped(text, encoding == 0 ? Tags::any : Tags::known_ones);
    has_blocks |= pass.has_blocks;
    text = decoded(pass.text);
    if (text == pass.text) break;
  }
  if (has_blocks) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\r', ' ');
  }
  std::replace(text.begin(), text.end(), block_end, '\n');
  return tidied(clean_text(text));
}

}  // namespace passend::text
