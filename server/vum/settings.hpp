// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <optional>

#include "server/vum/contact_moments.hpp"
#include "server/vum/mediator.hpp"
#include "server/vum/parties.hpp"

namespace passend::vum_source {

/// The file of `passend serve --vum` (docs/vum.md, schemas/json/vum.schema.json).
struct Settings {
  Parties parties;  ///< Without anybody who may ask there is no source.
  std::optional<ContactMomentCodes> contact_moments;
  std::optional<vum_mediator::ExchangeAccess> exchange;  ///< Absent: we ask nobody.
};

/// Files that it names are sought beside it. Throws file_missing, and configuration with everything that is wrong.
Settings load_settings(const std::filesystem::path& file);

}  // namespace passend::vum_source
