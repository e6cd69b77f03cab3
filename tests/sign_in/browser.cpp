// SPDX-License-Identifier: EUPL-1.2
#include "tests/sign_in/browser.hpp"

#include <chrono>

#include "indexer/fetch/url.hpp"
#include "server/http/message.hpp"

namespace passend::test {
namespace {

constexpr std::chrono::seconds patience{60};

std::string resolved(const std::string& base, const std::string& location) {
  if (!location.starts_with('/')) return location;
  fetch::Url url = fetch::parse_url(base);
  url.target = location;
  return to_text(url);
}

}  // namespace

fetch::Answer Browser::post(const std::string& url, std::vector<fetch::Field> fields) {
  return ask({.method = fetch::Method::post, .url = url, .fields = std::move(fields)});
}

fetch::Answer Browser::ask(fetch::Request request) {
  auto& jar = cookies_[fetch::parse_url(request.url).host];
  std::string line;
  for (const auto& [name, value] : jar) line += (line.empty() ? "" : "; ") + name + "=" + value;
  if (!line.empty()) request.fields.push_back({"Cookie", line});
  fetch::Answer answer = fetch::send(request, {.limits = {.connect = patience, .total = patience}});
  for (const fetch::Field& field : answer.fields) {
    if (!http::equal_without_case(field.name, "Set-Cookie")) continue;
    const std::size_t equals = field.value.find('=');
    const std::string name = field.value.substr(0, equals);
    const std::string value = field.value.substr(equals + 1, field.value.find(';') - equals - 1);
    if (value.empty()) {
      jar.erase(name);
    } else {
      jar[name] = value;
    }
  }
  return answer;
}

Browser::Place Browser::follow(const std::string& url, fetch::Answer answer, const std::string& stop) {
  Place place{url, std::move(answer)};
  while (place.answer.status >= 300 && place.answer.status < 400) {
    const std::string next = resolved(place.url, std::string(place.answer.header("Location").value_or("")));
    place.url = next;
    if (next.starts_with(stop)) return place;
    place.answer = get(next);
  }
  return place;
}

std::string Browser::cookie(const std::string& host, const std::string& name) const {
  const auto jar = cookies_.find(host);
  if (jar == cookies_.end()) return {};
  const auto found = jar->second.find(name);
  return found == jar->second.end() ? std::string() : found->second;
}

}  // namespace passend::test
