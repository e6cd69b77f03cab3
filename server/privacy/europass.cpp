// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "server/privacy/person_data.hpp"

namespace passend::privacy {
namespace {

/// An element of XML. One without text, attributes and parts is not written.
struct Element {
  std::string name;
  std::string text{};
  std::vector<std::pair<std::string, std::string>> attributes{};
  std::vector<Element> parts{};

  /// The reference holds until the next part is added to the same element.
  Element& add(Element part) {
    parts.push_back(std::move(part));
    return parts.back();
  }
  Element& add(std::string part, std::string content = {}) {
    return add(Element{.name = std::move(part), .text = std::move(content)});
  }
};

void append_escaped(std::string& xml, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      case '\n':
      case '\t':
        xml += c;
        break;
      default:
        // XML 1.0 has no other control characters, escaped or not.
        if (static_cast<unsigned char>(c) >= 0x20) xml += c;
    }
  }
}

bool is_empty(const Element& element) {
  if (!element.text.empty() || !element.attributes.empty()) return false;
  for (const Element& part : element.parts) {
    if (!is_empty(part)) return false;
  }
  return true;
}

void append(std::string& xml, const Element& element, std::size_t depth) {
  if (is_empty(element)) return;
  const std::string indent(2 * depth, ' ');
  xml += indent + '<' + element.name;
  for (const auto& [name, value] : element.attributes) {
    xml += ' ' + name + "=\"";
    append_escaped(xml, value);
    xml += '"';
  }
  xml += '>';
  append_escaped(xml, element.text);
  if (!element.parts.empty()) xml += '\n';
  for (const Element& part : element.parts) append(xml, part, depth + 1);
  xml += (element.parts.empty() ? "" : indent) + "</" + element.name + ">\n";
}

Element date(const char* name, Date day) {
  const std::string iso = to_text(day);  // YYYY-MM-DD; the hyphens are XML Schema's gMonth and gDay.
  return {
      .name = name,
      .attributes = {{"year", iso.substr(0, 4)}, {"month", "--" + iso.substr(5, 2)}, {"day", "---" + iso.substr(8)}}};
}

enum class Ongoing : std::uint8_t { no, when_it_has_no_end };

void add_period(Element& part, const Period& period, Ongoing ongoing) {
  Element& dates = part.add("Period");
  if (period.from) dates.add(date("From", *period.from));
  if (period.until) dates.add(date("To", *period.until));
  if (ongoing == Ongoing::when_it_has_no_end && period.from && !period.until) dates.add("Current", "true");
}

void add_name(Element& identification, const std::string& name) {
  Element& person = identification.add("PersonName");
  const auto space = name.find(' ');
  if (space == std::string::npos) {
    person.add("Surname", name);
    return;
  }
  person.add("FirstName", name.substr(0, space));
  person.add("Surname", name.substr(space + 1));
}

void add_contact(Element& identification, const PersonData& person) {
  Element& info = identification.add("ContactInfo");
  const std::string& postcode = person.search.record.mobility.postcode;
  if (!postcode.empty()) {
    Element& contact = info.add("Address").add("Contact");
    contact.add("PostalCode", postcode);
    Element& country = contact.add("Country");
    country.add("Code", "NL");
    country.add("Label", "Nederland");
  }
  if (!person.detail.emails.empty()) info.add("Email").add("Contact", person.detail.emails.front());
  Element& phones = info.add("TelephoneList");
  for (const std::string& phone : person.detail.phones) phones.add("Telephone").add("Contact", phone);
  Element& sites = info.add("WebsiteList");
  for (const WebAddress& site : person.detail.web_addresses) sites.add("Website").add("Contact", site.url);
}

void add_headline(Element& learner, const SearchProfile& profile, const LabelSource& label) {
  if (!profile.wanted_occupations || profile.wanted_occupations->empty()) return;
  std::string wanted;
  for (const ConceptRef& occupation : *profile.wanted_occupations) {
    wanted += (wanted.empty() ? "" : ", ") + label(occupation);
  }
  Element& headline = learner.add("Headline");
  Element& type = headline.add("Type");
  type.add("Code", "preferred_job");
  type.add("Label", "Gewenst beroep");
  headline.add("Description").add("Label", wanted);
}

void add_experience(Element& learner, const SearchProfile& profile, const LabelSource& label) {
  Element& list = learner.add("WorkExperienceList");
  if (!profile.experience) return;
  for (const WorkExperience& experience : *profile.experience) {
    Element& part = list.add("WorkExperience");
    add_period(part, experience.period, Ongoing::when_it_has_no_end);
    part.add("Position").add("Label", label(experience.occupation));
    part.add("Activities", experience.description);
    part.add("Employer").add("Name", experience.organisation);
  }
}

void add_education(Element& learner, const SearchProfile& profile) {
  Element& list = learner.add("EducationList");
  if (profile.education) {
    for (const Education& education : *profile.education) {
      Element& part = list.add("Education");
      const bool goes_on = education.status == EducationStatus::ongoing;
      add_period(part, education.period, goes_on ? Ongoing::when_it_has_no_end : Ongoing::no);
      part.add("Title", education.name);
      part.add("Activities", education.description);
      part.add("Organisation").add("Name", education.institution);
    }
  }
  if (!profile.courses) return;
  for (const Course& course : *profile.courses) {
    Element& part = list.add("Education");
    add_period(part, course.period, Ongoing::no);
    part.add("Title", course.name);
    part.add("Activities", course.description);
    part.add("Organisation").add("Name", course.institution);
  }
}

std::string cefr(const LanguageCommand& command) {
  static constexpr const char* names[] = {"A1", "A2", "B1", "B2", "C1", "C2"};
  return command.cefr ? names[static_cast<std::size_t>(*command.cefr) - 1] : "";
}

void add_languages(Element& skills, const SearchProfile& profile) {
  if (!profile.languages) return;
  Element& list = skills.add("Linguistic").add("ForeignLanguageList");
  for (const LanguageSkill& skill : *profile.languages) {
    Element& part = list.add("ForeignLanguage");
    Element& description = part.add("Description");
    description.add("Code", skill.language);
    description.add("Label", skill.language);
    Element& level = part.add("ProficiencyLevel");
    level.add("Listening", cefr(skill.listening));
    level.add("Reading", cefr(skill.reading));
    level.add("SpokenInteraction", cefr(skill.speaking));
    level.add("SpokenProduction", cefr(skill.speaking));
    level.add("Writing", cefr(skill.writing));
  }
}

void add_skills(Element& learner, const SearchProfile& profile, const LabelSource& label) {
  Element& skills = learner.add("Skills");
  add_languages(skills, profile);
  std::string competences;
  if (profile.competences) {
    for (const HeldCompetence& held : *profile.competences) {
      competences += (competences.empty() ? "" : "\n") + label(held.competence);
    }
  }
  skills.add("JobRelated").add("Description", competences);
  Element& licences = skills.add("Driving").add("Description");
  if (profile.driving_licences) {
    for (const HeldLicence& licence : *profile.driving_licences) {
      licences.add("Licence", std::string(to_text(licence.category)));
    }
  }
}

void add_achievements(Element& learner, const SearchProfile& profile, const LabelSource& label) {
  if (!profile.credentials) return;
  Element& list = learner.add("AchievementList");
  for (const HeldCredential& held : *profile.credentials) {
    Element& part = list.add("Achievement");
    Element& title = part.add("Title");
    title.add("Code", "certifications");
    title.add("Label", "Certificaten");
    part.add("Description", label(held.credential));
  }
}

}  // namespace

std::string export_europass(const PersonData& person, const LabelSource& label) {
  const SearchProfile& profile = person.search.record;
  Element passport{.name = "SkillsPassport",
                   .attributes = {{"xmlns", "http://europass.cedefop.europa.eu/Europass"}, {"locale", "nl"}}};
  Element& document = passport.add("DocumentInfo");
  document.add("DocumentType", "ECV");
  document.add("CreationDate", to_text(person.read));
  document.add("LastUpdateDate", to_text(person.search.changed));
  document.add("XSDVersion", "V3.4");
  document.add("Generator", "Passend");
  Element& learner = passport.add("LearnerInfo");
  Element& identification = learner.add("Identification");
  add_name(identification, person.detail.name);
  add_contact(identification, person);
  add_headline(learner, profile, label);
  add_experience(learner, profile, label);
  add_education(learner, profile);
  add_skills(learner, profile, label);
  add_achievements(learner, profile, label);
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  append(xml, passport, 0);
  return xml;
}

}  // namespace passend::privacy
