// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/geo/sphere.hpp"
#include "indexer/model/codes.hpp"

/// Dutch four-digit postcode areas (PC4), their centroids and the distances between them.
namespace passend::geo {

struct PostcodeArea {
  int pc4 = 0;  ///< 1000..9999
  double latitude = 0;
  double longitude = 0;  ///< WGS84 degrees of the centroid.
  int inhabitants = 0;   ///< 0 when the file leaves it empty.
  std::string place;
  std::string municipality;
};

/// The four digits of "1211AB", "1211 ab" or "1211"; absent when the text cannot be a Dutch postcode (first digit 0,
/// letters SA, SD or SS, which are not issued, any other shape).
std::optional<int> parse_pc4(std::string_view text);
/// "1211AB" or "1211" in upper case without space; absent as above.
std::optional<std::string> normalise_postcode(std::string_view text);

/// An immutable table of areas, loaded from CSV (columns bound by name: pc4, lat, lon, inwoners, plaats, gemeente).
class PostcodeTable {
 public:
  /// An empty table: every distance is unknown.
  PostcodeTable() : PostcodeTable(std::vector<PostcodeArea>{}) {}
  /// Throws malformed_document with name, line and column, or file_missing. Other columns are left alone.
  static PostcodeTable load(std::istream& csv, std::string_view name);
  static PostcodeTable load(const std::filesystem::path& file);

  const std::vector<PostcodeArea>& areas() const { return areas_; }  ///< Ascending pc4.
  const PostcodeArea* find(int pc4) const;
  /// The most populous area of a place or, when no place is so called, of a municipality; compared without case,
  /// diacritics and punctuation.
  const PostcodeArea* find_place(std::string_view place) const;
  /// Metres along the great circle between two centroids, rounded to 100 m; 0 within one area. Absent when either is
  /// not in the table.
  std::optional<int> distance_m(int from_pc4, int to_pc4) const;

 private:
  /// A name in its comparable form and the area that stands for it.
  using NamedArea = std::pair<std::string, std::size_t>;
  explicit PostcodeTable(std::vector<PostcodeArea> areas);
  std::vector<NamedArea> most_populous_by(std::string PostcodeArea::*name) const;
  const PostcodeArea* find_name(const std::vector<NamedArea>& names, const std::string& key) const;

  std::vector<PostcodeArea> areas_;
  std::vector<SpherePoint> points_;             ///< Beside areas_.
  std::vector<std::uint16_t> position_by_pc4_;  ///< Position in areas_ plus one; 0: not in the table.
  std::vector<NamedArea> places_;               ///< Ascending name.
  std::vector<NamedArea> municipalities_;
};

/// Minutes that a distance takes door to door by a means of transport, an estimate from fixed speeds and overheads
/// (documented in travel.cpp).
int travel_minutes(int distance_m, Transport means);

}  // namespace passend::geo
