// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/pool/builder.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

using Columns = std::vector<std::pair<std::string, std::uint64_t>>;

/// Bytes by column over all parts, in the order of the file.
template <class Part>
Columns memory_of(const std::vector<Part>& parts) {
  Columns columns;
  for (const auto& part : parts) {
    const auto of_part = part.segment->memory();
    if (columns.empty()) columns.resize(of_part.size());
    for (std::size_t i = 0; i < of_part.size(); ++i) {
      columns[i].first = of_part[i].first;
      columns[i].second += of_part[i].second;
    }
  }
  return columns;
}

std::uint64_t sum(const Columns& columns) {
  std::uint64_t bytes = 0;
  for (const auto& [name, size] : columns) bytes += size;
  return bytes;
}

std::uint64_t in_delta(const auto& parts) {
  std::uint64_t rows = 0;
  for (std::size_t i = 1; i < parts.size(); ++i) rows += parts[i].segment->size();
  return rows;
}

std::uint64_t share(std::uint64_t bytes, std::uint64_t rows) {
  return rows == 0 ? 0 : (bytes + rows / 2) / rows;
}

Columns state_of(const pool::Pool& pool) {
  const std::uint64_t candidate_bytes = sum(memory_of(pool.candidate_parts()));
  const std::uint64_t vacancy_bytes = sum(memory_of(pool.vacancy_parts()));
  return {{"position", static_cast<std::uint64_t>(pool.position())},
          {"candidates", pool.candidate_count()},
          {"candidate rows", pool.candidate_rows()},
          {"candidate rows in the delta", in_delta(pool.candidate_parts())},
          {"candidate bytes", candidate_bytes},
          {"bytes a candidate", share(candidate_bytes, pool.candidate_rows())},
          {"open vacancies", pool.vacancy_count()},
          {"vacancy rows", pool.vacancy_rows()},
          {"vacancy rows in the delta", in_delta(pool.vacancy_parts())},
          {"vacancy bytes", vacancy_bytes},
          {"bytes a vacancy", share(vacancy_bytes, pool.vacancy_rows())}};
}

void print_state(const pool::Pool& pool, Context& context) {
  context.progress().finish();
  const auto state = state_of(pool);
  auto columns = memory_of(pool.candidate_parts());
  for (auto& column : memory_of(pool.vacancy_parts())) columns.push_back(std::move(column));
  if (context.form == OutputForm::json) {
    Columns all = state;
    for (auto& [name, size] : columns) all.emplace_back("bytes of " + name, size);
    context.print_json(to_json(all));
    return;
  }
  std::vector<std::pair<std::string, std::string>> facts;
  for (const auto& [name, number] : state) facts.emplace_back(name, grouped(number));
  print_facts(facts, context.out());
  std::vector<std::vector<std::string>> rows;
  for (const auto& [name, size] : columns) {
    const bool of_vacancies = name.starts_with("vacancy");
    rows.push_back(
        {name, grouped(size), grouped(share(size, of_vacancies ? pool.vacancy_rows() : pool.candidate_rows()))});
  }
  context.out() << '\n';
  print_table({"column", ">bytes", ">a row"}, rows, context.out());
}

void run_verify(const pool::Builder& builder, const std::shared_ptr<const pool::Pool>& pool, store::Store& store,
                Context& context) {
  const auto problems = builder.differences(pool, store, context.progress().sink());
  context.progress().finish();
  if (problems.empty()) {
    context.progress().remark("The pool is what the store gives, byte for byte.");
    return;
  }
  std::string detail = "the pool differs from the store; run `passend pool build`:";
  for (const auto& problem : problems) detail += "\n  " + problem;
  throw Error(ErrorCode::pool_corrupt, detail);
}

}  // namespace

void add_pool(CLI::App& app, Context& context) {
  enum class Verifying : std::uint8_t { no, yes };
  auto* command = app.add_subcommand("pool", "The snapshot for matching: its state and size; built when there is none");
  auto verifying = std::make_shared<Verifying>(Verifying::no);
  command->add_flag_callback(
      "--verify", [verifying] { *verifying = Verifying::yes; }, "Build it once more and compare, byte for byte");
  command->footer("It is a cache in DATA/pool: matching and serving keep it up to date by themselves.");
  auto* build = command->add_subcommand("build", "Build it anew from the store");
  command->callback([build, verifying, &context] {
    const auto store = context.open_store();
    const pool::Builder builder(context.open_taxonomy(), context.open_postcodes());
    const auto progress = context.progress().sink();
    const auto pool = *build ? builder.build(context.pool_directory(), *store, progress)
                             : builder.open_or_build(context.pool_directory(), *store, progress);
    print_state(*pool, context);
    if (*verifying == Verifying::yes) run_verify(builder, pool, *store, context);
  });
}

}  // namespace passend::commands
