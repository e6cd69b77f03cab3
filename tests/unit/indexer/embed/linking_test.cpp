// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/embed/cached_embedder.hpp"
#include "indexer/embed/concept_linker.hpp"
#include "indexer/embed/embeddings_client.hpp"
#include "tests/embeddings_server/embeddings_server.hpp"
#include "tests/world/world.hpp"

namespace passend::embed {
namespace {

using taxonomy::ConceptKind;
using taxonomy::LinkBasis;
using test::Answering;
using test::AskedEmbeddings;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

/// The toy model takes a plumeauman for a schoonmaker, which no word tells.
class HelpedLinking : public testing::Test {
 protected:
  std::unique_ptr<Embedder> client() const {
    ClientSettings settings;
    settings.url = server_.url();
    settings.model = "toy";
    settings.limits.total = std::chrono::seconds(10);
    settings.pause = std::chrono::milliseconds(0);
    return std::make_unique<EmbeddingsClient>(settings);
  }

  NearConcepts with_labels(int weight_bp = NearConcepts::usual_weight_bp) {
    embed_labels(*taxonomy_, *client(), labels_, {});
    return NearConcepts(*taxonomy_, client(), labels_, weight_bp);
  }

  static HelpedLinks link(const NearConcepts& concepts, const std::string& text,
                          const HelpedRequest& request = {ConceptKind::occupation, 5}) {
    const std::string texts[] = {text};
    return link_with_help(concepts, texts, request).front();
  }

  void fail_with(int status) {
    server_.behave([status](const Answering& answering, const AskedEmbeddings&) { answering.respond(status, "{}"); });
  }

  void expect_as_without(const HelpedLinks& answer, const std::string& text,
                         ConceptKind kind = ConceptKind::occupation) {
    const auto links = taxonomy_->link(text, kind, 5);
    ASSERT_EQ(answer.links.size(), links.size()) << text;
    for (std::size_t i = 0; i < links.size(); ++i) {
      EXPECT_EQ(answer.links[i].link.target, links[i].target) << text;
      EXPECT_EQ(answer.links[i].link.confidence_bp, links[i].confidence_bp) << text;
      EXPECT_EQ(answer.links[i].link.label, links[i].label) << text;
      EXPECT_EQ(answer.links[i].link.basis, links[i].basis) << text;
      EXPECT_FALSE(answer.links[i].embedding) << text;
    }
  }

  std::string_view shown(const HelpedLink& helped) const { return taxonomy_->label(helped.link.target, "nl"); }

  test::EmbeddingsServer server_;
  test::TemporaryDirectory directory_;
  std::filesystem::path labels_ = directory_.path() / "toy.labels";
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy_ = world::starter_taxonomy();
};

TEST_F(HelpedLinking, FindsWhatNoWordTells) {
  EXPECT_TRUE(taxonomy_->link("plumeauman", ConceptKind::occupation, 1).empty() ||
              taxonomy_->label(taxonomy_->link("plumeauman", ConceptKind::occupation, 1).front().target, "nl") !=
                  "schoonmaker");
  const HelpedLinks answer = link(with_labels(), "plumeauman");
  ASSERT_FALSE(answer.links.empty());
  const HelpedLink& first = answer.links.front();
  EXPECT_EQ(shown(first), "schoonmaker");
  EXPECT_EQ(first.link.basis, LinkBasis::embedding);
  EXPECT_EQ(first.link.label, "schoonmaker");
  ASSERT_TRUE(first.embedding);
  EXPECT_EQ(first.embedding->likeness_bp, 10000);
  EXPECT_EQ(first.embedding->added_bp, 3000);
  EXPECT_EQ(first.link.confidence_bp, 3000);
  EXPECT_EQ(answer.help.state, HelpState::used);
  EXPECT_EQ(answer.help.model, "toy");
}

TEST_F(HelpedLinking, AddsToWhatWordsFindAndNeverTakesAway) {
  const NearConcepts concepts = with_labels();
  for (const std::string text :
       {"plumeauman kantoor", "schoonmaak van treinen", "zorgen voor ouderen thuis", "chauffeur bus"}) {
    const HelpedLinks answer = link(concepts, text, {ConceptKind::occupation, 100});
    ASSERT_EQ(answer.help.state, HelpState::used) << text;
    for (const auto& words : taxonomy_->link(text, ConceptKind::occupation, 50)) {
      const auto place = std::find_if(answer.links.begin(), answer.links.end(),
                                      [&](const HelpedLink& one) { return one.link.target == words.target; });
      ASSERT_NE(place, answer.links.end()) << text << " lost " << words.label;
      const std::int32_t added = place->embedding ? place->embedding->added_bp : 0;
      EXPECT_GE(added, 0);
      EXPECT_EQ(place->link.confidence_bp, words.confidence_bp + added);
      EXPECT_LE(place->link.confidence_bp, 8900);
      EXPECT_EQ(place->link.basis, words.basis);
    }
    EXPECT_TRUE(std::is_sorted(answer.links.begin(), answer.links.end(), [](const HelpedLink& a, const HelpedLink& b) {
      return a.link.confidence_bp > b.link.confidence_bp;
    }));
  }
}

TEST_F(HelpedLinking, WithoutWeightIsAsWithout) {
  const NearConcepts concepts = with_labels(0);
  for (const std::string text : {"plumeauman", "plumeauman kantoor", "schoonmaak van treinen"}) {
    const HelpedLinks answer = link(concepts, text);
    const auto links = taxonomy_->link(text, ConceptKind::occupation, 5);
    ASSERT_EQ(answer.links.size(), links.size()) << text;
    for (std::size_t i = 0; i < links.size(); ++i) {
      EXPECT_EQ(answer.links[i].link.target, links[i].target) << text;
      EXPECT_EQ(answer.links[i].link.confidence_bp, links[i].confidence_bp) << text;
    }
  }
}

TEST_F(HelpedLinking, DoesNotSendWhatWordsSettleOrWhatMayBeOfAPerson) {
  const NearConcepts concepts = with_labels();
  const std::size_t before = server_.asked().size();
  for (const std::string text : {"schoonmaker", "Schoonmaker (m/v) 24 uur", "", "  ",
                                 "bel 06-12 34 56 78 voor plumeauman", "plumeauman, mail naar iemand@example.org"}) {
    const HelpedLinks answer = link(concepts, text);
    EXPECT_EQ(answer.help.state, HelpState::not_asked) << text;
    expect_as_without(answer, text);
  }
  const HelpedLinks credential = link(concepts, "iets met heftruck", {ConceptKind::credential, 5});
  EXPECT_EQ(credential.help.state, HelpState::not_asked);
  expect_as_without(credential, "iets met heftruck", ConceptKind::credential);
  EXPECT_EQ(server_.asked().size(), before);
}

TEST_F(HelpedLinking, AsksOnceForManyTexts) {
  const NearConcepts concepts = with_labels();
  const std::size_t before = server_.asked().size();
  const std::vector<std::string> texts{"plumeauman", "schoonmaker", "kinderpasser thuis", "06 12345678 plumeauman"};
  const auto answers = link_with_help(concepts, texts, {ConceptKind::occupation, 5});
  ASSERT_EQ(answers.size(), texts.size());
  EXPECT_EQ(server_.asked().size(), before + 1);
  EXPECT_THAT(server_.asked().back().texts, testing::ElementsAre("plumeauman", "kinderpasser thuis"));
  EXPECT_EQ(shown(answers[0].links.front()), "schoonmaker");
  expect_as_without(answers[1], texts[1]);
  expect_as_without(answers[3], texts[3]);
}

TEST_F(HelpedLinking, IsTheSameTwice) {
  const NearConcepts concepts = with_labels();
  const HelpedLinks once = link(concepts, "plumeauman kantoor");
  const HelpedLinks twice = link(concepts, "plumeauman kantoor");
  ASSERT_EQ(once.links.size(), twice.links.size());
  for (std::size_t i = 0; i < once.links.size(); ++i) {
    EXPECT_EQ(once.links[i].link.target, twice.links[i].link.target);
    EXPECT_EQ(once.links[i].link.confidence_bp, twice.links[i].link.confidence_bp);
  }
}

TEST_F(HelpedLinking, GoesOnWithoutAnEndpoint) {
  const NearConcepts concepts = with_labels();
  fail_with(500);
  const HelpedLinks answer = link(concepts, "plumeauman kantoor");
  EXPECT_EQ(answer.help.state, HelpState::unavailable);
  EXPECT_THAT(answer.help.note, HasSubstr("endpoint"));
  expect_as_without(answer, "plumeauman kantoor");
}

TEST_F(HelpedLinking, GoesOnWithoutEmbeddedLabels) {
  const NearConcepts concepts(*taxonomy_, client(), labels_);
  const HelpedLinks answer = link(concepts, "plumeauman kantoor");
  EXPECT_EQ(answer.help.state, HelpState::unavailable);
  EXPECT_THAT(answer.help.note, HasSubstr("passend taxonomy embed"));
  expect_as_without(answer, "plumeauman kantoor");
  EXPECT_TRUE(server_.asked().empty());
}

TEST_F(HelpedLinking, GoesOnWhenTheModelGivesOtherVectors) {
  const NearConcepts concepts = with_labels();
  server_.behave([](const Answering& answering, const AskedEmbeddings&) {
    answering.respond(200, R"({"data":[{"index":0,"embedding":[1,2,3]}]})");
  });
  const HelpedLinks answer = link(concepts, "plumeauman kantoor");
  EXPECT_EQ(answer.help.state, HelpState::unavailable);
  expect_as_without(answer, "plumeauman kantoor");
}

class Labels : public HelpedLinking {};

TEST_F(Labels, AreEmbeddedOnceAndSendNothingElse) {
  const LabelReport first = embed_labels(*taxonomy_, *client(), labels_, {});
  EXPECT_EQ(first.computed, first.labels);
  EXPECT_EQ(first.components, test::toy_vector("").size());
  EXPECT_GT(first.labels, 100U);
  EXPECT_EQ(server_.texts().size(), first.labels);
  const LabelEmbeddings labels(*taxonomy_, labels_, "toy");
  EXPECT_EQ(labels.missing(), 0U);
  const std::size_t before = server_.asked().size();
  EXPECT_EQ(embed_labels(*taxonomy_, *client(), labels_, {}).computed, 0U);
  EXPECT_EQ(server_.asked().size(), before);
}

TEST_F(Labels, GoOnWhereTheyWereInterrupted) {
  int answered = 0;
  server_.behave([&](const Answering& answering, const AskedEmbeddings& asked) {
    if (++answered > 5) return answering.respond(500, "{}");
    answering.respond(200, toy_answer(asked));
  });
  EXPECT_THROW(embed_labels(*taxonomy_, *client(), labels_, {}), Error);
  const std::size_t kept = EmbeddingTable::load(labels_, "toy").size();
  EXPECT_GT(kept, 0U);
  server_.behave(
      [](const Answering& answering, const AskedEmbeddings& asked) { answering.respond(200, toy_answer(asked)); });
  const LabelReport rest = embed_labels(*taxonomy_, *client(), labels_, {});
  EXPECT_EQ(rest.computed, rest.labels - kept);
}

TEST_F(Labels, OfANewTaxonomyCostOnlyTheNewOnes) {
  embed_labels(*world::tiny_taxonomy(), *client(), labels_, {});
  const std::size_t tiny = EmbeddingTable::load(labels_, "toy").size();
  const LabelReport report = embed_labels(*taxonomy_, *client(), labels_, {});
  EXPECT_LT(report.computed, report.labels) << "the two share labels";
  EXPECT_GE(report.computed, report.labels - tiny);
  EXPECT_EQ(LabelEmbeddings(*taxonomy_, labels_, "toy").missing(), 0U);
}

TEST_F(Labels, AreMadeAnewWhenTheModelGivesOtherVectors) {
  embed_labels(*world::tiny_taxonomy(), *client(), labels_, {});
  server_.behave([](const Answering& answering, const AskedEmbeddings& asked) {
    std::string data;
    for (std::size_t i = 0; i < asked.texts.size(); ++i)
      data += (i > 0 ? "," : "") + (R"({"index":)" + std::to_string(i) + R"(,"embedding":[1,)" +
                                    std::to_string(asked.texts[i].size()) + "]}");
    answering.respond(200, R"({"data":[)" + data + "]}");
  });
  const LabelReport report = embed_labels(*taxonomy_, *client(), labels_, {});
  EXPECT_EQ(report.computed, report.labels);
  EXPECT_EQ(report.components, 2U);
  EXPECT_EQ(LabelEmbeddings(*taxonomy_, labels_, "toy").missing(), 0U);
}

TEST_F(Labels, ThatAreDamagedAreRefusedAndMadeAnew) {
  embed_labels(*taxonomy_, *client(), labels_, {});
  const std::string whole = read_file(labels_);
  write_file_durably(labels_, whole.substr(0, whole.size() - 100));
  EXPECT_THROW(LabelEmbeddings(*taxonomy_, labels_, "toy"), Error);
  embed_labels(*taxonomy_, *client(), labels_, {});
  EXPECT_EQ(read_file(labels_), whole);
}

TEST_F(Labels, OfNoModelSayWhatToDo) {
  try {
    const LabelEmbeddings labels(*taxonomy_, labels_, "toy");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::embeddings_unavailable);
    EXPECT_THAT(error.what(), HasSubstr("passend taxonomy embed"));
  }
}

TEST_F(Labels, PutUnrelatedTextsNearZero) {
  embed_labels(*taxonomy_, *client(), labels_, {});
  const LabelEmbeddings labels(*taxonomy_, labels_, "toy");
  const auto same = labels.nearest(rounded(test::toy_vector("schoonmaker")), ConceptKind::occupation);
  ASSERT_FALSE(same.empty());
  EXPECT_EQ(same.front().likeness_bp, 10000);
  const auto nothing = labels.nearest(rounded(test::toy_vector("xyzzy")), ConceptKind::occupation);
  for (const Near& near : nothing) EXPECT_LT(near.likeness_bp, 7000) << near.label;
}

TEST(MayLeave, HoldsBackAddressesAndLongNumbers) {
  for (const char* text : {"plumeauman", "monteur NEN 3140", "VCA 2017 basis", "24-32 uur", "kok 1.000 maaltijden"})
    EXPECT_TRUE(may_leave(text)) << text;
  for (const char* text : {"a@b", "0612345678", "06-12 34 56 78", "(035) 123 45 67", "123456", "1234.567"})
    EXPECT_FALSE(may_leave(text)) << text;
  EXPECT_FALSE(may_leave(std::string(201, 'a')));
}

}  // namespace
}  // namespace passend::embed
