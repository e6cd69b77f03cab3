// SPDX-License-Identifier: EUPL-1.2
#include "indexer/geo/postcodes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/text/csv_reader.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::geo {
namespace {

constexpr int first_pc4 = 1000;
constexpr int last_pc4 = 9999;

constexpr bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
constexpr bool is_letter(char byte) {
  return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}
constexpr char upper(char byte) {
  return byte >= 'a' ? static_cast<char>(byte - 'a' + 'A') : byte;
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Reads one area after the other and knows where in the file it is.
class AreaReader {
 public:
  AreaReader(std::istream& csv, std::string_view name) : name_(name), reader_(csv) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto column = reader_.column(names[i]);
      if (!column) {
        throw Error(ErrorCode::malformed_document,
                    name_ + ", line 1: column '" + std::string(names[i]) +
                        "' is missing; a postcode table has pc4, lat, lon, inwoners, plaats and gemeente");
      }
      columns_[i] = *column;
    }
  }

  std::optional<PostcodeArea> next() {
    switch (reader_.next()) {
      case text::CsvEvent::end:
        return std::nullopt;
      case text::CsvEvent::broken:
        throw Error(ErrorCode::malformed_document,
                    name_ + ", line " + std::to_string(reader_.line()) + ": " + reader_.problem());
      case text::CsvEvent::record:
        break;
    }
    PostcodeArea area;
    area.pc4 = whole(pc4, first_pc4, last_pc4);
    area.latitude = degrees(lat, 50.0, 54.0);
    area.longitude = degrees(lon, 3.0, 8.0);
    area.inhabitants = reader_.field(columns_[inhabitants]).empty() ? 0 : whole(inhabitants, 0, 1'000'000);
    area.place = reader_.field(columns_[place]);
    area.municipality = reader_.field(columns_[municipality]);
    return area;
  }

  [[noreturn]] void refuse(std::size_t which, const std::string& rule) const {
    throw Error(ErrorCode::malformed_document,
                name_ + ", line " + std::to_string(reader_.line()) + ", column '" + std::string(names[which]) + "': '" +
                    std::string(reader_.field(columns_[which]).substr(0, 80)) + "' " + rule);
  }

  static constexpr std::size_t pc4 = 0;

 private:
  static constexpr std::size_t lat = 1, lon = 2, inhabitants = 3, place = 4, municipality = 5;
  static constexpr std::array<std::string_view, 6> names{"pc4", "lat", "lon", "inwoners", "plaats", "gemeente"};

  int whole(std::size_t which, int low, int high) const {
    const std::string_view field = without_blanks_around(reader_.field(columns_[which]));
    int value = 0;
    const auto [end, problem] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (problem != std::errc{} || end != field.data() + field.size() || value < low || value > high) {
      refuse(which, "is not a whole number from " + std::to_string(low) + " to " + std::to_string(high));
    }
    return value;
  }

  double degrees(std::size_t which, double low, double high) const {
    const std::string_view field = without_blanks_around(reader_.field(columns_[which]));
    double value = 0;
    const auto [end, problem] =
        std::from_chars(field.data(), field.data() + field.size(), value, std::chars_format::fixed);
    if (problem != std::errc{} || end != field.data() + field.size() || !(value >= low && value <= high)) {
      refuse(which, "is not a number of degrees inside the Netherlands (" + std::to_string(static_cast<int>(low)) +
                        " to " + std::to_string(static_cast<int>(high)) + ", with a decimal point)");
    }
    return value;
  }

  std::string name_;
  text::CsvReader reader_;
  std::array<std::size_t, 6> columns_{};
};

std::vector<PostcodeArea> read_areas(std::istream& csv, std::string_view name) {
  std::vector<PostcodeArea> areas;
  std::vector<bool> seen(last_pc4 + 1);
  AreaReader reader(csv, name);
  while (auto area = reader.next()) {
    const auto pc4 = static_cast<std::size_t>(area->pc4);
    if (seen[pc4]) reader.refuse(AreaReader::pc4, "stands in the table twice; keep one of the lines");
    seen[pc4] = true;
    areas.push_back(std::move(*area));
  }
  return areas;
}

/// "'s-Graveland" and "s graveland" are the same place.
std::string comparable_name(std::string_view name) {
  std::string joined;
  for (const std::string& word : text::tokens(name)) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

std::int32_t microdegrees(double degrees) {
  return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

}  // namespace

std::optional<std::string> normalise_postcode(std::string_view text) {
  text = without_blanks_around(text);
  if (text.size() < 4 || text[0] == '0' || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return std::nullopt;
  std::string postcode(text.substr(0, 4));
  const std::string_view letters = without_blanks_around(text.substr(4));
  if (letters.empty()) return postcode;
  if (letters.size() != 2 || !std::all_of(letters.begin(), letters.end(), is_letter)) return std::nullopt;
  postcode += upper(letters[0]);
  postcode += upper(letters[1]);
  if (postcode[4] == 'S' && (postcode[5] == 'A' || postcode[5] == 'D' || postcode[5] == 'S')) return std::nullopt;
  return postcode;
}

std::optional<int> parse_pc4(std::string_view text) {
  const auto postcode = normalise_postcode(text);
  if (!postcode) return std::nullopt;
  int pc4 = 0;
  std::from_chars(postcode->data(), postcode->data() + 4, pc4);
  return pc4;
}

PostcodeTable::PostcodeTable(std::vector<PostcodeArea> areas)
    : areas_(std::move(areas)), position_by_pc4_(last_pc4 + 1) {
  std::sort(areas_.begin(), areas_.end(), [](const auto& a, const auto& b) { return a.pc4 < b.pc4; });
  points_.reserve(areas_.size());
  for (const PostcodeArea& area : areas_) {
    points_.push_back(sphere_point(microdegrees(area.latitude), microdegrees(area.longitude)));
    position_by_pc4_[static_cast<std::size_t>(area.pc4)] = static_cast<std::uint16_t>(points_.size());
  }
  places_ = most_populous_by(&PostcodeArea::place);
  municipalities_ = most_populous_by(&PostcodeArea::municipality);
}

std::vector<PostcodeTable::NamedArea> PostcodeTable::most_populous_by(std::string PostcodeArea::*name) const {
  std::vector<NamedArea> named;
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    std::string key = comparable_name(areas_[i].*name);
    if (!key.empty()) named.emplace_back(std::move(key), i);
  }
  const auto before = [this](const NamedArea& a, const NamedArea& b) {
    if (a.first != b.first) return a.first < b.first;
    if (areas_[a.second].inhabitants != areas_[b.second].inhabitants) {
      return areas_[a.second].inhabitants > areas_[b.second].inhabitants;
    }
    return a.second < b.second;
  };
  std::sort(named.begin(), named.end(), before);
  const auto same_name = [](const NamedArea& a, const NamedArea& b) { return a.first == b.first; };
  named.erase(std::unique(named.begin(), named.end(), same_name), named.end());
  return named;
}

PostcodeTable PostcodeTable::load(std::istream& csv, std::string_view name) {
  try {
    return PostcodeTable(read_areas(csv, name));
  } catch (const Error& error) {
    // What the CSV reader says of the file as a whole does not name the file.
    if (std::string_view(error.what()).starts_with(name)) throw;
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
}

PostcodeTable PostcodeTable::load(const std::filesystem::path& file) {
  std::ifstream csv(file, std::ios::binary);
  if (!csv) throw Error(ErrorCode::file_missing, "postcode table " + file.string() + " cannot be opened");
  return load(csv, file.filename().string());
}

const PostcodeArea* PostcodeTable::find(int pc4) const {
  if (pc4 < first_pc4 || pc4 > last_pc4) return nullptr;
  const std::size_t position = position_by_pc4_[static_cast<std::size_t>(pc4)];
  return position == 0 ? nullptr : &areas_[position - 1];
}

const PostcodeArea* PostcodeTable::find_name(const std::vector<NamedArea>& names, const std::string& key) const {
  const auto found =
      std::lower_bound(names.begin(), names.end(), key,
                       [](const NamedArea& named, const std::string& sought) { return named.first < sought; });
  return found != names.end() && found->first == key ? &areas_[found->second] : nullptr;
}

const PostcodeArea* PostcodeTable::find_place(std::string_view place) const {
  const std::string key = comparable_name(place);
  const PostcodeArea* area = find_name(places_, key);
  return area != nullptr ? area : find_name(municipalities_, key);
}

std::optional<int> PostcodeTable::distance_m(int from_pc4, int to_pc4) const {
  const PostcodeArea* from = find(from_pc4);
  const PostcodeArea* to = find(to_pc4);
  if (from == nullptr || to == nullptr) return std::nullopt;
  const int metres = great_circle_m(points_[static_cast<std::size_t>(from - areas_.data())],
                                    points_[static_cast<std::size_t>(to - areas_.data())]);
  return (metres + 50) / 100 * 100;
}

}  // namespace passend::geo
