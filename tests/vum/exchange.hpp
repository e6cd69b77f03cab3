// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/geo/postcodes.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "server/http/router.hpp"
#include "server/vum/contact_moments.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::test {

using Json = nlohmann::json;

inline constexpr const char* own_oin = "00000001000000000001";
inline constexpr const char* asker = "00000001000000000002";
inline constexpr const char* other_asker = "00000001000000000003";
inline constexpr const char* candidates_path = "/vum/v3/werkzoekendeProfielen";
inline constexpr const char* vacancies_path = "/vum/v3/vacatures";
inline constexpr const char* contact_moments_path = "/vum/v3/werkgeverscontactmomenten";

/// A store and the VUM routes over it, asked without a socket.
class Exchange {
 public:
  explicit Exchange(const std::filesystem::path& postcodes_file,
                    std::optional<vum_source::ContactMomentCodes> contact_moments = {});

  void write(store::Record record);
  void write(store::Casework record);
  void erase(store::RecordKind kind, const Id128& id);
  /// Somebody else has the store for writing until the import ends.
  void begin_import();
  void end_import();

  /// A call as the reverse proxy passes it on, with every header that VUM requires.
  static http::Request call(http::Method method, const std::string& target, const std::string& body = {});
  static http::Request from(http::Request request, const std::string& header, const std::optional<std::string>& value);

  http::Response answer(const http::Request& request) const { return router->answer(request); }
  /// Asks as `asker`; `question` is the vraagObject.
  http::Response ask(const char* path, const Json& question) const;
  http::Response open(const char* path, const std::string& id, const char* party = asker) const;

  TemporaryDirectory directory;
  geo::PostcodeTable postcodes;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::ReadLog> read_log;
  Timestamp clock;  ///< 2 November 2026 at first.
  std::optional<http::Router> router;

 private:
  store::StoreOptions options_;
  std::unique_ptr<store::Store> import_;
};

/// What breaks the contract of VUM in a body, by the name of a schema or a whole one; empty: nothing.
std::string violations_of(const Json& body, const Json& schema, const Json& contract);

}  // namespace passend::test
