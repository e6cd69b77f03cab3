// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/pool/facts.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/criteria/judgement.hpp"

namespace passend::criteria {

/// On which side something is blank.
struct BlankAt {
  bool person = false;
  bool vacancy = false;
};

/// Collects the evidence of one criterion. Labels are looked up only here: scoring a pool needs none of them.
class EvidenceLog {
 public:
  explicit EvidenceLog(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  void add(Evidence::Kind kind, std::vector<std::string> texts = {}, std::vector<std::int64_t> numbers = {}) {
    items_.push_back({kind, std::move(texts), std::move(numbers)});
  }
  /// `own` answers `demanded` at this similarity: one and the same, or related and why.
  void answered(pool::Concept demanded, pool::Concept own, int similarity_bp);
  /// Says who left blank what would decide an unknown.
  void blank(BlankAt blank_at) {
    if (blank_at.person) add(Evidence::Kind::not_stated_by_person);
    if (blank_at.vacancy) add(Evidence::Kind::not_stated_by_vacancy);
  }
  void missing(pool::Concept demanded) { add(Evidence::Kind::missing_concept, {label(demanded)}); }
  std::string label(pool::Concept concept_index) const;
  std::vector<Evidence> take() { return std::move(items_); }

 private:
  const taxonomy::Taxonomy& taxonomy_;
  std::vector<Evidence> items_;
};

/// "2027-02-03", or empty for an absent date.
std::string date_text(const std::optional<Date>& date);

}  // namespace passend::criteria
