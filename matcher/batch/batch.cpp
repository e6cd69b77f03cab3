// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/batch.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/batch/result_files.hpp"
#include "matcher/criteria/weights_json.hpp"

namespace passend::batch {
namespace {

using Clock = std::chrono::steady_clock;
constexpr const char* summary_file = "batch.json";

void remark(const Watch& watch, const std::string& words) {
  if (watch.remark) watch.remark(words);
}

std::string name_of(const Partition& partition, const char* separator) {
  return std::to_string(partition.index) + separator + std::to_string(partition.count);
}

std::filesystem::path work_path(const BatchOptions& options) {
  const auto& partition = options.partition;
  return options.output / (partition.is_whole() ? "work" : "work-" + name_of(partition, "-of-"));
}

BatchSummary summary_of(const Matrix& matrix, const Roster& roster, const Range& range, const Inputs& inputs) {
  BatchSummary summary;
  summary.inputs = inputs;
  summary.candidates = roster.candidates.size();
  summary.vacancies = range.size();
  summary.pairs = matrix.pairs();
  summary.memory_bytes = matrix.bytes();
  run::ShowingsCount showings(roster.candidates, inputs.top);
  for (std::uint32_t vacancy = range.begin; vacancy < range.end; ++vacancy) {
    const auto best = matrix.best_of_vacancy(vacancy);
    if (!best.empty()) ++summary.listed_vacancies;
    std::uint64_t rank = 0;
    for (const auto& fit : best) showings.add(fit.party, ++rank);
  }
  summary.showings = showings.result();
  return summary;
}

/// Writes both directions. The summary goes first and comes last: where it stands, the files are of one batch.
void write_whole(BatchSummary& summary, const Matrix& matrix, const Roster& roster, const BatchOptions& options,
                 const Executor& executor, const Watch& watch) {
  std::filesystem::remove(options.output / summary_file);
  summary.files = write_results(matrix, roster, options, executor, watch);
  summary.result_hash = hash_of(matrix, roster);
  summary.files.push_back(options.output / summary_file);
}

void finish(BatchSummary& summary, Clock::time_point start) {
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (summary.partition.is_whole()) write_file_durably(summary.files.back(), to_json(summary) + "\n");
}

/// The vacancies of a batch, chunk by chunk.
class ChunkRunner {
 public:
  ChunkRunner(const Matching& matching, const BatchOptions& options, const Watch& watch, const WorkDirectory& work)
      : matching_(matching), options_(options), watch_(watch), work_(work) {}

  /// How many chunks it took.
  std::uint32_t match_missing(const Range& range, Matrix& matrix) {
    missing_ = range.size() - matrix.vacancies_in();
    std::uint32_t chunks = 0;
    while (true) {
      const Range gap = matrix.next_gap(range, std::max(1U, options_.vacancies_per_chunk));
      if (gap.size() == 0) return chunks;
      auto chunk = match_slice(matching_, gap, matrix.people(), [&](std::uint32_t done) { look_up(done); });
      work_.keep(chunk);
      matrix.add(std::move(chunk), matching_.executor, "chunk");
      kept_ += gap.size();
      ++chunks;
    }
  }

 private:
  void look_up(std::uint32_t done_of_chunk) const {
    if (watch_.progress) watch_.progress({"match", kept_ + done_of_chunk, missing_, "vacancies"});
    if (!watch_.stop || !watch_.stop()) return;
    throw Error(ErrorCode::cancelled, "stopped with " + std::to_string(missing_ - kept_) +
                                          " vacancies to go; what is finished is kept in '" + work_.path().string() +
                                          "', and the same command goes on from there");
  }

  const Matching& matching_;
  const BatchOptions& options_;
  const Watch& watch_;
  const WorkDirectory& work_;
  std::uint64_t missing_ = 0;
  std::uint64_t kept_ = 0;
};

[[noreturn]] void refuse_join(const std::string& why) {
  throw Error(ErrorCode::invalid_input, "these partitions cannot be joined: " + why);
}

/// The inputs that all partitions must share, and what has come in so far.
class Joining {
 public:
  void add(SliceFile file, const std::string& name, const Executor& executor) {
    if (file.partition.is_whole()) refuse_join("'" + name + "' is not a partition");
    if (!matrix_) begin(file);
    if (file.inputs != inputs_) {
      refuse_join("'" + name + "' is of another batch: " + differences(inputs_, file.inputs).front());
    }
    if (file.partition.count != partitions_)
      refuse_join("'" + name + "' is " + to_text(file.partition) + ", others are of " + std::to_string(partitions_));
    const bool as_announced = file.slice.vacancies == range_of(file.partition, whole().size());
    if (file.roster != roster_ || !as_announced) {
      throw Error(ErrorCode::storage_corrupt, "'" + name + "' does not hold what it says: run that partition again");
    }
    if (std::find(seen_.begin(), seen_.end(), file.partition.index) != seen_.end()) {
      refuse_join("'" + name + "' is there twice");
    }
    seen_.push_back(file.partition.index);
    matrix_->add(std::move(file.slice), executor, name);
  }
  void expect_all() const {
    if (!matrix_) refuse_join("none was given");
    for (std::uint32_t index = 1; index <= partitions_; ++index) {
      if (std::find(seen_.begin(), seen_.end(), index) == seen_.end()) {
        refuse_join("partition " + to_text(Partition{index, partitions_}) + " is missing");
      }
    }
  }
  Range whole() const { return {0, static_cast<std::uint32_t>(roster_.vacancies.size())}; }
  const Inputs& inputs() const { return inputs_; }
  const Roster& roster() const { return roster_; }
  const Matrix& matrix() const { return *matrix_; }

 private:
  void begin(const SliceFile& first) {
    inputs_ = first.inputs;
    roster_ = first.roster;
    partitions_ = first.partition.count;
    matrix_.emplace(roster_, inputs_.seed, inputs_.top);
  }

  Inputs inputs_;
  Roster roster_;
  std::uint32_t partitions_ = 0;
  std::vector<std::uint32_t> seen_;
  std::optional<Matrix> matrix_;
};

}  // namespace

Inputs inputs_of(const engine::Engine& engine, const criteria::Weights& weights, const Question& question) {
  if (question.top < 1 || question.top > largest_top) {
    throw Error(ErrorCode::invalid_input,
                "a list of a batch has 1 to 1000 places, not " + std::to_string(question.top));
  }
  const auto& pool = engine.pool();
  return {PASSEND_VERSION,
          criteria::encode(weights),
          std::string(pool.taxonomy().hash()),
          hash_of(pool.postcodes()),
          pool.position(),
          hash_of(roster_of(pool, question.day).roster),
          question.day,
          question.seed,
          question.top};
}

std::optional<Inputs> earlier_inputs(const BatchOptions& options) {
  return inputs_in(work_path(options));
}

BatchSummary run_batch(const engine::Engine& engine, const Inputs& inputs, const Executor& executor,
                       const BatchOptions& options, const Watch& watch) {
  const auto start = Clock::now();
  make_directory(options.output);
  const auto parties = roster_of(engine.pool(), inputs.day);
  const auto& roster = parties.roster;
  const Range range = range_of(options.partition, static_cast<std::uint32_t>(roster.vacancies.size()));
  Matrix matrix(roster, inputs.seed, inputs.top);
  WorkDirectory work(work_path(options), inputs, options.partition, options.earlier);
  const auto taken_up = work.load(
      matrix, executor, watch.remark ? watch.remark : [](std::string_view) {});
  if (taken_up != 0) {
    remark(watch, std::to_string(taken_up) + " chunks with " + std::to_string(matrix.vacancies_in()) + " of " +
                      std::to_string(range.size()) + " vacancies were finished earlier and are not matched again");
  }
  const Matching matching{engine, parties, executor, inputs.seed, inputs.top};
  const auto matched = ChunkRunner(matching, options, watch, work).match_missing(range, matrix);
  auto summary = summary_of(matrix, roster, range, inputs);
  summary.partition = options.partition;
  summary.chunks_matched = matched;
  summary.chunks_taken_up = taken_up;
  if (options.partition.is_whole()) {
    write_whole(summary, matrix, roster, options, executor, watch);
  } else {
    summary.files = {options.output / ("partition-" + name_of(options.partition, "-of-") + ".slice")};
    write_file_durably(summary.files[0], encode({inputs, options.partition, roster, matrix.merged(range)}));
  }
  finish(summary, start);
  work.remove();
  return summary;
}

BatchSummary join_partitions(const std::vector<std::filesystem::path>& files, const BatchOptions& options,
                             const Executor& executor, const Watch& watch) {
  const auto start = Clock::now();
  Joining joining;
  for (const auto& file : files) {
    joining.add(decode_slice(read_file(file), file.string()), file.string(), executor);
  }
  joining.expect_all();
  make_directory(options.output);
  auto summary = summary_of(joining.matrix(), joining.roster(), joining.whole(), joining.inputs());
  write_whole(summary, joining.matrix(), joining.roster(), options, executor, watch);
  finish(summary, start);
  return summary;
}

}  // namespace passend::batch
