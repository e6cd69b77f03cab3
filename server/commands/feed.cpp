// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include <thread>

#include "indexer/base/error.hpp"
#include "matcher/feed/announcement_json.hpp"
#include "matcher/feed/reader.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"
#include "server/commands/stop_request.hpp"

namespace passend::commands {
namespace {

constexpr auto follow_interval = std::chrono::milliseconds(200);
constexpr std::size_t lines_at_a_time = 1'000;

enum class Following : std::uint8_t { no, yes };

struct FeedArguments {
  feed::FeedQuery query;
  std::string candidate;
  std::string vacancy;
  Following following = Following::no;
};

template <class IdType>
std::optional<IdType> id_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto id = IdType::parse(text)) return id;
  throw Error(ErrorCode::usage, "'" + text + "' is not an id: 32 hexadecimal digits, as `passend search` prints them");
}

void run(FeedArguments& arguments, Context& context) {
  auto& query = arguments.query;
  query.candidate = id_in<CandidateId>(arguments.candidate);
  query.vacancy = id_in<VacancyId>(arguments.vacancy);
  const auto most = query.most;
  const StopRequest stop;
  for (std::size_t shown = 0; shown < most;) {
    query.most = std::min(lines_at_a_time, most - shown);
    const auto page = read_feed(context.feed_directory(), query);
    for (const auto& announcement : page.announcements) context.out() << to_json(announcement) << '\n';
    context.out().flush();
    shown += page.announcements.size();
    query.since = page.next;
    if (stop.asked() || (page.complete && arguments.following == Following::no)) break;
    if (page.complete) std::this_thread::sleep_for(follow_interval);
  }
  context.progress().remark("read up to " + std::to_string(query.since) + "; go on with --since " +
                            std::to_string(query.since));
}

}  // namespace

void add_feed(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("feed", "Read which pairs newly fit, one JSON line each");
  auto arguments = std::make_shared<FeedArguments>();
  arguments->query.most = 1'000'000'000;
  command->add_option("--since", arguments->query.since, "Only announcements with a higher number")
      ->capture_default_str();
  command->add_option("--most", arguments->query.most, "Stop after so many")->check(CLI::PositiveNumber);
  command->add_option("--candidate", arguments->candidate, "Only of this candidate");
  command->add_option("--vacancy", arguments->vacancy, "Only of this vacancy");
  command->add_flag_callback(
      "--follow", [arguments] { arguments->following = Following::yes; }, "Wait for more, until Ctrl-C");
  command->footer(
      "Kept by `passend serve`: a pair is announced once, within a second of the change that made it fit, and\n"
      "again only after it has stopped fitting. Announcements stay for 30 days.\n"
      "Example: passend feed --since 812 --vacancy ID --follow");
  command->callback([arguments, &context] { run(*arguments, context); });
}

}  // namespace passend::commands
