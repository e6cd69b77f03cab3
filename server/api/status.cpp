// SPDX-License-Identifier: EUPL-1.2
#include "server/api/status.hpp"

#include <tuple>

#include "server/api/openapi_document.hpp"
#include "server/http/conditional.hpp"

namespace passend::api {
namespace {

http::Response answer_document(const http::Request& request, std::string_view media_type, std::string_view document) {
  http::Response response;
  response.fields = {{"Access-Control-Allow-Origin", "*"}, {"Access-Control-Expose-Headers", "API-Version, ETag"}};
  response.media_type = media_type;
  response.body = document;
  return http::answer_conditionally(request, std::move(response));
}

}  // namespace

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
  const auto engine = services.current_engine(nullptr);
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

http::Response answer_openapi_json(const http::Request& request) {
  return answer_document(request, "application/json", openapi_document());
}

http::Response answer_openapi_yaml(const http::Request& request) {
  return answer_document(request, yaml_media_type, openapi_source());
}

}  // namespace passend::api
