// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Citizen service numbers (BSN) that somebody typed into free text, where no field name gives them away.
namespace passend {

/// The 11-test of the BSN: nine digits, not all of them 0, whose sum 9a + 8b + ... + 2h - i is a multiple of eleven.
/// Eight digits have lost a leading 0, as in a spreadsheet. One number in eleven passes by chance.
bool passes_eleven_test(std::string_view digits);

enum class Suspicion : std::uint8_t {
  /// What the words before it call a BSN, whether it passes the test or not: for texts that are full of other numbers.
  named,
  /// Also what looks like one and passes the test: nine digits in a row or in the usual groups ("1234.56.782"), eight
  /// when there is nothing else in the text, and those within the VAT number of a sole trader.
  likely,
};

/// What stands in the place of a blanked number: shorter than any of them, and no word for an index.
inline constexpr std::string_view blanked_number = "[\u2026]";

/// Blanks the numbers of a UTF-8 text and answers how many there were. A number that is longer, or that follows a plus,
/// a euro sign or a letter (telephone, IBAN, amount, registration), is none.
std::size_t blank_citizen_numbers(std::string& text, Suspicion suspicion);

}  // namespace passend
