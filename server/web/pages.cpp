// SPDX-License-Identifier: EUPL-1.2
#include "server/web/pages.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>

#include "indexer/base/error.hpp"

namespace passend::web {
namespace {

constexpr std::string_view not_built_page =
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Passend</title></head><body>\n"
    "<h1>The front end has not been built</h1>\n"
    "<p>The server works; its API is described at <a href=\"/v1/openapi.json\">/v1/openapi.json</a>.</p>\n"
    "<p>To build the pages: <code>cd server/web &amp;&amp; npm ci &amp;&amp; npm run build</code>, "
    "then build the program again.</p>\n</body></html>\n";

struct MediaType {
  std::string_view extension;
  std::string_view name;
};

constexpr std::array<MediaType, 15> media_types{{{".html", "text/html; charset=utf-8"},
                                                 {".js", "text/javascript; charset=utf-8"},
                                                 {".mjs", "text/javascript; charset=utf-8"},
                                                 {".css", "text/css; charset=utf-8"},
                                                 {".json", "application/json"},
                                                 {".map", "application/json"},
                                                 {".webmanifest", "application/manifest+json"},
                                                 {".svg", "image/svg+xml"},
                                                 {".png", "image/png"},
                                                 {".jpg", "image/jpeg"},
                                                 {".webp", "image/webp"},
                                                 {".ico", "image/x-icon"},
                                                 {".woff2", "font/woff2"},
                                                 {".woff", "font/woff"},
                                                 {".txt", "text/plain; charset=utf-8"}}};

std::string_view media_type_of(std::string_view path) {
  for (const MediaType& type : media_types) {
    if (path.ends_with(type.extension)) return type.name;
  }
  return "application/octet-stream";
}

std::string joined(const std::vector<std::string>& segments) {
  std::string path;
  for (const std::string& segment : segments) {
    if (!path.empty()) path += '/';
    path += segment;
  }
  return path;
}

http::Response page_response(std::string_view path, std::string_view bytes) {
  http::Response response;
  response.media_type = std::string(media_type_of(path));
  response.body = std::string(bytes);
  if (path.starts_with("assets/")) {
    response.fields.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
  }
  return response;
}

}  // namespace

http::Handler pages(std::span<const EmbeddedFile> files) {
  std::map<std::string, std::string_view, std::less<>> manifest;
  for (const EmbeddedFile& file : files) manifest.emplace(file.path, file.bytes);
  return [manifest](const http::Request& request, const http::PathParameters&) {
    const std::string path = joined(request.segments);
    if (const auto found = manifest.find(path); found != manifest.end()) return page_response(path, found->second);
    const bool looks_like_a_file = !request.segments.empty() && request.segments.back().find('.') != std::string::npos;
    if (looks_like_a_file) throw Error(ErrorCode::not_found, "There is no file with this name.");
    const auto index = manifest.find("index.html");
    return page_response("index.html", index == manifest.end() ? not_built_page : index->second);
  };
}

}  // namespace passend::web
