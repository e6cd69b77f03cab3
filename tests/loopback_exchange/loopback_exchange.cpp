// SPDX-License-Identifier: EUPL-1.2
#include "tests/loopback_exchange/loopback_exchange.hpp"

#include <nlohmann/json.hpp>

#include "indexer/store/sqlite_store.hpp"
#include "server/http/router.hpp"
#include "server/vum/source.hpp"

namespace passend::test {
namespace {

using Json = nlohmann::json;

constexpr const char* mediator_oin = "00000001000000000002";
constexpr const char* source_oin = "00000001000000000001";

/// The exchange knows a record by an id of its own.
void rename_id(Json& record) {
  for (const char* name : {"idWerkzoekende", "idVacature"}) {
    if (!record.contains(name)) continue;
    record["vumID"] = record[name];
    record.erase(name);
  }
}

std::string as_the_exchange_says_it(const std::string& body) {
  Json answer = Json::parse(body);
  if (!answer.contains("matches")) return Json{{"bronID", source_oin}, {"werkzoekende", answer}}.dump();
  for (Json& match : answer["matches"]) rename_id(match);
  answer["vraagID"] = "1";
  return answer.dump();
}

}  // namespace

LoopbackExchange::LoopbackExchange(const geo::PostcodeTable& postcodes) {
  store::StoreOptions options;
  options.directory = directory_.path() / "store";
  options.key_file = directory_.path() / "detail.key";
  options.missing_key = store::MissingKey::create;
  store_ = store::open_sqlite_store(options);
  read_log_ = store::open_read_log(directory_.path() / "reads", store::ReadLogAccess::read_write);
  auto routes = vum_source::make_routes({.store = *store_,
                                         .postcodes = postcodes,
                                         .read_log = *read_log_,
                                         .activity_base = "urn:passend:activity:",
                                         .parties = {.own_oin = source_oin, .may_ask = {mediator_oin}}});
  for (http::Route& route : routes) route.handler = passed_on(route.handler);
  http::ServerOptions server_options;
  server_options.port = 0;
  server_options.budgets.requests = {};
  server_options.api_version = "3.0.0";
  server_.emplace(server_options, http::Router(std::move(routes), {}), readiness_);
  server_->start();
}

void LoopbackExchange::write(store::Record record) {
  store_->write({std::move(record)}, {"test", "elsewhere"});
}

vum_mediator::ExchangeAccess LoopbackExchange::access() const {
  return {.url = "http://127.0.0.1:" + std::to_string(server_->port()) + "/vum/v3",
          .own_oin = mediator_oin,
          .to_party = source_oin,
          .via_party = mediator_oin};
}

std::vector<std::string> LoopbackExchange::questions() const {
  const std::lock_guard lock(mutex_);
  return questions_;
}

http::Handler LoopbackExchange::passed_on(http::Handler source) {
  return [this, source = std::move(source)](const http::Request& asked, const http::PathParameters& path) {
    http::Request request = asked;
    // Whether the asker is a SUWI party is known to the exchange, which tells its sources.
    request.fields.push_back({"X-VUM-SUWIparty", "true"});
    if (request.method == http::Method::post) {
      const std::lock_guard lock(mutex_);
      questions_.push_back(request.body);
    }
    http::Response response = source(request, path);
    if (response.status == 200) response.body = as_the_exchange_says_it(response.body);
    return response;
  };
}

}  // namespace passend::test
