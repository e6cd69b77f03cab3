// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/lexicon_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

constexpr std::size_t most_added = 6;
constexpr std::uint32_t most = 0xFFFFFF;

struct Edge {
  char letter = 0;
  bool ends_word = false;
  std::uint32_t state = 0;  ///< 0: leads nowhere further.
  bool operator==(const Edge&) const = default;
};

using State = std::vector<Edge>;

struct StateHash {
  std::size_t operator()(const State& state) const {
    std::size_t hash = state.size();
    for (const Edge& edge : state) {
      hash = hash * 1099511628211U + static_cast<unsigned char>(edge.letter);
      hash = (hash ^ edge.state) * 1099511628211U + static_cast<std::size_t>(edge.ends_word);
    }
    return hash;
  }
};

/// The minimal automaton of sorted words, made in one pass (Daciuk et al., 2000): of the states of the last word only
/// those that the next word does not share are final, and equal final states are one.
class Automaton {
 public:
  Automaton() : path_(1), states_(1), counts_(1) {}

  void add(std::string_view word) {
    std::size_t shared = 0;
    while (shared < last_.size() && shared < word.size() && last_[shared] == word[shared]) ++shared;
    close(shared);
    for (std::size_t i = shared; i < word.size(); ++i) {
      path_[i].push_back({word[i], i + 1 == word.size(), 0});
      path_.emplace_back();
    }
    last_ = word;
  }

  std::uint32_t finish() {
    close(0);
    return settle(path_[0]);
  }

  const State& state(std::uint32_t number) const { return states_[number]; }
  std::uint32_t count(std::uint32_t number) const { return counts_[number]; }
  std::size_t size() const { return states_.size(); }

 private:
  void close(std::size_t shared) {
    while (path_.size() > shared + 1) {
      const std::uint32_t number = settle(path_.back());
      path_.pop_back();
      path_.back().back().state = number;
    }
  }

  std::uint32_t settle(const State& state) {
    if (state.empty()) return 0;
    const auto [found, is_new] = known_.emplace(state, static_cast<std::uint32_t>(states_.size()));
    if (is_new) {
      std::uint32_t words = 0;
      for (const Edge& edge : state) words += counts_[edge.state] + (edge.ends_word ? 1U : 0U);
      states_.push_back(state);
      counts_.push_back(words);
    }
    return found->second;
  }

  std::string last_;
  std::vector<State> path_;  ///< The states along the last word, still open.
  std::vector<State> states_;
  std::vector<std::uint32_t> counts_;  ///< Per state how many words end in or below it.
  std::unordered_map<State, std::uint32_t, StateHash> known_;
};

void put(std::string& bytes, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

/// Edges in an order that starts with the first state.
std::string edge_bytes(const Automaton& automaton, std::uint32_t start) {
  std::vector<std::uint32_t> order{start};
  std::vector<std::uint32_t> place(automaton.size(), 0);
  std::vector<bool> seen(automaton.size(), false);
  std::uint32_t edges = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = edges;
    edges += static_cast<std::uint32_t>(automaton.state(order[i]).size());
    for (const Edge& edge : automaton.state(order[i])) {
      if (edge.state == 0 || seen[edge.state]) continue;
      seen[edge.state] = true;
      order.push_back(edge.state);
    }
  }
  if (edges > most) throw Error(ErrorCode::invalid_input, "the lexicon has too many edges; give fewer words");
  std::string bytes;
  for (const std::uint32_t number : order) {
    const State& state = automaton.state(number);
    std::uint64_t skipped = 0;
    for (std::size_t i = 0; i < state.size(); ++i) {
      const std::uint64_t next = state[i].state == 0 ? 0 : place[state[i].state];
      const std::uint64_t flags = (i + 1 == state.size() ? 1U : 0U) | (state[i].ends_word ? 2U : 0U);
      put(bytes, static_cast<unsigned char>(state[i].letter) | flags << 8 | next << 16 | skipped << 40, 8);
      skipped += automaton.count(state[i].state) + (state[i].ends_word ? 1U : 0U);
    }
  }
  return bytes;
}

/// Cut and added letters as the eight bytes of a rule; empty when there is none.
std::string rule_of(std::string_view word, std::string_view base) {
  if (base.empty() || base == word) return {};
  const auto [at, there] = std::mismatch(word.begin(), word.end(), base.begin(), base.end());
  const std::string_view added = base.substr(static_cast<std::size_t>(there - base.begin()));
  if (added.size() > most_added) return {};
  std::string rule(1, static_cast<char>(word.end() - at));
  rule.push_back(static_cast<char>(added.size()));
  rule.append(added);
  rule.resize(8, '\0');
  return rule;
}

}  // namespace

std::string write_lexicon(const std::map<std::string, LexiconWord>& words) {
  if (words.size() > most) throw Error(ErrorCode::invalid_input, "the lexicon has too many words; give fewer");
  Automaton automaton;
  std::map<std::string, std::uint32_t> rules{{"", 0}};
  for (const auto& [word, described] : words) {
    if (word.empty()) continue;
    automaton.add(word);
    rules.emplace(rule_of(word, described.base), 0);
  }
  std::string rule_bytes(8, '\0');
  std::uint32_t next_rule = 1;
  for (auto& [rule, number] : rules) {
    if (rule.empty()) continue;
    number = next_rule++;
    rule_bytes += rule;
  }
  std::string entries;
  for (const auto& [word, described] : words) {
    if (word.empty()) continue;
    const LexiconEntry& entry = described.entry;
    const std::uint32_t rule = rules.at(rule_of(word, described.base)) & 0x7FFF;
    put(entries,
        entry.modifier | std::uint64_t{entry.head} << 8 | std::uint64_t{rule} << 16 |
            (entry.whole ? std::uint64_t{1} << 31 : 0),
        4);
  }
  const std::string edges = entries.empty() ? std::string() : edge_bytes(automaton, automaton.finish());
  std::string bytes{"PSLEX1\n\0", 8};
  put(bytes, edges.size() / 8, 4);
  put(bytes, entries.size() / 4, 4);
  put(bytes, rule_bytes.size() / 8, 4);
  put(bytes, 0, 4);
  return bytes + edges + entries + rule_bytes;
}

}  // namespace passend::text
