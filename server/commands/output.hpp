// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/embed/concept_linker.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/model/import_report.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/run/replay.hpp"

/// What commands print: a table for people, one JSON document for programs.
namespace passend::commands {

/// Columns as wide as their widest cell; columns whose heading starts with '>' are set flush right.
void print_table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows,
                 std::ostream& out);

/// "name: value" lines, values aligned.
void print_facts(const std::vector<std::pair<std::string, std::string>>& facts, std::ostream& out);

/// One line of CSV (RFC 4180) with its end. A cell that a spreadsheet would take for a formula gets an apostrophe.
std::string csv_line(const std::vector<std::string>& cells);

/// A link with its reasons; none when nobody asked for them.
struct ExplainedLink {
  taxonomy::Link link;
  std::vector<taxonomy::LinkFact> facts;
  std::optional<embed::Contribution> embedding;
};

/// The links of a text. With an embedder it says whether that helped.
struct LinkAnswer {
  std::vector<ExplainedLink> links;
  std::optional<embed::Help> help;
};

void print_error(const Error& error, std::ostream& out);

std::string to_json(const taxonomy::Taxonomy& taxonomy, taxonomy::ConceptIndex index);
/// The answers to one text; `text` stands in front when it is one of many.
std::string to_json(const taxonomy::Taxonomy& taxonomy, const LinkAnswer& answer);
std::string to_json(const taxonomy::Taxonomy& taxonomy, const std::string& text, const LinkAnswer& answer);
std::string to_json(const index::IndexState& state);
std::string to_json(const index::VerifyReport& report);
std::string to_json(const store::CheckReport& report);
std::string to_json(const store::AuditReport& report);
std::string to_json(const run::Replay& replay);
/// {"name": number, ...}
std::string to_json(const std::vector<std::pair<std::string, std::uint64_t>>& counts);

std::string_view to_text(taxonomy::ConceptKind kind);

}  // namespace passend::commands
