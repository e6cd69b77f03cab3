// SPDX-License-Identifier: EUPL-1.2
#define EIGEN_DONT_VECTORIZE  // The width of a vector register decides in which order a sum is taken.
#define EIGEN_DONT_PARALLELIZE
#include "indexer/taxonomy/latent_space.hpp"

#include <Spectra/SymEigsSolver.h>
#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/fixed_log.hpp"

namespace passend::taxonomy {
namespace {

constexpr double sphere_radius = 4096;
/// Up to this many holders all eigenvalues are computed: iteration has nothing to save there.
constexpr std::size_t small_matrix = 64;
/// Singular values below this part of the largest one are noise of the arithmetic.
constexpr double least_singular_share = 1e-6;
/// Of whom the cut leaves less than this part of the length, the direction would be made of rounding errors.
constexpr double least_length_left = 0.01;

struct Cell {
  std::uint32_t column = 0;
  double value = 0;
};

/// A sparse matrix by rows, with products in a fixed order.
class Matrix {
 public:
  Matrix(const std::vector<Feature>& features, std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns) {
    std::vector<std::uint64_t> of_row(rows, 0);
    std::vector<std::uint64_t> of_column(columns, 0);
    std::uint64_t all = 0;
    for (const Feature& feature : features) {
      of_row[feature.holder] += feature.weight;
      of_column[feature.thing] += feature.weight;
      all += feature.weight;
    }
    for (const Feature& feature : features) {
      const std::uint64_t by_chance = of_row[feature.holder] * of_column[feature.thing];
      const std::uint32_t information = log2_fixed(by_chance + feature.weight * all) - log2_fixed(by_chance);
      rows_[feature.holder].push_back({feature.thing, static_cast<double>(information) / 4096});
    }
  }

  std::size_t rows() const { return rows_.size(); }

  std::vector<double> squares_of_rows() const {
    std::vector<double> squares(rows_.size(), 0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const Cell& cell : rows_[i]) squares[i] += cell.value * cell.value;
    }
    return squares;
  }

  std::vector<double> squares_of_columns() const {
    std::vector<double> squares(columns_, 0);
    for (const auto& row : rows_) {
      for (const Cell& cell : row) squares[cell.column] += cell.value * cell.value;
    }
    return squares;
  }

  /// result = transposed * x
  void fold(const double* x, std::vector<double>& result) const {
    result.assign(columns_, 0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (const Cell& cell : rows_[i]) result[cell.column] += cell.value * x[i];
    }
  }

  /// y = matrix * x
  void unfold(const std::vector<double>& x, double* y) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      double sum = 0;
      for (const Cell& cell : rows_[i]) sum += cell.value * x[cell.column];
      y[i] = sum;
    }
  }

 private:
  std::vector<std::vector<Cell>> rows_;
  std::size_t columns_ = 0;
};

/// The matrix times its transpose, as Spectra asks for it: by what it does to a vector.
class Gram {
 public:
  using Scalar = double;
  explicit Gram(const Matrix& matrix) : matrix_(matrix) {}
  Eigen::Index rows() const { return static_cast<Eigen::Index>(matrix_.rows()); }
  Eigen::Index cols() const { return rows(); }
  void perform_op(const double* x, double* y) const {
    matrix_.fold(x, between_);
    matrix_.unfold(between_, y);
  }

 private:
  const Matrix& matrix_;
  mutable std::vector<double> between_;
};

struct Eigenpairs {
  Eigen::VectorXd values;  ///< Falling.
  Eigen::MatrixXd vectors;
};

Eigenpairs all_pairs(const Gram& gram) {
  Eigen::MatrixXd dense(gram.rows(), gram.cols());
  for (Eigen::Index i = 0; i < gram.cols(); ++i) {
    const Eigen::VectorXd unit = Eigen::VectorXd::Unit(gram.cols(), i);
    gram.perform_op(unit.data(), dense.col(i).data());
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(dense);
  return {solver.eigenvalues().reverse(), solver.eigenvectors().rowwise().reverse()};
}

Eigenpairs largest_pairs(Gram& gram, std::size_t wanted) {
  const auto count = static_cast<Eigen::Index>(wanted);
  Spectra::SymEigsSolver<Gram> solver(gram, count, std::min(gram.rows(), 2 * count + 1));
  // Any fixed start will do that is not by accident at right angles to what is sought: digits of a multiplicative
  // sequence, neither equal nor symmetric.
  Eigen::VectorXd start(gram.rows());
  for (Eigen::Index i = 0; i < start.size(); ++i) {
    start[i] = static_cast<double>((static_cast<std::uint64_t>(i) + 1) * 2654435761U % 1048573) / 1048573 - 0.5;
  }
  solver.init(start.data());
  constexpr int most_rounds = 1000;
  solver.compute(Spectra::SortRule::LargestAlge, most_rounds, 1e-9);
  return {solver.eigenvalues(), solver.eigenvectors()};
}

std::vector<Feature> without_doubles(std::vector<Feature> features) {
  std::sort(features.begin(), features.end(), [](const Feature& left, const Feature& right) {
    return std::tuple(left.holder, left.thing, right.weight) < std::tuple(right.holder, right.thing, left.weight);
  });
  const auto is_same = [](const Feature& left, const Feature& right) {
    return left.holder == right.holder && left.thing == right.thing;
  };
  features.erase(std::unique(features.begin(), features.end(), is_same), features.end());
  return features;
}

/// Lays out the coordinates by point instead of by dimension. `squares` are the squared lengths before the cut.
void set_all(Directions& directions, const std::vector<std::vector<double>>& by_dimension,
             const std::vector<double>& squares) {
  std::vector<double> point(by_dimension.size());
  for (std::size_t i = 0; i < directions.size(); ++i) {
    double left = 0;
    for (std::size_t k = 0; k < point.size(); ++k) {
      point[k] = by_dimension[k][i];
      left += point[k] * point[k];
    }
    if (left > least_length_left * least_length_left * squares[i]) directions.set(i, point);
  }
}

}  // namespace

void Directions::set(std::size_t index, std::span<const double> coordinates) {
  double squares = 0;
  for (const double value : coordinates) squares += value * value;
  if (squares <= 0) return;
  const double scale = sphere_radius / std::sqrt(squares);
  for (std::size_t k = 0; k < coordinates.size(); ++k) {
    points_[index][k] = static_cast<std::int16_t>(std::lround(coordinates[k] * scale));
  }
}

int Directions::cosine_bp(std::size_t a, std::size_t b) const {
  const auto& left = points_[a];
  const auto& right = points_[b];
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < dimensions; ++k) sum += std::int32_t{left[k]} * std::int32_t{right[k]};
  constexpr std::int64_t full = static_cast<std::int64_t>(sphere_radius * sphere_radius) / (10000 / cosine_step_bp);
  const std::int64_t steps = (std::max(sum, 0) + full / 2) / full;
  return static_cast<int>(std::min<std::int64_t>(steps * cosine_step_bp, 10000));
}

LatentSpace latent_space(std::vector<Feature> given, std::size_t holders, std::size_t things) {
  LatentSpace space{Directions(holders), Directions(things)};
  const std::vector<Feature> features = without_doubles(std::move(given));
  if (features.empty()) return space;
  const Matrix matrix(features, holders, things);
  Gram gram(matrix);
  const std::size_t wanted = std::clamp<std::size_t>(std::min(holders, things) / 3, 1, Directions::dimensions);
  const Eigenpairs pairs = holders <= small_matrix ? all_pairs(gram) : largest_pairs(gram, wanted);
  std::vector<std::vector<double>> of_holders;
  std::vector<std::vector<double>> of_things;
  for (Eigen::Index i = 0; i < pairs.values.size(); ++i) {
    const double value = std::sqrt(std::max(pairs.values[i], 0.0));
    if (value <= least_singular_share * std::sqrt(pairs.values[0])) break;
    const Eigen::VectorXd vector = pairs.vectors.col(i);
    matrix.fold(vector.data(), of_things.emplace_back());
    const Eigen::VectorXd scaled = vector * value;
    of_holders.emplace_back(scaled.begin(), scaled.end());
  }
  set_all(space.holders, of_holders, matrix.squares_of_rows());
  set_all(space.things, of_things, matrix.squares_of_columns());
  return space;
}

std::vector<NearPair> near_pairs(const Directions& directions, int least_cosine_bp, std::size_t most) {
  std::vector<NearPair> pairs;
  // In blocks that stay in the processor's cache while they are compared with everything before them.
  constexpr std::size_t block = 32;
  for (std::size_t begin = 0; begin < directions.size(); begin += block) {
    const std::size_t end = std::min(begin + block, directions.size());
    for (std::size_t a = 0; a + 1 < end; ++a) {
      for (std::size_t b = std::max(begin, a + 1); b < end; ++b) {
        const int cosine = directions.cosine_bp(a, b);
        if (cosine >= least_cosine_bp)
          pairs.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), cosine});
      }
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const NearPair& left, const NearPair& right) {
    return std::tuple(-left.cosine_bp, left.a, left.b) < std::tuple(-right.cosine_bp, right.a, right.b);
  });
  std::vector<std::size_t> degree(directions.size(), 0);
  std::erase_if(pairs, [&](const NearPair& pair) {
    if (std::min(degree[pair.a], degree[pair.b]) >= most) return true;
    ++degree[pair.a];
    ++degree[pair.b];
    return false;
  });
  return pairs;
}

}  // namespace passend::taxonomy
