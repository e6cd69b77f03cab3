// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/casework.hpp"
#include "indexer/model/vacancy.hpp"

/// Contacts with employers in the form of VUM 3.1 (werkgeverscontactmomenten).
namespace passend::vum_source {

enum class AccountManager : std::uint8_t { kept_back, named };

/// The numbers that stand for our kinds and subjects, and what is released. The labels of the lists of VUM are not
/// published with its contracts, so that the organisation says which is which. A contact whose kind or subject has no
/// number is not shown.
struct ContactMomentCodes {
  std::map<ContactKind, int> kinds;        ///< codeSoort, 1..6
  std::map<ContactSubject, int> subjects;  ///< codeOnderwerp, 1..6
  AccountManager account_manager = AccountManager::kept_back;

  bool has(const ContactMoment& moment) const {
    return kinds.contains(moment.kind) && subjects.contains(moment.subject);
  }
};

struct ContactMomentQuestion {
  std::string kvk_number;  ///< 8 digits
  std::optional<Date> on_or_after;
};

/// As read_candidate_question: vraagObject with werkgever.nummerKvk {$eq} and, if wanted, datum {$gte}.
ContactMomentQuestion read_contact_moment_question(std::string_view body);

/// {maximumAantalResultatenBereikt, matches}: whole records. Never the notes, nor persons of the employer.
std::string encode_contact_moments(const std::vector<std::pair<Employer, ContactMoment>>& moments,
                                   const ContactMomentCodes& codes, bool more);

}  // namespace passend::vum_source
