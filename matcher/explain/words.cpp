// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/words.hpp"

#include <array>
#include <span>

namespace passend::explain {
namespace {

struct Word {
  Criterion criterion = Criterion::occupation;
  std::string_view code;
  Wording wording;
};

constexpr std::array criterion_names{
    Wording{"Beroep", "Soort werk", "Occupation"},
    Wording{"Competenties", "Wat je kunt", "Competences"},
    Wording{"Werk- en denkniveau", "Niveau van het werk", "Working level"},
    Wording{"Opleiding", "Opleiding", "Education"},
    Wording{"Talen", "Talen", "Languages"},
    Wording{"Rijbewijs", "Rijbewijs", "Driving licence"},
    Wording{"Certificaten en registraties", "Certificaten", "Certificates and registrations"},
    Wording{"Werkervaring", "Ervaring", "Experience"},
    Wording{"Afstand en reistijd", "Reizen naar het werk", "Distance and travel time"},
    Wording{"Uren per week", "Uren per week", "Hours a week"},
    Wording{"Werktijden", "Dagen en tijden", "Working times"},
    Wording{"Begin- en einddatum", "Wanneer het werk is", "Start and end date"},
    Wording{"Contractvorm", "Soort contract", "Type of contract"},
    Wording{"Soort overeenkomst", "Soort baan", "Type of agreement"},
    Wording{"Sector", "Soort bedrijf", "Sector"},
    Wording{"Interesses", "Wat je leuk vindt", "Interests"},
    Wording{"Salaris", "Loon", "Salary"},
    Wording{"Werkomstandigheden", "Wat je nodig hebt op het werk", "Working conditions"}};
static_assert(criterion_names.size() == criterion_count);

constexpr auto work = Criterion::work_level;
constexpr auto school = Criterion::education;
constexpr auto skill = Criterion::competences;
constexpr auto tongue = Criterion::languages;
constexpr auto travel = Criterion::distance;
constexpr auto contract = Criterion::contract;
constexpr auto agreement = Criterion::agreement;
constexpr auto place = Criterion::working_conditions;

constexpr Word words[] = {
    {work, "no_basic_education", {"geen basisopleiding", "geen basisschool", "no basic education"}},
    {work, "basic", {"basisniveau", "basisschool", "basic level"}},
    {work, "vmbo", {"vmbo", "vmbo", "vmbo (lower secondary)"}},
    {work, "mbo_havo_vwo", {"mbo/havo/vwo", "mbo, havo of vwo", "mbo/havo/vwo (secondary vocational)"}},
    {work, "hbo", {"hbo", "hbo", "hbo (bachelor)"}},
    {work, "wo", {"wetenschappelijk", "universiteit", "wo (academic)"}},
    {school, "primary", {"basisonderwijs", "basisschool", "primary school"}},
    {school, "vmbo", {"vmbo", "vmbo", "vmbo (lower secondary)"}},
    {school, "havo_vwo", {"havo/vwo", "havo of vwo", "havo/vwo (upper secondary)"}},
    {school, "mbo", {"mbo", "mbo", "mbo (secondary vocational)"}},
    {school, "hbo", {"hbo", "hbo", "hbo (bachelor)"}},
    {school, "wo", {"wo", "universiteit", "wo (academic)"}},
    {school, "other", {"een andere opleiding", "een andere opleiding", "another education"}},
    {skill, "beginner", {"beginner", "beginner", "beginner"}},
    {skill, "basic", {"basis", "een beetje ervaren", "basic"}},
    {skill, "skilled", {"vaardig", "ervaren", "skilled"}},
    {skill, "expert", {"expert", "heel ervaren", "expert"}},
    {tongue, "none", {"geen beheersing", "niet", "none"}},
    {tongue, "fair", {"redelijk", "een beetje", "fair"}},
    {tongue, "good", {"goed", "goed", "good"}},
    {tongue, "excellent", {"uitstekend", "heel goed", "excellent"}},
    {tongue, "speaking", {"spreken", "praten", "speaking"}},
    {tongue, "writing", {"schrijven", "schrijven", "writing"}},
    {tongue, "reading", {"lezen", "lezen", "reading"}},
    {tongue, "listening", {"luisteren", "verstaan", "listening"}},
    {travel, "car", {"met de auto", "met de auto", "by car"}},
    {travel, "moped", {"met de bromfiets", "met de brommer", "by moped"}},
    {travel, "bicycle", {"met de fiets", "met de fiets", "by bicycle"}},
    {travel, "motorcycle", {"met de motor", "met de motor", "by motorcycle"}},
    {travel, "public_transport", {"met het openbaar vervoer", "met bus of trein", "by public transport"}},
    {travel, "walking", {"lopend", "lopend", "on foot"}},
    {travel, "other", {"met ander vervoer", "met ander vervoer", "by other means"}},
    {contract, "fixed_term", {"bepaalde tijd", "een tijdelijk contract", "fixed term"}},
    {contract, "permanent", {"onbepaalde tijd", "een vast contract", "permanent"}},
    {agreement, "job", {"reguliere baan", "een gewone baan", "regular job"}},
    {agreement, "apprenticeship", {"leerbaan", "werken en leren", "apprenticeship"}},
    {agreement, "volunteering", {"vrijwilligerswerk", "vrijwilligerswerk", "volunteering"}},
    {agreement, "work_experience", {"werkervaringsplaats", "ervaring opdoen", "work experience place"}},
    {agreement, "trial_placement", {"proefplaatsing", "eerst op proef werken", "trial placement"}},
    {place, "quiet_place", {"rustige werkplek", "een rustige plek", "a quiet place"}},
    {place, "seated_work", {"zittend werk", "zittend werk", "seated work"}},
    {place, "guidance", {"begeleiding", "begeleiding", "guidance"}},
    {place, "variation", {"afwisseling", "afwisseling", "variation"}},
    {place, "fixed_routine", {"vaste routine", "elke dag hetzelfde", "a fixed routine"}},
    {place, "adapted_workplace", {"aangepaste werkplek", "een aangepaste werkplek", "an adapted workplace"}},
    {place, "light_physical_work", {"lichamelijk licht werk", "licht werk", "light physical work"}},
    {place, "no_customer_contact", {"geen klantcontact", "geen contact met klanten", "no customer contact"}},
    {place, "flexible_start", {"flexibele begintijd", "zelf kiezen hoe laat je begint", "a flexible start"}},
    {place,
     "accessible_building",
     {"toegankelijk gebouw", "een gebouw waar je goed in kunt", "an accessible building"}}};

const Word* find(Criterion criterion, std::string_view code) {
  for (const auto& word : words) {
    if (word.criterion == criterion && word.code == code) return &word;
  }
  return nullptr;
}

}  // namespace

std::string code_word(Criterion criterion, std::string_view code, Style style) {
  const auto* word = find(criterion, code);
  return std::string(word == nullptr ? code : word->wording.in(style));
}

bool has_code_word(Criterion criterion, std::string_view code) {
  return find(criterion, code) != nullptr;
}

const Wording& criterion_wording(Criterion criterion) {
  return criterion_names[static_cast<std::size_t>(criterion)];
}

}  // namespace passend::explain
