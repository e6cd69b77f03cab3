// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

namespace passend::http {

/// A body that is made while it is sent. A worker makes a piece when the client has taken all that came before, and is
/// free again in between. Without a bell in the response it is a download, with one a stream of events (events.hpp).
class Pieces {
 public:
  virtual ~Pieces() = default;

  /// Some more bytes, best a few tens of kilobytes: they are held until the client has taken them. Called on a worker,
  /// once at a time, never after it has thrown or has said that it is done. Absent: that was all. Empty: nothing for
  /// now; a download is asked again at once, a stream of events when its bell has rung, at the latest after
  /// Deadlines::heartbeat.
  ///
  /// What it throws stands in the log, and the connection breaks off without an end of the body, so that the client
  /// knows that it is not whole.
  virtual std::optional<std::string> next() = 0;
};

}  // namespace passend::http
