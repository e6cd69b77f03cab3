// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/replay_json.hpp"

#include <nlohmann/json.hpp>

namespace passend::run {
namespace {

using Json = nlohmann::ordered_json;

Json differences_json(const std::vector<Difference>& differences) {
  Json json = Json::array();
  for (const auto& difference : differences) {
    json.push_back({{"what", difference.what}, {"then", difference.then}, {"now", difference.now}});
  }
  return json;
}

Json place_json(const engine::MatchRow& row) {
  return {{"rank", row.rank},
          {"combinedBp", row.combined.expected_bp},
          {"demandBp", row.demand.expected_bp},
          {"supplyBp", row.supply.expected_bp}};
}

Json row_json(const RowDifference& row) {
  Json json{{"id", to_text(row.id)}, {"change", to_text(row.change)}};
  if (row.then) json["then"] = place_json(*row.then);
  if (row.now) json["now"] = place_json(*row.now);
  if (row.record_changed) json["recordChanged"] = *row.record_changed;
  return json;
}

}  // namespace

Json replay_json(const Replay& replay) {
  Json rows = Json::array();
  for (const auto& row : replay.rows) rows.push_back(row_json(row));
  Json json{{"runId", to_text(replay.run)},
            {"verdict", to_text(replay.verdict)},
            {"sentence", replay.sentence},
            {"hashThen", replay.hash_then}};
  if (!replay.hash_now.empty()) json["hashNow"] = replay.hash_now;
  json["inputs"] = differences_json(replay.inputs);
  json["results"] = differences_json(replay.results);
  json["rows"] = std::move(rows);
  json["rowsThen"] = replay.rows_then;
  json["rowsNow"] = replay.rows_now;
  json["profile"] = differences_json(replay.profile);
  return json;
}

}  // namespace passend::run
