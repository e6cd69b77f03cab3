// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/store/store.hpp"

/// That something changed, for other systems: CloudEvents 1.0 in the Dutch government's profile. An event says where
/// the record can be read by who may read it (dataref) and holds nothing of it.
namespace passend::events {

/// Of one change of the store. Of people there are no events.
struct Event {
  std::string id;    ///< Kind, id and version of the record: the same when it is sent again.
  std::string type;  ///< "nl.passend.vacature-geplaatst"
  Timestamp time;
  std::string path;  ///< "/v1/vacancies/…": where the record is.
  std::int64_t position = 0;
};

/// Every type that there is.
const std::vector<std::string>& event_types();

struct Batch {
  std::vector<Event> events;  ///< In the order of the changes; a record that changed twice has its latest change alone.
  std::int64_t position = 0;  ///< Up to which was read.
};

/// The events of the next `limit` changes after a position of the feed.
Batch events_after(store::Store& store, std::int64_t position, std::size_t limit);

/// The event as structured JSON (application/cloudevents+json). `source` names the system
/// ("urn:nld:oin:00000001234567890000:systeem:passend"), `address` stands in front of the path.
std::string to_json(const Event& event, const std::string& source, const std::string& address);

}  // namespace passend::events
