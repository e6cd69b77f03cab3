// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/xapian_contestants.hpp"

#include <xapian.h>

#include <algorithm>
#include <cmath>

#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

namespace fs = std::filesystem;

std::string term_of(std::uint32_t competence) {
  return "c" + std::to_string(competence);
}

void make_index(const Arena& arena, const fs::path& folder) {
  if (fs::exists(folder)) return;
  const fs::path raw = folder.string() + ".raw";
  fs::remove_all(raw);
  {
    Xapian::WritableDatabase database(raw.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    for (std::uint32_t row = 0; row < arena.holdings.rows(); ++row) {
      Xapian::Document document;
      for (const std::uint32_t competence : arena.holdings.of(row)) document.add_boolean_term(term_of(competence));
      database.replace_document(row + 1, document);
    }
    database.commit();
    database.compact(folder.string() + ".new", Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULLER);
  }
  fs::rename(folder.string() + ".new", folder);
  fs::remove_all(raw);
}

/// A term is worth what OP_SCALE_WEIGHT says, wherever it stands.
class ConstantWeight final : public Xapian::Weight {
 public:
  ConstantWeight* clone() const override { return new ConstantWeight; }
  void init(double factor) override { factor_ = factor; }
  std::string name() const override { return "constant"; }
  double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override { return factor_; }
  double get_maxpart() const override { return factor_; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double factor_ = 0;
};

/// The people who hold any answer to one demand, each with the points of the best one.
class DemandSource final : public Xapian::PostingSource {
 public:
  explicit DemandSource(scan::DemandAnswers answers) : answers_(std::move(answers)) {
    std::sort(answers_.begin(), answers_.end(),
              [](const scan::Answer& a, const scan::Answer& b) { return a.points > b.points; });
  }
  PostingSource* clone() const override { return new DemandSource(answers_); }

  void init(const Xapian::Database& database) override {
    lists_.clear();
    most_ = 0;
    least_ = 0;
    for (const auto& answer : answers_) {
      const std::string term = term_of(answer.competence);
      const auto frequency = database.get_termfreq(term);
      least_ = std::max(least_, frequency);
      most_ += frequency;
      lists_.push_back({database.postlist_begin(term), database.postlist_end(term), answer.points});
    }
    most_ = std::min(most_, database.get_doccount());
    at_ = 0;
    set_maxweight(answers_.empty() ? 0 : answers_.front().points);
  }
  Xapian::doccount get_termfreq_min() const override { return least_; }
  Xapian::doccount get_termfreq_est() const override { return most_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }

  void next(double) override {
    for (auto& list : lists_) {
      if (list.at != list.end && *list.at == at_) ++list.at;
    }
    settle();
  }
  void skip_to(Xapian::docid target, double) override {
    if (target <= at_) return;
    for (auto& list : lists_) {
      if (list.at != list.end && *list.at < target) list.at.skip_to(target);
    }
    settle();
  }
  bool at_end() const override { return best_ == nullptr; }
  Xapian::docid get_docid() const override { return at_; }
  double get_weight() const override { return best_->points; }

 private:
  struct List {
    Xapian::PostingIterator at;
    Xapian::PostingIterator end;
    std::uint32_t points = 0;
  };

  /// On the lowest document of all lists; of those on it the first is the best.
  void settle() {
    best_ = nullptr;
    for (const auto& list : lists_) {
      if (list.at == list.end || (best_ != nullptr && *list.at >= at_)) continue;
      at_ = *list.at;
      best_ = &list;
    }
  }

  scan::DemandAnswers answers_;
  std::vector<List> lists_;
  const List* best_ = nullptr;
  Xapian::docid at_ = 0;
  Xapian::doccount least_ = 0;
  Xapian::doccount most_ = 0;
};

std::vector<scan::CompetenceHit> hits_of(const Xapian::MSet& matches) {
  std::vector<scan::CompetenceHit> hits;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    hits.push_back({*match - 1, static_cast<std::uint32_t>(std::lround(match.get_weight()))});
  }
  return hits;
}

class XapianContestant : public Contestant {
 public:
  XapianContestant(const Arena& arena, const fs::path& folder, Line line)
      : arena_(arena), database_(folder.string()), line_(std::move(line)) {}

  const Line& line() const override { return line_; }

  TimedAnswer answer(std::size_t query) override {
    TimedAnswer answer;
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(ConstantWeight());
    enquire.set_query(query_of(arena_.queries[query]));
    answer.milliseconds = milliseconds_of([&] { answer.hits = hits_of(enquire.get_mset(0, listed)); });
    return answer;
  }

 protected:
  virtual Xapian::Query query_of(const CompetenceQuery& query) const = 0;

 private:
  Arena arena_;
  Xapian::Database database_;
  Line line_;
};

class PlainOr final : public XapianContestant {
 public:
  using XapianContestant::XapianContestant;

 private:
  Xapian::Query query_of(const CompetenceQuery& query) const override {
    std::vector<Xapian::Query> terms;
    for (const auto& demand : query) {
      for (const auto& answer : demand) {
        terms.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term_of(answer.competence)), answer.points);
      }
    }
    return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
  }
};

class OrOfSources final : public XapianContestant {
 public:
  using XapianContestant::XapianContestant;

 private:
  Xapian::Query query_of(const CompetenceQuery& query) const override {
    std::vector<Xapian::Query> demands;
    for (const auto& demand : query) demands.emplace_back((new DemandSource(demand))->release());
    return {Xapian::Query::OP_OR, demands.begin(), demands.end()};
  }
};

}  // namespace

Contestants xapian_contestants(const Arena& arena) {
  const fs::path folder = arena.folder / "xapian";
  make_index(arena, folder);
  const std::string name = std::string("Xapian ") + Xapian::version_string();
  Contestants contestants;
  contestants.push_back(std::make_unique<PlainOr>(
      arena, folder,
      Line{.name = name + ", OP_OR of terms", .scores = Scores::own, .note = "adds up all answers held"}));
  contestants.push_back(
      std::make_unique<OrOfSources>(arena, folder, Line{.name = name + ", OP_OR of posting sources"}));
  return contestants;
}

}  // namespace passend::bench
