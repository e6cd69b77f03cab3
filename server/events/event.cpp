// SPDX-License-Identifier: EUPL-1.2
#include "server/events/event.hpp"

namespace passend::events {
namespace {

constexpr const char* posted = "nl.passend.vacature-geplaatst";
constexpr const char* changed = "nl.passend.vacature-gewijzigd";
constexpr const char* closed = "nl.passend.vacature-gesloten";
constexpr const char* removed = "nl.passend.vacature-verwijderd";
constexpr const char* proposed = "nl.passend.voorstel-gewijzigd";

std::string event_id(const store::Change& change) {
  return std::to_string(static_cast<int>(change.kind)) + '-' + to_text(change.id) + '-' +
         std::to_string(change.version);
}

std::optional<Event> event_of(const store::Change& change, store::Store& store) {
  Event event{event_id(change), {}, now(), {}, change.position};
  if (change.kind == store::RecordKind::proposal && !change.erased) {
    event.type = proposed;
    event.path = "/v1/proposals/" + to_text(change.id);
    return event;
  }
  if (change.kind != store::RecordKind::vacancy) return std::nullopt;
  event.path = "/v1/vacancies/" + to_text(change.id);
  if (change.erased) {
    event.type = removed;
    return event;
  }
  const auto vacancy = store.vacancy({change.id}, store::Scope::vacancies_only());
  if (!vacancy) return std::nullopt;  // Removed since: that change follows.
  event.time = vacancy->changed;
  event.type = vacancy->record.status == VacancyStatus::closed ? closed : change.version == 1 ? posted : changed;
  return event;
}

}  // namespace

const std::vector<std::string>& event_types() {
  static const std::vector<std::string> types{posted, changed, closed, removed, proposed};
  return types;
}

Batch events_after(store::Store& store, std::int64_t position, std::size_t limit) {
  Batch batch{{}, position};
  for (const store::Change& change : store.changes(position, limit)) {
    batch.position = change.position;
    if (auto event = event_of(change, store)) batch.events.push_back(std::move(*event));
  }
  return batch;
}

}  // namespace passend::events
