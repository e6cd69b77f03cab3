// SPDX-License-Identifier: EUPL-1.2
#include "server/api/preview.hpp"

#include "indexer/pool/resolve_facts.hpp"
#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

std::uint64_t count_of(const engine::MatchPage& page, engine::Lane lane) {
  return page.lane_counts.at(static_cast<std::size_t>(lane));
}

}  // namespace

http::Response PreviewVacancy::operator()(const Change& change) const {
  const auto language = change.input.code<Language>("language", Where::query).value_or(Language::dutch);
  change.input.finish();
  Vacancy unsaved;
  unsaved.source = {own_system(change.caller.scope), "unsaved"};
  const Vacancy draft = read_over(change.request, unsaved);
  const auto engine = services.current_engine(change.caller.scope.boundary());
  pool::Resolver resolver(engine->pool().taxonomy());
  const auto facts = pool::vacancy_facts(draft, resolver, engine->pool().postcodes());
  const auto page = engine->candidates_for(facts, {.page_size = 1});
  return write_preview({count_of(page, engine::Lane::fits), count_of(page, engine::Lane::one_question_open),
                        requirement_lines(page.requirement_costs, facts, *engine, language)});
}

}  // namespace passend::api
