// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/tenants.hpp"

#include <algorithm>
#include <set>

namespace passend::auth {
namespace {

constexpr std::string_view made_here = "passend:";
constexpr std::size_t longest_id = 40;

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// With what they make in Passend itself.
std::vector<std::string> systems_of(const Tenant& tenant) {
  auto systems = tenant.sources;
  systems.push_back(system_of_tenant(tenant.id));
  return systems;
}

bool is_in_region(const Tenant& tenant, const Tenant& other) {
  return !tenant.region.empty() && tenant.region == other.region;
}

bool shows_profiles(const Tenant& from, const Tenant& to) {
  return std::find(from.shows_profiles_to.begin(), from.shows_profiles_to.end(), to.id) != from.shows_profiles_to.end();
}

Boundary boundary_of(const Tenant& tenant, const std::vector<Tenant>& all) {
  Boundary boundary{tenant.id, systems_of(tenant), systems_of(tenant), systems_of(tenant)};
  for (const Tenant& other : all) {
    if (other.id == tenant.id || !is_in_region(tenant, other)) continue;
    const auto theirs = systems_of(other);
    boundary.work.insert(boundary.work.end(), theirs.begin(), theirs.end());
    if (shows_profiles(other, tenant)) {
      boundary.profiles.insert(boundary.profiles.end(), theirs.begin(), theirs.end());
    }
  }
  for (auto* systems : {&boundary.own, &boundary.profiles, &boundary.work}) std::sort(systems->begin(), systems->end());
  return boundary;
}

}  // namespace

std::vector<Violation> violations_of(const std::vector<Tenant>& tenants, const std::string& pointer) {
  std::vector<Violation> violations;
  std::set<std::string> ids;
  std::set<std::string> sources;
  for (std::size_t i = 0; i < tenants.size(); ++i) {
    const Tenant& tenant = tenants[i];
    const std::string place = pointer + "/" + std::to_string(i);
    if (!is_id(tenant.id)) violations.push_back({place + "/id", tenant.id, "is 1 to 40 of a-z, 0-9 and -"});
    if (!ids.insert(tenant.id).second) violations.push_back({place + "/id", tenant.id, "is of one organisation"});
    for (const std::string& source : tenant.sources) {
      if (source.starts_with(made_here)) {
        violations.push_back({place + "/sources", source, "does not begin with passend:, which each has of itself"});
      } else if (!sources.insert(source).second) {
        violations.push_back({place + "/sources", source, "belongs to one organisation, once"});
      }
    }
  }
  for (std::size_t i = 0; i < tenants.size(); ++i) {
    const Tenant& tenant = tenants[i];
    for (const std::string& id : tenant.shows_profiles_to) {
      const auto other = std::find_if(tenants.begin(), tenants.end(), [&](const Tenant& one) { return one.id == id; });
      const bool is_partner = other != tenants.end() && other->id != tenant.id && is_in_region(tenant, *other);
      if (!is_partner) {
        violations.push_back(
            {pointer + "/" + std::to_string(i) + "/showsProfilesTo", id, "is another of the same region"});
      }
    }
  }
  return violations;
}

Tenants::Tenants(std::vector<Tenant> tenants) : tenants_(std::move(tenants)) {
  for (std::size_t i = 0; i < tenants_.size(); ++i) {
    const auto boundary = std::make_shared<const Boundary>(boundary_of(tenants_[i], tenants_));
    for (const std::string& system : boundary->own) owners_.emplace(system, i);
    boundaries_.emplace(tenants_[i].id, boundary);
  }
}

std::shared_ptr<const Boundary> Tenants::boundary(std::string_view tenant) const {
  const auto found = boundaries_.find(tenant);
  return found == boundaries_.end() ? nullptr : found->second;
}

const Tenant* Tenants::owner_of(std::string_view system) const {
  const auto found = owners_.find(system);
  return found == owners_.end() ? nullptr : &tenants_[found->second];
}

}  // namespace passend::auth
