// SPDX-License-Identifier: EUPL-1.2
#include "server/events/sender.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/events/event.hpp"

namespace passend::events {
namespace {

constexpr std::size_t changes_at_a_time = 100;

}  // namespace

Sender::Sender(Settings settings, std::filesystem::path directory, store::Store& store, Pace pace)
    : settings_(std::move(settings)), directory_(std::move(directory)), store_(store), pace_(pace) {
  for (const Subscriber& subscriber : settings_.subscribers) {
    const Mailbox mailbox(directory_, subscriber.name);
    if (!mailbox.position()) mailbox.move_to(store_.state().first);
  }
  for (const Subscriber& subscriber : settings_.subscribers) {
    threads_.emplace_back([this, &subscriber] { tell(subscriber); });
  }
}

Sender::~Sender() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  signal_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool Sender::pause(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !signal_.wait_for(lock, time, [this] { return stopping_; });
}

bool Sender::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void Sender::tell(const Subscriber& subscriber) {
  const Mailbox mailbox(directory_, subscriber.name);
  do {
    try {
      tell_once(subscriber, mailbox);
    } catch (const std::exception& error) {
      log(LogLevel::warning, "events for '" + subscriber.name + "' will be tried again: " + error.what());
    }
  } while (pause(pace_.look));
}

void Sender::tell_once(const Subscriber& subscriber, const Mailbox& mailbox) {
  std::int64_t position = mailbox.position().value_or(0);
  while (!is_stopping()) {
    const Batch batch = events_after(store_, position, changes_at_a_time);
    if (batch.position == position) return;
    for (const Event& event : batch.events) {
      if (!subscriber.types.contains(event.type)) continue;
      send(subscriber, mailbox, event.id, to_json(event, settings_.source, settings_.address));
      if (is_stopping()) return;
      mailbox.move_to(event.position);
    }
    position = batch.position;
    mailbox.move_to(position);
  }
}

void Sender::send(const Subscriber& subscriber, const Mailbox& mailbox, const std::string& id,
                  const std::string& body) {
  std::string why;
  for (unsigned attempt = 0; attempt < most_attempts; ++attempt) {
    const Delivered delivered = deliver(subscriber, id, body, why);
    if (delivered == Delivered::yes) return;
    if (delivered == Delivered::refused) break;
    const auto wait = std::chrono::duration<double, std::milli>(pause_after(attempt)) * pace_.pauses;
    if (!pause(std::chrono::duration_cast<std::chrono::milliseconds>(wait))) return;
  }
  if (is_stopping()) return;
  mailbox.add({id, body, why});
  log(LogLevel::warning, "'" + subscriber.name + "' did not take event " + id + " (" + why +
                             "): it is a dead letter; see `passend events status`");
}

}  // namespace passend::events
