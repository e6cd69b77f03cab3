// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/dropped_fields.hpp"

#include <array>
#include <string>
#include <utility>

#include "indexer/intake/text_limits.hpp"

namespace passend::intake {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 53> names{{
    {"foto", "photo"},
    {"pasfoto", "photo"},
    {"profielfoto", "photo"},
    {"fotourl", "photo"},
    {"photo", "photo"},
    {"photourl", "photo"},
    {"picture", "photo"},
    {"profilepicture", "photo"},
    {"avatar", "photo"},
    {"geboortedatum", birth_date_rule},
    {"gebdatum", birth_date_rule},
    {"geboortedag", birth_date_rule},
    {"birthdate", birth_date_rule},
    {"birthday", birth_date_rule},
    {"dateofbirth", birth_date_rule},
    {"dob", birth_date_rule},
    {"geboortejaar", "birth_year"},
    {"birthyear", "birth_year"},
    {"yearofbirth", "birth_year"},
    {"leeftijd", "age"},
    {"age", "age"},
    {"geboorteplaats", "birth_place"},
    {"geboorteland", "birth_place"},
    {"birthplace", "birth_place"},
    {"placeofbirth", "birth_place"},
    {"countryofbirth", "birth_place"},
    {"geslacht", "sex"},
    {"geslachtsaanduiding", "sex"},
    {"manvrouw", "sex"},
    {"sekse", "sex"},
    {"gender", "sex"},
    {"sex", "sex"},
    {"nationaliteit", "nationality"},
    {"nationaliteiten", "nationality"},
    {"nationality", "nationality"},
    {"citizenship", "nationality"},
    {"burgerlijkestaat", "marital_status"},
    {"maritalstatus", "marital_status"},
    {"afkomst", "ethnicity"},
    {"etniciteit", "ethnicity"},
    {"ethnicity", "ethnicity"},
    {"geloof", "religion"},
    {"religie", "religion"},
    {"religion", "religion"},
    {"loonwaarde", "wage_value"},
    {"uitkering", "benefit"},
    {"soortuitkering", "benefit"},
    {"participatieladder", "participation_step"},
    {"bsn", "bsn"},
    {"bsnnummer", "bsn"},
    {"burgerservicenummer", "bsn"},
    {"sofinummer", "bsn"},
    {"citizenservicenumber", "bsn"},
}};

}  // namespace

std::optional<std::string_view> dropped_by_rule(std::string_view field) {
  const std::string key = comparable(field);
  for (const auto& [name, rule] : names) {
    if (name == key) return rule;
  }
  return std::nullopt;
}

}  // namespace passend::intake
