// SPDX-License-Identifier: EUPL-1.2
// What a search finds and who stands in a shortlist, whole.
#include "server/api/listing.hpp"

namespace passend::api {
namespace {

std::vector<std::string> search_titles(Language language, std::vector<ColumnTitle> of_record) {
  of_record.push_back({"Afstand (km)", "Distance (km)"});
  return titles_in(language, of_record);
}

class FoundCandidates final : public Listing {
 public:
  FoundCandidates(const SearchInput& input, const auth::Caller& caller, const Services& services)
      : services_(services),
        input_(input),
        scope_(caller.scope),
        wording_(services, input.language),
        found_(find_candidates(input, caller, services, most_listed)) {
    require_listable(found_.total);
  }

  std::string_view name() const override { return "kandidaten"; }
  std::vector<std::string> titles() const override { return search_titles(input_.language, candidate_titles()); }
  std::uint64_t rows() const override { return found_.ids.size(); }
  bool read(std::uint64_t row) override {
    hit_ = candidate_hit(CandidateId{found_.ids.at(row)}, input_, scope_, services_);
    return hit_.has_value();
  }
  std::optional<CandidateId> person() const override { return hit_->record.id; }
  Cells cells() const override {
    Cells cells = candidate_cells(hit_->record, wording_);
    cells.push_back(km_cell(hit_->distance_m));
    return cells;
  }
  std::string json() const override { return line_json(*hit_, wording_); }

 private:
  const Services& services_;
  const SearchInput input_;
  const store::Scope scope_;
  const Wording wording_;
  const Found found_;
  std::optional<SearchHit<SearchProfile>> hit_;
};

class FoundVacancies final : public Listing {
 public:
  FoundVacancies(const SearchInput& input, const auth::Caller& caller, const Services& services)
      : services_(services),
        input_(input),
        scope_(caller.scope),
        wording_(services, input.language),
        found_(find_vacancies(input, caller.scope, services, most_listed)) {
    require_listable(found_.total);
  }

  std::string_view name() const override { return "vacatures"; }
  std::vector<std::string> titles() const override { return search_titles(input_.language, vacancy_titles()); }
  std::uint64_t rows() const override { return found_.ids.size(); }
  bool read(std::uint64_t row) override {
    hit_ = vacancy_hit(VacancyId{found_.ids.at(row)}, input_, scope_, services_);
    return hit_.has_value();
  }
  std::optional<CandidateId> person() const override { return std::nullopt; }
  Cells cells() const override {
    Cells cells = vacancy_cells(hit_->record, wording_);
    cells.push_back(km_cell(hit_->distance_m));
    return cells;
  }
  std::string json() const override { return line_json(*hit_, wording_); }

 private:
  const Services& services_;
  const SearchInput input_;
  const store::Scope scope_;
  const Wording wording_;
  const Found found_;
  std::optional<SearchHit<Vacancy>> hit_;
};

/// A shortlist is small, and its page reads it whole as well. Who was withdrawn stands there without a profile. Notes
/// stay out of a spreadsheet: one may hold what must not travel.
class SelectedPeople final : public Listing {
 public:
  SelectedPeople(const RecordInput<SelectionId>& input, const auth::Caller& caller, const Services& services)
      : language_(input.language),
        wording_(services, input.language),
        people_(ListSelectedCandidates{services}(input, caller)) {}

  std::string_view name() const override { return "selectie"; }
  std::vector<std::string> titles() const override {
    auto titles = candidate_titles();
    titles.push_back({"Toegevoegd", "Added"});
    return titles_in(language_, titles);
  }
  std::uint64_t rows() const override { return people_.size(); }
  bool read(std::uint64_t row) override {
    row_ = &people_.at(row);
    return true;
  }
  std::optional<CandidateId> person() const override { return row_->selected.candidate; }
  Cells cells() const override {
    Cells cells;
    if (row_->profile) {
      cells = candidate_cells(*row_->profile, wording_);
    } else {
      cells.assign(candidate_titles().size(), std::string());
      cells.front() = to_text(row_->selected.candidate);
    }
    cells.emplace_back(row_->selected.added ? to_text(*row_->selected.added) : std::string());
    return cells;
  }
  std::string json() const override { return line_json(*row_, wording_); }

 private:
  const Language language_;
  const Wording wording_;
  const SelectedCandidates people_;
  const SelectedRow* row_ = nullptr;
};

}  // namespace

std::unique_ptr<Listing> list_found_candidates(const SearchInput& input, const auth::Caller& caller,
                                               const Services& services) {
  return std::make_unique<FoundCandidates>(input, caller, services);
}

std::unique_ptr<Listing> list_found_vacancies(const SearchInput& input, const auth::Caller& caller,
                                              const Services& services) {
  return std::make_unique<FoundVacancies>(input, caller, services);
}

std::unique_ptr<Listing> list_selected_candidates(const RecordInput<SelectionId>& input, const auth::Caller& caller,
                                                  const Services& services) {
  return std::make_unique<SelectedPeople>(input, caller, services);
}

}  // namespace passend::api
