// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/sections.hpp"

#include <algorithm>

namespace passend::pool {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Section::first_of_aspects)> names{
    "candidate ids",  "candidate pc4",   "candidate updated", "candidate list states", "candidate sources",
    "list starts",    "lists",           "posting keys",      "posting starts",        "postings",
    "vacancy ids",    "vacancy updated", "vacancy closes",    "vacancy sources",       "vacancy starts",
    "vacancy records"};

constexpr std::array<std::string_view, aspect_count> aspect_names{
    "importance", "work level",    "education",         "languages",      "driving licences", "mobility",
    "hours",      "working times", "available",         "contract types", "agreements",       "sectors",
    "interests",  "salary",        "needed conditions", "credentials"};
static_assert(!names.back().empty() && !aspect_names.back().empty());

constexpr std::array<std::string_view, aspect_parts> part_names{"numbers", "starts", "entries"};

}  // namespace

std::string name_of(Section section) {
  const auto number = static_cast<std::size_t>(section);
  if (number < names.size()) return std::string(names[number]);
  const std::size_t aspect = (number - names.size()) / aspect_parts;
  return std::string(aspect_names.at(aspect)) + ": " + std::string(part_names[(number - names.size()) % aspect_parts]);
}

void SectionsInMemory::add(Section section, std::span<const std::byte> bytes) {
  const std::size_t size = bytes.size() + section_alignment;
  auto* memory = static_cast<std::byte*>(::operator new[](size, std::align_val_t(section_alignment)));
  buffers_.emplace_back(memory);
  std::copy(bytes.begin(), bytes.end(), memory);
  std::fill(memory + bytes.size(), memory + size, std::byte{0});
  sections_[section] = {memory, bytes.size()};
}

}  // namespace passend::pool
