// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string_view>

#include "indexer/model/codes.hpp"

/// The one place where codes of the VUM data standard 1.5 meet ours. Numeric codes travel as numbers here, also where
/// the standard writes them as text ("04" is 4): it does both for the same list.
namespace passend::vum {

/// A code as read: `code` absent while `listed` means that the list calls it unknown or not applicable (0, 7, 8 or 9).
template <class Code>
struct Read {
  std::optional<Code> code;
  bool listed = true;  ///< False: the list has no such code.
  bool operator==(const Read&) const = default;
};

/// Indicatie and IndicatieDiploma: 1 yes, 2 no; 0 unknown, 8 not applicable.
Read<bool> indication(int vum);
/// codeWerkEnDenkniveau (Werkzoekende and Minimaal): 1..6; 0 not applicable, 7 not yet known.
Read<WorkLevel> work_level(int vum);
/// codeNiveauOpleiding
Read<EducationLevel> education_level(int vum);
/// codeStatusOpleiding; 0 unknown.
Read<EducationStatus> education_status(int vum);
/// codeTypeArbeidscontract: "B" or "O".
Read<ContractType> contract_type(std::string_view vum);
/// codeTypeOvereenkomst
Read<AgreementType> agreement_type(int vum);
/// codeVervoermiddel
Read<Transport> transport(int vum);
/// codeNiveauTaalbeheersing*: 1..4; 0 unknown, 8 not applicable.
Read<LanguageLevel> language_level(int vum);
/// codeWebadres
Read<WebAddressKind> web_address_kind(int vum);
/// codeSollicitatiewijze
Read<ApplicationMethod> application_method(int vum);
/// codeSoortRijbewijs, upper or lower case.
Read<DrivingLicence> driving_licence(std::string_view vum);
/// codeBeheersingGedragscompetentie of v1 and v2: 1 good, 2 sufficient, 3 insufficient; 5 and 9 say nothing. Code 4
/// (does not have it) is listed without a level too: ask `lacks_behavioural_competence` first.
Read<Proficiency> proficiency(int vum);
bool lacks_behavioural_competence(int vum);

/// The name of a codeGedragscompetentie of v1 and v2 (24100..24126); empty when the list has no such code.
std::string_view behavioural_competence_name(int vum);
/// Kilometres of a codeRegiostraal of v1 and v2 (1..9); absent when the list has no such code.
std::optional<int> region_radius_km(int vum);

/// The level at which a CEFR level counts: A1 and A2 fair, B1 and B2 good, C1 and C2 excellent. VUM has no mapping;
/// this is ours, chosen so that B1, the language requirement of most work, is met by "good".
LanguageLevel language_level_of(Cefr cefr);

/// The other way, for the VUM facade. Absent where VUM has no code: a trial placement.
int to_vum(bool indication);
int to_vum(WorkLevel level);
int to_vum(EducationLevel level);
int to_vum(EducationStatus status);
std::string_view to_vum(ContractType type);
std::optional<int> to_vum(AgreementType type);
/// Walking is 9, other.
int to_vum(Transport means);
int to_vum(LanguageLevel level);
int to_vum(WebAddressKind kind);
int to_vum(ApplicationMethod method);
std::string_view to_vum(DrivingLicence category);

}  // namespace passend::vum
