// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/codes.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/text/compounds.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::text {
namespace {

constexpr std::size_t longest_abbreviation = 5;

// Those with a vowel, which in small letters look like words. One letter and none at all need no list.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"abu",  "ade",  "adhd", "adl",  "adr",  "agp",  "aio", "ao",    "aow",  "api", "avg",  "aws",   "azure", "bbl",
     "be",   "bhv",  "bi",   "big",  "bim",  "bol",  "bpv", "brl",   "bso",  "c1e", "cad",  "cam",   "cao",   "ce",
     "ceo",  "cfo",  "cio",  "cito", "coa",  "crm",  "cto", "d1e",   "dji",  "duo", "eba",  "ecabo", "ecg",   "edi",
     "ehbo", "erp",  "etl",  "fte",  "gba",  "ggz",  "gis", "haccp", "havo", "hbo", "hoii", "hr",    "hrm",   "hsao",
     "ias",  "ib",   "ic",   "ict",  "ifrs", "ig",   "ind", "ioaw",  "ioaz", "iot", "iso",  "it",    "itil",  "iva",
     "iww",  "kaa",  "kam",  "lio",  "lo",   "mavo", "mbo", "mig",   "mkb",  "mri", "nen",  "ngo",   "nima",  "nvao",
     "oa",   "ocmw", "ok",   "or",   "oop",  "pabo", "pbo", "pdca",  "poh",  "qa",  "seh",  "seo",   "sap",   "sova",
     "tig",  "uml",  "uwv",  "vavo", "vca",  "vig",  "vio", "vmbo",  "vog",  "wo"});

bool is_vowel(char byte) {
  return std::string_view("aeiouy").find(byte) != std::string_view::npos;
}

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

}  // namespace

bool is_code(std::string_view written) {
  if (written.find_first_of("0123456789+#") != std::string_view::npos) return true;
  if (written.empty() || written.size() > longest_abbreviation) return false;
  const std::string form = normalise(written);
  if (!std::all_of(form.begin(), form.end(), is_small)) return false;
  if (form.size() == 1) return true;
  if (std::find(abbreviations.begin(), abbreviations.end(), form) != abbreviations.end()) return true;
  if (std::none_of(form.begin(), form.end(), is_vowel)) return true;
  return std::all_of(written.begin(), written.end(), is_capital) && !dutch_compounds().knows(form);
}

}  // namespace passend::text
