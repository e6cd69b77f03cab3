// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/vum_codes.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace passend::vum {
namespace {

// Our numbers are those of VUM for every list that is read through here; a static_assert below holds what matters.
template <class Code>
Read<Code> by_number(int vum, std::initializer_list<int> says_nothing) {
  if (std::find(says_nothing.begin(), says_nothing.end(), vum) != says_nothing.end()) return {};
  for (const auto& [code, name] : CodeNames<Code>::names) {
    if (static_cast<int>(code) == vum) return {code, true};
  }
  return {std::nullopt, false};
}

static_assert(static_cast<int>(WorkLevel::mbo_havo_vwo) == 4);
static_assert(static_cast<int>(EducationLevel::mbo) == 4);
static_assert(static_cast<int>(AgreementType::work_experience) == 4);
static_assert(static_cast<int>(Transport::public_transport) == 5);
static_assert(static_cast<int>(LanguageLevel::excellent) == 4);
static_assert(static_cast<int>(ApplicationMethod::online_form) == 4);

constexpr std::array<std::pair<int, std::string_view>, 25> behavioural_competences{{
    {24100, "Beslissen en activiteiten initiëren"},
    {24101, "Aansturen"},
    {24102, "Begeleiden"},
    {24104, "Aandacht en begrip tonen"},
    {24105, "Samenwerken en overleggen"},
    {24106, "Ethisch en integer handelen"},
    {24107, "Relaties bouwen en netwerken"},
    {24108, "Overtuigen en beïnvloeden"},
    {24109, "Presenteren"},
    {24110, "Formuleren en rapporteren"},
    {24111, "Vakdeskundigheid toepassen"},
    {24112, "Materialen en middelen inzetten"},
    {24113, "Analyseren"},
    {24114, "Onderzoeken"},
    {24115, "Creëren en innoveren"},
    {24116, "Leren"},
    {24118, "Plannen en organiseren"},
    {24119, "Op de behoeften en verwachtingen van de klant richten"},
    {24120, "Kwaliteit leveren"},
    {24121, "Instructies en procedures opvolgen"},
    {24122, "Omgaan met verandering en aanpassen"},
    {24123, "Met druk en tegenslag omgaan"},
    {24124, "Gedrevenheid en ambitie tonen"},
    {24125, "Ondernemend en commercieel handelen"},
    {24126, "Bedrijfsmatig handelen"},
}};

}  // namespace

Read<bool> indication(int vum) {
  if (vum == 1 || vum == 2) return {vum == 1, true};
  return {std::nullopt, vum == 0 || vum == 8};
}

Read<WorkLevel> work_level(int vum) {
  return by_number<WorkLevel>(vum, {0, 7});
}

Read<EducationLevel> education_level(int vum) {
  return by_number<EducationLevel>(vum, {});
}

Read<EducationStatus> education_status(int vum) {
  return by_number<EducationStatus>(vum, {0});
}

Read<ContractType> contract_type(std::string_view vum) {
  if (vum == "B" || vum == "b") return {ContractType::fixed_term, true};
  if (vum == "O" || vum == "o") return {ContractType::permanent, true};
  return {std::nullopt, false};
}

Read<AgreementType> agreement_type(int vum) {
  if (vum == static_cast<int>(AgreementType::trial_placement)) return {std::nullopt, false};  // Ours, not VUM's.
  return by_number<AgreementType>(vum, {});
}

Read<Transport> transport(int vum) {
  if (vum == static_cast<int>(Transport::walking)) return {std::nullopt, false};  // Ours, not VUM's.
  return by_number<Transport>(vum, {});
}

Read<LanguageLevel> language_level(int vum) {
  return by_number<LanguageLevel>(vum, {0, 8});
}

Read<WebAddressKind> web_address_kind(int vum) {
  return by_number<WebAddressKind>(vum, {});
}

Read<ApplicationMethod> application_method(int vum) {
  return by_number<ApplicationMethod>(vum, {});
}

Read<DrivingLicence> driving_licence(std::string_view vum) {
  std::string upper(vum);
  for (char& letter : upper) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  const auto code = parse_code<DrivingLicence>(upper);
  return {code, code.has_value()};
}

Read<Proficiency> proficiency(int vum) {
  switch (vum) {
    case 1:
      return {Proficiency::skilled, true};
    case 2:
      return {Proficiency::basic, true};
    case 3:
      return {Proficiency::beginner, true};
    default:
      return {std::nullopt, vum == 4 || vum == 5 || vum == 9};
  }
}

bool lacks_behavioural_competence(int vum) {
  return vum == 4;
}

std::string_view behavioural_competence_name(int vum) {
  for (const auto& [code, name] : behavioural_competences) {
    if (code == vum) return name;
  }
  return {};
}

std::optional<int> region_radius_km(int vum) {
  constexpr std::array kilometres{5, 10, 15, 25, 50, 75, 100, 125, 150};
  if (vum < 1 || vum > static_cast<int>(kilometres.size())) return std::nullopt;
  return kilometres[static_cast<std::size_t>(vum - 1)];
}

LanguageLevel language_level_of(Cefr cefr) {
  switch (cefr) {
    case Cefr::a1:
    case Cefr::a2:
      return LanguageLevel::fair;
    case Cefr::b1:
    case Cefr::b2:
      return LanguageLevel::good;
    case Cefr::c1:
    case Cefr::c2:
      break;
  }
  return LanguageLevel::excellent;
}

int to_vum(bool indication) {
  return indication ? 1 : 2;
}

int to_vum(WorkLevel level) {
  return static_cast<int>(level);
}

int to_vum(EducationLevel level) {
  return static_cast<int>(level);
}

int to_vum(EducationStatus status) {
  return static_cast<int>(status);
}

std::string_view to_vum(ContractType type) {
  return type == ContractType::fixed_term ? "B" : "O";
}

std::optional<int> to_vum(AgreementType type) {
  if (type == AgreementType::trial_placement) return std::nullopt;
  return static_cast<int>(type);
}

int to_vum(Transport means) {
  return static_cast<int>(means == Transport::walking ? Transport::other : means);
}

int to_vum(LanguageLevel level) {
  return static_cast<int>(level);
}

int to_vum(WebAddressKind kind) {
  return static_cast<int>(kind);
}

int to_vum(ApplicationMethod method) {
  return static_cast<int>(method);
}

std::string_view to_vum(DrivingLicence category) {
  return to_text(category);
}

}  // namespace passend::vum
