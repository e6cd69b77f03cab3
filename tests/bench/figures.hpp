// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/machine.hpp"
#include "tests/bench/measure.hpp"

/// What the bench found, printed as it comes and written as JSON at the end.
namespace passend::bench {

enum class Statistic : std::uint8_t { p50, p95, p99, highest };
enum class Direction : std::uint8_t { at_most, at_least };

/// As it stands in the JSON and in tables.
const char* name_of(Statistic statistic);

/// What a figure must reach.
struct Bar {
  double limit = 0;
  Statistic statistic = Statistic::p50;
  Direction direction = Direction::at_most;
};

struct Figure {
  std::string part;          ///< One of the words of --only.
  std::string line;          ///< What was measured: "Passend, 1 thread".
  std::uint64_t people = 0;  ///< Portfolios in the pool; 0: has nothing to do with them.
  std::string unit;
  Summary measured;
  std::optional<Bar> bar = {};
  std::string note = {};
};

/// One value as a figure.
Summary single(double value);
/// Of `figure` as a statistic, and whether it keeps to the bar.
double value_of(const Summary& measured, Statistic statistic);
bool reaches(const Summary& measured, const Bar& bar);

/// Whether everybody who promises the same scores gave them.
struct Agreement {
  std::string line;
  std::uint64_t people = 0;
  std::size_t queries = 0;    ///< Compared.
  std::size_t different = 0;  ///< With another list of scores.
};

struct Run {
  std::string commit;
  std::uint64_t seed = 0;
  std::string started;  ///< UTC
  Machine machine;
};

class Findings {
 public:
  explicit Findings(Run run);

  void heading(const std::string& text) const;
  void add(Figure figure);
  void add(Agreement agreement);
  /// Something that was not measured, and why.
  void leave_out(const std::string& line, const std::string& reason);

  bool scores_agree() const;
  /// Of an earlier figure; absent when there is none.
  std::optional<Summary> find(const std::string& part, const std::string& line, std::uint64_t people) const;
  void write_json(const std::filesystem::path& file) const;

 private:
  Run run_;
  std::vector<Figure> figures_;
  std::vector<Agreement> agreements_;
  std::vector<std::pair<std::string, std::string>> left_out_;
};

}  // namespace passend::bench
