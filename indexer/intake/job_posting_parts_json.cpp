// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/utf8.hpp"
#include "indexer/intake/job_posting_parts.hpp"
#include "indexer/intake/record_rules.hpp"
#include "indexer/intake/text_limits.hpp"
#include "indexer/intake/value_text.hpp"
#include "indexer/intake/words.hpp"
#include "indexer/text/html.hpp"

namespace passend::intake::job_posting {
namespace {

using nlohmann::json;

constexpr std::size_t longest_skill = 80;

template <class T>
void append_once(std::optional<std::vector<T>>& list, T item) {
  if (!list) list.emplace();
  if (std::find(list->begin(), list->end(), item) == list->end()) list->push_back(std::move(item));
}

/// The items of a list, of one value, or of a text with commas or semicolons.
std::vector<std::string> items_of(const json* value) {
  std::vector<std::string> items;
  if (value == nullptr) return items;
  if (value->is_array()) {
    for (const json& item : *value) {
      if (std::string text = plain_text_of(&item); !text.empty()) items.push_back(std::move(text));
    }
    return items;
  }
  const std::string text = plain_text_of(value);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;\n", begin), text.size());
    if (const auto item = trimmed(std::string_view(text).substr(begin, end - begin)); !item.empty())
      items.emplace_back(item);
    begin = end + 1;
  }
  return items;
}

bool is_dutch(const std::string& country) {
  const std::string word = comparable(country);
  return word.empty() || word == "nl" || word == "nld" || word == "nederland" || word == "netherlands" ||
         word == "thenetherlands";
}

bool read_address(const json& place, Vacancy& vacancy, RecordNotes& notes) {
  const json* address = member(place, "address");
  if (address == nullptr) address = &place;
  if (!address->is_object()) {
    vacancy.location.place = plain_text_of(address);
    return !vacancy.location.place.empty();
  }
  vacancy.location.place = plain_text_of(member(*address, "addressLocality"));
  vacancy.location.street = plain_text_of(member(*address, "streetAddress"));
  const std::string postcode = text_of(member(*address, "postalCode"));
  if (is_dutch(text_of(member(*address, "addressCountry")))) {
    vacancy.location.postcode = read_postcode(postcode, "/jobLocation/address/postalCode", excerpt(postcode), notes);
  }
  return !vacancy.location.place.empty() || !vacancy.location.postcode.empty();
}

/// An amount as JSON number or text, in cents.
std::optional<int> cents_of(const json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) {
    const double amount = value->get<double>() * 100;
    return amount >= 0 && amount <= 100'000'000 ? std::optional(static_cast<int>(amount + 0.5)) : std::nullopt;
  }
  const auto numbers = numbers_in(text_of(value), NumberStyle::money);
  if (numbers.size() != 1 || numbers[0] < 0 || numbers[0] > 1'000'000'000) return std::nullopt;
  return static_cast<int>(numbers[0] / 10);
}

std::optional<Salary> salary_of(const json& amount) {
  if (!amount.is_object()) return read_salary(text_of(&amount));
  const std::string currency = text_of(member(amount, "currency"));
  if (!currency.empty() && currency != "EUR" && currency != "€") return std::nullopt;
  const json* value = member(amount, "value");
  const json& range = value != nullptr && value->is_object() ? *value : amount;
  auto minimum = cents_of(member(range, "minValue"));
  auto maximum = cents_of(member(range, "maxValue"));
  const json* single = member(range, "value");
  if (!minimum && !maximum && single != nullptr && !single->is_object()) minimum = maximum = cents_of(single);
  if (!minimum && !maximum) return std::nullopt;
  if (minimum && maximum && *minimum > *maximum) return std::nullopt;
  const auto period = code_of_word<SalaryPeriod>(text_of(member(range, "unitText")));
  const auto guessed = read_salary(std::to_string(minimum.value_or(maximum.value_or(0)) / 100));
  if (!period && !guessed) return std::nullopt;
  return Salary{minimum, maximum, period ? *period : guessed->period};
}

void read_education(const json& posting, Vacancy& vacancy) {
  const json* wanted = member(posting, "educationRequirements");
  if (wanted == nullptr) return;
  const json* category = wanted->is_object() ? member(*wanted, "credentialCategory") : nullptr;
  const std::string text = plain_text_of(category != nullptr ? category : wanted);
  if (text.empty()) return;
  DemandedEducation education;
  education.level = code_of_word<EducationLevel>(text.substr(0, text.find(' ')));
  education.name = text;
  education.name.resize(code_point_prefix(education.name, 120).size());
  std::replace(education.name.begin(), education.name.end(), '\n', ' ');
  vacancy.education = {std::move(education)};
}

}  // namespace

const json* member(const json& node, const char* name) {
  if (!node.is_object()) return nullptr;
  const auto found = node.find(name);
  return found == node.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const json* value) {
  if (value == nullptr || value->is_null() || value->is_boolean()) return {};
  if (value->is_string()) return std::string(trimmed(value->get_ref<const std::string&>()));
  if (value->is_number()) return value->dump();
  if (value->is_array()) return value->empty() ? std::string() : text_of(&value->front());
  for (const char* name : {"@value", "name", "value", "url"}) {
    if (std::string text = text_of(member(*value, name)); !text.empty()) return text;
  }
  return {};
}

std::string plain_text_of(const json* value) {
  return std::string(trimmed(text::plain_text_from_html(text_of(value))));
}

void read_employment_types(const json& posting, Vacancy& vacancy) {
  const json* value = member(posting, "employmentType");
  if (value == nullptr) return;
  std::string all;
  if (value->is_array()) {
    for (const json& item : *value) all += text_of(&item) + ",";
  } else {
    all = text_of(value);
  }
  std::replace_if(
      all.begin(), all.end(), [](char c) { return c == '[' || c == ']' || c == '\'' || c == '"'; }, ' ');
  const json split = all;
  for (const std::string& type : items_of(&split)) {
    const std::string word = comparable(type);
    if (word == "intern" || word == "internship") {
      append_once(vacancy.agreements, AgreementType::work_experience);
    } else if (word == "volunteer") {
      append_once(vacancy.agreements, AgreementType::volunteering);
    } else if (const auto agreement = code_of_word<AgreementType>(type)) {
      append_once(vacancy.agreements, *agreement);
    } else if (const auto contract = code_of_word<ContractType>(type)) {
      append_once(vacancy.contract_types, *contract);
    }
  }
}

void read_location(const json& posting, Vacancy& vacancy, RecordNotes& notes) {
  const json* places = member(posting, "jobLocation");
  if (places == nullptr) return;
  if (!places->is_array()) {
    read_address(*places, vacancy, notes);
    return;
  }
  for (const json& place : *places) {
    if (read_address(place, vacancy, notes)) return;
  }
}

void read_salary_of(const json& posting, Vacancy& vacancy) {
  for (const char* name : {"baseSalary", "estimatedSalary"}) {
    const json* amount = member(posting, name);
    if (amount != nullptr && amount->is_array()) amount = amount->empty() ? nullptr : &amount->front();
    if (amount != nullptr && !vacancy.salary) vacancy.salary = salary_of(*amount);
  }
}

void read_demands(const json& posting, Vacancy& vacancy) {
  const std::string occupation = plain_text_of(member(posting, "relevantOccupation"));
  if (!occupation.empty()) vacancy.occupation = ConceptRef{"", occupation};
  for (std::string& skill : items_of(member(posting, "skills"))) {
    // A longer one is a sentence, which the description has already.
    if (skill.size() > longest_skill || skill.find('\n') != std::string::npos) continue;
    append_once(vacancy.competences, DemandedCompetence{{"", std::move(skill)}, std::nullopt, Importance::important});
  }
  read_education(posting, vacancy);
  const json* experience = member(posting, "experienceRequirements");
  if (experience == nullptr || !experience->is_object()) return;
  const auto months = read_whole_number(text_of(member(*experience, "monthsOfExperience")));
  if (months && *months >= 0 && *months <= 99 * 12) vacancy.experience_years = static_cast<int>((*months + 11) / 12);
}

void read_contact(const json& posting, Vacancy& vacancy) {
  const json* contact = member(posting, "applicationContact");
  if (contact == nullptr || !contact->is_object()) return;
  ContactPerson person;
  person.name = plain_text_of(member(*contact, "name"));
  if (std::string email = text_of(member(*contact, "email")); !email.empty()) person.emails.push_back(std::move(email));
  if (std::string phone = text_of(member(*contact, "telephone")); !phone.empty())
    person.phones.push_back(std::move(phone));
  if (person != ContactPerson{}) vacancy.contacts.push_back(std::move(person));
}

}  // namespace passend::intake::job_posting
