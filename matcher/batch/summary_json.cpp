// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/batch/batch.hpp"
#include "matcher/criteria/weights_json.hpp"

namespace passend::batch {

std::string to_json(const BatchSummary& summary) {
  using Json = nlohmann::ordered_json;
  Json files = Json::array();
  for (const auto& file : summary.files) files.push_back(file.filename().string());
  const auto weights = criteria::decode_weights(summary.inputs.weights);
  const Json json{{"fingerprint", fingerprint(summary.inputs)},
                  {"engine", summary.inputs.engine_version},
                  {"weights", weights.name},
                  {"weightsHash", criteria::content_hash(weights)},
                  {"weightNumbers", Json::parse(summary.inputs.weights)},
                  {"taxonomyHash", summary.inputs.taxonomy_hash},
                  {"postcodesHash", summary.inputs.postcodes_hash},
                  {"poolPosition", summary.inputs.pool_position},
                  {"day", passend::to_text(summary.inputs.day)},
                  {"seed", summary.inputs.seed},
                  {"top", summary.inputs.top},
                  {"partition", to_text(summary.partition)},
                  {"candidates", summary.candidates},
                  {"vacancies", summary.vacancies},
                  {"fittingPairs", summary.pairs},
                  {"candidatesListed", summary.showings.people.size()},
                  {"vacanciesWithSomebody", summary.listed_vacancies},
                  {"chunksMatched", summary.chunks_matched},
                  {"chunksTakenUp", summary.chunks_taken_up},
                  {"listBytes", summary.memory_bytes},
                  {"seconds", summary.seconds},
                  {"resultHash", summary.result_hash},
                  {"files", std::move(files)}};
  return json.dump(2);
}

}  // namespace passend::batch
