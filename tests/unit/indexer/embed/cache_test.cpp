// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/embed/cached_embedder.hpp"
#include "indexer/embed/embeddings_client.hpp"
#include "tests/embeddings_server/embeddings_server.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::embed {
namespace {

using test::Answering;
using test::AskedEmbeddings;

class Cache : public testing::Test {
 protected:
  std::unique_ptr<CachedEmbedder> open(const std::string& model = "toy", std::size_t most = 100) {
    ClientSettings settings;
    settings.url = server_.url();
    settings.model = model;
    settings.limits.total = std::chrono::seconds(10);
    return std::make_unique<CachedEmbedder>(std::make_unique<EmbeddingsClient>(settings), file_, most);
  }

  std::vector<Embedding> embed(CachedEmbedder& embedder, const std::vector<std::string>& texts) {
    return embedder.embed(texts);
  }

  test::EmbeddingsServer server_;
  test::TemporaryDirectory directory_;
  std::filesystem::path file_ = directory_.path() / "embeddings" / "toy.cache";
};

TEST_F(Cache, AsksForATextOnce) {
  const auto embedder = open();
  const auto first = embed(*embedder, {"kok", "bakker", "kok"});
  EXPECT_EQ(first[0], first[2]);
  EXPECT_EQ(first[1], rounded(test::toy_vector("bakker")));
  EXPECT_EQ(embed(*embedder, {"kok", "bakker", "kok"}), first);
  EXPECT_EQ(embed(*embedder, {"bakker", "slager"})[0], first[1]);
  EXPECT_THAT(server_.texts(), testing::ElementsAre("bakker", "kok", "slager"));
}

TEST_F(Cache, RemembersFromOneProcessToTheNext) {
  const auto first = embed(*open(), {"kok", "bakker"});
  EXPECT_EQ(embed(*open(), {"kok", "bakker"}), first);
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST_F(Cache, AnswersWhatItKnowsWhenTheEndpointIsGone) {
  const auto first = embed(*open(), {"kok"});
  server_.behave([](const Answering& answering, const AskedEmbeddings&) { answering.respond(500, "{}"); });
  const auto embedder = open();
  EXPECT_EQ(embed(*embedder, {"kok"}), first);
  EXPECT_THROW(embed(*embedder, {"kok", "bakker"}), Error);
}

TEST_F(Cache, DoesNotHoldTheTexts) {
  embed(*open(), {"interieurverzorger"});
  EXPECT_EQ(read_file(file_).find("interieur"), std::string::npos);
}

TEST_F(Cache, BeginsAnewWhenTheFileIsDamaged) {
  embed(*open(), {"kok", "bakker"});
  const std::string whole = read_file(file_);
  std::vector<std::string> damaged{"", "rubbish", whole.substr(0, whole.size() / 2), whole + "x"};
  for (const std::size_t place : {std::size_t{3}, std::size_t{22}, whole.size() / 2, whole.size() - 1}) {
    damaged.push_back(whole);
    damaged.back()[place] = static_cast<char>(damaged.back()[place] ^ 1);
  }
  for (const std::string& bytes : damaged) {
    write_file_durably(file_, bytes);
    const std::size_t before = server_.asked().size();
    EXPECT_EQ(embed(*open(), {"kok"})[0], rounded(test::toy_vector("kok")));
    EXPECT_EQ(server_.asked().size(), before + 1);
    embed(*open(), {"kok"});
    EXPECT_EQ(server_.asked().size(), before + 1) << "the new file is not used";
  }
}

TEST_F(Cache, KeepsModelsApart) {
  embed(*open("toy"), {"kok"});
  embed(*open("other"), {"kok"});
  EXPECT_EQ(server_.asked().size(), 2U);
  EXPECT_EQ(server_.asked().back().model, "other");
}

TEST_F(Cache, DropsWhatWasNotAskedForLongest) {
  const auto embedder = open("toy", 2);
  embed(*embedder, {"kok"});
  embed(*embedder, {"bakker"});
  embed(*embedder, {"kok"});
  embed(*embedder, {"slager"});  // "bakker" goes.
  embed(*embedder, {"kok", "slager"});
  EXPECT_EQ(server_.asked().size(), 3U);
  embed(*embedder, {"bakker"});
  EXPECT_EQ(server_.asked().size(), 4U);
}

TEST_F(Cache, AnswersMoreTextsThanItCanHold) {
  std::vector<std::string> texts;
  for (int i = 0; i < 30; ++i) texts.push_back("text " + std::to_string(i));
  const auto embeddings = embed(*open("toy", 5), texts);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(embeddings[i], rounded(test::toy_vector(texts[i])));
  EXPECT_EQ(EmbeddingTable::load(file_, "toy").size(), 5U);
}

TEST_F(Cache, ForgetsAllWhenTheModelGivesOtherVectors) {
  const auto embedder = open();
  embed(*embedder, {"kok"});
  server_.behave([](const Answering& answering, const AskedEmbeddings& asked) {
    std::string data;
    for (std::size_t i = 0; i < asked.texts.size(); ++i)
      data += (i > 0 ? "," : "") + (R"({"index":)" + std::to_string(i) + R"(,"embedding":[1,0]})");
    answering.respond(200, R"({"data":[)" + data + "]}");
  });
  const auto both = embed(*embedder, {"kok", "bakker"});
  EXPECT_EQ(both[0], (Embedding{127, 0}));
  EXPECT_EQ(both[1], (Embedding{127, 0}));
}

TEST_F(Cache, WorksWhereItCannotWrite) {
  write_file_durably(directory_.path() / "embeddings", "a file where the directory should be");
  const auto embedder = open();
  embed(*embedder, {"kok"});
  embed(*embedder, {"kok"});
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST(RoundedEmbedding, KeepsDirectionsAndRefusesNone) {
  EXPECT_EQ(rounded(std::vector<double>{0.5, -1.0, 0.0}), (Embedding{64, -127, 0}));
  EXPECT_EQ(rounded(std::vector<double>{1e-30, -1e-30}), (Embedding{127, -127}));
  EXPECT_TRUE(rounded(std::vector<double>{0, 0}).empty());
  EXPECT_TRUE(rounded(std::vector<double>{}).empty());
  EXPECT_TRUE(rounded(std::vector<double>{1, std::numeric_limits<double>::infinity()}).empty());
}

TEST(RoundedEmbedding, GivesTheCosineWithinThreeThousandths) {
  for (int i = 0; i < 200; ++i) {
    const auto a = test::toy_vector("a" + std::to_string(i));
    auto b = test::toy_vector("b" + std::to_string(i));
    for (std::size_t c = 0; c < b.size(); ++c) b[c] += a[c] * (i % 5);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t c = 0; c < a.size(); ++c) ab += a[c] * b[c], aa += a[c] * a[c], bb += b[c] * b[c];
    const Embedding ra = rounded(a), rb = rounded(b);
    const auto bp = cosine_bp(inner_product(ra, rb), inner_product(ra, ra), inner_product(rb, rb));
    EXPECT_NEAR(bp, 10000 * ab / std::sqrt(aa * bb), 30);
  }
}

}  // namespace
}  // namespace passend::embed
