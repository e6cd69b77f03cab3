// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/model/codes.hpp"
#include "server/api/services.hpp"
#include "server/http/message.hpp"

namespace passend::api {

/// Where the use of the algorithm stands (Algoritmeregister, publication standard 1.0).
enum class AlgorithmStatus : std::uint8_t { in_development, in_use, out_of_use };

struct AlgorithmLink {
  std::string title;  ///< "DPIA"
  std::string link;   ///< An https address.
};

/// What only the organisation can say of its use of the matching (schemas/json/algorithm.schema.json).
struct AlgorithmDescription {
  std::string organization;   ///< <= 100 characters
  std::string contact_email;  ///< Of the organisation, not of a person.
  AlgorithmStatus status = AlgorithmStatus::in_development;
  std::string begin_date;         ///< YYYY-MM; empty: not yet.
  std::string website;            ///< https; empty: none.
  std::string lawful_basis;       ///< <= 2500 characters
  std::string process_index_url;  ///< In the register of processing activities; empty: none.
  std::vector<AlgorithmLink> impact_assessments;
};

/// Reads a description. Throws configuration with every violation by JSON pointer.
AlgorithmDescription load_algorithm_description(const std::filesystem::path& file);

/// GET /v1/algorithm: the record for the Algoritmeregister, made of the description and of the configuration in use, in
/// the member names of publication standard 1.0. Throws not_found when the organisation has described nothing.
http::Response answer_algorithm(const http::Request& request, const Services& services);

}  // namespace passend::api

namespace passend {

/// As the register writes them.
template <>
struct CodeNames<api::AlgorithmStatus> {
  static constexpr CodeTable<api::AlgorithmStatus, 3> names{{{api::AlgorithmStatus::in_development, "In ontwikkeling"},
                                                             {api::AlgorithmStatus::in_use, "In gebruik"},
                                                             {api::AlgorithmStatus::out_of_use, "Buiten gebruik"}}};
};

}  // namespace passend
