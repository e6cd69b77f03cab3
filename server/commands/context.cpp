// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/context.hpp"

#include <ostream>

#include "indexer/base/error.hpp"
#include "indexer/pool/builder.hpp"

namespace passend::commands {

void Context::print_json(const std::string& document) {
  out_ << document << '\n';
  has_answered_ = true;
}

namespace {

/// A server writes for milliseconds, an audit row or a correction: that is no reason to refuse.
constexpr auto patience = std::chrono::seconds(1);

}  // namespace

std::unique_ptr<store::Store> Context::create_or_open_store() const {
  std::filesystem::create_directories(key_file().parent_path());
  std::filesystem::permissions(key_file().parent_path(), std::filesystem::perms::owner_all);
  return store::open_sqlite_store({.directory = store_directory(),
                                   .key_file = key_file(),
                                   .missing_key = store::MissingKey::create,
                                   .patience = patience});
}

std::unique_ptr<store::Store> Context::open_store(store::Access access) const {
  if (!std::filesystem::exists(store_directory())) {
    throw Error(ErrorCode::file_missing, "there is no store in '" + data.string() +
                                             "': import something first (passend import FILE), or name another data "
                                             "directory with --data or PASSEND_DATA");
  }
  return store::open_sqlite_store(
      {.directory = store_directory(), .key_file = key_file(), .access = access, .patience = patience});
}

std::shared_ptr<const taxonomy::Taxonomy> Context::open_taxonomy() const {
  if (!std::filesystem::exists(taxonomy_file())) {
    throw Error(ErrorCode::taxonomy_missing,
                "no taxonomy has been imported into '" + data.string() +
                    "': run `passend taxonomy import --starter fixtures/taxonomy`, or --esco with an ESCO directory");
  }
  return std::make_shared<const taxonomy::Taxonomy>(taxonomy::Taxonomy::open(taxonomy_file()));
}

std::shared_ptr<const geo::PostcodeTable> Context::open_postcodes() {
  if (!std::filesystem::exists(postcodes_file())) {
    progress_.remark("no postcodes have been imported (passend geo import FILE): distances are unknown");
    return std::make_shared<const geo::PostcodeTable>();
  }
  return std::make_shared<const geo::PostcodeTable>(geo::PostcodeTable::load(postcodes_file()));
}

std::shared_ptr<const pool::Pool> Context::open_pool(store::Store& store, const ProgressSink& progress) {
  return pool::Builder(open_taxonomy(), open_postcodes()).open_or_build(pool_directory(), store, progress);
}

}  // namespace passend::commands
