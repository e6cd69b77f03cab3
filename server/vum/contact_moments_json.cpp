// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <nlohmann/json.hpp>

#include "server/vum/contact_moments.hpp"
#include "server/vum/parts.hpp"

namespace passend::vum_source {
namespace {

using namespace parts;
using nlohmann::json;

constexpr std::size_t name_text = 70;

/// "12a" is number 12 with addition a; what does not begin with a number is left out.
void put_house_number(json& address, const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0 || number > 99'999) return;
  address["huisnummer"] = number;
  std::string_view addition(end, static_cast<std::size_t>(text.data() + text.size() - end));
  while (addition.starts_with(' ') || addition.starts_with('-')) addition.remove_prefix(1);
  if (addition.size() <= 6) put(address, "huisnummertoevoeging", addition, 6);
}

json address_json(const WorkLocation& location) {
  json address = json::object();
  if (location.street.size() <= 24) put(address, "straatnaam", location.street, 24);
  put_house_number(address, location.house_number);
  put(address, "woonplaatsnaam", location.place, 80);
  if (location.postcode.size() == 6) put(address, "postcode", location.postcode, 6);
  return address;
}

json employer_json(const Employer& employer) {
  json part{{"nummerKvk", employer.kvk_number}};
  put(part, "handelsnaamOrganisatie", employer.name, 500);
  if (!items(employer.sectors).empty()) part["codeSbi"] = employer.sectors->front();
  if (employer.recognised_training_company) part["erkendSbbLeerbedrijf"] = *employer.recognised_training_company;
  put_part(part, "vestigingsadres", address_json(employer.location));
  return part;
}

}  // namespace

std::string encode_contact_moments(const std::vector<std::pair<Employer, ContactMoment>>& moments,
                                   const ContactMomentCodes& codes, bool more) {
  json answer{{"maximumAantalResultatenBereikt", more}, {"matches", json::array()}};
  for (const auto& [employer, moment] : moments) {
    json record{{"datum", to_text(moment.day)},
                {"codeSoort", codes.kinds.at(moment.kind)},
                {"codeOnderwerp", codes.subjects.at(moment.subject)},
                {"werkgever", employer_json(employer)}};
    if (codes.account_manager == AccountManager::named && !moment.account_manager.empty()) {
      put(record["accountmanager"], "naam", moment.account_manager, name_text);
    }
    answer["matches"].push_back(std::move(record));
  }
  return answer.dump();
}

}  // namespace passend::vum_source
