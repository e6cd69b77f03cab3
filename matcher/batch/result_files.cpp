// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/result_files.hpp"

#include <algorithm>
#include <charconv>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/hash.hpp"

namespace passend::batch {
namespace {

/// Lists that become text at one go: some megabytes.
constexpr std::size_t lists_per_round = 1'024;
constexpr std::size_t lists_per_block = 32;

/// All ids as text, made once and not once a line.
class IdTexts {
 public:
  explicit IdTexts(const std::vector<Id128>& ids) {
    texts_.reserve(ids.size() * width);
    for (const auto& id : ids) texts_ += to_text(id);
  }
  std::string_view operator[](std::uint32_t position) const {
    return std::string_view(texts_).substr(position * width, width);
  }

 private:
  static constexpr std::size_t width = 32;
  std::string texts_;
};

void append_number(std::string& text, std::uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  text.append(digits, end);
}

struct Line {
  std::string_view vacancy;
  std::string_view candidate;
  std::uint64_t rank = 0;
  Fit fit;
};

void append_ndjson(std::string& text, const Line& line) {
  text.append(R"({"vacancy":")").append(line.vacancy).append(R"(","candidate":")").append(line.candidate);
  append_number(text.append(R"(","rank":)"), line.rank);
  append_number(text.append(R"(,"combined":)"), line.fit.combined_bp());
  append_number(text.append(R"(,"demand":)"), line.fit.demand_bp);
  append_number(text.append(R"(,"supply":)"), line.fit.supply_bp);
  text.append("}\n");
}

void append_csv(std::string& text, const Line& line) {
  text.append(line.vacancy).append(",").append(line.candidate);
  for (const std::uint64_t number : {line.rank, std::uint64_t{line.fit.combined_bp()},
                                     std::uint64_t{line.fit.demand_bp}, std::uint64_t{line.fit.supply_bp}}) {
    append_number(text.append(","), number);
  }
  text.append("\n");
}

/// One direction: its lists and how a list becomes text.
struct Direction {
  std::string name;
  std::size_t lists = 0;
  std::function<void(std::string& text, std::uint32_t list)> append;
};

std::filesystem::path write(const Direction& direction, const BatchOptions& options, const Executor& executor,
                            const Watch& watch) {
  const bool csv = options.format == Format::csv;
  const auto path = options.output / (direction.name + (csv ? ".csv" : ".ndjson"));
  DurableFile file(path);
  if (csv) file.append("vacancy,candidate,rank,combined,demand,supply\n");
  std::vector<std::string> texts(lists_per_round / lists_per_block);
  for (std::size_t first = 0; first < direction.lists; first += lists_per_round) {
    for (auto& text : texts) text.clear();
    const auto count = std::min(lists_per_round, direction.lists - first);
    executor.for_each_block(count, lists_per_block, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        direction.append(texts[begin / lists_per_block], static_cast<std::uint32_t>(first + i));
      }
    });
    for (const auto& text : texts) file.append(text);
    if (watch.progress) watch.progress({"write " + direction.name, first + count, direction.lists, "lists"});
    if (watch.stop && watch.stop()) {
      throw Error(ErrorCode::cancelled,
                  "stopped while the result was being written; the same command goes on from there");
    }
  }
  file.commit();
  return path;
}

}  // namespace

std::vector<std::filesystem::path> write_results(const Matrix& matrix, const Roster& roster,
                                                 const BatchOptions& options, const Executor& executor,
                                                 const Watch& watch) {
  const IdTexts vacancies(roster.vacancies);
  const IdTexts candidates(roster.candidates);
  const auto append = options.format == Format::csv ? append_csv : append_ndjson;
  const Direction per_vacancy{"per-vacancy", roster.vacancies.size(), [&](std::string& text, std::uint32_t vacancy) {
                                std::uint64_t rank = 0;
                                for (const auto& fit : matrix.best_of_vacancy(vacancy)) {
                                  append(text, {vacancies[vacancy], candidates[fit.party], ++rank, fit});
                                }
                              }};
  const Direction per_candidate{"per-candidate", roster.candidates.size(),
                                [&](std::string& text, std::uint32_t candidate) {
                                  std::uint64_t rank = 0;
                                  for (const auto& fit : matrix.best_of_candidate(candidate)) {
                                    append(text, {vacancies[fit.party], candidates[candidate], ++rank, fit});
                                  }
                                }};
  return {write(per_vacancy, options, executor, watch), write(per_candidate, options, executor, watch)};
}

std::string hash_of(const Matrix& matrix, const Roster& roster) {
  Sha256 hash;
  const auto add = [&](std::span<const Fit> list) {
    hash.add({reinterpret_cast<const char*>(list.data()), list.size_bytes()});
    hash.add("\n");
  };
  for (std::uint32_t vacancy = 0; vacancy < roster.vacancies.size(); ++vacancy) add(matrix.best_of_vacancy(vacancy));
  for (std::uint32_t person = 0; person < roster.candidates.size(); ++person) add(matrix.best_of_candidate(person));
  return hash.hex();
}

}  // namespace passend::batch
