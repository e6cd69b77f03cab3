// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/search.hpp"

#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"
#include "server/commands/results.hpp"
#include "server/commands/suggestions.hpp"

namespace passend::commands {
namespace {

struct SearchArguments {
  std::string side = "vacancies";
  std::vector<std::string> filters;
  std::string order = "relevance";
  search::Request request;
};

search::Request request_of(const SearchArguments& arguments) {
  search::Request request = arguments.request;
  request.order = arguments.order == "newest" ? search::Order::newest : search::Order::relevance;
  for (const auto& text : arguments.filters) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(ErrorCode::usage,
                  "the filter '" + text + "' is not of the form field=value, for example place=Hilversum");
    }
    const std::string field = text.substr(0, equals);
    auto same = std::find_if(request.filters.begin(), request.filters.end(),
                             [&](const auto& filter) { return filter.field == field; });
    if (same == request.filters.end()) same = request.filters.insert(request.filters.end(), {field, {}});
    same->values.push_back(text.substr(equals + 1));
  }
  return request;
}

void print_page(const search::Page& page, const SearchArguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto taxonomy = std::filesystem::exists(context.taxonomy_file()) ? context.open_taxonomy() : nullptr;
  if (context.form == OutputForm::json) {
    context.print_json(to_json(page, arguments.request.page, arguments.request.page_size));
    return;
  }
  std::size_t number = (arguments.request.page - 1) * arguments.request.page_size;
  for (const auto& hit : page.hits) {
    const std::string name = arguments.side == "vacancies"
                                 ? vacancy_name(*store, VacancyId{hit.id})
                                 : candidate_name(*store, taxonomy.get(), CandidateId{hit.id});
    context.out() << ++number << ". " << name << "  (" << to_text(hit.id) << ")\n";
    for (const auto& fragment : hit.fragments)
      context.out() << "     " << fragment.field << ": " << marked_text(fragment.runs) << '\n';
  }
  for (const auto& [field, values] : page.facets) {
    context.out() << '\n' << field << ":";
    for (const auto& value : values) context.out() << "  " << value.value << " (" << value.count << ")";
    context.out() << '\n';
  }
  context.progress().remark(grouped(page.total) + " found in " + std::to_string(page.microseconds / 1000) + " ms" +
                            (page.total > number && !page.hits.empty()
                                 ? "; --page " + std::to_string(arguments.request.page + 1) + " shows more"
                                 : ""));
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("search", "Search vacancies or candidates by text");
  auto arguments = std::make_shared<SearchArguments>();
  command->add_option("side", arguments->side, "What to search")
      ->check(CLI::IsMember({"vacancies", "candidates"}))
      ->required();
  command->add_option("query", arguments->request.query,
                      "Words, \"a phrase\", -not, field:word, begin*; empty lists everything");
  command->add_option("--filter", arguments->filters, "field=value; the same field again means either value");
  command->add_option("--facet", arguments->request.facets, "Count the values of a field over all results");
  command->add_option("--order", arguments->order, "How to order")
      ->check(CLI::IsMember({"relevance", "newest"}))
      ->capture_default_str();
  command->add_option("--page", arguments->request.page, "Which page")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--page-size", arguments->request.page_size, "Results on a page")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  command->footer(
      "Example: passend search vacancies \"schoonmaker avond\" --filter place=Hilversum --facet contract_type");
  command->callback([arguments, &context] {
    const auto request = request_of(*arguments);
    const search::Searcher searcher(context.index_directory());
    const auto page = arguments->side == "vacancies" ? searcher.vacancies(request) : searcher.candidates(request);
    print_page(page, *arguments, context);
  });
}

}  // namespace passend::commands
