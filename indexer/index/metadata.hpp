// SPDX-License-Identifier: EUPL-1.2
#pragma once

/// Keys of the metadata of each index.
namespace passend::index::metadata {

inline constexpr const char* schema = "schema";      ///< schema_hash() of the program that wrote it.
inline constexpr const char* stemmer = "stemmer";    ///< stemmer_name
inline constexpr const char* taxonomy = "taxonomy";  ///< Taxonomy::hash()
inline constexpr const char* library = "library";    ///< Version of Xapian.
inline constexpr const char* position = "position";  ///< Of the change feed, decimal.

}  // namespace passend::index::metadata
