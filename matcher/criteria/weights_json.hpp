// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "matcher/criteria/weights.hpp"

namespace passend {
class ObjectReader;
}

/// Weights as a record, so that a run can keep exactly what it weighed with.
namespace passend::criteria {

/// The canonical form: one JSON object on one line with every number, criteria in the order of Criterion. A criterion
/// that a side does not judge (a vacancy asks nothing about salary) has no influence on any score and is left out.
/// {"name":..,"multiplier":{"desired":1,..},"demand":{"occupation":{"base":100,"importance":"important"},..},
///  "supply":{..}}
std::string encode(const Weights& weights);

/// Reads what encode() wrote; decode_weights(encode(w)) weighs every pair as w does. Throws malformed_document for what
/// is no JSON, invalid_input with every violation by JSON pointer.
Weights decode_weights(std::string_view json);

/// SHA-256 over the canonical form without the name, as 64 hexadecimal digits: the same numbers have the same hash,
/// whatever they are called, and different numbers have another.
std::string content_hash(const Weights& weights);

/// Reads the members multiplier, demand and supply of `object`, which may have others; adds to `violations`.
Weights read_weights(ObjectReader& object, std::vector<Violation>& violations);

}  // namespace passend::criteria
