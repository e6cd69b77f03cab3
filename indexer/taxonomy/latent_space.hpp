// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace passend::taxonomy {

/// That a holder has a thing: an occupation asks for a competence. Holders and things are numbered apart.
struct Feature {
  std::uint32_t holder = 0;
  std::uint32_t thing = 0;
  std::uint32_t weight = 1;  ///< At least 1; of doubles the largest counts.
  auto operator<=>(const Feature&) const = default;
};

/// Points on a sphere, in whole numbers: how alike two are is the cosine of the angle between them.
class Directions {
 public:
  static constexpr std::size_t dimensions = 256;

  explicit Directions(std::size_t size) : points_(size) {}

  /// At most `dimensions` coordinates, of any length but zero: a point of length zero stays without a direction and is
  /// like nothing, itself included.
  void set(std::size_t index, std::span<const double> coordinates);

  std::size_t size() const { return points_.size(); }

  /// 0..10000, in steps of `cosine_step_bp`; an angle of more than 90 degrees gives 0.
  int cosine_bp(std::size_t a, std::size_t b) const;

 private:
  std::vector<std::array<std::int16_t, dimensions>> points_;
};

/// So coarse that a last bit that differs on another machine does not show.
constexpr int cosine_step_bp = 50;

struct LatentSpace {
  Directions holders;
  Directions things;
};

/// Holders that have alike things, and things that are had by alike holders, point the same way, though they may not
/// share a single one (second-order likeness; latent semantic analysis).
///
/// The matrix of positive pointwise mutual information, log2(1 + p(h,t) / (p(h) p(t))) (Church and Hanks 1990; the 1
/// keeps what is as frequent as chance from vanishing), is cut down to its largest singular values, at most
/// `Directions::dimensions` of them and about a third of what the smaller side has. Holders are the left singular
/// vectors times the singular values, things the right ones times them (Levy, Goldberg and Dagan 2015).
///
/// Always the same: the logarithms are whole numbers, the arithmetic is in doubles without vector instructions or fused
/// multiplication (see CMakeLists.txt), in one thread, from a fixed start; the sign of a singular vector does not
/// matter to a cosine, and coordinates and cosines are rounded. Holders and things must be numbered in an order that
/// does not depend on how they arrived; the order of `features` does not matter.
LatentSpace latent_space(std::vector<Feature> features, std::size_t holders, std::size_t things);

struct NearPair {
  std::uint32_t a = 0;  ///< Less than b.
  std::uint32_t b = 0;
  int cosine_bp = 0;
};

/// The pairs from `least_cosine_bp` up that are among the `most` nearest of at least one of the two; nearest first.
std::vector<NearPair> near_pairs(const Directions& directions, int least_cosine_bp, std::size_t most);

}  // namespace passend::taxonomy
