// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <bit>
#include <optional>
#include <string>
#include <vector>

#include "matcher/criteria/evidence_log.hpp"

namespace passend::criteria {

/// JSON names of the codes in a set.
template <class Code>
std::vector<std::string> names_of(pool::CodeSet set) {
  std::vector<std::string> names;
  for (const auto& [code, name] : CodeNames<Code>::names) {
    if ((set & pool::bit(code)) != 0) names.emplace_back(name);
  }
  return names;
}

/// Any one in common suffices: what the person accepts against what the vacancy offers.
template <class Code>
Judgement judge_any_in_common(const std::optional<pool::CodeSet>& accepted, const std::optional<pool::CodeSet>& offered,
                              EvidenceLog* evidence) {
  if (!accepted || !offered) {
    if (evidence != nullptr) {
      evidence->add(accepted ? Evidence::Kind::not_stated_by_vacancy : Evidence::Kind::not_stated_by_person);
    }
    return unknown();
  }
  const auto shared = *accepted & *offered;
  if (evidence != nullptr) {
    evidence->add(Evidence::Kind::overlap, names_of<Code>(shared != 0 ? shared : *offered),
                  {std::popcount(shared), std::popcount(*offered)});
  }
  return shared != 0 ? met() : not_met();
}

}  // namespace passend::criteria
