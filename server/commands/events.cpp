// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"
#include "server/events/delivery.hpp"

namespace passend::commands {
namespace {

void run_status(const std::filesystem::path& settings_file, Context& context) {
  const auto settings = events::load_settings(settings_file);
  const auto store = context.open_store(store::Access::read_only);
  const std::int64_t newest = store->state().first;
  for (const events::Subscriber& subscriber : settings.subscribers) {
    const events::Mailbox mailbox(context.events_directory(), subscriber.name);
    const auto position = mailbox.position();
    context.out() << subscriber.name << ": "
                  << (position ? grouped(static_cast<std::uint64_t>(newest - *position)) + " changes to look at"
                               : "not begun")
                  << '\n';
    for (const events::DeadLetter& letter : mailbox.dead_letters()) {
      context.out() << "  dead letter " << letter.id << ": " << letter.why << '\n';
    }
  }
}

void run_redeliver(const std::filesystem::path& settings_file, const std::string& name, Context& context) {
  const auto settings = events::load_settings(settings_file);
  for (const events::Subscriber& subscriber : settings.subscribers) {
    if (subscriber.name != name) continue;
    const events::Mailbox mailbox(context.events_directory(), name);
    std::vector<events::DeadLetter> left;
    std::size_t delivered = 0;
    for (events::DeadLetter& letter : mailbox.dead_letters()) {
      if (events::deliver(subscriber, letter.id, letter.body, letter.why) == events::Delivered::yes) {
        ++delivered;
      } else {
        left.push_back(std::move(letter));
      }
    }
    mailbox.replace(left);
    context.out() << grouped(delivered) << " delivered, " << grouped(left.size()) << " still dead letters\n";
    return;
  }
  throw Error(ErrorCode::usage, "'" + settings_file.string() + "' names no subscriber '" + name + "'");
}

}  // namespace

void add_events(CLI::App& app, Context& context) {
  auto* events = app.add_subcommand("events", "What subscribers were told, and what they did not take");
  events->require_subcommand(1);
  auto file = std::make_shared<std::filesystem::path>();
  events->add_option("--events", *file, "The file of `passend serve --events` (docs/events.md)")->required();
  events->add_subcommand("status", "How far each subscriber was told, and its dead letters")
      ->callback([file, &context] { run_status(*file, context); });
  auto* redeliver = events->add_subcommand("redeliver", "Send the dead letters of a subscriber once more");
  auto name = std::make_shared<std::string>();
  redeliver->add_option("subscriber", *name, "Name in the file")->required();
  redeliver->callback([file, name, &context] { run_redeliver(*file, *name, context); });
}

}  // namespace passend::commands
