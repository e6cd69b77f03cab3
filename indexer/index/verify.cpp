// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/verify.hpp"

#include <algorithm>
#include <vector>

#include "indexer/index/index_reader.hpp"

namespace passend::index {
namespace {

constexpr std::size_t most_problems = 100;
constexpr std::size_t page_size = 10'000;

struct Expected {
  Id128 id;
  std::int64_t version = 0;
  std::int64_t position = 0;
  bool erased = false;
};

void read_changes(store::Store& store, store::RecordKind kind, std::int64_t position, std::vector<Expected>& records) {
  for (;;) {
    const auto page = store.changes(position, page_size);
    if (page.empty()) return;
    for (const store::Change& change : page) {
      if (change.kind == kind) records.push_back({change.id, change.version, change.position, change.erased});
    }
    position = page.back().position;
  }
}

/// The newest change of each record of a kind, by rising id: of the living ones, and of those that were erased after
/// the position that the index covers.
std::vector<Expected> newest_changes(store::Store& store, store::RecordKind kind, std::int64_t covered) {
  std::vector<Expected> records;
  read_changes(store, kind, 0, records);
  read_changes(store, kind, covered, records);
  std::sort(records.begin(), records.end(),
            [](const Expected& a, const Expected& b) { return a.id != b.id ? a.id < b.id : a.position > b.position; });
  // A record can stand twice; the newest row counts.
  const auto same = [](const Expected& a, const Expected& b) { return a.id == b.id; };
  records.erase(std::unique(records.begin(), records.end(), same), records.end());
  return records;
}

class Comparison {
 public:
  Comparison(VerifyReport& report, store::Store& store, Corpus corpus, const std::vector<Expected>& records)
      : report_(report), store_(store), corpus_(corpus), next_(records.begin()), end_(records.end()) {}

  void indexed(const Id128& id, std::int64_t version) {
    while (next_ != end_ && next_->id < id) missing(*next_++);
    ++report_.compared;
    if (next_ == end_ || next_->id != id) return problem(id, "is in the index but not in the store");
    const Expected& record = *next_++;
    if (record.position > report_.state.position) return;
    if (record.erased) return problem(id, "is erased from the store but still in the index");
    if (record.version == version) return;
    problem(id, "has version " + std::to_string(version) + " in the index and " + std::to_string(record.version) +
                    " in the store");
  }

  void end() {
    while (next_ != end_) missing(*next_++);
  }

 private:
  void missing(const Expected& record) {
    if (record.erased || is_restricted(record)) return;
    ++report_.compared;
    if (record.position <= report_.state.position) problem(record.id, "is in the store but not in the index");
  }

  /// The person had their record restricted, so that it is not to be found.
  bool is_restricted(const Expected& record) {
    return corpus_ == Corpus::candidates && !store_.search_profile({record.id}, store::Scope::pseudonymous());
  }

  void problem(const Id128& id, const std::string& what) {
    if (report_.problems.size() < most_problems) {
      report_.problems.push_back(std::string(name_of(corpus_)) + ' ' + to_text(id) + ' ' + what);
    }
  }

  VerifyReport& report_;
  store::Store& store_;
  Corpus corpus_;
  std::vector<Expected>::const_iterator next_;
  std::vector<Expected>::const_iterator end_;
};

void compare(VerifyReport& report, const std::filesystem::path& generation, store::Store& store, Corpus corpus,
             const std::vector<Expected>& records) {
  Comparison comparison(report, store, corpus, records);
  visit_versions(generation, corpus, [&](const Id128& id, std::int64_t version) { comparison.indexed(id, version); });
  comparison.end();
}

}  // namespace

VerifyReport compare_with_store(const std::filesystem::path& generation, store::Store& store) {
  VerifyReport report;
  report.state = read_generation(generation);
  const std::int64_t covered = report.state.position;
  compare(report, generation, store, Corpus::candidates, newest_changes(store, store::RecordKind::portfolio, covered));
  compare(report, generation, store, Corpus::vacancies, newest_changes(store, store::RecordKind::vacancy, covered));
  return report;
}

}  // namespace passend::index
