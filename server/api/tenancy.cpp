// SPDX-License-Identifier: EUPL-1.2
#include "server/api/tenancy.hpp"

#include <utility>

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

/// Where the own record of a job seeker or employer comes from; empty when they have none.
std::string own_source(const auth::Principal& principal, const Services& services) {
  if (principal.candidate) {
    const auto scope = store::Scope::of_candidate(*principal.candidate);
    if (const auto own = services.store.search_profile(*principal.candidate, scope)) return own->record.source.system;
  }
  if (principal.employer) {
    const auto scope = store::Scope::of_employer(*principal.employer);
    if (const auto own = services.store.employer(*principal.employer, scope)) return own->record.source.system;
  }
  return {};
}

}  // namespace

BoundaryPointer boundary_for(const auth::Principal& principal, const Services& services) {
  if (!services.tenants) return nullptr;
  std::string tenant = principal.tenant;
  if (tenant.empty()) {
    const auto* owner = services.tenants->owner_of(own_source(principal, services));
    if (owner != nullptr) tenant = owner->id;
  }
  if (auto boundary = services.tenants->boundary(tenant)) return boundary;
  throw Error(ErrorCode::forbidden,
              tenant.empty() ? "It is not known for which organisation you work: ask your administrator for the claim "
                               "that says so."
                             : "Your organisation is not one of this installation: ask its administrator to add it.");
}

std::optional<auth::Caller> caller_within(auth::Principal principal, auth::Action action, std::string purpose,
                                          const Services& services) {
  const auto boundary = boundary_for(principal, services);
  if (boundary) principal.tenant = boundary->tenant;
  return auth::caller_for(principal, action, std::move(purpose), boundary);
}

}  // namespace passend::api
