// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/proposal.hpp"

namespace passend::extract {
namespace {

struct CriterionOf {
  Criterion operator()(const Occupation&) const { return Criterion::occupation; }
  Criterion operator()(const Competence&) const { return Criterion::competences; }
  Criterion operator()(WorkLevel) const { return Criterion::work_level; }
  Criterion operator()(const Schooling&) const { return Criterion::education; }
  Criterion operator()(const LanguageCommand&) const { return Criterion::languages; }
  Criterion operator()(DrivingLicence) const { return Criterion::driving_licences; }
  Criterion operator()(const Credential&) const { return Criterion::credentials; }
  Criterion operator()(const Experience&) const { return Criterion::experience; }
  Criterion operator()(const Travel&) const { return Criterion::distance; }
  Criterion operator()(const WeeklyHours&) const { return Criterion::hours; }
  Criterion operator()(const WorkingTimes&) const { return Criterion::working_times; }
};

}  // namespace

Criterion criterion_of(const Value& value) {
  return std::visit(CriterionOf{}, value);
}

}  // namespace passend::extract
