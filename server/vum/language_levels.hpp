// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vum_codes.hpp"

namespace passend::vum_source {

/// The level by which VUM knows a command of a language: its own, or the one at which its CEFR level counts.
inline std::optional<LanguageLevel> vum_level(const LanguageCommand& command) {
  if (command.level || !command.cefr) return command.level;
  return vum::language_level_of(*command.cefr);
}
inline std::optional<LanguageLevel> vum_level(std::optional<LanguageLevel> level) {
  return level;
}

}  // namespace passend::vum_source
