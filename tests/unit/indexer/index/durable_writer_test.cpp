// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/durable_writer.hpp"

#include <gmock/gmock.h>
#include <xapian.h>

#include "indexer/index/terms.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::index::test {
namespace {

Document titled(std::uint64_t number, const std::string& title) {
  DocumentBuilder builder(Corpus::vacancies);
  builder.document().id = id_number(number);
  builder.document().unique = unique_term(id_number(number));
  builder.text("title", title);
  return builder.take();
}

class Writer : public testing::Test {
 protected:
  TemporaryDirectory directory;
  std::filesystem::path path = directory.path() / "vacancies";

  Xapian::Database database() const { return Xapian::Database(path.string()); }
};

TEST_F(Writer, KeepsWhatWasCommittedAndNothingElse) {
  {
    DurableWriter writer(path, DurableWriter::Start::empty);
    writer.put(titled(1, "Kok"));
    writer.note("position", "7");
    writer.commit();
    writer.put(titled(2, "Chef"));
  }
  EXPECT_EQ(database().get_doccount(), 1u);
  EXPECT_EQ(database().get_metadata("position"), "7");
  DurableWriter again(path, DurableWriter::Start::existing);
  again.put(titled(1, "Bakker"));
  again.erase(id_number(9));
  again.commit();
  EXPECT_EQ(database().get_doccount(), 1u);
  EXPECT_TRUE(database().term_exists("bakker"));
  EXPECT_FALSE(database().term_exists("kok"));
}

TEST_F(Writer, LeavesOutAndCountsTermsThatXapianWouldRefuse) {
  DurableWriter writer(path, DurableWriter::Start::empty);
  Document odd = titled(1, "Kok " + std::string(400, 'x') + " gevraagd");
  odd.values.push_back({&field(Corpus::vacancies, "status"), std::string("o\0pen", 5)});
  odd.values.push_back({&field(Corpus::vacancies, "occupation"), std::string(3'000, 'u')});
  writer.put(odd);
  writer.commit();
  EXPECT_EQ(writer.dropped_terms(), 3u) << "one word and two facet values";
  EXPECT_TRUE(database().term_exists("kok"));
  EXPECT_TRUE(database().term_exists("gevraagd"));
  for (auto term = database().allterms_begin(); term != database().allterms_end(); ++term) {
    EXPECT_TRUE(is_safe_term(*term));
  }
}

TEST_F(Writer, TakesAnyTextThatARecordCanHold) {
  DurableWriter writer(path, DurableWriter::Start::empty);
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += std::string(1, static_cast<char>(i)) + "a" + static_cast<char>(i) + ' ';
  writer.put(titled(1, bytes));
  writer.put(titled(2, std::string(20'000, '\0')));
  writer.commit();
  EXPECT_EQ(database().get_doccount(), 2u);
}

TEST_F(Writer, RefusesABatchThatIsTooLarge) {
  DurableWriter writer(path, DurableWriter::Start::empty);
  for (std::uint64_t i = 0; i < DurableWriter::max_batch; ++i) writer.erase(id_number(i));
  EXPECT_EQ(code_of([&] { writer.erase(id_number(1)); }), ErrorCode::internal);
}

TEST_F(Writer, SaysWhatToDoWhenThereIsNothingToOpen) {
  const auto open = [&] { DurableWriter(path, DurableWriter::Start::existing); };
  EXPECT_EQ(code_of(open), ErrorCode::index_corrupt);
  EXPECT_THAT(message_of(open), testing::HasSubstr("passend index build"));
}

TEST_F(Writer, CompactsIntoACopyWithoutErasedBytes) {
  const std::string canary = "qzkanariewoordqz";
  {
    DurableWriter writer(path, DurableWriter::Start::empty);
    for (std::uint64_t i = 1; i <= 20; ++i) writer.put(titled(i, i == 7 ? "Kok " + canary : "Kok"));
    writer.note("position", "1");
    writer.commit();
    writer.erase(id_number(7));
    writer.commit();
  }
  ASSERT_THAT(all_bytes(path), testing::HasSubstr(canary)) << "deleting alone leaves the bytes: the test can see them";
  DurableWriter::compact(path, directory.path() / "copy");
  EXPECT_THAT(all_bytes(directory.path() / "copy"), testing::Not(testing::HasSubstr(canary)));
  const Xapian::Database copy((directory.path() / "copy").string());
  EXPECT_EQ(copy.get_doccount(), 19u);
  EXPECT_EQ(copy.get_metadata("position"), "1");
}

}  // namespace
}  // namespace passend::index::test
