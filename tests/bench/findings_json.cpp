// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/bench/figures.hpp"

namespace passend::bench {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Machine& machine) {
  return {{"processor", machine.processor},      {"cores", machine.cores},   {"caches", machine.caches},
          {"memoryBytes", machine.memory_bytes}, {"kernel", machine.kernel}, {"compiler", machine.compiler},
          {"governor", machine.governor},        {"load", machine.load},     {"busy", machine.load > busy_load}};
}

Json json_of(const Bar& bar, const Summary& measured) {
  return {{"limit", bar.limit},
          {"statistic", name_of(bar.statistic)},
          {"direction", bar.direction == Direction::at_most ? "atMost" : "atLeast"},
          {"reached", reaches(measured, bar)}};
}

Json json_of(const Figure& figure) {
  const Summary& m = figure.measured;
  Json json{{"part", figure.part}, {"line", figure.line},  {"people", figure.people},
            {"unit", figure.unit}, {"samples", m.samples}, {"p50", m.p50},
            {"p95", m.p95},        {"p99", m.p99},         {"lowest", m.lowest},
            {"highest", m.highest}};
  if (figure.bar) json["bar"] = json_of(*figure.bar, m);
  if (!figure.note.empty()) json["note"] = figure.note;
  return json;
}

}  // namespace

void Findings::write_json(const std::filesystem::path& file) const {
  Json json{{"schema", "passend-bench-1"},
            {"commit", run_.commit},
            {"seed", run_.seed},
            {"started", run_.started},
            {"machine", json_of(run_.machine)},
            {"scoresAgree", scores_agree()},
            {"figures", Json::array()},
            {"agreements", Json::array()},
            {"leftOut", Json::array()}};
  for (const Figure& figure : figures_) json["figures"].push_back(json_of(figure));
  for (const Agreement& agreement : agreements_) {
    json["agreements"].push_back({{"line", agreement.line},
                                  {"people", agreement.people},
                                  {"queries", agreement.queries},
                                  {"different", agreement.different}});
  }
  for (const auto& [line, reason] : left_out_) json["leftOut"].push_back({{"line", line}, {"reason", reason}});
  std::ofstream out(file);
  out << json.dump(2) << '\n';
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

}  // namespace passend::bench
