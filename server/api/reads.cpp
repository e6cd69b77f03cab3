// SPDX-License-Identifier: EUPL-1.2
#include "server/api/reads.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/http/trace_context.hpp"

namespace passend::api {
namespace {

store::ReadAct act_of(const Services& services, const Look& look) {
  const std::string name(to_text(look.action));
  const auth::Principal& who = look.caller.principal;
  return {.name = name,
          .activity = services.activity_base + name,
          .role = std::string(to_text(look.caller.role)),
          .reader = who.subject,
          .tenant = who.tenant,
          .purpose = look.purpose.empty() ? look.caller.actor.purpose : look.purpose};
}

}  // namespace

void log_reads(const Services& services, const Look& look, Persons persons) {
  std::erase_if(persons, [&](const CandidateId& person) { return look.caller.principal.candidate == person; });
  if (persons.empty()) return;
  services.tripwire->note(look.caller.actor.who, persons.size(), look.started.date());
  const auto trace = http::trace_context_of(look.request);
  try {
    services.read_log.append(act_of(services, look),
                             {.trace = trace.trace,
                              .parent = trace.parent,
                              .status = store::ReadStatus::ok,
                              .started = look.started,
                              .ended = now()},
                             persons);
  } catch (const Error& error) {
    log(LogLevel::error, std::string("nobody is shown while the read log fails: ") + error.what());
    throw Error(ErrorCode::overloaded,
                "Who looks at whom cannot be written down now, so nobody can be shown. Try again later.");
  }
}

}  // namespace passend::api
