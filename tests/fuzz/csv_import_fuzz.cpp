// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/intake/formats.hpp"

/// Whatever the bytes: a row is a record or a rejection with a reason, and the file ends.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace passend::intake;
  if (size == 0) return 0;
  const Format format = data[0] % 3 == 0   ? Format::csv_vacancies
                        : data[0] % 3 == 1 ? Format::csv_portfolios
                                           : Format::csv_employers;
  const char* header = format == Format::csv_portfolios ? "sourceId;postcode;languages;experience;hours;geboortedatum\n"
                       : format == Format::csv_vacancies
                           ? "title;postcode;competences;salary;fte;importance;startDate\n"
                           : "name;kvkNumber;sectors;postcode\n";
  std::istringstream input(header + std::string(reinterpret_cast<const char*>(data + 1), size - 1));
  const auto reader = open_reader(format, input, {});
  for (;;) {
    const ReadEvent event = reader->next();
    if (std::holds_alternative<EndOfRecords>(event)) return 0;
    if (const auto* rejected = std::get_if<RejectedRecord>(&event); rejected != nullptr && rejected->reasons.empty()) {
      std::abort();
    }
  }
}
