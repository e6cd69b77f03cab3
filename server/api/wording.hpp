// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "indexer/model/values.hpp"
#include "server/api/codes.hpp"
#include "server/api/services.hpp"

namespace passend::api {

/// A concept as it is shown.
struct ConceptView {
  std::string uri;  ///< Empty when the taxonomy does not know it.
  std::string label;
};

/// A place as it is shown: of a person never more than the four digits of the postcode.
struct AreaView {
  std::string postcode_area;
  std::string place;
  std::string municipality;
};

/// What codes and addresses are called, in one language.
class Wording {
 public:
  Wording(const Services& services, Language language) : services_(services), language_(language) {}

  Language language() const { return language_; }
  /// The preferred label of the language, else the words of the source, else the URI.
  ConceptView concept_view(const ConceptRef& reference) const;
  AreaView area(std::string_view postcode) const;
  /// Whose the records of a source are; empty when the installation is of one organisation, or nobody's.
  std::string organisation(const SourceRef& source) const;

 private:
  const Services& services_;
  Language language_;
};

}  // namespace passend::api
