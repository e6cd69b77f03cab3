// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/search.hpp"

#include <CLI/CLI.hpp>
#include <fstream>

#include "indexer/base/error.hpp"
#include "matcher/search/empty_help.hpp"
#include "matcher/search/radius.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"
#include "server/commands/results.hpp"
#include "server/commands/suggestions.hpp"

namespace passend::commands {
namespace {

struct SearchArguments {
  index::Corpus corpus = index::Corpus::vacancies;
  std::vector<std::string> filters;
  std::vector<std::string> unknown;
  std::string near;
  int radius_km = 10;
  std::vector<std::string> within;
  std::string like;
  search::Request request;
};

search::Filter& filter_of(search::Request& request, const std::string& field) {
  const auto same = std::find_if(request.filters.begin(), request.filters.end(),
                                 [&](const auto& filter) { return filter.field == field; });
  if (same != request.filters.end()) return *same;
  return request.filters.emplace_back(search::Filter{field, {}});
}

Id128 id_of(const std::string& text, const char* option) {
  if (const auto id = parse_id128(text)) return *id;
  throw Error(ErrorCode::usage, std::string(option) + ": '" + text + "' is no id of 32 hexadecimal digits");
}

/// Ids, and files with one id a line.
std::vector<Id128> ids_of(const std::vector<std::string>& ids_or_files) {
  std::vector<Id128> ids;
  for (const auto& text : ids_or_files) {
    std::ifstream file(text);
    if (!file) {
      ids.push_back(id_of(text, "--within"));
      continue;
    }
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line.front() != '#') ids.push_back(id_of(line, "--within"));
    }
  }
  return ids;
}

void add_radius(search::Request& request, const SearchArguments& arguments, Context& context) {
  if (arguments.near.empty()) {
    if (request.order != search::Order::nearest) return;
    throw Error(ErrorCode::usage, "--sort nearest wants --near with the postcode from which it is counted");
  }
  const auto table = context.open_postcodes();
  const auto centre = geo::parse_pc4(arguments.near);
  if (!centre || table->find(*centre) == nullptr) {
    throw Error(ErrorCode::usage,
                "--near: '" + arguments.near + "' is no postcode of the imported table, such as 1211");
  }
  request.distance_m = search::postcodes_near(*table, *centre, arguments.radius_km);
  auto& filter = filter_of(request, "pc4");
  for (const auto& [postcode, metres] : request.distance_m) filter.values.push_back(postcode);
}

search::Request request_of(const SearchArguments& arguments, Context& context) {
  search::Request request = arguments.request;
  for (const auto& text : arguments.filters) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw Error(ErrorCode::usage,
                  "the filter '" + text + "' is not of the form field=value, for example place=Hilversum");
    }
    filter_of(request, text.substr(0, equals)).values.push_back(text.substr(equals + 1));
  }
  add_radius(request, arguments, context);
  for (const auto& field : arguments.unknown) filter_of(request, field).or_unknown = true;
  if (!arguments.within.empty()) request.within = ids_of(arguments.within);
  if (!arguments.like.empty()) request.like = id_of(arguments.like, "--like");
  return request;
}

void print_facets(const search::Page& page, std::ostream& out) {
  for (const auto& [field, facet] : page.facets) {
    out << '\n' << field << ":";
    for (const auto& value : facet.values) out << "  " << value.value << " (" << value.count << ")";
    if (facet.unknown > 0) out << "  unknown (" << facet.unknown << ")";
    out << '\n';
  }
}

/// What can be done when nothing is found.
void print_help(const search::Searcher& searcher, const search::Page& page, const search::Request& request,
                const SearchArguments& arguments, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  const search::Suggester suggester(*taxonomy);
  const auto help = search::help_with_nothing(searcher, arguments.corpus, request, suggester.words());
  if (help.did_you_mean) {
    context.progress().remark("did you mean: " + help.did_you_mean->query + "  (" + grouped(help.did_you_mean->total) +
                              ")");
  }
  for (const auto& drop : help.drops) {
    const std::string part =
        drop.chip ? page.chips[*drop.chip].text : "the filter " + request.filters[*drop.filter].field;
    context.progress().remark("without " + part + ": " + grouped(drop.total));
  }
}

void print_page(const search::Page& page, const SearchArguments& arguments, Context& context) {
  const auto store = context.open_store();
  const auto taxonomy = std::filesystem::exists(context.taxonomy_file()) ? context.open_taxonomy() : nullptr;
  std::size_t number = (arguments.request.page - 1) * arguments.request.page_size;
  for (const auto& hit : page.hits) {
    const std::string name = arguments.corpus == index::Corpus::vacancies
                                 ? vacancy_name(*store, VacancyId{hit.id})
                                 : candidate_name(*store, taxonomy.get(), CandidateId{hit.id});
    context.out() << ++number << ". " << name << "  (" << to_text(hit.id) << ")\n";
    for (const auto& fragment : hit.fragments)
      context.out() << "     " << fragment.field << ": " << marked_text(fragment.runs) << '\n';
  }
  print_facets(page, context.out());
  context.progress().remark(grouped(page.total) + " found in " + std::to_string(page.microseconds / 1000) + " ms" +
                            (page.total > number && !page.hits.empty()
                                 ? "; --page " + std::to_string(arguments.request.page + 1) + " shows more"
                                 : ""));
}

void run_search(const SearchArguments& arguments, Context& context) {
  const auto request = request_of(arguments, context);
  const search::Searcher searcher(context.index_directory());
  const auto page = searcher.search(arguments.corpus, request);
  if (context.form == OutputForm::json) {
    return context.print_json(to_json(page, request.page, request.page_size));
  }
  print_page(page, arguments, context);
  if (page.total == 0 && !(page.chips.empty() && request.filters.empty())) {
    print_help(searcher, page, request, arguments, context);
  }
}

void add_options(CLI::App& command, SearchArguments& arguments) {
  static const std::map<std::string, search::Order> orders{{"relevance", search::Order::relevance},
                                                           {"newest", search::Order::newest},
                                                           {"nearest", search::Order::nearest},
                                                           {"closing", search::Order::closing}};
  command.add_option("--filter", arguments.filters, "field=value; the same field again means either value");
  command.add_option("--unknown", arguments.unknown,
                     "Let records pass that leave this field blank; may be given again");
  command.add_option("--near", arguments.near, "A postcode: only within --radius of it");
  command.add_option("--radius", arguments.radius_km, "Kilometres")->check(CLI::Range(1, 200))->capture_default_str();
  command.add_option("--facet", arguments.request.facets, "Count the values of a field over all results");
  command
      .add_option("--sort", arguments.request.order, "How to order: relevance, newest, nearest (with --near), closing")
      ->transform(CLI::CheckedTransformer(orders));
  command.add_option("--like", arguments.like, "Id of a record: those that resemble it");
  command.add_option("--within", arguments.within,
                     "Ids, or files with one id a line: search in these only, at most 1000");
  command.add_option("--page", arguments.request.page, "Which page")->check(CLI::PositiveNumber)->capture_default_str();
  command.add_option("--page-size", arguments.request.page_size, "Results on a page")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("search", "Search vacancies or candidates by text");
  auto arguments = std::make_shared<SearchArguments>();
  static const std::map<std::string, index::Corpus> corpora{{"vacancies", index::Corpus::vacancies},
                                                            {"candidates", index::Corpus::candidates}};
  command->add_option("side", arguments->corpus, "What to search: vacancies or candidates")
      ->transform(CLI::CheckedTransformer(corpora))
      ->required();
  command->add_option(
      "query", arguments->request.query,
      "Words, \"a phrase\", -not, ?wished, field:word, begin*, an id or a reference; empty lists everything");
  add_options(*command, *arguments);
  command->footer(
      "Example: passend search vacancies \"schoonmaker avond\" --near 1211 --radius 10 --facet contract_type");
  command->callback([arguments, &context] { run_search(*arguments, context); });
}

}  // namespace passend::commands
