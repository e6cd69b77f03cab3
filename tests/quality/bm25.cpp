// SPDX-License-Identifier: EUPL-1.2
#include <xapian.h>

#include <cmath>
#include <memory>

#include "indexer/text/words.hpp"
#include "tests/quality/baselines.hpp"

namespace passend::quality {

Ranker bm25(const Dataset& dataset) {
  const auto database = std::make_shared<Xapian::WritableDatabase>("", Xapian::DB_BACKEND_INMEMORY);
  for (const Element& label : dataset.labels) {
    Xapian::Document document;
    for (const text::Word& word : text::words(label.text)) document.add_term(word.form);
    database->add_document(document);
  }
  return [database](std::string_view text) {
    std::vector<std::string> terms;
    for (const text::Word& word : text::words(text)) terms.push_back(word.form);
    Xapian::Enquire enquire(*database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
    enquire.set_weighting_scheme(Xapian::BM25Weight());
    Ranking ranking;
    const Xapian::MSet found = enquire.get_mset(0, database->get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      ranking.push_back({*hit - 1, std::llround(hit.get_weight() * 1e6)});
    }
    return ranking;
  };
}

}  // namespace passend::quality
