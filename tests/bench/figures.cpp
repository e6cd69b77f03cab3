// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/figures.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>

namespace passend::bench {
namespace {

/// Four digits that count.
std::string shown(double value) {
  char text[40];
  const int decimals = value >= 1000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : 3;
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string verdict(const Figure& figure) {
  const Bar& bar = *figure.bar;
  std::string text = "   bar " + std::string(bar.direction == Direction::at_most ? "<= " : ">= ") + shown(bar.limit) +
                     " " + figure.unit;
  if (figure.measured.samples > 1) text += std::string(" at ") + name_of(bar.statistic);
  return text + (reaches(figure.measured, bar) ? ": reached" : ": NOT REACHED ") +
         (reaches(figure.measured, bar) ? "" : shown(value_of(figure.measured, bar.statistic)));
}

}  // namespace

Summary single(double value) {
  return {1, value, value, value, value, value};
}

const char* name_of(Statistic statistic) {
  switch (statistic) {
    case Statistic::p50:
      return "p50";
    case Statistic::p95:
      return "p95";
    case Statistic::p99:
      return "p99";
    case Statistic::highest:
      return "highest";
  }
  return "";
}

double value_of(const Summary& measured, Statistic statistic) {
  switch (statistic) {
    case Statistic::p50:
      return measured.p50;
    case Statistic::p95:
      return measured.p95;
    case Statistic::p99:
      return measured.p99;
    case Statistic::highest:
      return measured.highest;
  }
  return measured.p50;
}

bool reaches(const Summary& measured, const Bar& bar) {
  const double value = value_of(measured, bar.statistic);
  return bar.direction == Direction::at_most ? value <= bar.limit : value >= bar.limit;
}

Findings::Findings(Run run) : run_(std::move(run)) {
  const Machine& machine = run_.machine;
  std::printf("commit %s, seed %llu, %s\n", run_.commit.c_str(), static_cast<unsigned long long>(run_.seed),
              run_.started.c_str());
  std::printf("%s, %u cores, %s, %.1f GiB, %s, %s\n", machine.processor.c_str(), machine.cores, machine.caches.c_str(),
              static_cast<double>(machine.memory_bytes) / (1 << 30), machine.kernel.c_str(), machine.compiler.c_str());
  std::printf("governor %s, load %.2f at the start\n", machine.governor.empty() ? "not said" : machine.governor.c_str(),
              machine.load);
  if (machine.load > busy_load) {
    std::printf("WARNING: the machine is busy; what follows are upper bounds.\n");
  }
  std::fflush(stdout);
}

void Findings::heading(const std::string& text) const {
  std::printf("\n%s\n  %-58s %10s %10s %10s\n", text.c_str(), "", "p50", "p95", "p99");
  std::fflush(stdout);
}

void Findings::add(Figure figure) {
  const Summary& m = figure.measured;
  if (m.samples > 1) {
    std::printf("  %-58s %10s %10s %10s %-5s n=%zu", figure.line.c_str(), shown(m.p50).c_str(), shown(m.p95).c_str(),
                shown(m.p99).c_str(), figure.unit.c_str(), m.samples);
  } else {
    std::printf("  %-58s %10s %21s %-5s", figure.line.c_str(), shown(m.p50).c_str(), "", figure.unit.c_str());
  }
  if (figure.bar) std::printf("%s", verdict(figure).c_str());
  if (!figure.note.empty()) std::printf("   (%s)", figure.note.c_str());
  std::printf("\n");
  std::fflush(stdout);
  figures_.push_back(std::move(figure));
}

void Findings::add(Agreement agreement) {
  if (agreement.different != 0) {
    std::printf("  %-58s WRONG SCORES in %zu of %zu queries\n", agreement.line.c_str(), agreement.different,
                agreement.queries);
  }
  agreements_.push_back(std::move(agreement));
}

void Findings::leave_out(const std::string& line, const std::string& reason) {
  std::printf("  %-58s left out: %s\n", line.c_str(), reason.c_str());
  left_out_.emplace_back(line, reason);
}

bool Findings::scores_agree() const {
  return std::all_of(agreements_.begin(), agreements_.end(),
                     [](const Agreement& agreement) { return agreement.different == 0; });
}

std::optional<Summary> Findings::find(const std::string& part, const std::string& line, std::uint64_t people) const {
  for (const Figure& figure : figures_) {
    if (figure.part == part && figure.line == line && figure.people == people) return figure.measured;
  }
  return std::nullopt;
}

}  // namespace passend::bench
