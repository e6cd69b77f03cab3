// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api/match.hpp"
#include "server/api/records.hpp"
#include "server/api/search.hpp"
#include "server/api/selections.hpp"
#include "server/api/table.hpp"
#include "server/auth/caller.hpp"

/// Selections that are written into a file whole instead of shown in pages.
namespace passend::api {

/// As many rows as a download has at most: everybody of one municipality whom a social service knows, not a whole
/// region, of which nobody has a use for every person at once.
inline constexpr std::uint64_t most_listed = 10'000;

/// The rows of one selection, one after another. Each is read from the store when it is its turn, so that nobody is in
/// a file who has been withdrawn meanwhile.
class Listing {
 public:
  virtual ~Listing() = default;

  /// What it holds, for the name of the file: "kandidaten".
  virtual std::string_view name() const = 0;
  virtual std::vector<std::string> titles() const = 0;
  virtual std::uint64_t rows() const = 0;

  /// Whom all of it is about; absent: nobody.
  virtual std::optional<CandidateId> subject() const { return std::nullopt; }
  /// Reads a row; they are asked for in their order, from 0. False: it is not to be seen any more. The functions below
  /// are about the row that was read.
  virtual bool read(std::uint64_t row) = 0;
  /// Whom the row shows beside; absent: nobody.
  virtual std::optional<CandidateId> person() const = 0;
  virtual Cells cells() const = 0;
  /// As the item of the page is, on one line.
  virtual std::string json() const = 0;
};

/// Throw what the page throws, and invalid_input for more than most_listed rows.
std::unique_ptr<Listing> list_matched_candidates(const VacancyMatchInput& input, const auth::Caller& caller,
                                                 const Services& services);
std::unique_ptr<Listing> list_matched_vacancies(const CandidateMatchInput& input, const auth::Caller& caller,
                                                const Services& services);
std::unique_ptr<Listing> list_found_candidates(const SearchInput& input, const auth::Caller& caller,
                                               const Services& services);
std::unique_ptr<Listing> list_found_vacancies(const SearchInput& input, const auth::Caller& caller,
                                              const Services& services);
std::unique_ptr<Listing> list_selected_candidates(const RecordInput<SelectionId>& input, const auth::Caller& caller,
                                                  const Services& services);

/// Throws invalid_input for more than most_listed.
void require_listable(std::uint64_t rows);

// What records look like in a row. Both have the cells of their titles.
std::vector<ColumnTitle> candidate_titles();
Cells candidate_cells(const SearchProfile& profile, const Wording& wording);
std::vector<ColumnTitle> vacancy_titles();
Cells vacancy_cells(const Vacancy& vacancy, const Wording& wording);
/// Kilometres with one decimal; blank where it is not known.
Cell km_cell(const std::optional<int>& metres);

}  // namespace passend::api
