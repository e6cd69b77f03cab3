// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"
#include "indexer/extract/phrases.hpp"

/// Certificates and registrations by the names of everyday. The labels of the taxonomy are found by find_concepts.
namespace passend::extract {
namespace {

/// A concept of the starter set, by its short id, with a name for where the taxonomy does not hold it.
struct Known {
  std::string_view id;
  std::string_view name;
  bool in_capitals = false;  ///< Is another word in small letters: "big data".
};

constexpr Known vca{"vca-basis", "VCA Basis"};
constexpr Known vca_vol{"vca-vol", "VCA VOL"};
constexpr Known forklift{"heftruckcertificaat", "Heftruckcertificaat"};
constexpr Known reach_truck{"reachtruckcertificaat", "Reachtruckcertificaat"};
constexpr Known pallet_truck{"elektrische-pallettruckcertificaat", "Certificaat elektrische pallettruck"};
constexpr Known platform{"hoogwerkercertificaat", "Hoogwerkercertificaat"};
constexpr Known bhv{"bhv", "BHV"};
constexpr Known ehbo{"ehbo", "EHBO-diploma"};
constexpr Known child_aid{"kinder-ehbo", "Kinder-EHBO"};
constexpr Known code_95{"code-95", "Code 95"};
constexpr Known driver_card{"digitale-tachograafkaart", "Digitale tachograafkaart"};
constexpr Known adr{"adr", "ADR-certificaat", true};
constexpr Known taxi_card{"chauffeurskaart", "Chauffeurskaart taxi"};
constexpr Known haccp{"haccp", "HACCP-certificaat"};
constexpr Known hygiene{"sociale-hygiene", "Verklaring Sociale Hygiëne"};
constexpr Known nen_3140{"nen-3140", "NEN 3140"};
constexpr Known security_pass{"beveiligingspas", "Beveiligingspas"};
constexpr Known guard{"beveiliger-2", "Diploma Beveiliger 2"};
constexpr Known boa{"boa-akte", "Boa-akte"};
constexpr Known big{"big-verpleegkundige", "BIG-registratie"};
constexpr Known big_capitals{"big-verpleegkundige", "BIG-registratie", true};
constexpr Known skj{"skj", "SKJ-registratie"};
constexpr Known vog{"vog", "Verklaring Omtrent het Gedrag (VOG)"};
constexpr Known helpende_plus{"helpende-plus", "Certificaat Helpende Plus"};
constexpr Known childcare_register{"register-kinderopvang", "Inschrijving Personenregister Kinderopvang"};
constexpr Known social_register{"registerplein", "Registratie Registerplein"};

constexpr auto names = phrases(std::to_array<Phrase<Known>>({
    {"vca", vca},
    {"vca basis", vca},
    {"b vca", vca},
    {"vca vol", vca_vol},
    {"vol vca", vca_vol},
    {"heftruckcertificaat", forklift},
    {"heftruckcertificaten", forklift},
    {"heftruckdiploma", forklift},
    {"heftruckrijbewijs", forklift},
    {"heftruckbewijs", forklift},
    {"heftruck certificaat", forklift},
    {"heftruck diploma", forklift},
    {"heftruck rijbewijs", forklift},
    {"certificaat heftruck", forklift},
    {"rijbewijs heftruck", forklift},
    {"forklift licence", forklift},
    {"forklift license", forklift},
    {"forklift certificate", forklift},
    {"reachtruckcertificaat", reach_truck},
    {"reachtruckdiploma", reach_truck},
    {"reachtruckrijbewijs", reach_truck},
    {"reachtruck certificaat", reach_truck},
    {"ept certificaat", pallet_truck},
    {"ept rijbewijs", pallet_truck},
    {"hoogwerkercertificaat", platform},
    {"hoogwerkerbewijs", platform},
    {"ipaf", platform},
    {"bhv", bhv},
    {"bedrijfshulpverlening", bhv},
    {"ehbo", ehbo},
    {"kinder ehbo", child_aid},
    {"code 95", code_95},
    {"code95", code_95},
    {"bestuurderskaart", driver_card},
    {"tachograafkaart", driver_card},
    {"adr", adr},
    {"chauffeurskaart", taxi_card},
    {"haccp", haccp},
    {"sociale hygiene", hygiene},
    {"nen 3140", nen_3140},
    {"nen3140", nen_3140},
    {"beveiligingspas", security_pass},
    {"grijze pas", security_pass},
    {"beveiliger 2", guard},
    {"boa akte", boa},
    {"big", big_capitals},
    {"big registratie", big},
    {"big geregistreerd", big},
    {"big register", big},
    {"skj", skj},
    {"vog", vog},
    {"verklaring omtrent gedrag", vog},
    {"verklaring omtrent het gedrag", vog},
    {"helpende plus", helpende_plus},
    {"personenregister kinderopvang", childcare_register},
    {"registerplein", social_register},
}));

constexpr int known_bp = 9500;

}  // namespace

void find_credentials(const Reading& reading, const taxonomy::Taxonomy& taxonomy, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const auto name = match(names, reading, i);
    if (!name) continue;
    const Known& known = name->means;
    const std::size_t last = i + name->length;
    if (known.in_capitals && !reading.in_capitals(i)) continue;
    const std::string uri = "urn:passend:" + std::string(known.id);
    const auto index = taxonomy.find(uri);
    ConceptRef credential{index ? uri : "",
                          index ? std::string(taxonomy.label(*index, "nl")) : std::string(known.name)};
    add_demand(reading, {Credential{std::move(credential)}, std::nullopt, known_bp, {}}, i, last, found);
    i = last - 1;
  }
}

}  // namespace passend::extract
