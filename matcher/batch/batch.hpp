// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/base/id.hpp"
#include "indexer/base/progress.hpp"
#include "matcher/batch/inputs.hpp"
#include "matcher/batch/work_directory.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/run/showings.hpp"

/// The whole matrix of a pool: every vacancy that is open with everybody, lane `fits`, the best of both sides.
namespace passend::batch {

enum class Format : std::uint8_t { ndjson, csv };

struct BatchOptions {
  std::filesystem::path output;  ///< A directory, made when it is not there.
  Format format = Format::ndjson;
  Partition partition;
  std::uint32_t vacancies_per_chunk = 256;  ///< At least 1: what a kill can cost. Has no influence on the result.
  EarlierWork earlier = EarlierWork::taken_up;
};

/// How the work is watched; each may be empty.
struct Watch {
  ProgressSink progress;
  Remark remark;
  std::function<bool()> stop;  ///< Asked now and then on the calling thread; true ends the work with `cancelled`.
};

/// What a batch did, for the audit and for whoever started it.
struct BatchSummary {
  Inputs inputs;
  Partition partition;
  std::uint64_t candidates = 0;        ///< That took part.
  std::uint64_t vacancies = 0;         ///< Of this partition.
  std::uint64_t pairs = 0;             ///< That fit.
  run::Showings showings;              ///< Who stands in how many lists of vacancies.
  std::uint64_t listed_vacancies = 0;  ///< That have somebody in their list.
  std::uint32_t chunks_matched = 0;
  std::uint32_t chunks_taken_up = 0;  ///< Finished by an earlier process.
  std::uint64_t memory_bytes = 0;     ///< Of the lists at the end, without the pool.
  double seconds = 0;
  /// SHA-256 over the lists of both sides: equal for equal results, whatever the format. Empty for a partition.
  std::string result_hash;
  std::vector<std::filesystem::path> files;
};

/// What is asked of a batch.
struct Question {
  Date day;  ///< The same that the engine was made for.
  std::uint64_t seed = 0;
  std::uint32_t top = 50;  ///< 1..largest_top
};

/// Throws invalid_input for a `top` outside its range.
Inputs inputs_of(const engine::Engine& engine, const criteria::Weights& weights, const Question& question);

/// The inputs of the chunks that an earlier process left for this output and partition, if it left any.
std::optional<Inputs> earlier_inputs(const BatchOptions& options);

/// Matches and writes `per-vacancy` and `per-candidate` (.ndjson or .csv) and `batch.json`; of a partition, one file
/// `partition-i-of-n.slice`. Finished chunks stand in a directory `work` in the output until then, so that the same
/// call goes on where a killed process was. Throws conflict for earlier work on something else, cancelled, disk_full,
/// storage_failed, storage_busy.
BatchSummary run_batch(const engine::Engine& engine, const Inputs& inputs, const Executor& executor,
                       const BatchOptions& options, const Watch& watch);

/// Puts the files of all partitions together to what one run would have written, byte for byte. Needs no pool. Throws
/// invalid_input when one is missing, twice or of another batch; storage_corrupt for a damaged one.
BatchSummary join_partitions(const std::vector<std::filesystem::path>& files, const BatchOptions& options,
                             const Executor& executor, const Watch& watch);

/// The summary as it stands in batch.json.
std::string to_json(const BatchSummary& summary);

}  // namespace passend::batch
