// SPDX-License-Identifier: EUPL-1.2
// What a person downloads: everything of theirs, nothing of others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "indexer/base/file.hpp"
#include "indexer/model/codec.hpp"
#include "server/privacy/person_data.hpp"
#include "tests/compat/shared_data.hpp"
#include "tests/unit/indexer/model/examples.hpp"

namespace passend::privacy {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

PersonData somebody() {
  PersonData person{
      {full_search_profile(), 7, {1'790'000'000'000}}, full_detail_profile(), {}, {}, {1'795'000'000'000}};
  Proposal proposal = full_proposal();
  proposal.candidate = person.search.record.id;
  proposal.proposed_by = "canary-colleague";
  proposal.reason = "Works with care";
  person.proposals.push_back({proposal, 2, {1'790'000'000'000}});
  store::PersonRead view;
  view.number = 1;
  view.person = person.search.record.id;
  view.request.ended = {1'790'000'000'000};
  view.act = {"see_candidate", "urn:passend:activity:see_candidate", "jobhunter", "canary-reader", "Gemeente",
              "matching"};
  person.views.push_back(view);
  return person;
}

std::string label_of(const ConceptRef& concept_ref) {
  return concept_ref.label.empty() ? "label of " + concept_ref.uri : concept_ref.label;
}

TEST(ExportOf, APersonHoldsBothProfilesWhole) {
  const PersonData person = somebody();
  const Json json = Json::parse(export_json(person));
  EXPECT_EQ(decode_search_profile(json.at("searchProfile").dump()), person.search.record);
  EXPECT_EQ(decode_detail_profile(json.at("detailProfile").dump()), person.detail);
  EXPECT_EQ(json.at("version"), 7);
  EXPECT_EQ(json.at("proposals").at(0).at("reason"), "Works with care");
}

TEST(ExportOf, APersonSaysInWhichRoleSomebodyLookedAndNotWho) {
  const std::string text = export_json(somebody());
  EXPECT_THAT(text, Not(HasSubstr("canary-")));
  const Json view = Json::parse(text).at("views").at(0);
  EXPECT_EQ(view, (Json{{"at", "2026-09-21T14:13:20.000Z"},
                        {"action", "see_candidate"},
                        {"role", "jobhunter"},
                        {"organisation", "Gemeente"},
                        {"purpose", "matching"}}));
}

/// Every path of elements of an XML text: "SkillsPassport/LearnerInfo/Identification". Throws for one that is not
/// nested well.
std::set<std::string> paths_of(const std::string& xml) {
  std::set<std::string> paths;
  std::vector<std::string> open;
  for (std::size_t place = xml.find('<'); place != std::string::npos; place = xml.find('<', place)) {
    if (xml.compare(place, 4, "<!--") == 0) {
      place = xml.find("-->", place);
      continue;
    }
    const std::size_t end = xml.find('>', place);
    const std::string tag = xml.substr(place + 1, end - place - 1);
    place = end;
    if (tag.starts_with("?")) continue;
    if (tag.starts_with("/")) {
      if (open.empty() || open.back() != tag.substr(1))
        throw std::runtime_error("'" + tag + "' closes another element");
      open.pop_back();
      continue;
    }
    open.push_back(tag.substr(0, tag.find_first_of(" \t\r\n/")));
    std::string path;
    for (const std::string& name : open) path += (path.empty() ? "" : "/") + name;
    paths.insert(path);
    if (tag.ends_with("/")) open.pop_back();
  }
  if (!open.empty()) throw std::runtime_error("an element is not closed");
  return paths;
}

TEST(EuropassOf, APersonHasTheElementsOfTheRealThing) {
  const auto directory = shared_data() / "cv" / "europass";
  PASSEND_SKIP_WITHOUT(directory);
  std::set<std::string> real;
  for (const char* sample : {"Europass_CV_V3.4.0_Example.xml", "Europass_CV_V3.3.0_Example.xml",
                             "Europass_CV_V3.2.0_Example.xml", "europass-cv-example-v3.3.0.xml"}) {
    real.merge(paths_of(read_file(directory / sample)));
  }
  const auto ours = paths_of(export_europass(somebody(), label_of));
  EXPECT_GT(ours.size(), 40U);
  for (const std::string& path : ours) EXPECT_TRUE(real.contains(path)) << path;
}

TEST(EuropassOf, APersonHoldsWhatTheyHave) {
  const PersonData person = somebody();
  const std::string xml = export_europass(person, label_of);
  for (const std::string& email : {person.detail.emails.front(), person.detail.phones.front()}) {
    EXPECT_THAT(xml, HasSubstr(email));
  }
  EXPECT_THAT(xml, HasSubstr(label_of(person.search.record.experience->front().occupation)));
  EXPECT_THAT(xml, HasSubstr(label_of(person.search.record.wanted_occupations->front())));
}

TEST(EuropassOf, APersonIsXmlWhateverTheyWrote) {
  PersonData person = somebody();
  person.detail.name = "<Ann> \"Van\" & 'den'\x01 Berg";
  const std::string xml = export_europass(person, label_of);
  EXPECT_NO_THROW(paths_of(xml));
  EXPECT_THAT(xml, HasSubstr("<FirstName>&lt;Ann&gt;</FirstName>"));
  EXPECT_THAT(xml, HasSubstr("<Surname>&quot;Van&quot; &amp; 'den' Berg</Surname>"));
}

TEST(EuropassOf, SomebodyOfWhomLittleIsKnownIsShort) {
  PersonData person;
  person.search.record.id = CandidateId::random();
  person.detail.name = "Ann";
  EXPECT_THAT(paths_of(export_europass(person, label_of)), Not(testing::Contains(HasSubstr("WorkExperience"))));
}

}  // namespace
}  // namespace passend::privacy
