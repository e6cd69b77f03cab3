// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

/// Coded values. The numbers are those of the VUM data standard 1.5 where it has the code list; the names are English.
/// "Unknown" is never a code here: a value that is not known is an absent optional. vum_codes.hpp holds the mapping.
namespace passend {

enum class Importance : std::uint8_t { ignored = 0, desired = 1, important = 2, required = 3 };

/// Work and thinking level (codeWerkEnDenkniveau).
enum class WorkLevel : std::uint8_t { no_basic_education = 1, basic = 2, vmbo = 3, mbo_havo_vwo = 4, hbo = 5, wo = 6 };

enum class EducationLevel : std::uint8_t { primary = 1, vmbo = 2, havo_vwo = 3, mbo = 4, hbo = 5, wo = 6, other = 9 };
enum class EducationStatus : std::uint8_t { completed = 1, aborted = 2, ongoing = 3 };

/// Kind of employment contract (codeTypeArbeidscontract B, O).
enum class ContractType : std::uint8_t { fixed_term = 1, permanent = 2 };

/// Kind of agreement (codeTypeOvereenkomst 01..04); trial_placement (proefplaatsing) is ours.
enum class AgreementType : std::uint8_t {
  job = 1,
  apprenticeship = 2,
  volunteering = 3,
  work_experience = 4,
  trial_placement = 5
};

/// Means of transport (codeVervoermiddel); walking is ours (GGM: lopen).
enum class Transport : std::uint8_t {
  car = 1,
  moped = 2,
  bicycle = 3,
  motorcycle = 4,
  public_transport = 5,
  walking = 6,
  other = 9
};

/// Command of a language (codeNiveauTaalbeheersing).
enum class LanguageLevel : std::uint8_t { none = 1, fair = 2, good = 3, excellent = 4 };
enum class Cefr : std::uint8_t { a1 = 1, a2 = 2, b1 = 3, b2 = 4, c1 = 5, c2 = 6 };
enum class LanguageSkillKind : std::uint8_t { speaking, writing, reading, listening };

enum class DrivingLicence : std::uint8_t { a, a1, a2, am, b, b_plus, c1, c, d1, d, be, c1e, ce, d1e, de, t };

/// How well a competence is mastered. VUM has no levels since v2; these four are ours.
enum class Proficiency : std::uint8_t { beginner = 1, basic = 2, skilled = 3, expert = 4 };
/// Who says that a person has a competence.
enum class CompetenceSource : std::uint8_t { self, mediator, employer, education, assessment };

/// What work can offer; a person names what the work must offer, never why.
enum class WorkingCondition : std::uint8_t {
  quiet_place,
  seated_work,
  guidance,
  variation,
  fixed_routine,
  adapted_workplace,
  light_physical_work,
  no_customer_contact,
  flexible_start,
  accessible_building
};

enum class VacancyStatus : std::uint8_t { open, closed };
enum class SalaryPeriod : std::uint8_t { hour, week, month, year };
enum class ApplicationMethod : std::uint8_t { post = 1, telephone = 2, email = 3, online_form = 4 };
enum class WebAddressKind : std::uint8_t { profile = 1, cv = 2, employer = 3, application_form = 4 };

/// How far the proposal of a person for a vacancy is. docs: indexer/model/casework.hpp.
enum class ProposalStep : std::uint8_t { asked, agreed, declined, sent, invited, rejected, placed, withdrawn };

/// How and about what an employer was spoken to.
enum class ContactKind : std::uint8_t { visit, telephone, email, video_call, event, other };
enum class ContactSubject : std::uint8_t { introduction, vacancy, proposal, placement, agreement, other };

/// What a match is judged on. The order is that of design and screen, and the bit numbers of masks: append only.
enum class Criterion : std::uint8_t {
  occupation,
  competences,
  work_level,
  education,
  languages,
  driving_licences,
  credentials,
  experience,
  distance,
  hours,
  working_times,
  period,
  contract,
  agreement,
  sector,
  interests,
  salary,
  working_conditions
};
inline constexpr std::size_t criterion_count = 18;

/// The JSON name of each value of a coded type, in the order of the type.
template <class Code>
struct CodeNames;

/// The JSON name of a code.
template <class Code>
constexpr std::string_view to_text(Code code) requires requires {
  CodeNames<Code>::names;
}
{
  for (const auto& [value, name] : CodeNames<Code>::names) {
    if (value == code) return name;
  }
  return {};
}

/// The code with this JSON name, exact case; absent when there is none.
template <class Code>
constexpr std::optional<Code> parse_code(std::string_view text) {
  for (const auto& [value, name] : CodeNames<Code>::names) {
    if (name == text) return value;
  }
  return std::nullopt;
}

template <class Code, std::size_t n>
using CodeTable = std::array<std::pair<Code, std::string_view>, n>;

template <>
struct CodeNames<Importance> {
  static constexpr CodeTable<Importance, 4> names{{{Importance::ignored, "ignored"},
                                                   {Importance::desired, "desired"},
                                                   {Importance::important, "important"},
                                                   {Importance::required, "required"}}};
};
template <>
struct CodeNames<WorkLevel> {
  static constexpr CodeTable<WorkLevel, 6> names{{{WorkLevel::no_basic_education, "no_basic_education"},
                                                  {WorkLevel::basic, "basic"},
                                                  {WorkLevel::vmbo, "vmbo"},
                                                  {WorkLevel::mbo_havo_vwo, "mbo_havo_vwo"},
                                                  {WorkLevel::hbo, "hbo"},
                                                  {WorkLevel::wo, "wo"}}};
};
template <>
struct CodeNames<EducationLevel> {
  static constexpr CodeTable<EducationLevel, 7> names{{{EducationLevel::primary, "primary"},
                                                       {EducationLevel::vmbo, "vmbo"},
                                                       {EducationLevel::havo_vwo, "havo_vwo"},
                                                       {EducationLevel::mbo, "mbo"},
                                                       {EducationLevel::hbo, "hbo"},
                                                       {EducationLevel::wo, "wo"},
                                                       {EducationLevel::other, "other"}}};
};
template <>
struct CodeNames<EducationStatus> {
  static constexpr CodeTable<EducationStatus, 3> names{{{EducationStatus::completed, "completed"},
                                                        {EducationStatus::aborted, "aborted"},
                                                        {EducationStatus::ongoing, "ongoing"}}};
};
template <>
struct CodeNames<ContractType> {
  static constexpr CodeTable<ContractType, 2> names{
      {{ContractType::fixed_term, "fixed_term"}, {ContractType::permanent, "permanent"}}};
};
template <>
struct CodeNames<AgreementType> {
  static constexpr CodeTable<AgreementType, 5> names{{{AgreementType::job, "job"},
                                                      {AgreementType::apprenticeship, "apprenticeship"},
                                                      {AgreementType::volunteering, "volunteering"},
                                                      {AgreementType::work_experience, "work_experience"},
                                                      {AgreementType::trial_placement, "trial_placement"}}};
};
template <>
struct CodeNames<Transport> {
  static constexpr CodeTable<Transport, 7> names{{{Transport::car, "car"},
                                                  {Transport::moped, "moped"},
                                                  {Transport::bicycle, "bicycle"},
                                                  {Transport::motorcycle, "motorcycle"},
                                                  {Transport::public_transport, "public_transport"},
                                                  {Transport::walking, "walking"},
                                                  {Transport::other, "other"}}};
};
template <>
struct CodeNames<LanguageLevel> {
  static constexpr CodeTable<LanguageLevel, 4> names{{{LanguageLevel::none, "none"},
                                                      {LanguageLevel::fair, "fair"},
                                                      {LanguageLevel::good, "good"},
                                                      {LanguageLevel::excellent, "excellent"}}};
};
template <>
struct CodeNames<Cefr> {
  static constexpr CodeTable<Cefr, 6> names{
      {{Cefr::a1, "A1"}, {Cefr::a2, "A2"}, {Cefr::b1, "B1"}, {Cefr::b2, "B2"}, {Cefr::c1, "C1"}, {Cefr::c2, "C2"}}};
};
template <>
struct CodeNames<LanguageSkillKind> {
  static constexpr CodeTable<LanguageSkillKind, 4> names{{{LanguageSkillKind::speaking, "speaking"},
                                                          {LanguageSkillKind::writing, "writing"},
                                                          {LanguageSkillKind::reading, "reading"},
                                                          {LanguageSkillKind::listening, "listening"}}};
};
template <>
struct CodeNames<DrivingLicence> {
  static constexpr CodeTable<DrivingLicence, 16> names{{{DrivingLicence::a, "A"},
                                                        {DrivingLicence::a1, "A1"},
                                                        {DrivingLicence::a2, "A2"},
                                                        {DrivingLicence::am, "AM"},
                                                        {DrivingLicence::b, "B"},
                                                        {DrivingLicence::b_plus, "B+"},
                                                        {DrivingLicence::c1, "C1"},
                                                        {DrivingLicence::c, "C"},
                                                        {DrivingLicence::d1, "D1"},
                                                        {DrivingLicence::d, "D"},
                                                        {DrivingLicence::be, "BE"},
                                                        {DrivingLicence::c1e, "C1E"},
                                                        {DrivingLicence::ce, "CE"},
                                                        {DrivingLicence::d1e, "D1E"},
                                                        {DrivingLicence::de, "DE"},
                                                        {DrivingLicence::t, "T"}}};
};
template <>
struct CodeNames<Proficiency> {
  static constexpr CodeTable<Proficiency, 4> names{{{Proficiency::beginner, "beginner"},
                                                    {Proficiency::basic, "basic"},
                                                    {Proficiency::skilled, "skilled"},
                                                    {Proficiency::expert, "expert"}}};
};
template <>
struct CodeNames<CompetenceSource> {
  static constexpr CodeTable<CompetenceSource, 5> names{{{CompetenceSource::self, "self"},
                                                         {CompetenceSource::mediator, "mediator"},
                                                         {CompetenceSource::employer, "employer"},
                                                         {CompetenceSource::education, "education"},
                                                         {CompetenceSource::assessment, "assessment"}}};
};
template <>
struct CodeNames<WorkingCondition> {
  static constexpr CodeTable<WorkingCondition, 10> names{
      {{WorkingCondition::quiet_place, "quiet_place"},
       {WorkingCondition::seated_work, "seated_work"},
       {WorkingCondition::guidance, "guidance"},
       {WorkingCondition::variation, "variation"},
       {WorkingCondition::fixed_routine, "fixed_routine"},
       {WorkingCondition::adapted_workplace, "adapted_workplace"},
       {WorkingCondition::light_physical_work, "light_physical_work"},
       {WorkingCondition::no_customer_contact, "no_customer_contact"},
       {WorkingCondition::flexible_start, "flexible_start"},
       {WorkingCondition::accessible_building, "accessible_building"}}};
};
template <>
struct CodeNames<VacancyStatus> {
  static constexpr CodeTable<VacancyStatus, 2> names{
      {{VacancyStatus::open, "open"}, {VacancyStatus::closed, "closed"}}};
};
template <>
struct CodeNames<SalaryPeriod> {
  static constexpr CodeTable<SalaryPeriod, 4> names{{{SalaryPeriod::hour, "hour"},
                                                     {SalaryPeriod::week, "week"},
                                                     {SalaryPeriod::month, "month"},
                                                     {SalaryPeriod::year, "year"}}};
};
template <>
struct CodeNames<ApplicationMethod> {
  static constexpr CodeTable<ApplicationMethod, 4> names{{{ApplicationMethod::post, "post"},
                                                          {ApplicationMethod::telephone, "telephone"},
                                                          {ApplicationMethod::email, "email"},
                                                          {ApplicationMethod::online_form, "online_form"}}};
};
template <>
struct CodeNames<WebAddressKind> {
  static constexpr CodeTable<WebAddressKind, 4> names{{{WebAddressKind::profile, "profile"},
                                                       {WebAddressKind::cv, "cv"},
                                                       {WebAddressKind::employer, "employer"},
                                                       {WebAddressKind::application_form, "application_form"}}};
};
template <>
struct CodeNames<ProposalStep> {
  static constexpr CodeTable<ProposalStep, 8> names{{{ProposalStep::asked, "asked"},
                                                     {ProposalStep::agreed, "agreed"},
                                                     {ProposalStep::declined, "declined"},
                                                     {ProposalStep::sent, "sent"},
                                                     {ProposalStep::invited, "invited"},
                                                     {ProposalStep::rejected, "rejected"},
                                                     {ProposalStep::placed, "placed"},
                                                     {ProposalStep::withdrawn, "withdrawn"}}};
};
template <>
struct CodeNames<ContactKind> {
  static constexpr CodeTable<ContactKind, 6> names{{{ContactKind::visit, "visit"},
                                                    {ContactKind::telephone, "telephone"},
                                                    {ContactKind::email, "email"},
                                                    {ContactKind::video_call, "video_call"},
                                                    {ContactKind::event, "event"},
                                                    {ContactKind::other, "other"}}};
};
template <>
struct CodeNames<ContactSubject> {
  static constexpr CodeTable<ContactSubject, 6> names{{{ContactSubject::introduction, "introduction"},
                                                       {ContactSubject::vacancy, "vacancy"},
                                                       {ContactSubject::proposal, "proposal"},
                                                       {ContactSubject::placement, "placement"},
                                                       {ContactSubject::agreement, "agreement"},
                                                       {ContactSubject::other, "other"}}};
};
template <>
struct CodeNames<Criterion> {
  static constexpr CodeTable<Criterion, criterion_count> names{{{Criterion::occupation, "occupation"},
                                                                {Criterion::competences, "competences"},
                                                                {Criterion::work_level, "work_level"},
                                                                {Criterion::education, "education"},
                                                                {Criterion::languages, "languages"},
                                                                {Criterion::driving_licences, "driving_licences"},
                                                                {Criterion::credentials, "credentials"},
                                                                {Criterion::experience, "experience"},
                                                                {Criterion::distance, "distance"},
                                                                {Criterion::hours, "hours"},
                                                                {Criterion::working_times, "working_times"},
                                                                {Criterion::period, "period"},
                                                                {Criterion::contract, "contract"},
                                                                {Criterion::agreement, "agreement"},
                                                                {Criterion::sector, "sector"},
                                                                {Criterion::interests, "interests"},
                                                                {Criterion::salary, "salary"},
                                                                {Criterion::working_conditions, "working_conditions"}}};
};

}  // namespace passend
