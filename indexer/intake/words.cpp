// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/words.hpp"

#include <algorithm>
#include <array>

#include "indexer/model/language_names.hpp"

namespace passend::intake {
namespace {

template <class Code, std::size_t n>
Words<Code> list(const std::array<Word<Code>, n>& words) {
  return {words.data(), n};
}

constexpr std::array<Word<Importance>, 8> importances{{{"eis", Importance::required},
                                                       {"hardeeis", Importance::required},
                                                       {"vereist", Importance::required},
                                                       {"verplicht", Importance::required},
                                                       {"belangrijk", Importance::important},
                                                       {"gewenst", Importance::desired},
                                                       {"pre", Importance::desired},
                                                       {"negeren", Importance::ignored}}};
constexpr std::array<Word<WorkLevel>, 14> work_levels{{{"geenbasisopleiding", WorkLevel::no_basic_education},
                                                       {"geen", WorkLevel::no_basic_education},
                                                       {"basisniveau", WorkLevel::basic},
                                                       {"basis", WorkLevel::basic},
                                                       {"basisonderwijs", WorkLevel::basic},
                                                       {"mbo", WorkLevel::mbo_havo_vwo},
                                                       {"havo", WorkLevel::mbo_havo_vwo},
                                                       {"vwo", WorkLevel::mbo_havo_vwo},
                                                       {"mavo", WorkLevel::vmbo},
                                                       {"bachelor", WorkLevel::hbo},
                                                       {"universitair", WorkLevel::wo},
                                                       {"wetenschappelijk", WorkLevel::wo},
                                                       {"university", WorkLevel::wo},
                                                       {"master", WorkLevel::wo}}};
constexpr std::array<Word<EducationLevel>, 10> education_levels{{{"basisonderwijs", EducationLevel::primary},
                                                                 {"basisschool", EducationLevel::primary},
                                                                 {"mavo", EducationLevel::vmbo},
                                                                 {"havo", EducationLevel::havo_vwo},
                                                                 {"vwo", EducationLevel::havo_vwo},
                                                                 {"bachelor", EducationLevel::hbo},
                                                                 {"master", EducationLevel::wo},
                                                                 {"universitair", EducationLevel::wo},
                                                                 {"anders", EducationLevel::other},
                                                                 {"overig", EducationLevel::other}}};
constexpr std::array<Word<EducationStatus>, 6> education_statuses{{{"afgerond", EducationStatus::completed},
                                                                   {"behaald", EducationStatus::completed},
                                                                   {"diploma", EducationStatus::completed},
                                                                   {"afgebroken", EducationStatus::aborted},
                                                                   {"lopend", EducationStatus::ongoing},
                                                                   {"bezig", EducationStatus::ongoing}}};
constexpr std::array<Word<ContractType>, 12> contract_types{{{"vast", ContractType::permanent},
                                                             {"vastedienst", ContractType::permanent},
                                                             {"vastcontract", ContractType::permanent},
                                                             {"onbepaaldetijd", ContractType::permanent},
                                                             {"onbepaald", ContractType::permanent},
                                                             {"tijdelijk", ContractType::fixed_term},
                                                             {"tijdelijkcontract", ContractType::fixed_term},
                                                             {"tijdelijkmetuitzichtopvast", ContractType::fixed_term},
                                                             {"bepaaldetijd", ContractType::fixed_term},
                                                             {"bepaald", ContractType::fixed_term},
                                                             {"temporary", ContractType::fixed_term},
                                                             {"jaarcontract", ContractType::fixed_term}}};
constexpr std::array<Word<AgreementType>, 12> agreements{{{"regulier", AgreementType::job},
                                                          {"regulierevacature", AgreementType::job},
                                                          {"baan", AgreementType::job},
                                                          {"leerbaan", AgreementType::apprenticeship},
                                                          {"leerwerkplek", AgreementType::apprenticeship},
                                                          {"bbl", AgreementType::apprenticeship},
                                                          {"vrijwilligerswerk", AgreementType::volunteering},
                                                          {"vrijwilliger", AgreementType::volunteering},
                                                          {"werkervaringsplaats", AgreementType::work_experience},
                                                          {"werkervaringsplek", AgreementType::work_experience},
                                                          {"stage", AgreementType::work_experience},
                                                          {"proefplaatsing", AgreementType::trial_placement}}};
constexpr std::array<Word<Transport>, 12> transports{{{"auto", Transport::car},
                                                      {"bromfiets", Transport::moped},
                                                      {"brommer", Transport::moped},
                                                      {"scooter", Transport::moped},
                                                      {"fiets", Transport::bicycle},
                                                      {"ebike", Transport::bicycle},
                                                      {"motor", Transport::motorcycle},
                                                      {"openbaarvervoer", Transport::public_transport},
                                                      {"ov", Transport::public_transport},
                                                      {"lopen", Transport::walking},
                                                      {"lopend", Transport::walking},
                                                      {"anders", Transport::other}}};
constexpr std::array<Word<LanguageLevel>, 6> language_levels{{{"geen", LanguageLevel::none},
                                                              {"redelijk", LanguageLevel::fair},
                                                              {"voldoende", LanguageLevel::fair},
                                                              {"goed", LanguageLevel::good},
                                                              {"uitstekend", LanguageLevel::excellent},
                                                              {"moedertaal", LanguageLevel::excellent}}};
constexpr std::array<Word<Proficiency>, 6> proficiencies{{{"beginnend", Proficiency::beginner},
                                                          {"beginner", Proficiency::beginner},
                                                          {"basis", Proficiency::basic},
                                                          {"ervaren", Proficiency::skilled},
                                                          {"gevorderd", Proficiency::skilled},
                                                          {"expert", Proficiency::expert}}};
constexpr std::array<Word<WorkingCondition>, 10> conditions{
    {{"rustigewerkplek", WorkingCondition::quiet_place},
     {"zittendwerk", WorkingCondition::seated_work},
     {"begeleiding", WorkingCondition::guidance},
     {"afwisseling", WorkingCondition::variation},
     {"vasteroutine", WorkingCondition::fixed_routine},
     {"aangepastewerkplek", WorkingCondition::adapted_workplace},
     {"lichtwerk", WorkingCondition::light_physical_work},
     {"geenklantcontact", WorkingCondition::no_customer_contact},
     {"flexibelebegintijd", WorkingCondition::flexible_start},
     {"toegankelijkgebouw", WorkingCondition::accessible_building}}};
constexpr std::array<Word<VacancyStatus>, 4> statuses{{{"openstaand", VacancyStatus::open},
                                                       {"actief", VacancyStatus::open},
                                                       {"gesloten", VacancyStatus::closed},
                                                       {"vervuld", VacancyStatus::closed}}};
constexpr std::array<Word<SalaryPeriod>, 8> salary_periods{{{"uur", SalaryPeriod::hour},
                                                            {"peruur", SalaryPeriod::hour},
                                                            {"perweek", SalaryPeriod::week},
                                                            {"maand", SalaryPeriod::month},
                                                            {"permaand", SalaryPeriod::month},
                                                            {"jaar", SalaryPeriod::year},
                                                            {"perjaar", SalaryPeriod::year},
                                                            {"annual", SalaryPeriod::year}}};
constexpr std::array<Word<ApplicationMethod>, 6> methods{{{"perpost", ApplicationMethod::post},
                                                          {"brief", ApplicationMethod::post},
                                                          {"telefoon", ApplicationMethod::telephone},
                                                          {"telefonisch", ApplicationMethod::telephone},
                                                          {"mail", ApplicationMethod::email},
                                                          {"online", ApplicationMethod::online_form}}};
constexpr std::array<Word<Criterion>, 18> criteria{{{"beroep", Criterion::occupation},
                                                    {"competenties", Criterion::competences},
                                                    {"werkniveau", Criterion::work_level},
                                                    {"opleiding", Criterion::education},
                                                    {"talen", Criterion::languages},
                                                    {"rijbewijzen", Criterion::driving_licences},
                                                    {"certificaten", Criterion::credentials},
                                                    {"ervaring", Criterion::experience},
                                                    {"afstand", Criterion::distance},
                                                    {"uren", Criterion::hours},
                                                    {"werktijden", Criterion::working_times},
                                                    {"periode", Criterion::period},
                                                    {"contract", Criterion::contract},
                                                    {"overeenkomst", Criterion::agreement},
                                                    {"sector", Criterion::sector},
                                                    {"interesses", Criterion::interests},
                                                    {"salaris", Criterion::salary},
                                                    {"werkomstandigheden", Criterion::working_conditions}}};

}  // namespace

template <>
Words<Importance> dutch_words() {
  return list(importances);
}
template <>
Words<WorkLevel> dutch_words() {
  return list(work_levels);
}
template <>
Words<EducationLevel> dutch_words() {
  return list(education_levels);
}
template <>
Words<EducationStatus> dutch_words() {
  return list(education_statuses);
}
template <>
Words<ContractType> dutch_words() {
  return list(contract_types);
}
template <>
Words<AgreementType> dutch_words() {
  return list(agreements);
}
template <>
Words<Transport> dutch_words() {
  return list(transports);
}
template <>
Words<LanguageLevel> dutch_words() {
  return list(language_levels);
}
template <>
Words<Cefr> dutch_words() {
  return {};
}
template <>
Words<Proficiency> dutch_words() {
  return list(proficiencies);
}
template <>
Words<WorkingCondition> dutch_words() {
  return list(conditions);
}
template <>
Words<VacancyStatus> dutch_words() {
  return list(statuses);
}
template <>
Words<SalaryPeriod> dutch_words() {
  return list(salary_periods);
}
template <>
Words<ApplicationMethod> dutch_words() {
  return list(methods);
}
template <>
Words<Criterion> dutch_words() {
  return list(criteria);
}

std::optional<std::string> language_code(std::string_view text) {
  text = trimmed(text);
  const std::string word = comparable(text);
  for (const LanguageName& language : language_names()) {
    if (word == language.code || word == language.dutch || word == language.english ||
        (!language.short_code.empty() && word == language.short_code)) {
      return std::string(language.code);
    }
  }
  const bool is_code =
      text.size() == 3 && std::all_of(text.begin(), text.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
  return is_code ? std::optional(std::string(text)) : std::nullopt;
}

}  // namespace passend::intake
