// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/lexicon/word_list.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::lexicon {
namespace {

std::ifstream open(const std::string& path, std::string_view advice) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorCode::file_missing, path + " cannot be read; " + std::string(advice));
  return in;
}

}  // namespace

WordList::WordList(const std::string& path) {
  std::ifstream in = open(path, "run deploy/install-dependencies, which installs the word lists");
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_of(" .-/+&0123456789") != std::string::npos) continue;
    const std::string word = text::normalise(line);
    if (word.size() < 2) continue;
    // A letter of more than one byte at the start is a capital when folding changes more than its marks; asking
    // whether the first byte changed is enough for what the lists hold.
    const bool capital = line[0] >= 'A' && line[0] <= 'Z';
    const bool umlaut = line.starts_with("\xC3\x84") || line.starts_with("\xC3\x96") || line.starts_with("\xC3\x9C");
    Cases& cases = words_[word];
    (capital || umlaut ? cases.capital : cases.small) = true;
  }
}

bool WordList::has_capital(std::string_view word) const {
  const auto found = words_.find(std::string(word));
  return found != words_.end() && found->second.capital;
}

bool WordList::has_small(std::string_view word) const {
  const auto found = words_.find(std::string(word));
  return found != words_.end() && found->second.small;
}

void WordList::add(const std::string& word) {
  Cases& cases = words_[word];
  cases = {true, true};
}

std::vector<std::string> WordList::sorted() const {
  std::vector<std::string> all;
  all.reserve(words_.size());
  for (const auto& [word, cases] : words_) all.push_back(word);
  std::sort(all.begin(), all.end());
  return all;
}

OwnWords read_own_words(const std::string& path) {
  std::ifstream in = open(path, "it is part of the sources");
  OwnWords own;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream fields(line);
    std::string kind, word, base;
    if (!(fields >> kind) || kind[0] == '#') continue;
    // A line may name several words of one kind.
    while (fields >> word) {
      if (kind == "=") {
        own.whole.insert(word);
      } else if (kind == "+") {
        own.nouns.insert(word);
      } else if (kind == "-") {
        own.no_part.insert(word);
      } else if (kind == "<" && fields >> base) {
        own.irregular[word] = base;
      } else {
        throw Error(ErrorCode::malformed_document,
                    path + ":" + std::to_string(number) + ": a line starts with = + - < or #");
      }
    }
  }
  return own;
}

}  // namespace passend::lexicon
