// SPDX-License-Identifier: EUPL-1.2
#include "server/api/matching.hpp"

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

/// With what stands before it, it fits into the purpose of an audit row.
constexpr std::size_t longest_reason = 180;

const run::MatchingSwitch& require_switch(const Services& services) {
  if (services.matching_switch) return *services.matching_switch;
  throw Error(ErrorCode::not_found, "Ranking cannot be stopped by hand on this server.");
}

void note(const Services& services, const auth::Caller& caller, const std::string& what) {
  services.store.note_update(store::RecordKind::portfolio, store::matching_itself, {caller.actor.who, what});
}

}  // namespace

void require_ranking_allowed(auth::Action action, const Services& services) {
  if (auth::ranks(action) && services.matching_switch) services.matching_switch->require_allowed();
}

MatchingInput read_matching(Input&) {
  return {};
}

MatchingState GetMatching::operator()(const MatchingInput&) const {
  return {services.matching_switch ? services.matching_switch->stop() : std::nullopt};
}

http::Response SetMatching::operator()(const Change& change) const {
  Input& input = change.input;
  const auto allowed = input.flag("allowed");
  const auto reason = input.text("reason", {1, longest_reason});
  if (!input.has("allowed")) input.refuse("allowed", "says whether people are ranked");
  if (!input.has("reason")) input.refuse("reason", "says why; everybody who matches will read it");
  input.finish();
  const auto& by_hand = require_switch(services);
  if (*allowed) {
    note(services, change.caller, "allowed: " + *reason);
    by_hand.allow_matching();
  } else {
    by_hand.stop_matching(*reason, now().date());
    note(services, change.caller, "stopped: " + *reason);
  }
  return write_matching(GetMatching{services}({}), {}, services);
}

}  // namespace passend::api
