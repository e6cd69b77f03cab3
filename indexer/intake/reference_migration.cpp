// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/reference_migration.hpp"

#include <algorithm>

namespace passend::intake {
namespace {

constexpr std::size_t at_a_time = 10'000;
/// What ConceptRef holds (indexer/model/values.hpp). Labels of a taxonomy are far shorter.
constexpr std::size_t longest_label_bytes = 200;

class Rewriter {
 public:
  explicit Rewriter(const Migration& migration) : migration_(migration) {}

  void visit(SearchProfile& profile) {
    if (profile.wanted_occupations) {
      for (ConceptRef& reference : *profile.wanted_occupations) visit(reference);
    }
    if (profile.experience) {
      for (WorkExperience& experience : *profile.experience) visit(experience.occupation);
    }
    if (profile.competences) {
      for (HeldCompetence& held : *profile.competences) visit(held.competence);
    }
    if (profile.credentials) {
      for (HeldCredential& held : *profile.credentials) visit(held.credential);
    }
  }

  void visit(Vacancy& vacancy) {
    if (vacancy.occupation) visit(*vacancy.occupation);
    if (vacancy.competences) {
      for (DemandedCompetence& demanded : *vacancy.competences) visit(demanded.competence);
    }
    if (vacancy.credentials) {
      for (DemandedCredential& demanded : *vacancy.credentials) visit(demanded.credential);
    }
  }

  MigrationReport report;

 private:
  void visit(ConceptRef& reference) {
    if (reference.uri.empty()) return;
    if (const auto found = migration_.successors.find(reference.uri); found != migration_.successors.end()) {
      reference.uri = found->second;
      ++report.references_rewritten;
      return;
    }
    if (migration_.after.find(reference.uri)) return;
    const auto retired = migration_.before.find(reference.uri);
    if (!retired) return;
    const std::string label(migration_.before.label(*retired, "nl"));
    ++report.references_kept;
    ++report.kept[label];
    if (reference.label.empty() && label.size() <= longest_label_bytes) reference.label = label;
  }

  const Migration& migration_;
};

class Migrator {
 public:
  Migrator(store::Store& store, const Migration& migration, MigrationMode mode)
      : store_(store),
        rewriter_(migration),
        mode_(mode),
        actor_{"cli:taxonomy-import", "references follow " + std::string(migration.after.name()).substr(0, 120)} {}

  MigrationReport run(const ProgressSink& progress) {
    const auto [last, counts] = store_.state();
    const auto total = static_cast<std::uint64_t>(counts.portfolios + counts.vacancies);
    std::int64_t position = 0;
    for (;;) {
      const auto changes = store_.changes(position, at_a_time);
      for (const store::Change& change : changes) {
        // What comes after the start is what this migration wrote itself.
        if (change.position > last) return rewriter_.report;
        if (!change.erased) migrate(change);
        if (progress) progress({"migrate references", rewriter_.report.records_read, total, "records"});
      }
      if (changes.size() < at_a_time) return rewriter_.report;
      position = changes.back().position;
    }
  }

 private:
  void migrate(const store::Change& change) {
    const auto scope = store::Scope::operator_of_this_machine();
    if (change.kind == store::RecordKind::portfolio) {
      const auto stored = store_.search_profile({change.id}, scope);
      if (!stored) return;
      ++rewriter_.report.records_read;
      SearchProfile profile = stored->record;
      rewriter_.visit(profile);
      if (profile == stored->record || !count_rewritten()) return;
      // Only who is rewritten is unsealed, since that is a reading that the audit shows.
      const auto detail = store_.detail_profile({change.id}, scope, actor_);
      if (detail) store_.write({store::Record(Portfolio{std::move(profile), *detail})}, actor_);
    } else if (change.kind == store::RecordKind::vacancy) {
      const auto stored = store_.vacancy({change.id}, scope);
      if (!stored) return;
      ++rewriter_.report.records_read;
      Vacancy vacancy = stored->record;
      rewriter_.visit(vacancy);
      if (vacancy == stored->record || !count_rewritten()) return;
      store_.write({store::Record(std::move(vacancy))}, actor_);
    }
  }

  /// Whether it is to be written as well.
  bool count_rewritten() {
    ++rewriter_.report.records_rewritten;
    return mode_ == MigrationMode::rewrite;
  }

  store::Store& store_;
  Rewriter rewriter_;
  MigrationMode mode_;
  store::Actor actor_;
};

}  // namespace

MigrationReport migrate_references(store::Store& store, const Migration& migration, MigrationMode mode,
                                   const ProgressSink& progress) {
  return Migrator(store, migration, mode).run(progress);
}

}  // namespace passend::intake
