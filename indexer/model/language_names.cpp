// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/language_names.hpp"

#include <algorithm>
#include <array>

namespace passend {
namespace {

constexpr std::array<LanguageName, 46> languages{{{"nld", "nl", "nederlands", "dutch"},
                                                  {"eng", "en", "engels", "english"},
                                                  {"deu", "de", "duits", "german"},
                                                  {"fra", "fr", "frans", "french"},
                                                  {"spa", "es", "spaans", "spanish"},
                                                  {"por", "pt", "portugees", "portuguese"},
                                                  {"ita", "it", "italiaans", "italian"},
                                                  {"pol", "pl", "pools", "polish"},
                                                  {"ron", "ro", "roemeens", "romanian"},
                                                  {"bul", "bg", "bulgaars", "bulgarian"},
                                                  {"hun", "hu", "hongaars", "hungarian"},
                                                  {"ces", "cs", "tsjechisch", "czech"},
                                                  {"slk", "sk", "slowaaks", "slovak"},
                                                  {"ell", "el", "grieks", "greek"},
                                                  {"ukr", "uk", "oekraiens", "ukrainian"},
                                                  {"rus", "ru", "russisch", "russian"},
                                                  {"tur", "tr", "turks", "turkish"},
                                                  {"ara", "ar", "arabisch", "arabic"},
                                                  {"rif", "", "berbers", "tarifit"},
                                                  {"kur", "ku", "koerdisch", "kurdish"},
                                                  {"fas", "fa", "farsi", "persian"},
                                                  {"fas", "", "perzisch", "farsi"},
                                                  {"prs", "", "dari", "dari"},
                                                  {"pus", "ps", "pasjtoe", "pashto"},
                                                  {"urd", "ur", "urdu", "urdu"},
                                                  {"hin", "hi", "hindi", "hindi"},
                                                  {"som", "so", "somalisch", "somali"},
                                                  {"tir", "ti", "tigrinya", "tigrinya"},
                                                  {"amh", "am", "amhaars", "amharic"},
                                                  {"swa", "sw", "swahili", "swahili"},
                                                  {"pap", "", "papiaments", "papiamento"},
                                                  {"srn", "", "sranan", "sranantongo"},
                                                  {"fry", "fy", "fries", "frisian"},
                                                  {"zho", "zh", "chinees", "chinese"},
                                                  {"cmn", "", "mandarijn", "mandarin"},
                                                  {"jpn", "ja", "japans", "japanese"},
                                                  {"kor", "ko", "koreaans", "korean"},
                                                  {"vie", "vi", "vietnamees", "vietnamese"},
                                                  {"tha", "th", "thai", "thai"},
                                                  {"ind", "id", "indonesisch", "indonesian"},
                                                  {"hrv", "hr", "kroatisch", "croatian"},
                                                  {"srp", "sr", "servisch", "serbian"},
                                                  {"bos", "bs", "bosnisch", "bosnian"},
                                                  {"sqi", "sq", "albanees", "albanian"},
                                                  {"hye", "hy", "armeens", "armenian"},
                                                  {"dse", "", "nederlandsegebarentaal", "dutchsignlanguage"}}};

}  // namespace

std::span<const LanguageName> language_names() {
  return languages;
}

std::optional<std::string_view> language_named(std::string_view word) {
  const auto found = std::find_if(languages.begin(), languages.end(), [&](const LanguageName& language) {
    return word == language.dutch || word == language.english;
  });
  return found == languages.end() ? std::nullopt : std::optional(found->code);
}

}  // namespace passend
