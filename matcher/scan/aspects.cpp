// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/aspects.hpp"

namespace passend::scan {

using pool::Aspect;

std::optional<Aspect> aspect_read_by(Criterion criterion) {
  switch (criterion) {
    case Criterion::work_level:
      return Aspect::work_level;
    case Criterion::education:
      return Aspect::education;
    case Criterion::languages:
      return Aspect::languages;
    case Criterion::driving_licences:
      return Aspect::driving_licences;
    case Criterion::hours:
      return Aspect::hours;
    case Criterion::working_times:
      return Aspect::working_times;
    case Criterion::period:
      return Aspect::available;
    case Criterion::contract:
      return Aspect::contract_types;
    case Criterion::agreement:
      return Aspect::agreements;
    case Criterion::sector:
      return Aspect::sectors;
    case Criterion::interests:
      return Aspect::interests;
    case Criterion::salary:
      return Aspect::salary;
    case Criterion::working_conditions:
      return Aspect::needed_conditions;
    case Criterion::credentials:
      return Aspect::credentials;
    case Criterion::occupation:
    case Criterion::competences:
    case Criterion::experience:
    case Criterion::distance:
      break;
  }
  return std::nullopt;
}

}  // namespace passend::scan
