// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/release_diff.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "indexer/taxonomy/source_file.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::size_t links_looked_at = 8;

bool is_referred_to(ConceptKind kind) {
  return kind == ConceptKind::occupation || kind == ConceptKind::competence || kind == ConceptKind::credential;
}

std::optional<ConceptIndex> counterpart(const Taxonomy& from, ConceptIndex index, const Taxonomy& to) {
  for (const std::string_view uri : from.uris(index)) {
    if (const auto found = to.find(uri)) return found;
  }
  return std::nullopt;
}

/// Whether `now` says that it stands for what the old concept was.
bool is_replaced_by(const Taxonomy& before, ConceptIndex old, const Taxonomy& after, ConceptIndex now) {
  const auto replaced = split(after.property(now, Property::replaces), '|');
  const auto uris = before.uris(old);
  return std::any_of(replaced.begin(), replaced.end(),
                     [&](const std::string& uri) { return std::find(uris.begin(), uris.end(), uri) != uris.end(); });
}

/// The one concept with the same label; none when there are several.
std::optional<ConceptIndex> proposal(const Taxonomy& before, ConceptIndex old, const Taxonomy& after) {
  std::set<ConceptIndex> found;
  for (const Link& link : after.link(before.label(old, "nl"), before.kind(old), links_looked_at)) {
    if (link.basis == LinkBasis::exact_label && after.isco(link.target) == before.isco(old)) found.insert(link.target);
  }
  return found.size() == 1 ? std::optional(*found.begin()) : std::nullopt;
}

ChangedConcept described(ConceptChange change, const Taxonomy& taxonomy, ConceptIndex index) {
  return {change, taxonomy.kind(index), std::string(taxonomy.uri(index)), std::string(taxonomy.label(index, "nl"))};
}

void name_successor(ChangedConcept& changed, SuccessorBasis basis, const Taxonomy& after, ConceptIndex successor) {
  changed.basis = basis;
  changed.successor_uri = after.uri(successor);
  changed.successor_label = after.label(successor, "nl");
}

std::optional<ChangedConcept> change_of(const Taxonomy& before, ConceptIndex old, const Taxonomy& after) {
  const auto now = counterpart(before, old, after);
  if (!now) {
    ChangedConcept retired = described(ConceptChange::retired, before, old);
    if (const auto proposed = proposal(before, old, after)) {
      name_successor(retired, SuccessorBasis::equal_label, after, *proposed);
    }
    return retired;
  }
  // A release may go on saying for years what it replaced: it is a change only once.
  const bool is_news = before.find(after.uri(*now)) != old;
  if (is_news && is_replaced_by(before, old, after, *now)) {
    ChangedConcept merged = described(ConceptChange::merged, before, old);
    name_successor(merged, SuccessorBasis::declared, after, *now);
    return merged;
  }
  if (before.label(old, "nl") == after.label(*now, "nl")) return std::nullopt;
  ChangedConcept renamed = described(ConceptChange::renamed, before, old);
  renamed.successor_label = after.label(*now, "nl");
  return renamed;
}

}  // namespace

std::string_view to_text(ConceptChange change) {
  switch (change) {
    case ConceptChange::added:
      return "added";
    case ConceptChange::retired:
      return "retired";
    case ConceptChange::merged:
      return "merged";
    case ConceptChange::renamed:
      return "renamed";
  }
  return {};
}

std::string_view to_text(SuccessorBasis basis) {
  switch (basis) {
    case SuccessorBasis::none:
      return "";
    case SuccessorBasis::declared:
      return "declared";
    case SuccessorBasis::equal_label:
      return "equal_label";
  }
  return {};
}

std::size_t ReleaseDiff::count(ConceptChange change) const {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [&](const auto& row) { return row.change == change; }));
}

ReleaseDiff release_diff(const Taxonomy& before, const Taxonomy& after) {
  ReleaseDiff diff;
  std::set<ConceptKind> kinds_before;
  std::set<ConceptKind> kinds_after;
  for (ConceptIndex i = 0; i < after.size(); ++i) {
    if (!is_referred_to(after.kind(i))) continue;
    kinds_after.insert(after.kind(i));
    if (!counterpart(after, i, before)) diff.changes.push_back(described(ConceptChange::added, after, i));
  }
  for (ConceptIndex i = 0; i < before.size(); ++i) {
    if (!is_referred_to(before.kind(i))) continue;
    kinds_before.insert(before.kind(i));
    if (auto changed = change_of(before, i, after)) {
      diff.changes.push_back(std::move(*changed));
    } else {
      ++diff.unchanged;
    }
  }
  std::set_difference(kinds_before.begin(), kinds_before.end(), kinds_after.begin(), kinds_after.end(),
                      std::back_inserter(diff.vanished_kinds));
  std::sort(diff.changes.begin(), diff.changes.end(), [](const ChangedConcept& left, const ChangedConcept& right) {
    return std::tie(left.change, left.kind, left.uri) < std::tie(right.change, right.kind, right.uri);
  });
  return diff;
}

Successors successors_of(const ReleaseDiff& diff, const Taxonomy& before, Proposals proposals) {
  Successors successors;
  for (const ChangedConcept& changed : diff.changes) {
    const bool holds = changed.basis == SuccessorBasis::declared ||
                       (changed.basis == SuccessorBasis::equal_label && proposals == Proposals::accept);
    if (!holds) continue;
    for (const std::string_view uri : before.uris(*before.find(changed.uri))) {
      successors.emplace(std::string(uri), changed.successor_uri);
    }
  }
  return successors;
}

}  // namespace passend::taxonomy
