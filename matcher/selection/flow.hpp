// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace passend::selection {

/// From node to node, at least `least` and at most `most`, `cost` for each unit that flows.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int64_t least = 0;
  std::int64_t most = 0;
  std::int64_t cost = 0;
};

/// A network in which nothing enters or leaves: what flows into a node flows out of it.
struct Network {
  std::uint32_t nodes = 0;
  std::vector<Arc> arcs;
  std::uint32_t add_node() { return nodes++; }
  std::size_t add(const Arc& arc) {
    arcs.push_back(arc);
    return arcs.size() - 1;
  }
};

/// The highest sum of |cost| along any path of a network that can be solved exactly in 64 bits.
inline constexpr std::int64_t highest_path_cost = std::int64_t{1} << 60;

/// What flows through each arc in a circulation of least cost; absent when the limits of the arcs allow none. The same
/// network always has the same answer. `most` of every arc is finite.
std::optional<std::vector<std::int64_t>> cheapest_circulation(const Network& network);

}  // namespace passend::selection
