// SPDX-License-Identifier: EUPL-1.2
#include "server/api/status.hpp"

#include <tuple>

#include "server/api/openapi_document.hpp"

namespace passend::api {

NoInput read_nothing(Input&) {
  return {};
}

StatusOutput GetStatus::operator()(const NoInput&) const {
  StatusOutput output;
  output.version = services.version;
  std::tie(output.feed_position, output.counts) = services.store.state();
  output.taxonomy_name = services.taxonomy.name();
  output.taxonomy_hash = services.taxonomy.hash();
  output.concepts = services.suggester.concepts();
  output.index = services.index_state();
  const auto engine = services.current_engine();
  output.pool = {engine->pool().position(), engine->pool().candidate_count(), engine->pool().vacancy_count()};
  return output;
}

http::Response answer_livez() {
  http::Response response;
  response.body = R"({"status":"live"})";
  return response;
}

http::Response answer_readyz(const http::Readiness& readiness) {
  if (!readiness.is_ready()) throw Error(ErrorCode::overloaded, "The server is stopping; send requests elsewhere.");
  http::Response response;
  response.body = R"({"status":"ready"})";
  return response;
}

http::Response answer_openapi() {
  http::Response response;
  response.fields.push_back({"Access-Control-Allow-Origin", "*"});
  response.body = openapi_document();
  return response;
}

}  // namespace passend::api
