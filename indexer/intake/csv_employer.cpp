// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/base/hash.hpp"
#include "indexer/intake/csv_columns.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {
namespace {

constexpr auto hidden = Echo::hidden;
constexpr auto required = ColumnInfo::Presence::required;

using Draft = Employer;

/// Numbers of the chamber of commerce lose their leading zero in every spreadsheet.
std::string read_kvk_number(const Cell& cell) {
  std::string number = cell.text();
  number.erase(std::remove(number.begin(), number.end(), ' '), number.end());
  const bool digits = std::all_of(number.begin(), number.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  if (digits && number.size() == 7) number.insert(0, 1, '0');
  if (digits && number.size() == 8) return number;
  cell.not_understood("a number of the chamber of commerce: eight digits");
  return {};
}

void read_sectors(Draft& draft, const Cell& cell) {
  auto& list = draft.sectors.emplace();
  for (const std::string_view item : cell.items()) {
    const auto code = read_whole_number(item);
    if (code && *code >= 0 && *code <= 99'999) {
      list.push_back(static_cast<int>(*code));
    } else {
      cell.not_understood("SBI 2008 codes, whole numbers from 0 to 99999");
    }
  }
}

ContactPerson& contact(Draft& draft) {
  if (draft.contacts.empty()) draft.contacts.emplace_back();
  return draft.contacts.front();
}

constexpr ColumnOf<Draft> columns[] = {
    {{"sourceId", "bronId"}, [](Draft& d, const Cell& c) { d.source.id = c.text(); }},
    {{"name", "naam", Echo::shown, required}, [](Draft& d, const Cell& c) { d.name = c.plain_text(); }},
    {{"kvkNumber", "kvkNummer"}, [](Draft& d, const Cell& c) { d.kvk_number = read_kvk_number(c); }},
    {{"sectors", "sectoren"}, read_sectors},
    {{"postcode", "postcode"}, [](Draft& d, const Cell& c) { d.location.postcode = c.postcode(); }},
    {{"place", "plaats"}, [](Draft& d, const Cell& c) { d.location.place = c.text(); }},
    {{"street", "straat"}, [](Draft& d, const Cell& c) { d.location.street = c.text(); }},
    {{"houseNumber", "huisnummer"}, [](Draft& d, const Cell& c) { d.location.house_number = c.text(); }},
    {{"webAddress", "webadres"},
     [](Draft& d, const Cell& c) {
       if (auto url = c.url()) d.web_addresses.push_back({WebAddressKind::employer, std::move(*url)});
     }},
    {{"contactName", "contactpersoon", hidden}, [](Draft& d, const Cell& c) { contact(d).name = c.text(); }},
    {{"contactEmail", "contactEmailadres", hidden},
     [](Draft& d, const Cell& c) { contact(d).emails.push_back(c.text()); }},
    {{"contactPhone", "contactTelefoon", hidden},
     [](Draft& d, const Cell& c) { contact(d).phones.push_back(c.text()); }},
    {{"recognisedTrainingCompany", "erkendLeerbedrijf"},
     [](Draft& d, const Cell& c) { d.recognised_training_company = c.yes_no(); }},
};

std::string derived_id(const Employer& employer) {
  if (!employer.kvk_number.empty()) return "kvk:" + employer.kvk_number;
  return "hash:" +
         sha256_hex(text::normalise(employer.name) + '\n' + text::normalise(employer.location.place)).substr(0, 32);
}

}  // namespace

CsvKind csv_employers() {
  CsvKind kind;
  kind.columns = infos_of(columns);
  kind.read = [](const Row& row, RecordNotes& notes) -> std::optional<store::Record> {
    Employer draft;
    fill(draft, columns, row, notes);
    if (draft.source.id.empty()) draft.source.id = derived_id(draft);
    draft.id = EmployerId::random();
    return draft;
  };
  return kind;
}

}  // namespace passend::intake
