// SPDX-License-Identifier: EUPL-1.2
#include "server/http/events.hpp"

namespace passend::http {
namespace {

constexpr const char* come_back_after = "retry: 3000\n\n";

}  // namespace

std::string to_text(const Event& event) {
  std::string text;
  if (!event.id.empty()) text += "id: " + event.id + '\n';
  if (!event.name.empty()) text += "event: " + event.name + '\n';
  std::string_view rest = event.data;
  while (true) {
    const std::size_t end = rest.find('\n');
    text.append("data: ").append(rest.substr(0, end)) += '\n';
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return text + '\n';
}

Response event_stream(std::shared_ptr<Pieces> events, std::shared_ptr<Bell> bell) {
  Response response;
  response.media_type = event_stream_type;
  // nginx would keep events back until it has a buffer full of them.
  response.fields.push_back({"X-Accel-Buffering", "no"});
  response.body = come_back_after;
  response.pieces = std::move(events);
  response.bell = std::move(bell);
  return response;
}

}  // namespace passend::http
