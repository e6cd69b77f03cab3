// SPDX-License-Identifier: EUPL-1.2
#include "server/api/feed.hpp"

#include <limits>

namespace passend::api {
namespace {

constexpr std::size_t announcements_by_default = 25;
constexpr std::int64_t most_announcements = 100;

std::optional<engine::PairExplanation> standing_of(const FeedLine& line, const engine::Engine& engine) {
  if (!line.candidate || !line.vacancy) return std::nullopt;
  const auto& pool = engine.pool();
  if (!pool.find(line.candidate->id) || !pool.find(line.vacancy->id)) return std::nullopt;
  return engine.explain_pair(line.candidate->id, line.vacancy->id, 0);
}

}  // namespace

FeedInput read_feed_input(Input& input) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  FeedInput read;
  auto& query = read.query;
  const auto since = input.number("since", {0, most}, Where::query);
  if (since) read.since = static_cast<std::uint64_t>(*since);
  query.since = read.since.value_or(0);
  const auto before = input.number("before", {1, most}, Where::query);
  if (before) query.before = static_cast<std::uint64_t>(*before);
  query.order = input.code<feed::Order>("order", Where::query).value_or(feed::Order::oldest_first);
  const auto size = input.number("pageSize", {1, most_announcements}, Where::query);
  query.most = size ? static_cast<std::size_t>(*size) : announcements_by_default;
  query.vacancy = input.id_member<VacancyId>("vacancyId", Where::query);
  query.candidate = input.id_member<CandidateId>("candidateId", Where::query);
  read.detail = input.code<FeedDetail>("detail", Where::query).value_or(FeedDetail::ids);
  read.language = input.code<Language>("language", Where::query).value_or(Language::dutch);
  return read;
}

FeedOutput GetFeed::operator()(const FeedInput& input, const store::Scope& scope) const {
  auto query = input.query;
  if (query.candidate && !scope.sees(*query.candidate)) {
    throw Error(ErrorCode::not_found, "There is no candidate with this id, or no longer.");
  }
  if (scope.only_candidate()) query.candidate = scope.only_candidate();
  const auto page = read_feed(services.feed_directory, query);
  FeedOutput output{.next = page.next, .complete = page.complete};
  const bool shows_pairs = input.detail == FeedDetail::pairs;
  const auto engine = shows_pairs ? services.current_engine(scope.boundary()) : nullptr;
  for (const auto& announcement : page.announcements) {
    FeedLine line{.announcement = announcement};
    if (auto found = services.store.search_profile(announcement.candidate, scope)) {
      line.candidate = std::move(found->record);
    }
    auto vacancy = services.store.vacancy(announcement.vacancy, scope);
    if (vacancy && vacancy->record.status == VacancyStatus::open) line.vacancy = std::move(vacancy->record);
    // Of who is gone the pair still stands in the feed; what is another organisation's never stood in this one's.
    const bool shows_gone = shows_pairs && !scope.boundary();
    if (!shows_gone && (!line.candidate || !line.vacancy)) continue;
    if (shows_pairs) line.now = standing_of(line, *engine);
    output.lines.push_back(std::move(line));
  }
  return output;
}

}  // namespace passend::api
