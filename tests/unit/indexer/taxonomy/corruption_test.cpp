// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/file_format.hpp"
#include "indexer/taxonomy/file_writer.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/unit/indexer/taxonomy/small_sources.hpp"

namespace passend::taxonomy {
namespace {

using testing::HasSubstr;

/// Asks everything of a taxonomy that may be damaged: every answer must stay inside it.
std::size_t ask_everything(const Taxonomy& taxonomy) {
  std::size_t bytes = taxonomy.name().size() + taxonomy.hash().size() + taxonomy.languages().size();
  for (ConceptIndex i = 0; i < taxonomy.size(); ++i) {
    for (const std::string_view uri : taxonomy.uris(i)) bytes += taxonomy.find(uri).value_or(0);
    for (const std::string_view label : taxonomy.labels(i, "nl")) bytes += label.size();
    bytes += taxonomy.label(i, "xx").size() + taxonomy.isco(i).size() + static_cast<std::size_t>(taxonomy.rarity_bp(i));
    for (const Related& related : taxonomy.related(i)) {
      bytes +=
          taxonomy.uri(related.target).size() + static_cast<std::size_t>(taxonomy.similarity_bp(related.target, i));
    }
    for (const Demand& demand : taxonomy.demands(i))
      bytes += taxonomy.uri(demand.target).size() + (demand.essential ? 1 : 0);
    for (const ConceptIndex above : taxonomy.broader(i)) bytes += taxonomy.uri(above).size();
    for (const ConceptIndex below : taxonomy.narrower(i)) bytes += taxonomy.uri(below).size();
  }
  for (const ConceptKind kind : {ConceptKind::occupation, ConceptKind::competence, ConceptKind::credential}) {
    for (const Link& link : taxonomy.link("schoonmaker ramen vca", kind, 10)) bytes += link.label.size() + link.target;
  }
  return bytes;
}

class DamagedTaxonomy : public testing::Test {
 protected:
  void SetUp() override {
    compile({.starter_dir = write_files(directory_.path() / "starter", small_starter())}, path());
    whole_ = read_file(path());
  }

  void put(std::string_view bytes) { write_file_durably(path(), bytes); }

  /// What happens on opening and verifying: the code of the refusal, or internal when there is none.
  ErrorCode refusal() {
    try {
      const Taxonomy taxonomy = Taxonomy::open(path());
      ask_everything(taxonomy);
      taxonomy.verify();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::internal;
  }

  std::filesystem::path path() const { return directory_.path() / "small.taxonomy"; }

  TemporaryDirectory directory_;
  std::string whole_;
};

TEST_F(DamagedTaxonomy, IsToldFromAWholeOne) {
  EXPECT_EQ(refusal(), ErrorCode::internal);
}

TEST_F(DamagedTaxonomy, IsRefusedWhereverOneByteIsFlipped) {
  for (std::size_t i = 0; i < whole_.size(); i += 61) {
    std::string damaged = whole_;
    damaged[i] = static_cast<char>(damaged[i] ^ 0xFF);
    put(damaged);
    ASSERT_EQ(refusal(), ErrorCode::taxonomy_corrupt) << "byte " << i;
  }
}

TEST_F(DamagedTaxonomy, IsRefusedInEveryByteOfItsHeaderOnOpening) {
  for (std::size_t i = 0; i < sizeof(Header) + sizeof(SectionEntry) * static_cast<std::size_t>(Section::count_); ++i) {
    std::string damaged = whole_;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x01);
    put(damaged);
    ASSERT_THROW(Taxonomy::open(path()), Error) << "byte " << i;
  }
}

TEST_F(DamagedTaxonomy, IsRefusedWhereverItIsCutOff) {
  for (std::size_t size = 0; size < whole_.size(); size += 64) {
    put(std::string_view(whole_).substr(0, size));
    ASSERT_THROW(Taxonomy::open(path()), Error) << size << " bytes";
  }
}

TEST_F(DamagedTaxonomy, IsToldFromAnAbsentOneAndAnotherVersion) {
  std::filesystem::remove(path());
  EXPECT_EQ(refusal(), ErrorCode::taxonomy_missing);
  put(std::string(100000, 'x'));
  EXPECT_EQ(refusal(), ErrorCode::taxonomy_corrupt);
  std::string other = whole_;
  other[8] = 99;
  put(other);
  try {
    Taxonomy::open(path());
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("version 99"));
    EXPECT_THAT(error.what(), HasSubstr("passend taxonomy import"));
  }
}

/// The header does not cover the rows: nothing but the checks of `open` stands between a wrong row and a reader.
class ForgedTaxonomy : public DamagedTaxonomy {
 protected:
  /// Puts `value` at every `step` bytes of the sections in turn.
  void forge(std::uint32_t value, std::size_t step) {
    const std::size_t front = sizeof(Header) + sizeof(SectionEntry) * static_cast<std::size_t>(Section::count_);
    for (std::size_t i = front; i + sizeof value <= whole_.size(); i += step) {
      std::string forged = whole_;
      std::memcpy(forged.data() + i, &value, sizeof value);
      std::filesystem::remove(path());  // Writing over a file makes ext4 flush it.
      std::ofstream(path(), std::ios::binary) << forged;
      try {
        ask_everything(Taxonomy::open(path()));  // Opening does not read every byte, so it may pass.
      } catch (const Error& error) {
        ASSERT_EQ(error.code(), ErrorCode::taxonomy_corrupt) << "byte " << i;
      }
    }
  }
};

TEST_F(ForgedTaxonomy, NeverLeadsOutsideTheFile) {
  forge(0xFFFFFFFF, 4);
  forge(0x7FFFFFFF, 20);
  forge(3, 12);
}

}  // namespace
}  // namespace passend::taxonomy
