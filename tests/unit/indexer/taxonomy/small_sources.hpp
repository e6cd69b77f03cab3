// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "indexer/base/file.hpp"
#include "tests/unit/indexer/taxonomy/real_data.hpp"

namespace passend::taxonomy {

using Files = std::map<std::string, std::string>;

inline std::filesystem::path write_files(const std::filesystem::path& directory, const Files& files) {
  std::filesystem::create_directories(directory);
  for (const auto& [name, content] : files) write_file_durably(directory / name, content);
  return directory;
}

/// A starter set of four occupations, one of which names an ESCO concept.
inline Files small_starter() {
  return {
      {"groups.csv",
       "id,kind,label_nl,label_en,broader\n"
       "schoonmaak,occupation_group,Schoonmaak,Cleaning,\n"
       "zorg,occupation_group,Zorg,Care,\n"
       "werkhouding,competence_group,Werkhouding,Work attitude,\n"},
      {"occupations.csv",
       "id,label_nl,label_en,alt_nl,isco,broader,sbi,work_level,esco,description_nl\n"
       "schoonmaker,schoonmaker,cleaner,schoonmaakster|medewerker schoonmaak,9112,schoonmaak,8121,1,,x\n"
       "glazenwasser,glazenwasser (m/v),window cleaner,,9123,schoonmaak,8122,1,urn:esco:glazenwasser,x\n"
       "verzorgende,verzorgende,care worker,verzorgende ig,5321,zorg,871,3,,x\n"
       "helpende,helpende,,,5321,,871,2,,\n"},
      {"competences.csv",
       "id,label_nl,label_en,alt_nl,kind,broader,esco\n"
       "ramen,ramen lappen,wash windows,ramen zemen,skill,,\n"
       "vloeren,vloeren dweilen,mop floors,,skill,,\n"
       "op-tijd,op tijd komen,be punctual,,attitude,werkhouding,\n"
       "zelfstandig,zelfstandig werken,work independently,,attitude,werkhouding,\n"
       "wassen,helpen bij wassen,help with washing,,skill,,\n"},
      {"credentials.csv",
       "id,label_nl,label_en,alt_nl,kind,validity_months,esco\n"
       "vca,VCA basis,VCA basic,vca|vca-b,certificate,120,\n"},
      {"relations.csv",
       "occupation,target,relation\n"
       "schoonmaker,op-tijd,optional\n"
       "schoonmaker,vloeren,essential\n"
       "schoonmaker,ramen,essential\n"
       "glazenwasser,ramen,essential\n"
       "glazenwasser,vca,essential\n"
       "verzorgende,wassen,essential\n"
       "verzorgende,op-tijd,optional\n"
       "helpende,wassen,essential\n"
       "helpende,niets,essential\n"
       "helpende,op-tijd,misschien\n"},
  };
}

/// An ESCO set with the habits of the real one: other column order, CRLF in one language, alternative labels on lines
/// of their own, a double row, a missing translation, relations to concepts that are not there.
inline Files small_esco() {
  return {
      {"ISCOGroups_nl.csv",
       "conceptType,conceptUri,code,preferredLabel\nISCOGroup,urn:esco:isco9123,9123,Glazenwassers\n"},
      {"occupations_nl.csv",
       "preferredLabel,conceptUri,iscoGroup,altLabels,status\n"
       "glazenwasser,urn:esco:glazenwasser,9123,\"ramenwasser\nglazenwasster\n\",released\n"
       "gevelreiniger,urn:esco:gevelreiniger,9123,,released\n"
       "gevelreiniger,urn:esco:gevelreiniger,9123,,released\n"
       "hoogwerker,urn:esco:hoogwerker,9123,,obsolete\n"},
      {"occupations_en.csv",
       "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\r\n"
       "Occupation,urn:esco:glazenwasser,9123,window cleaner,\"window washer\r\nglass cleaner\"\r\n"
       "Occupation,urn:esco:gevelreiniger,9123,facade cleaner,\r\n"
       "Occupation,urn:esco:sherpa,9999,mountain guide,\r\n"},
      {"skills_en.csv",
       "conceptType,conceptUri,skillType,preferredLabel\r\n"
       "KnowledgeSkillCompetence,urn:esco:ladders,skill/competence,use ladders\r\n"},
      {"broaderRelationsOccPillar_nl.csv",
       "conceptType,conceptUri,broaderType,broaderUri\n"
       "Occupation,urn:esco:glazenwasser,ISCOGroup,urn:esco:isco9123\n"
       "Occupation,urn:esco:gevelreiniger,Occupation,urn:esco:glazenwasser\n"
       "Occupation,urn:esco:nergens,ISCOGroup,urn:esco:isco9123\n"},
      {"occupationSkillRelations.csv",
       "occupationUri,relationType,skillType,skillUri\n"
       "urn:esco:glazenwasser,essential,skill/competence,urn:esco:ladders\n"
       "urn:esco:nergens,essential,skill/competence,urn:esco:ladders\n"},
  };
}

/// One occupation that is an ESCO one, one that is so by an alternative label, one that is nobody else's.
inline Files small_competentnl() {
  return {{"occupation_labels.csv",
           "occupation_uri,pref_label,label,label_type,source\n"
           "urn:cnl:1,Gevelreiniger,Gevelreiniger,prefLabel,x\n"
           "urn:cnl:1,Gevelreiniger,Gevelreinigster,altLabel,x\n"
           "urn:cnl:2,Ramenwasser,Ramenwasser,prefLabel,x\n"
           "urn:cnl:3,Dijkgraaf,Dijkgraaf,prefLabel,x\n"}};
}

}  // namespace passend::taxonomy
