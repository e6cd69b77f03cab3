// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/json_formats.hpp"

#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/html_scripts.hpp"
#include "indexer/intake/job_posting.hpp"
#include "indexer/intake/json_record_reader.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/source_ids.hpp"
#include "indexer/intake/vum.hpp"
#include "indexer/model/codec.hpp"

namespace passend::intake {
namespace {

bool must_be_object(const nlohmann::json& document, RecordNotes& notes) {
  if (document.is_object()) return true;
  notes.reject({.field = {},
                .value = {},
                .reason = "a record must be a JSON object, and this is not one",
                .remedy = "see docs/import.md for the shape of this format"});
  return false;
}

/// Takes a member that is an object, or an empty object.
nlohmann::json take_object(nlohmann::json& document, const char* name) {
  nlohmann::json empty = nlohmann::json::object();
  const auto found = document.find(name);
  return found == document.end() || !found->is_object() ? empty : std::move(*found);
}

void drop_by_rule(nlohmann::json& object, RecordNotes& notes) {
  for (auto member = object.begin(); member != object.end();) {
    const auto rule = dropped_by_rule(member.key());
    if (rule) notes.dropped(*rule);
    member = rule ? object.erase(member) : std::next(member);
  }
}

/// Our decoders name every broken rule at once; what they found may only be shown when no person is concerned.
void reject_violations(const Error& error, std::string_view kind, RecordNotes& notes) {
  const bool of_a_person = kind == "portfolio";
  for (const Violation& violation : error.violations()) {
    notes.reject({.field = violation.field,
                  .value = of_a_person ? std::string() : violation.value,
                  .reason = "breaks the rule: " + violation.rule,
                  .remedy = "correct it in the source and import the file again"});
  }
  if (error.violations().empty()) throw error;
}

std::optional<store::Record> decode_record(const std::string& kind, nlohmann::json& document, RecordNotes& notes) {
  if (kind == "portfolio") {
    nlohmann::json search = take_object(document, "search");
    nlohmann::json detail = take_object(document, "detail");
    drop_by_rule(search, notes);
    drop_by_rule(detail, notes);
    // Both halves are one person: an id that stands in one holds for both.
    if (!detail.contains("id") && search.contains("id")) detail["id"] = search["id"];
    Portfolio portfolio{decode_search_profile(search.dump()), decode_detail_profile(detail.dump())};
    return portfolio;
  }
  if (kind == "vacancy") return decode_vacancy(take_object(document, "vacancy").dump());
  if (kind == "employer") return decode_employer(take_object(document, "employer").dump());
  notes.reject({.field = "/kind",
                .value = kind,
                .reason = "the kind of record is not known",
                .remedy = "write portfolio, vacancy or employer"});
  return std::nullopt;
}

Conversion convert_passend(nlohmann::json document, const ReadingOptions& options, RecordNotes& notes) {
  Conversion conversion;
  if (!must_be_object(document, notes)) return conversion;
  const auto found = document.find("kind");
  const std::string kind = found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
  try {
    conversion.record = decode_record(kind, document, notes);
  } catch (const Error& error) {
    reject_violations(error, kind, notes);
  }
  if (conversion.record)
    std::visit([&](auto& record) { hold_to_rules(record, options.postcodes, notes); }, *conversion.record);
  return conversion;
}

Conversion convert_posting(const nlohmann::json& document, const ReadingOptions& options, RecordNotes& notes) {
  Conversion conversion;
  if (!must_be_object(document, notes)) return conversion;
  const nlohmann::json* posting = job_posting::find_posting(document);
  if (posting == nullptr) {
    conversion.meaning = Conversion::Meaning::something_else;
    return conversion;
  }
  if (auto vacancy = job_posting::read_posting(*posting, notes)) {
    vacancy->source.system = options.source_system;
    vacancy->id = VacancyId::random();
    hold_to_rules(*vacancy, options.postcodes, notes);
    conversion.record = std::move(*vacancy);
  }
  return conversion;
}

/// Keeps the filter between the page and the JSON for as long as it is read.
class JobPostingReader : public RecordReader {
 public:
  JobPostingReader(std::istream& input, const ReadingOptions& options)
      : scripts_(input),
        json_(&scripts_),
        reader_(json_, {"@graph", "itemListElement"}, [options](const nlohmann::json& document, RecordNotes& notes) {
          return convert_posting(document, options, notes);
        }) {}

  ReadEvent next() override { return reader_.next(); }
  const std::map<std::string, std::uint64_t>& dropped_by_rule() const override { return reader_.dropped_by_rule(); }

 private:
  LdJsonScripts scripts_;
  std::istream json_;
  JsonRecordReader reader_;
};

}  // namespace

std::unique_ptr<RecordReader> read_vum_portfolios(std::istream& input, const ReadingOptions& options) {
  auto convert = [options](const nlohmann::json& document, RecordNotes& notes) {
    Conversion conversion;
    if (!must_be_object(document, notes)) return conversion;
    if (auto portfolio = vum_format::read_portfolio(document, options.today, notes)) {
      portfolio->search.source.system = options.source_system;
      portfolio->search.id = portfolio->detail.id = CandidateId::random();
      hold_to_rules(*portfolio, options.postcodes, notes);
      conversion.record = std::move(*portfolio);
    }
    return conversion;
  };
  return std::make_unique<JsonRecordReader>(input, std::vector<std::string>{"matches", "werkzoekenden"}, convert);
}

std::unique_ptr<RecordReader> read_vum_vacancies(std::istream& input, const ReadingOptions& options) {
  auto convert = [options](const nlohmann::json& document, RecordNotes& notes) {
    Conversion conversion;
    if (!must_be_object(document, notes)) return conversion;
    if (auto vacancy = vum_format::read_vacancy(document, notes)) {
      take_occupation_from_title(*vacancy);
      vacancy->source.system = options.source_system;
      vacancy->id = VacancyId::random();
      hold_to_rules(*vacancy, options.postcodes, notes);
      conversion.record = std::move(*vacancy);
    }
    return conversion;
  };
  return std::make_unique<JsonRecordReader>(input, std::vector<std::string>{"matches", "vacatures"}, convert);
}

std::unique_ptr<RecordReader> read_passend_records(std::istream& input, const ReadingOptions& options) {
  auto convert = [options](const nlohmann::json& document, RecordNotes& notes) {
    return convert_passend(document, options, notes);
  };
  return std::make_unique<JsonRecordReader>(input, std::vector<std::string>{}, convert);
}

std::unique_ptr<RecordReader> read_job_postings(std::istream& input, const ReadingOptions& options) {
  return std::make_unique<JobPostingReader>(input, options);
}

}  // namespace passend::intake
