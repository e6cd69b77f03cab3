// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

/// A second opinion on which job seekers answer a VUM question, from the raw profiles and the raw table of postcodes.
/// It shares no code with the product.
namespace passend::test {

enum class Opinion { yes, no, on_the_line };

class PlainReading {
 public:
  explicit PlainReading(const std::filesystem::path& postcodes_csv);

  /// on_the_line: only because the distance is within 200 m of the one that is asked, which is less than rounding and
  /// the shape of the earth are worth.
  Opinion answers(const nlohmann::json& question, const nlohmann::json& profile) const;

 private:
  Opinion is_near(const nlohmann::json& area, const nlohmann::json& profile) const;

  std::map<std::string, std::pair<double, double>> centroids_;  ///< By four digits.
};

}  // namespace passend::test
