// SPDX-License-Identifier: EUPL-1.2
#include "server/api/feed.hpp"

#include <limits>

namespace passend::api {
namespace {

constexpr std::size_t announcements_by_default = 25;
constexpr std::int64_t most_announcements = 100;

template <class IdType>
std::optional<IdType> read_id(Input& input, const char* member) {
  const auto text = input.text(member, {32, 32}, Where::query);
  if (!text) return std::nullopt;
  const auto id = IdType::parse(*text);
  if (!id) input.refuse(member, "is 32 hexadecimal digits");
  return id;
}

}  // namespace

feed::FeedQuery read_feed_input(Input& input) {
  feed::FeedQuery query;
  const auto since = input.number("since", {0, std::numeric_limits<std::int64_t>::max()}, Where::query);
  query.since = static_cast<std::uint64_t>(since.value_or(0));
  const auto most = input.number("pageSize", {1, most_announcements}, Where::query);
  query.most = most ? static_cast<std::size_t>(*most) : announcements_by_default;
  query.vacancy = read_id<VacancyId>(input, "vacancyId");
  query.candidate = read_id<CandidateId>(input, "candidateId");
  return query;
}

feed::FeedPage GetFeed::operator()(const feed::FeedQuery& query) const {
  auto page = read_feed(services.feed_directory, query);
  std::erase_if(page.announcements, [&](const feed::Announcement& one) {
    const auto vacancy = services.store.vacancy(one.vacancy, store::Scope::pseudonymous());
    return !vacancy || vacancy->record.status != VacancyStatus::open ||
           !services.store.search_profile(one.candidate, store::Scope::pseudonymous());
  });
  return page;
}

}  // namespace passend::api
