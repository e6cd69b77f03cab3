// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>
#include <ostream>

#include "indexer/embed/help_json.hpp"
#include "matcher/run/replay_json.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

Json state_json(const index::IndexState& state) {
  return {{"generation", state.generation},
          {"position", state.position},
          {"candidates", state.candidates},
          {"vacancies", state.vacancies}};
}

Json concept_json(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index) {
  return {
      {"uri", taxonomy.uri(index)}, {"kind", to_text(taxonomy.kind(index))}, {"label", taxonomy.label(index, "nl")}};
}

Json links_json(const taxonomy::Taxonomy& taxonomy, const std::vector<ExplainedLink>& links) {
  Json json = Json::array();
  for (const auto& [link, facts, embedding] : links) {
    Json item = concept_json(taxonomy, link.target);
    item["confidenceBp"] = link.confidence_bp;
    item["matchedLabel"] = link.label;
    item["basis"] = to_text(link.basis);
    for (const auto& fact : facts) {
      item["reasons"].push_back({{"reason", to_text(fact.reason)},
                                 {"asked", fact.asked},
                                 {"found", fact.found},
                                 {"likenessBp", fact.likeness_bp}});
    }
    if (embedding) item["embedding"] = embed::contribution_json(*embedding);
    json.push_back(std::move(item));
  }
  return json;
}

}  // namespace

void print_error(const Error& error, std::ostream& out) {
  Json violations = Json::array();
  for (const auto& violation : error.violations()) {
    violations.push_back({{"field", violation.field}, {"value", violation.value}, {"rule", violation.rule}});
  }
  const Json json{{"error", error.info().name},
                  {"title", error.info().title},
                  {"detail", error.what()},
                  {"violations", violations}};
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::string to_json(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index) {
  Json json = concept_json(taxonomy, index);
  json["uris"] = taxonomy.uris(index);
  for (const auto language : taxonomy.languages())
    json["labels"][std::string(language)] = taxonomy.labels(index, language);
  json["related"] = Json::array();
  for (const auto& related : taxonomy.related(index)) {
    Json item = concept_json(taxonomy, related.target);
    item["similarityBp"] = related.similarity_bp;
    item["reason"] = to_text(related.reason);
    json["related"].push_back(std::move(item));
  }
  json["demands"] = Json::array();
  for (const auto& demand : taxonomy.demands(index)) {
    Json item = concept_json(taxonomy, demand.target);
    item["essential"] = demand.essential;
    json["demands"].push_back(std::move(item));
  }
  return json.dump();
}

std::string to_json(const taxonomy::Taxonomy& taxonomy, const LinkAnswer& answer) {
  Json links = links_json(taxonomy, answer.links);
  if (!answer.help) return links.dump();
  return Json{{"links", std::move(links)}, {"embedding", embed::help_json(*answer.help)}}.dump();
}

std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::string& text, const LinkAnswer& answer) {
  Json json{{"text", text}, {"links", links_json(taxonomy, answer.links)}};
  if (answer.help) json["embedding"] = embed::help_json(*answer.help);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const index::IndexState& state) {
  return state_json(state).dump();
}

std::string to_json(const index::VerifyReport& report) {
  return Json{{"state", state_json(report.state)}, {"compared", report.compared}, {"problems", report.problems}}.dump();
}

std::string to_json(const store::AuditReport& report) {
  Json json{{"rows", report.rows}};
  if (report.newest) json["newest"] = {{"time", to_text(report.newest->time)}, {"chain", report.newest->chain}};
  json["problems"] = report.problems;
  return json.dump();
}

std::string to_json(const store::CheckReport& report) {
  return Json{{"portfolios", report.counts.portfolios},
              {"vacancies", report.counts.vacancies},
              {"employers", report.counts.employers},
              {"position", report.position},
              {"problems", report.problems}}
      .dump();
}

std::string to_json(const run::Replay& replay) {
  return run::replay_json(replay).dump();
}

std::string to_json(const std::vector<std::pair<std::string, std::uint64_t>>& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json.dump();
}

}  // namespace passend::commands
