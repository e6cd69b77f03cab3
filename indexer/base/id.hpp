// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace passend {

/// 128 random bits that name a record. Says nothing about whom it names and is never derived from a BSN or a name.
struct Id128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Id128&) const = default;
};

/// 32 lower-case hexadecimal digits.
std::string to_text(const Id128& id);

/// Reads 32 hexadecimal digits of either case; anything else is absent.
std::optional<Id128> parse_id128(std::string_view text);

/// A new id from the operating system's random source.
Id128 random_id128();

/// An Id128 that cannot be confused with the id of another kind of record.
template <class Kind>
struct Id {
  Id128 value;
  auto operator<=>(const Id&) const = default;

  static Id random() { return {random_id128()}; }
  static std::optional<Id> parse(std::string_view text) {
    if (auto id = parse_id128(text)) return Id{*id};
    return std::nullopt;
  }
};

template <class Kind>
std::string to_text(const Id<Kind>& id) {
  return to_text(id.value);
}

using CandidateId = Id<struct CandidateKind>;
using VacancyId = Id<struct VacancyKind>;
using EmployerId = Id<struct EmployerKind>;
using SelectionId = Id<struct SelectionKind>;
using ProposalId = Id<struct ProposalKind>;
using ContactMomentId = Id<struct ContactMomentKind>;

}  // namespace passend

template <>
struct std::hash<passend::Id128> {
  std::size_t operator()(const passend::Id128& id) const noexcept { return id.high ^ (id.low * 0x9E3779B97F4A7C15ULL); }
};
template <class Kind>
struct std::hash<passend::Id<Kind>> {
  std::size_t operator()(const passend::Id<Kind>& id) const noexcept { return std::hash<passend::Id128>{}(id.value); }
};
