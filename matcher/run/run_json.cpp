// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/run_json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/model/strict_json.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "matcher/engine/codes.hpp"

namespace passend {

template <>
struct CodeNames<run::Direction> {
  static constexpr CodeTable<run::Direction, 2> names{
      {{run::Direction::candidates_for_vacancy, "candidates_for_vacancy"},
       {run::Direction::vacancies_for_candidate, "vacancies_for_candidate"}}};
};

}  // namespace passend

namespace passend::run {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// The number rises with the form, so that no version misreads the record of another.
constexpr const char* match_form = "match-1";
constexpr const char* batch_form = "batch-2";

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::malformed_document, "this is no record of a match run: " + what);
}

template <class Code>
Code code_of(const Json& json) {
  const auto text = json.get<std::string>();
  if (const auto code = parse_code<Code>(text)) return *code;
  refuse("a code is not known");
}

Id128 id_of(const Json& json) {
  if (const auto id = parse_id128(json.get<std::string>())) return *id;
  refuse("an id has 32 hexadecimal digits");
}

Date date_of(const Json& json) {
  if (const auto date = parse_date(json.get<std::string>())) return *date;
  refuse("a day is YYYY-MM-DD");
}

/// A seed is 64 bits wide, which JSON numbers are not everywhere.
std::string seed_text(std::uint64_t seed) {
  return to_text(Id128{0, seed}).substr(16);
}

std::uint64_t seed_of(const Json& json) {
  const auto text = json.get<std::string>();
  const auto id = parse_id128(std::string(16, '0') + text);
  if (!id) refuse("a seed has 16 hexadecimal digits");
  return id->low;
}

OrderedJson mask_json(std::uint32_t mask) {
  OrderedJson json = OrderedJson::array();
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    if ((mask >> static_cast<unsigned>(criterion) & 1U) != 0) json.push_back(name);
  }
  return json;
}

std::uint32_t mask_of(const Json& json) {
  std::uint32_t mask = 0;
  for (const auto& name : json) mask |= 1U << static_cast<unsigned>(code_of<Criterion>(name));
  return mask;
}

OrderedJson score_json(const engine::Score& score) {
  return {score.expected_bp, score.low_bp, score.high_bp};
}

engine::Score score_of(const Json& json) {
  return {json.at(0).get<int>(), json.at(1).get<int>(), json.at(2).get<int>()};
}

OrderedJson question_json(const Question& question) {
  OrderedJson json{{"direction", to_text(question.direction)}, {"subject", to_text(question.subject)}};
  if (question.tried_out) json["triedOut"] = facts_json(*question.tried_out);
  const auto& query = question.query;
  json["lane"] = to_text(query.lane);
  json["sort"] = to_text(query.sort);
  json["page"] = query.page;
  json["pageSize"] = query.page_size;
  json["seed"] = seed_text(query.seed);
  return json;
}

Question question_of(const Json& json) {
  Question question;
  question.direction = code_of<Direction>(json.at("direction"));
  question.subject = id_of(json.at("subject"));
  if (json.contains("triedOut")) question.tried_out = read_facts(json.at("triedOut"));
  auto& query = question.query;
  query.lane = code_of<engine::Lane>(json.at("lane"));
  query.sort = code_of<engine::SortBy>(json.at("sort"));
  query.page = json.at("page").get<std::uint64_t>();
  query.page_size = json.at("pageSize").get<std::uint64_t>();
  query.seed = seed_of(json.at("seed"));
  return question;
}

OrderedJson inputs_json(const Inputs& inputs) {
  OrderedJson json{{"engineVersion", inputs.engine_version},
                   {"weights", OrderedJson::parse(criteria::encode(inputs.weights))},
                   {"taxonomy", {{"name", inputs.taxonomy_name}, {"hash", inputs.taxonomy_hash}}},
                   {"postcodesHash", inputs.postcodes_hash},
                   {"poolPosition", inputs.pool_position},
                   {"today", to_text(inputs.today)}};
  if (const auto& boundary = inputs.boundary) {
    json["boundary"] = {{"tenant", boundary->tenant},
                        {"own", boundary->own},
                        {"profiles", boundary->profiles},
                        {"work", boundary->work}};
  }
  return json;
}

std::optional<Boundary> boundary_of(const Json& inputs) {
  const auto found = inputs.find("boundary");
  if (found == inputs.end()) return std::nullopt;
  return Boundary{.tenant = found->at("tenant"),
                  .own = found->at("own"),
                  .profiles = found->at("profiles"),
                  .work = found->at("work")};
}

Inputs inputs_of(const Json& json) {
  return {.engine_version = json.at("engineVersion"),
          .weights = criteria::decode_weights(json.at("weights").dump()),
          .taxonomy_name = json.at("taxonomy").at("name"),
          .taxonomy_hash = json.at("taxonomy").at("hash"),
          .postcodes_hash = json.at("postcodesHash"),
          .pool_position = json.at("poolPosition"),
          .today = date_of(json.at("today")),
          .boundary = boundary_of(json)};
}

OrderedJson row_json(const engine::MatchRow& row) {
  OrderedJson json{{"id", to_text(row.id)},
                   {"rank", row.rank},
                   {"lane", to_text(row.lane)},
                   {"combinedBp", score_json(row.combined)},
                   {"demandBp", score_json(row.demand)},
                   {"supplyBp", score_json(row.supply)}};
  if (row.distance_m) json["distanceM"] = *row.distance_m;
  json["open"] = mask_json(row.open_criteria);
  json["failed"] = mask_json(row.failed_criteria);
  return json;
}

engine::MatchRow row_of(const Json& json) {
  engine::MatchRow row;
  row.id = id_of(json.at("id"));
  row.rank = json.at("rank").get<std::uint64_t>();
  row.lane = code_of<engine::Lane>(json.at("lane"));
  row.combined = score_of(json.at("combinedBp"));
  row.demand = score_of(json.at("demandBp"));
  row.supply = score_of(json.at("supplyBp"));
  if (json.contains("distanceM")) row.distance_m = json.at("distanceM").get<int>();
  row.open_criteria = mask_of(json.at("open"));
  row.failed_criteria = mask_of(json.at("failed"));
  return row;
}

OrderedJson cost_json(const engine::RequirementCost& cost) {
  return {{"side", to_text(cost.side)}, {"criterion", to_text(cost.criterion)}, {"failing", cost.failing},
          {"open", cost.open},          {"aloneFits", cost.alone_fits},         {"aloneOpen", cost.alone_open}};
}

engine::RequirementCost cost_of(const Json& json) {
  return {.side = code_of<engine::Side>(json.at("side")),
          .criterion = code_of<Criterion>(json.at("criterion")),
          .failing = json.at("failing"),
          .open = json.at("open"),
          .alone_fits = json.at("aloneFits"),
          .alone_open = json.at("aloneOpen")};
}

OrderedJson result_json(const Result& result) {
  OrderedJson json{{"counts",
                    {{"fits", result.lane_counts[0]},
                     {"oneQuestionOpen", result.lane_counts[1]},
                     {"fallsShort", result.lane_counts[2]}}},
                   {"rows", OrderedJson::array()},
                   {"requirementCosts", OrderedJson::array()}};
  for (const auto& row : result.rows) json["rows"].push_back(row_json(row));
  for (const auto& cost : result.requirement_costs) json["requirementCosts"].push_back(cost_json(cost));
  return json;
}

Result result_of(const Json& json) {
  Result result;
  const auto& counts = json.at("counts");
  result.lane_counts = {counts.at("fits"), counts.at("oneQuestionOpen"), counts.at("fallsShort")};
  for (const auto& row : json.at("rows")) result.rows.push_back(row_of(row));
  for (const auto& cost : json.at("requirementCosts")) result.requirement_costs.push_back(cost_of(cost));
  return result;
}

OrderedJson record_json(const Run& run) {
  return {{"id", to_text(run.id)},
          {"kind", match_form},
          {"time", to_text(run.time)},
          {"question", question_json(run.question)},
          {"inputs", inputs_json(run.inputs)},
          {"result", result_json(run.result)},
          {"resultHash", run.result_hash}};
}

OrderedJson record_json(const BatchShowings& batch) {
  OrderedJson json{{"id", to_text(batch.id)},
                   {"kind", batch_form},
                   {"time", to_text(batch.time)},
                   {"vacancies", batch.vacancies},
                   {"tops", batch.showings.tops}};
  auto& listed = json["listed"] = OrderedJson::array();
  for (std::size_t person = 0; person < batch.showings.people.size(); ++person) {
    OrderedJson line = OrderedJson::array({to_text(batch.showings.people[person])});
    for (const auto lists : batch.showings.lists_of(person)) line.push_back(lists);
    listed.push_back(std::move(line));
  }
  return json;
}

Showings showings_of(const Json& json) {
  Showings showings;
  json.at("tops").get_to(showings.tops);
  for (const auto& line : json.at("listed")) {
    if (line.size() != showings.tops.size() + 1) refuse("a person has one number for each of the tops");
    showings.people.push_back({id_of(line.at(0))});
    for (std::size_t i = 1; i < line.size(); ++i) showings.lists.push_back(line[i].get<std::uint32_t>());
  }
  return showings;
}

Record record_of(const Json& json) {
  const RunId id{id_of(json.at("id"))};
  const auto kind = json.at("kind").get<std::string>();
  if (kind == match_form) {
    return Run{.id = id,
               .time = time_of(id),
               .question = question_of(json.at("question")),
               .inputs = inputs_of(json.at("inputs")),
               .result = result_of(json.at("result")),
               .result_hash = json.at("resultHash")};
  }
  if (kind != batch_form) refuse("its kind is neither match-1 nor batch-2, the forms that this version reads");
  BatchShowings batch;
  batch.id = id;
  batch.time = time_of(id);
  batch.vacancies = json.at("vacancies");
  batch.showings = showings_of(json);
  return batch;
}

}  // namespace

std::string encode(const Record& record) {
  return std::visit([](const auto& one) { return record_json(one).dump(); }, record);
}

Record decode(std::string_view text) {
  const Json json = parse_strict_json(text);
  try {
    auto record = record_of(json);
    // A number out of its range, a member too many or in another place: all of them come out different.
    if (encode(record) != text) refuse("it is not written as this version writes it");
    return record;
  } catch (const Json::exception& error) {
    refuse(error.what());
  }
}

}  // namespace passend::run
