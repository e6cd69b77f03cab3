// SPDX-License-Identifier: EUPL-1.2
#include "tests/vum/exchange.hpp"

#include <algorithm>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "indexer/store/sqlite_store.hpp"
#include "server/http/target.hpp"
#include "server/vum/source.hpp"

namespace passend::test {

namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

}  // namespace

Exchange::Exchange(const std::filesystem::path& postcodes_file,
                   std::optional<vum_source::ContactMomentCodes> contact_moments)
    : postcodes(geo::PostcodeTable::load(postcodes_file)), clock{Date::of(2026, 11, 2)->days * day_ms} {
  options_.directory = directory.path() / "store";
  options_.key_file = directory.path() / "detail.key";
  options_.missing_key = store::MissingKey::create;
  begin_import();
  end_import();
  auto sharing = options_;
  sharing.access = store::Access::shared;
  store = store::open_sqlite_store(sharing);
  read_log = store::open_read_log(directory.path() / "reads", store::ReadLogAccess::read_write);
  router.emplace(vum_source::make_routes({.store = *store,
                                          .postcodes = postcodes,
                                          .read_log = *read_log,
                                          .activity_base = "urn:passend:activity:",
                                          .parties = {.own_oin = own_oin, .may_ask = {asker, other_asker}},
                                          .contact_moments = std::move(contact_moments),
                                          .clock = [this] { return clock; }}),
                 http::Handler{});
}

void Exchange::begin_import() {
  import_ = store::open_sqlite_store(options_);
}

void Exchange::end_import() {
  import_.reset();
}

void Exchange::write(store::Record record) {
  store->write({std::move(record)}, {"test", "load"});
}

void Exchange::write(store::Casework record) {
  store->write({std::move(record)}, {"test", "note"});
}

void Exchange::erase(store::RecordKind kind, const Id128& id) {
  store->write({store::Erasure{kind, id}}, {"test", "erase"});
}

http::Request Exchange::call(http::Method method, const std::string& target, const std::string& body) {
  http::Request request;
  request.method = method;
  request.target = target;
  request.segments = http::parse_target(target).segments;
  request.body = body;
  request.peer = "127.0.0.1";
  request.fields = {{"Host", "localhost"},           {"Content-Type", "application/json"},
                    {"API-Version", "3.0.0"},        {"x-vum-berichtversie", "3.0.0"},
                    {"X-VUM-fromParty", asker},      {"X-VUM-toParty", own_oin},
                    {"X-VUM-viaParty", other_asker}, {"X-VUM-SUWIparty", "true"}};
  return request;
}

http::Request Exchange::from(http::Request request, const std::string& header,
                             const std::optional<std::string>& value) {
  std::erase_if(request.fields, [&](const auto& field) { return http::equal_without_case(field.name, header); });
  if (value) request.fields.push_back({header, *value});
  return request;
}

http::Response Exchange::ask(const char* path, const Json& question) const {
  const Json body{{"vraagObject", question}};
  return answer(call(http::Method::post, std::string(path) + "/matches", body.dump()));
}

http::Response Exchange::open(const char* path, const std::string& id, const char* party) const {
  return answer(from(call(http::Method::get, std::string(path) + "/" + id), "X-VUM-fromParty", party));
}

std::string violations_of(const Json& body, const Json& schema, const Json& contract) {
  const Json root{{"components", contract.at("components")}, {"allOf", Json::array({schema})}};
  valijson::Schema parsed;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(root), parsed);
  valijson::Validator validator;
  valijson::ValidationResults results;
  if (validator.validate(parsed, valijson::adapters::NlohmannJsonAdapter(body), &results)) return "";
  std::string text;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) text += part;
    text += ": " + error.description + '\n';
  }
  return text;
}

}  // namespace passend::test
