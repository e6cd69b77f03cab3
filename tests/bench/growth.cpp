// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/growth.hpp"

#include "tests/bench/region.hpp"

namespace passend::bench {
namespace {

struct OwnLine {
  const char* part = "";
  const char* line = "";
};

constexpr OwnLine own_lines[]{{"competences", "Passend, 1 thread"},
                              {"competences", "Passend, 2 threads"},
                              {"two-way", "list, explanations and words, 1 thread"},
                              {"two-way", "list, explanations and words, 2 threads"}};
constexpr std::uint64_t steps[]{10'000, 100'000};
constexpr double bar_times = 10;

}  // namespace

void compare_sizes(Findings& findings) {
  bool first = true;
  for (const auto& [part, line] : own_lines) {
    for (const std::uint64_t people : steps) {
      const auto before = findings.find(part, line, people);
      const auto after = findings.find(part, line, 10 * people);
      if (!before || !after) continue;
      if (first) findings.heading("Growth: how many times longer on ten times as many people");
      first = false;
      Figure figure{
          .part = "growth",
          .line = std::string(part) + ", " + line + ", " + size_name(people) + " to " + size_name(10 * people),
          .people = 10 * people,
          .unit = "x",
          .measured = single(after->p50 / before->p50)};
      if (people == 100'000) figure.bar = Bar{bar_times};
      findings.add(std::move(figure));
    }
  }
}

}  // namespace passend::bench
