// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>

#include "indexer/pool/candidate_segment.hpp"

namespace passend::scan {

/// The part of a person's facts that a criterion reads, when it reads no more than one. Absent for occupation,
/// competences, experience and distance.
std::optional<pool::Aspect> aspect_read_by(Criterion criterion);

}  // namespace passend::scan
