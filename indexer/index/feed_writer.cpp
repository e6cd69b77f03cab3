// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/feed_writer.hpp"

#include <algorithm>
#include <string>

#include "indexer/index/generations.hpp"
#include "indexer/index/metadata.hpp"
#include "indexer/index/record_documents.hpp"

namespace passend::index {
namespace {

/// The indexer sees search profiles and vacancies; the store refuses it a detail profile.
const store::Scope& scope() {
  static const store::Scope pseudonymous = store::Scope::pseudonymous();
  return pseudonymous;
}

void note_rules(DurableWriter& writer, const BuildRules& rules) {
  writer.note(metadata::schema, rules.schema);
  writer.note(metadata::stemmer, rules.stemmer);
  writer.note(metadata::taxonomy, rules.taxonomy);
  writer.note(metadata::library, rules.library);
}

void report(const ProgressSink& progress, const Progress& state) {
  if (progress) progress(state);
}

}  // namespace

FeedWriter::FeedWriter(const std::filesystem::path& generation, DurableWriter::Start start, store::Store& store,
                       const taxonomy::Taxonomy& taxonomy)
    : candidates_(corpus_path(generation, Corpus::candidates), start),
      vacancies_(corpus_path(generation, Corpus::vacancies), start),
      store_(store),
      resolver_(taxonomy) {}

template <class Work>
void FeedWriter::write(Work work) {
  writing_ = true;
  work();
  writing_ = false;
}

std::int64_t FeedWriter::apply_after(std::int64_t position, std::uint64_t total, const ProgressSink& progress) {
  std::uint64_t done = 0;
  for (;;) {
    const auto page = store_.changes(position, DurableWriter::max_batch);
    if (page.empty()) return position;
    for (const store::Change& change : page) {
      apply(change);
      if (++done % 100 == 0) report(progress, {"index records", done, std::max(done, total), "records"});
    }
    position = page.back().position;
    commit(position);
    report(progress, {"index records", done, std::max(done, total), "records"});
  }
}

/// The record is read as it is now, which may be newer than the change: the newer change follows and finds it done.
void FeedWriter::apply(const store::Change& change) {
  // A vacancy carries the name of its employer itself.
  if (change.kind != store::RecordKind::portfolio && change.kind != store::RecordKind::vacancy) return;
  if (change.kind == store::RecordKind::portfolio) {
    const auto found = change.erased ? std::nullopt : store_.search_profile(CandidateId{change.id}, scope());
    if (!found) return write([&] { candidates_.erase(change.id); });
    const Document document = candidate_document(found->record, found->version, resolver_);
    return write([&] { candidates_.put(document); });
  }
  const auto found = change.erased ? std::nullopt : store_.vacancy(VacancyId{change.id}, scope());
  if (!found) return write([&] { vacancies_.erase(change.id); });
  const Document document = vacancy_document(found->record, found->version, resolver_);
  write([&] { vacancies_.put(document); });
}

void FeedWriter::commit(std::int64_t position) {
  write([&] {
    for (DurableWriter* writer : {&candidates_, &vacancies_}) {
      writer->note(metadata::position, std::to_string(position));
      writer->commit();
    }
  });
}

void FeedWriter::finish(const BuildRules& rules, std::int64_t position) {
  write([&] {
    note_rules(candidates_, rules);
    note_rules(vacancies_, rules);
  });
  commit(position);
}

}  // namespace passend::index
