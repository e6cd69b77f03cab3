// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>

#include "tests/quality/report.hpp"

namespace passend::quality {
namespace {

using Json = nlohmann::ordered_json;

Json measures_json(const Measures& measures) {
  return {{"mrr", measures.reciprocal_rank},
          {"map", measures.average_precision},
          {"successAt1", measures.success_at_1},
          {"recallAt10", measures.recall_at_10}};
}

}  // namespace

void print_dataset(const Dataset& dataset, const UnitGroups& groups, std::ostream& out) {
  const auto grouped = std::count_if(dataset.concepts.begin(), dataset.concepts.end(),
                                     [&](const std::string& uri) { return groups.contains(uri); });
  out << dataset.name << ": " << dataset.queries.size() << " queries, " << dataset.labels.size() << " labels of "
      << dataset.concepts.size() << " concepts (language " << language_of(dataset) << ")\n"
      << "The index holds these labels and nothing more, and the ISCO-08 unit group of " << grouped << " concepts.\n"
      << "Cross-validation: " << fold_count << " folds by concept, dealt by a hash with a fixed seed:";
  for (std::size_t fold = 0; fold < fold_count; ++fold) {
    out << ' ' << std::count_if(dataset.queries.begin(), dataset.queries.end(), [&](const Query& query) {
      return query.fold == fold;
    });
  }
  out << " queries.\nTies count by their expected rank; a query without a scored relevant label counts 0.\n\n"
      << std::flush;
}

void print_evaluation(const Evaluation& evaluation, std::ostream& out) {
  out << std::left << std::setw(34) << "system"
      << "  MRR    MAP    s@1    r@10   | as concepts: MRR  s@1    | s\n"
      << std::fixed << std::setprecision(4);
  for (const Result& result : evaluation.results) {
    out << std::left << std::setw(34) << result.system << ' ' << ' ' << result.labels.reciprocal_rank << ' '
        << result.labels.average_precision << ' ' << result.labels.success_at_1 << ' ' << result.labels.recall_at_10
        << " |         " << result.concepts.reciprocal_rank << ' ' << result.concepts.success_at_1 << " | ";
    if (result.seconds > 0) out << std::setprecision(2) << result.seconds << std::setprecision(4);
    out << '\n';
  }
  out << "\nfirst answers of the cross-validated linker by confidence\n";
  for (const Reliance& reliance : evaluation.reliance) {
    if (reliance.answers == 0) continue;
    out << std::right << std::setw(6) << reliance.from_bp << "  " << std::setw(5) << reliance.answers << " answers, "
        << std::setprecision(1) << 100.0 * static_cast<double>(reliance.right) / static_cast<double>(reliance.answers)
        << " % right\n";
  }
  Reliance usable;
  for (const Reliance& reliance : evaluation.reliance) {
    if (reliance.from_bp < taxonomy::usable_confidence_bp) continue;
    usable.answers += reliance.answers;
    usable.right += reliance.right;
  }
  out << "usable without asking (from " << taxonomy::usable_confidence_bp << "): " << usable.answers << " answers, "
      << 100.0 * static_cast<double>(usable.right) / std::max<double>(1, static_cast<double>(usable.answers))
      << " % right\n";
}

std::string to_json(const Dataset& dataset, const Evaluation& evaluation) {
  Json systems = Json::array();
  for (const Result& result : evaluation.results) {
    systems.push_back({{"system", result.system},
                       {"labels", measures_json(result.labels)},
                       {"concepts", measures_json(result.concepts)},
                       {"seconds", result.seconds}});
  }
  Json reliance = Json::array();
  for (const Reliance& one : evaluation.reliance) {
    reliance.push_back({{"fromBp", one.from_bp}, {"answers", one.answers}, {"right", one.right}});
  }
  return Json{{"dataset", dataset.name},
              {"queries", dataset.queries.size()},
              {"labels", dataset.labels.size()},
              {"concepts", dataset.concepts.size()},
              {"folds", fold_count},
              {"systems", systems},
              {"reliance", reliance}}
             .dump(2) +
         "\n";
}

}  // namespace passend::quality
