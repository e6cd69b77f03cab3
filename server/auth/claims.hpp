// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace passend::auth {

/// What a token says, once it was found good.
class Claims {
 public:
  explicit Claims(nlohmann::json json);

  /// The text at a path of names with dots between them, such as "realm_access.tenant"; a name that has dots itself
  /// ("https://example.nl/tenant") is found whole. Absent when there is none, or no text.
  std::optional<std::string> text(std::string_view path) const;
  /// The texts there: of a list all that are texts, of a text that one.
  std::vector<std::string> texts(std::string_view path) const;

 private:
  std::shared_ptr<const nlohmann::json> json_;
};

}  // namespace passend::auth
