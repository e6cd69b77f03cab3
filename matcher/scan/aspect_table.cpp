// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/aspect_table.hpp"

#include "matcher/scan/aspects.hpp"

namespace passend::scan {
namespace {

/// So many entries are judged in well under a millisecond.
constexpr std::uint32_t small_dictionary = 16'384;

criteria::Judge judge_of(criteria::Side side, Criterion criterion) {
  const auto& rule = criteria::rule_of(criterion);
  return side == criteria::Side::demand ? rule.demand.judge : rule.supply.judge;
}

}  // namespace

AspectTable::AspectTable(const Question& question, const PreparedSegment& prepared, criteria::Side side,
                         Criterion criterion)
    : question_(question),
      segment_(prepared.segment()),
      aspect_(*aspect_read_by(criterion)),
      column_(segment_.aspect(aspect_)),
      judge_(judge_of(side, criterion)),
      unknown_(Outcome::of(criteria::unknown(), question.rate_bp(side, criterion))) {
  const auto asked = asked_by(question.vacancy, criterion, question.circumstances.today);
  if (!asked) {
    table_ = std::make_shared<JudgedTable>(column_.entries);
    judge_interests(prepared.interests());
  } else {
    // Where both sides judge alike they share a table.
    const bool alike = judge_ == judge_of(criteria::Side::demand, criterion);
    table_ = prepared.tables().table(*asked + (alike ? 'd' : 's'), column_.entries);
    if (table_->is_complete()) return;
    if (const auto* index = prepared.items(aspect_)) judge_examples(*index);
    if (!table_->is_complete() && column_.entries <= small_dictionary) complete();
  }
}

void AspectTable::complete() {
  pool::CandidateFacts scratch;
  for (std::uint32_t number = 0; number < column_.entries; ++number) judge(number, scratch);
  table_->declare_complete();
}

void AspectTable::judge_examples(const ItemIndex& index) {
  const auto start = question_.pair_with({}).start();
  const auto classes = index.alike_for(question_.vacancy, start);
  if (!classes) return;
  pool::CandidateFacts scratch;
  std::vector<Outcome> outcomes(classes->examples.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (const auto example = classes->examples[i]) outcomes[i] = judge(*example, scratch);
  }
  for (std::uint32_t entry = 0; entry < column_.entries; ++entry) {
    table_->set(entry, outcomes[classes->of_entry[entry]]);
  }
  table_->declare_complete();
}

void AspectTable::judge_interests(const InterestIndex& index) {
  pool::CandidateFacts scratch;
  table_->set_all(Outcome::of(criteria::not_met(), 0));
  for (const auto entry : index.blank()) judge(entry, scratch);
  for (const auto entry : index.entries_near(question_.vacancy)) judge(entry, scratch);
  table_->declare_complete();
}

Outcome AspectTable::judge(std::uint32_t number, pool::CandidateFacts& scratch) const {
  segment_.read_aspect(aspect_, number, scratch);
  const auto outcome = Outcome::of(judge_(question_.pair_with(scratch), nullptr), 0);
  table_->set(number, outcome);
  return outcome;
}

}  // namespace passend::scan
