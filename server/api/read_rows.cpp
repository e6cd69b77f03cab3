// SPDX-License-Identifier: EUPL-1.2
#include "server/api/read_rows.hpp"

#include "server/api/day_range.hpp"

namespace passend::api {
namespace {

constexpr std::size_t longest_subject = 255;
constexpr std::size_t longest_action = 60;

}  // namespace

ReadRowsInput read_read_rows(Input& input) {
  ReadRowsInput read;
  read.filter.person = input.id_member<CandidateId>("candidateId", Where::query);
  read.filter.reader = input.text("reader", {1, longest_subject}, Where::query).value_or("");
  read.filter.name = input.text("action", {1, longest_action}, Where::query).value_or("");
  read_stretch(input, read.filter);
  read.paging = read_paging(input);
  return read;
}

store::ReadPage GetReadRows::operator()(const ReadRowsInput& input, const auth::Caller& caller) const {
  store::ReadFilter filter = input.filter;
  filter.tenant = caller.principal.tenant;
  const auto offset = static_cast<std::int64_t>((input.paging.page - 1) * input.paging.page_size);
  auto page = services.read_log.select(filter, offset, static_cast<std::int64_t>(input.paging.page_size));
  services.store.note_read(store::RecordKind::portfolio, store::read_log_itself, caller.actor);
  return page;
}

}  // namespace passend::api
