// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/endpoint.hpp"

#include "indexer/base/error.hpp"

namespace passend::embed {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::configuration, "the address of the embeddings endpoint " + why +
                                            "; give it like http://127.0.0.1:8081 or https://host/v1");
}

fetch::Url parse(std::string_view url) {
  try {
    return fetch::parse_url(url);
  } catch (const Error& error) {
    refuse(error.what());
  }
}

std::string path_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.ends_with("/embeddings")) return std::string(path);
  return std::string(path) + (path.ends_with("/v1") ? "/embeddings" : "/v1/embeddings");
}

}  // namespace

fetch::Url parse_endpoint(std::string_view url, PlainHttp plain) {
  fetch::Url endpoint = parse(url);
  if (endpoint.target.find('?') != std::string::npos) refuse("holds a query");
  endpoint.target = path_of(endpoint.target);
  if (plain == PlainHttp::this_machine_only && !fetch::is_protected(endpoint)) {
    throw Error(
        ErrorCode::configuration,
        "'" + to_text(endpoint) +
            "' would send texts over the network in the open: use https, an address of this machine (127.0.0.1, "
            "::1, localhost), or allow it with --embedder-allow-plain-http where the network itself is safe");
  }
  return endpoint;
}

}  // namespace passend::embed
