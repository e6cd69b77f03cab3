// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/requirements.hpp"

/// A vacancy that is being written, matched without being kept.
namespace passend::api {

/// What a mediator sees beside the form. How many people fall short is left out: with it a small number that is kept
/// back could be worked out.
struct VacancyPreview {
  std::uint64_t fits = 0;
  std::uint64_t one_question_open = 0;
  std::vector<RequirementLine> requirements;
};

/// POST /v1/vacancies/_preview: how many people fit the vacancy in the body, and what each of its requirements costs.
/// Nothing is stored and no run is recorded: nobody is listed.
struct PreviewVacancy {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

http::Response write_preview(const VacancyPreview& preview);

}  // namespace passend::api
