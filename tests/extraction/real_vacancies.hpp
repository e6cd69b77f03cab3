// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace passend::extraction {

/// What a reader found in one real vacancy: fixtures/judgements/extraction.md.
struct Judgement {
  std::string file;
  std::size_t record = 0;
  std::string hash;                                     ///< First 12 digits of the SHA-256 of the text.
  std::map<std::string, std::set<std::string>> values;  ///< By column: "nld/good/important", "hbo", "24-32".
};

/// Of a file of fixtures/judgements.
std::vector<Judgement> read_judgements(const std::string& name);

/// The texts of all vacancies of a file of ../shared/data/vacancies, in its order. Throws when the file is not there.
std::vector<std::string> texts_of(const std::string& file);

}  // namespace passend::extraction
