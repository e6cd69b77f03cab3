// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/extract/phrases.hpp"
#include "indexer/extract/word_lists.hpp"
#include "indexer/model/codes.hpp"

/// How Dutch and English speak of commanding a language: the tables of languages.cpp.
namespace passend::extract::language_words {

using Level = LanguageLevel;

inline constexpr auto levels = phrases(std::to_array<Phrase<Level>>({
    {"uitstekend*", Level::excellent},
    {"perfect*", Level::excellent},
    {"vloeiend*", Level::excellent},
    {"foutloos", Level::excellent},
    {"foutloze", Level::excellent},
    {"volledige", Level::excellent},
    {"moedertaal", Level::excellent},
    {"zeer goed", Level::excellent},
    {"zeer goede", Level::excellent},
    {"fluent*", Level::excellent},
    {"fluency", Level::excellent},
    {"excels", Level::excellent},
    {"excellent", Level::excellent},
    {"exceptional", Level::excellent},
    {"impeccable", Level::excellent},
    {"native", Level::excellent},
    {"mother tongue", Level::excellent},
    {"very good", Level::excellent},
    {"very strong", Level::excellent},
    {"outstanding", Level::excellent},
    {"near native", Level::excellent},
    {"bilingual", Level::excellent},
    {"tweetalig*", Level::excellent},
    {"high proficiency", Level::excellent},
    {"highly proficient", Level::excellent},
    {"high level", Level::excellent},
    {"hoog niveau", Level::excellent},
    {"full professional", Level::excellent},
    {"goed", Level::good},
    {"goede", Level::good},
    {"sterke", Level::good},
    {"ruime", Level::good},
    {"gedegen", Level::good},
    {"prima", Level::good},
    {"good", Level::good},
    {"strong", Level::good},
    {"solid", Level::good},
    {"proficient", Level::good},
    {"proficiency", Level::good},
    {"professional", Level::good},
    {"zakelijk niveau", Level::good},
    {"professioneel niveau", Level::good},
    {"well versed", Level::good},
    {"versed", Level::good},
    {"gevorderd*", Level::good},
    {"advanced", Level::good},
    {"well", Level::good},
    {"redelijk*", Level::fair},
    {"voldoende", Level::fair},
    {"basis", Level::fair},
    {"basiskennis", Level::fair},
    {"beetje", Level::fair},
    {"enige", Level::fair},
    {"eenvoudig", Level::fair},
    {"matig*", Level::fair},
    {"basic", Level::fair},
    {"conversational", Level::fair},
    {"some", Level::fair},
    {"fair", Level::fair},
    {"intermediate", Level::fair},
    {"passieve", Level::fair},
    {"limited", Level::fair},
    {"elementary", Level::fair},
    {"verstaanbaar*", Level::fair},
}));

/// Words that may stand between a word for a level and the language.
inline constexpr auto on_the_way =
    std::to_array<std::string_view>({"mondelinge", "mondeling", "schriftelijke", "schriftelijk", "communicatieve", "communicatief", "vaardig*", "beheersing", "beheerst", "beheersen", "kennis", "van", "de", "het", "in", "zowel", "als", "en", "of", "taal", "talen", "woord", "geschrift", "taalvaardig*", "taalbeheersing", "taalkennis", "spreek*", "schrijf*", "spreekt", "spreken", "schrijven", "lezen", "lees", "both", "verbal*", "written", "oral", "spoken", "writing", "reading", "speaking", "and", "or", "communication*", "communicati*", "skills", "the", "command", "knowledge", "language", "languages", "level", "mastery", "understanding", "niveau", "uitdrukkingsvaardig*", "preferably", "ideally", "bij", "voorkeur", "with", "as", "well", "evenals", "especially", "particularly", "vooral", "ook", "also", "een", "a", "liefst", "beide", "je"});

/// Words of command: with one of them by a language, it is the language that is meant.
inline constexpr auto commands = std::to_array<std::string_view>(
    {"beheers*",  "spreek*",        "spreken",    "spreekt",        "sprekend",     "schrijf*",     "schrijven",
     "lezen",     "leest",          "verstaan",   "verstaat",       "begrijp*",     "mondeling*",   "schriftelijk*",
     "geschrift", "taalvaardig*",   "taalniveau", "taalbeheersing", "communiceer*", "communiceren", "communicat*",
     "kennis",    "basiskennis",    "moedertaal", "machtig",        "speak*",       "write",        "written",
     "verbal*",   "fluen*",         "command",    "proficien*",     "communicate",  "language",     "languages",
     "knowledge", "conversational", "native",     "taal",           "talen",        "niveau",       "redt",
     "redden",    "woord"});
inline constexpr auto mastery = std::to_array<std::string_view>({"beheers*", "taalbeheersing", "machtig", "mastery"});

/// May directly follow the name of a language; after any other word the name is an adjective: "Dutch working permit".
inline constexpr auto after_a_name = std::to_array<std::string_view>({"en",
                                                               "would",
                                                               "could",
                                                               "will",
                                                               "wordt",
                                                               "zou",
                                                               "strongly",
                                                               "evenals",
                                                               "of",
                                                               "als",
                                                               "and",
                                                               "or",
                                                               "taal",
                                                               "talen",
                                                               "language",
                                                               "languages",
                                                               "taalniveau",
                                                               "niveau",
                                                               "level",
                                                               "in",
                                                               "op",
                                                               "is",
                                                               "zijn",
                                                               "are",
                                                               "spreken",
                                                               "spreekt",
                                                               "schrijven",
                                                               "kunnen",
                                                               "kunt",
                                                               "kan",
                                                               "lezen",
                                                               "verstaan",
                                                               "beheers*",
                                                               "goed",
                                                               "uitstekend",
                                                               "vloeiend",
                                                               "communication",
                                                               "writing",
                                                               "written",
                                                               "verbal",
                                                               "spoken",
                                                               "a1",
                                                               "a2",
                                                               "b1",
                                                               "b2",
                                                               "c1",
                                                               "c2",
                                                               "met",
                                                               "with",
                                                               "voor",
                                                               "at",
                                                               "minimaal",
                                                               "te",
                                                               "mondeling",
                                                               "schriftelijk",
                                                               "zowel",
                                                               "bij",
                                                               "van",
                                                               "the",
                                                               "to",
                                                               "for",
                                                               "as",
                                                               "moedertaal",
                                                               "redelijk",
                                                               "heeft",
                                                               "is",
                                                               "hebt",
                                                               "niet",
                                                               "machtig",
                                                               "but",
                                                               "maar",
                                                               "skills",
                                                               "speaker*",
                                                               "speaking",
                                                               "native",
                                                               "fluently",
                                                               "well",
                                                               "basis",
                                                               "goede",
                                                               "skill",
                                                               "proficiency",
                                                               "fluent",
                                                               "voldoende",
                                                               "matig",
                                                               "een",
                                                               "vereist",
                                                               "verplicht",
                                                               "gewenst",
                                                               "must",
                                                               "required",
                                                               "preferred",
                                                               "geen",
                                                               "hoeft",
                                                               "and/or",
                                                               "excellent"});

inline constexpr auto copulas = std::to_array<std::string_view>({"is", "zijn", "are", "would", "zou"});
/// What the adjective of a language belongs to: "de Nederlandse taal", "goede Engelse taalbeheersing".
inline constexpr auto language_nouns =
    std::to_array<std::string_view>({"taal", "talen", "language", "languages", "taalbeheersing", "taalkennis",
                                     "taalvaardig*", "uitdrukkingsvaardig*", "spreekvaardig*", "schrijfvaardig*"});
/// May stand between two adjectives: "Nederlandse en bij voorkeur ook Engelse taal".
inline constexpr auto between_adjectives = std::to_array<std::string_view>(
    {"bij", "voorkeur", "liefst", "ook", "eventueel", "de", "mondelinge", "schriftelijke"});
/// May stand between two languages that are named together.
inline constexpr auto between_joined = std::to_array<std::string_view>(
    {"en", "of", "als", "and", "or", "as", "well", "evenals", "in", "het", "de", "bij", "voorkeur", "ook"});
/// With one of these a new statement begins: "vloeiend Nederlands en beheerst Engels".
inline constexpr auto verbs = std::to_array<std::string_view>(
    {"beheers", "beheerst", "spreek", "spreekt", "schrijf", "schrijft", "leest", "speak", "write"});
/// What a level may be of: "goede uitdrukkingsvaardigheid voor het schrijven van teksten in het Nederlands".
inline constexpr auto skill_nouns = std::to_array<std::string_view>(
    {"vaardigheid", "vaardigheden", "communicatievaardig*", "uitdrukkingsvaardig*", "schrijfvaardig*", "skills"});
inline constexpr auto conjunctions = std::to_array<std::string_view>({"en", "of", "als", "and", "or", "as", "evenals"});
inline constexpr auto spoken_of_here = std::to_array<std::string_view>({"gesproken", "lessen", "les", "docent", "leraar"});

inline constexpr auto skills = phrases(std::to_array<Phrase<std::uint8_t>>({
    {"in woord en geschrift", 0b0011},
    {"woord en geschrift", 0b0011},
    {"mondeling*", 0b0001},
    {"spreek*", 0b0001},
    {"spreken", 0b0001},
    {"schriftelijk*", 0b0010},
    {"schrijf*", 0b0010},
    {"schrijven", 0b0010},
    {"lezen", 0b0100},
    {"leest", 0b0100},
    {"verstaan", 0b1000},
    {"verstaat", 0b1000},
    {"luisteren", 0b1000},
    {"speak*", 0b0001},
    {"verbal*", 0b0001},
    {"oral*", 0b0001},
    {"spoken", 0b0001},
    {"write", 0b0010},
    {"writing", 0b0010},
    {"written", 0b0010},
    {"read", 0b0100},
    {"reading", 0b0100},
    {"listening", 0b1000},
}));

}  // namespace passend::extract::language_words
