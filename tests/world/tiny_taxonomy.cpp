// SPDX-License-Identifier: EUPL-1.2
#include "tests/world/tiny_taxonomy.hpp"

#include <fstream>
#include <string_view>

namespace passend::world {
namespace {

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file) << text;
}

}  // namespace

void write_tiny_taxonomy(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  write(directory / "groups.csv",
        "id,kind,label_nl,label_en,broader\n"
        "beroepen-logistiek,occupation_group,Logistiek,Logistics,\n"
        "beroepen-zorg,occupation_group,Zorg,Care,\n"
        "beroepen-horeca,occupation_group,Horeca,Hospitality,\n"
        "competenties-magazijn,competence_group,Magazijnwerk,Warehouse work,\n"
        "competenties-zorg,competence_group,Zorgen,Caring,\n"
        "competenties-keuken,competence_group,Keukenwerk,Kitchen work,\n");
  write(directory / "occupations.csv",
        "id,label_nl,label_en,alt_nl,isco,broader,sbi,work_level,esco,description_nl\n"
        "magazijnmedewerker,magazijnmedewerker,warehouse worker,magazijnmedewerkster,4321,beroepen-logistiek,52,2,,\n"
        "orderpicker,orderpicker,order picker,orderverzamelaar,4321,beroepen-logistiek,52,1,,\n"
        "vrachtwagenchauffeur,vrachtwagenchauffeur,lorry driver,trucker,8332,beroepen-logistiek,49,2,,\n"
        "verzorgende,verzorgende,carer,verzorgende ig,5321,beroepen-zorg,87,4,,\n"
        "helpende,helpende zorg,care assistant,zorghulp,5322,beroepen-zorg,87,3,,\n"
        "kok,kok,cook,kokkin,5120,beroepen-horeca,56,3,,\n");
  write(directory / "competences.csv",
        "id,label_nl,label_en,alt_nl,kind,broader,esco\n"
        "heftruck-rijden,heftruck rijden,driving a forklift,,skill,competenties-magazijn,\n"
        "reachtruck-rijden,reachtruck rijden,driving a reach truck,,skill,heftruck-rijden,\n"
        "orders-verzamelen,orders verzamelen,picking orders,,skill,competenties-magazijn,\n"
        "laden-en-lossen,laden en lossen,loading and unloading,,skill,competenties-magazijn,\n"
        "voorraad-tellen,voorraad tellen,counting stock,,skill,competenties-magazijn,\n"
        "wassen-en-aankleden,helpen met wassen en aankleden,helping to wash and dress,,skill,competenties-zorg,\n"
        "medicijnen-geven,medicijnen geven,giving medicines,,skill,competenties-zorg,\n"
        "luisteren,goed luisteren,listening well,,attitude,competenties-zorg,\n"
        "gerechten-bereiden,gerechten bereiden,preparing dishes,,skill,competenties-keuken,\n"
        "keuken-schoonmaken,de keuken schoonmaken,cleaning the kitchen,,skill,competenties-keuken,\n");
  write(directory / "credentials.csv",
        "id,label_nl,label_en,alt_nl,kind,validity_months,esco\n"
        "vca-basis,VCA Basis,VCA Basic,,certificate,120,\n"
        "heftruckcertificaat,heftruckcertificaat,forklift certificate,,certificate,60,\n"
        "big-registratie,BIG-registratie,BIG registration,,registration,60,\n");
  write(directory / "relations.csv",
        "occupation,target,relation\n"
        "magazijnmedewerker,orders-verzamelen,essential\n"
        "magazijnmedewerker,laden-en-lossen,essential\n"
        "magazijnmedewerker,heftruck-rijden,optional\n"
        "magazijnmedewerker,voorraad-tellen,optional\n"
        "orderpicker,orders-verzamelen,essential\n"
        "orderpicker,voorraad-tellen,optional\n"
        "vrachtwagenchauffeur,laden-en-lossen,essential\n"
        "verzorgende,wassen-en-aankleden,essential\n"
        "verzorgende,medicijnen-geven,essential\n"
        "verzorgende,luisteren,optional\n"
        "helpende,wassen-en-aankleden,essential\n"
        "helpende,luisteren,optional\n"
        "kok,gerechten-bereiden,essential\n"
        "kok,keuken-schoonmaken,essential\n");
}

}  // namespace passend::world
