// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server/jobs/job.hpp"

namespace passend::jobs {

/// All of a job but its progress.
std::string encode(const Job& job);
/// Absent for what encode() did not write.
std::optional<Job> decode_job(std::string_view text);

}  // namespace passend::jobs
