// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <istream>
#include <memory>

#include "indexer/intake/formats.hpp"

namespace passend::intake {

/// The readers of the JSON formats; formats.hpp chooses between them.
std::unique_ptr<RecordReader> read_vum_portfolios(std::istream& input, const ReadingOptions& options);
std::unique_ptr<RecordReader> read_vum_vacancies(std::istream& input, const ReadingOptions& options);
std::unique_ptr<RecordReader> read_passend_records(std::istream& input, const ReadingOptions& options);
/// Also of an HTML page with <script type="application/ld+json">.
std::unique_ptr<RecordReader> read_job_postings(std::istream& input, const ReadingOptions& options);

}  // namespace passend::intake
