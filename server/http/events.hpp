// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "server/http/bell.hpp"
#include "server/http/message.hpp"
#include "server/http/pieces.hpp"

/// Server-sent events (HTML Living Standard, section 9.2).
namespace passend::http {

inline constexpr std::string_view event_stream_type = "text/event-stream";

struct Event {
  std::string id;    ///< What a browser that comes back says in Last-Event-ID; one line. Empty: none.
  std::string name;  ///< One line. Empty: "message", as browsers call it.
  std::string data;  ///< May have several lines, ended by LF.
};

/// As it stands in a piece.
std::string to_text(const Event& event);

/// An answer that begins with how long a browser is to wait before it comes back, and goes on with `events`, woken by
/// `bell`. The server adds the heartbeat, and ends it when it stops.
Response event_stream(std::shared_ptr<Pieces> events, std::shared_ptr<Bell> bell);

}  // namespace passend::http
