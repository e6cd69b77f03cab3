// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/base/date.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::bench {

/// The day around which the generator lays its dates, and for which is matched: 2026-01-01.
inline constexpr Date today{20454};

/// What is measured on. The same settings and sources give the same records.
struct RegionSettings {
  std::filesystem::path data;  ///< Where regions are kept.
  std::string fingerprint;     ///< Of the sources that make the records.
  std::uint32_t people = 0;
  std::uint64_t seed = 1;
};

/// A synthetic region in a real store.
struct Region {
  std::filesystem::path folder;
  std::uint32_t people = 0;
  std::uint32_t vacancies = 0;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy;
  std::shared_ptr<const geo::PostcodeTable> postcodes;
};

/// One for each ten people, 100 to 10,000.
std::uint32_t vacancies_for(std::uint32_t people);

/// Opens the region; makes it (generate, write to the store) when it is not there or was left half done.
Region open_region(const RegionSettings& settings);

std::unique_ptr<store::Store> open_store(const std::filesystem::path& folder);

/// "10k", "1M".
std::string size_name(std::uint64_t people);

}  // namespace passend::bench
