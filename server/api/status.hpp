// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>

#include "server/api/input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// RFC 9512
inline constexpr const char* yaml_media_type = "application/yaml";

struct NoInput {};
NoInput read_nothing(Input& input);

struct PoolState {
  std::int64_t position = 0;
  std::uint64_t candidates = 0;
  std::uint64_t vacancies = 0;
};

struct StatusOutput {
  std::string version;
  std::int64_t feed_position = 0;
  store::Counts counts;
  std::string taxonomy_name;
  std::string taxonomy_hash;
  std::uint64_t concepts = 0;  ///< Occupations, competences and credentials.
  index::IndexState index;
  PoolState pool;
};

/// GET /v1/status
struct GetStatus {
  const Services& services;
  StatusOutput operator()(const NoInput& input) const;
};

http::Response write_status(const StatusOutput& output, const NoInput& input, const Services& services);

/// GET /livez: the process answers. GET /readyz: new requests are welcome, else 503.
http::Response answer_livez();
http::Response answer_readyz(const http::Readiness& readiness);

/// GET /v1/openapi.json and GET /v1/openapi.yaml: the document of schemas/openapi/, open to every origin.
http::Response answer_openapi_json(const http::Request& request);
http::Response answer_openapi_yaml(const http::Request& request);

}  // namespace passend::api
