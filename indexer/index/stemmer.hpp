// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace passend::index {

/// Pinned in the metadata of every index. The stemmer of Kraaij and Pohlmann (1994) also reduces the suffixes with
/// which Dutch derives words; the plain name "dutch" means another algorithm from Xapian 2 on.
inline constexpr std::string_view stemmer_name = "kraaij_pohlmann";

/// The stems of the parts of a compound.
struct CompoundStems {
  std::vector<std::string> direct;  ///< The words of which it was made, in order: vrachtwagen, chauffeur.
  std::vector<std::string> all;     ///< Those and their parts, each once: also vracht and wagen.
};

/// Reduces normalised Dutch words to stems. Not thread-safe: each thread has its own.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a word as text::words gives it. A word with a digit, + or # is its own stem. Valid until the next
  /// call.
  const std::string& stem(const std::string& word);
  /// Both lists empty when the word is no compound. Valid until the next call.
  const CompoundStems& parts(const std::string& word);

 private:
  struct State;
  std::unique_ptr<State> state_;
  CompoundStems split(const std::string& word);

  std::unordered_map<std::string, std::string> known_;  ///< Words repeat: a look-up is a tenth of the reduction.
  std::unordered_map<std::string, CompoundStems> known_parts_;
};

}  // namespace passend::index
