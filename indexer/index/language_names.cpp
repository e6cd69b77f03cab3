// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/language_names.hpp"

#include <array>
#include <utility>

namespace passend::index {
namespace {

constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"nld", "Nederlands"},
    {"eng", "Engels"},
    {"deu", "Duits"},
    {"fra", "Frans"},
    {"spa", "Spaans"},
    {"por", "Portugees"},
    {"ita", "Italiaans"},
    {"pol", "Pools"},
    {"bul", "Bulgaars"},
    {"ron", "Roemeens"},
    {"hun", "Hongaars"},
    {"ces", "Tsjechisch"},
    {"slk", "Slowaaks"},
    {"lit", "Litouws"},
    {"lav", "Lets"},
    {"rus", "Russisch"},
    {"ukr", "Oekraïens"},
    {"ara", "Arabisch"},
    {"ary", "Marokkaans Arabisch"},
    {"tur", "Turks"},
    {"kur", "Koerdisch"},
    {"kmr", "Koerdisch"},
    {"ckb", "Koerdisch"},
    {"zgh", "Berbers"},
    {"rif", "Tarifit"},
    {"tir", "Tigrinya"},
    {"amh", "Amhaars"},
    {"som", "Somalisch"},
    {"fas", "Perzisch Farsi"},
    {"pes", "Perzisch Farsi"},
    {"prs", "Dari"},
    {"pus", "Pasjtoe"},
    {"urd", "Urdu"},
    {"hin", "Hindi"},
    {"zho", "Chinees"},
    {"cmn", "Mandarijn Chinees"},
    {"jpn", "Japans"},
    {"vie", "Vietnamees"},
    {"ind", "Indonesisch"},
    {"tha", "Thais"},
    {"pap", "Papiaments"},
    {"srn", "Sranan Tongo"},
    {"fry", "Fries"},
    {"ell", "Grieks"},
    {"hrv", "Kroatisch"},
    {"srp", "Servisch"},
    {"bos", "Bosnisch"},
    {"sqi", "Albanees"},
    {"dse", "Nederlandse Gebarentaal"},
});

}  // namespace

std::string_view dutch_language_name(std::string_view iso_639_3) {
  for (const auto& [code, name] : names) {
    if (code == iso_639_3) return name;
  }
  return {};
}

}  // namespace passend::index
