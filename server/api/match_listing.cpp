// SPDX-License-Identifier: EUPL-1.2
// Everybody of a lane, in blocks of one snapshot of the pool; each block is a run that is recorded.
#include "indexer/base/error.hpp"
#include "server/api/listing.hpp"
#include "server/api/runs.hpp"

namespace passend::api {
namespace {

constexpr std::uint64_t rows_of_a_block = 1'000;

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text.append(text.empty() ? "" : " ").append(sentence);
  return text;
}

std::vector<std::string> match_titles(Language language, std::vector<ColumnTitle> of_record) {
  std::vector<ColumnTitle> titles{{"Rang", "Rank"},
                                  {"Score (%)", "Score (%)"},
                                  {"Past bij de vraag (%)", "Fits the demand (%)"},
                                  {"Past bij de wens (%)", "Fits the wishes (%)"},
                                  {"Afstand (km)", "Distance (km)"}};
  titles.insert(titles.end(), of_record.begin(), of_record.end());
  titles.push_back({"Waarom", "Why"});
  titles.push_back({"Nog te vragen", "Still to ask"});
  return titles_in(language, titles);
}

template <class Record>
Cells match_cells(const MatchLine<Record>& line, const Cells& of_record) {
  const auto percent = [](const engine::Score& score) { return Cell(score.expected_bp / 100.0); };
  Cells cells{Cell(static_cast<double>(line.row.rank)), percent(line.row.combined), percent(line.row.demand),
              percent(line.row.supply), km_cell(line.row.distance_m)};
  cells.insert(cells.end(), of_record.begin(), of_record.end());
  cells.emplace_back(joined(line.words.reasons));
  cells.emplace_back(joined(line.words.open_questions));
  return cells;
}

/// What both directions have in common: the blocks.
template <class MatchInput, class Record>
class MatchListing : public Listing {
 public:
  MatchListing(const MatchInput& input, const auth::Caller& caller, const Services& services)
      : services_(services),
        input_(input),
        scope_(caller.scope),
        wording_(services, input.language),
        engine_(engine_of(input.weights, services, caller.scope)) {
    input_.query.page_size = rows_of_a_block;
  }

  std::uint64_t rows() const override { return page_.lane_counts.at(static_cast<std::size_t>(input_.query.lane)); }

  bool read(std::uint64_t row) override {
    const std::uint64_t page = row / rows_of_a_block + 1;
    if (page != input_.query.page) ask(page);
    const std::uint64_t place = row % rows_of_a_block;
    line_ = place < page_.rows.size() ? read_line(page_.rows[place]) : std::nullopt;
    return line_.has_value();
  }

  std::string json() const override { return line_json(*line_, wording_); }

 protected:
  virtual engine::MatchPage match() const = 0;
  virtual run::Question question() const = 0;
  virtual std::optional<MatchLine<Record>> read_line(const engine::MatchRow& row) const = 0;

  void ask(std::uint64_t page) {
    input_.query.page = page;
    page_ = match();
    if (page == 1) require_listable(rows());
    record_run(services_, *engine_, question(), page_);
  }

  const Services& services_;
  MatchInput input_;
  const store::Scope scope_;
  const Wording wording_;
  const std::shared_ptr<const engine::Engine> engine_;
  engine::MatchPage page_;
  std::optional<MatchLine<Record>> line_;
};

class MatchedCandidates final : public MatchListing<VacancyMatchInput, SearchProfile> {
 public:
  MatchedCandidates(const VacancyMatchInput& input, const auth::Caller& caller, const Services& services)
      : MatchListing(input, caller, services) {
    ask(1);
  }

  std::string_view name() const override { return "match-kandidaten"; }
  std::vector<std::string> titles() const override { return match_titles(input_.language, candidate_titles()); }
  std::optional<CandidateId> person() const override { return line_->record.id; }
  Cells cells() const override { return match_cells(*line_, candidate_cells(line_->record, wording_)); }

 private:
  engine::MatchPage match() const override { return engine_->candidates_for(input_.vacancy, input_.query); }
  run::Question question() const override {
    return {run::Direction::candidates_for_vacancy, input_.vacancy.value, {}, input_.query};
  }
  std::optional<MatchLine<SearchProfile>> read_line(const engine::MatchRow& row) const override {
    return candidate_line(row, *engine_, input_, services_, scope_);
  }
};

class MatchedVacancies final : public MatchListing<CandidateMatchInput, Vacancy> {
 public:
  MatchedVacancies(const CandidateMatchInput& input, const auth::Caller& caller, const Services& services)
      : MatchListing(input, caller, services) {
    ask(1);
  }

  std::string_view name() const override { return "match-vacatures"; }
  std::vector<std::string> titles() const override { return match_titles(input_.language, vacancy_titles()); }
  std::optional<CandidateId> subject() const override { return input_.candidate; }
  std::optional<CandidateId> person() const override { return std::nullopt; }
  Cells cells() const override { return match_cells(*line_, vacancy_cells(line_->record, wording_)); }

 private:
  engine::MatchPage match() const override { return engine_->vacancies_for(input_.candidate, input_.query); }
  run::Question question() const override {
    return {run::Direction::vacancies_for_candidate, input_.candidate.value, {}, input_.query};
  }
  std::optional<MatchLine<Vacancy>> read_line(const engine::MatchRow& row) const override {
    return vacancy_line(row, *engine_, input_, services_, scope_);
  }
};

}  // namespace

std::unique_ptr<Listing> list_matched_candidates(const VacancyMatchInput& input, const auth::Caller& caller,
                                                 const Services& services) {
  require_found(services.store.vacancy(input.vacancy, caller.scope), "vacancy");
  return std::make_unique<MatchedCandidates>(input, caller, services);
}

std::unique_ptr<Listing> list_matched_vacancies(const CandidateMatchInput& input, const auth::Caller& caller,
                                                const Services& services) {
  require_found(services.store.search_profile(input.candidate, caller.scope), "candidate");
  return std::make_unique<MatchedVacancies>(input, caller, services);
}

}  // namespace passend::api
