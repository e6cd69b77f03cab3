// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <thread>

#include "indexer/taxonomy/compile.hpp"
#include "tests/unit/indexer/taxonomy/small_sources.hpp"

/// The same sources give the same file, byte for byte: runs name a taxonomy by its hash.
namespace passend::taxonomy {
namespace {

std::string hash_of(const std::filesystem::path& starter, const std::filesystem::path& output) {
  return compile({.starter_dir = starter}, output).hash;
}

/// The starter set with the rows of every file the other way round. Its fields hold no line ends.
std::filesystem::path reversed_starter(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::create_directories(to);
  for (const char* name : {"groups.csv", "occupations.csv", "competences.csv", "credentials.csv", "relations.csv"}) {
    std::istringstream content(read_file(from / name));
    std::vector<std::string> rows;
    for (std::string row; std::getline(content, row);) rows.push_back(row + "\n");
    std::reverse(rows.begin() + 1, rows.end());
    std::string text;
    for (const std::string& row : rows) text += row;
    write_file_durably(to / name, text);
  }
  return to;
}

class SameBytes : public testing::Test {
 protected:
  const std::filesystem::path starter_ = PASSEND_SOURCE_DIR "/fixtures/taxonomy";
  TemporaryDirectory directory_;
};

TEST_F(SameBytes, WhenCompiledTwiceAndInSeveralThreadsAtOnce) {
  const std::string first = hash_of(starter_, directory_.path() / "first.bin");
  std::vector<std::string> hashes(3);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    threads.emplace_back([&, i] { hashes[i] = hash_of(starter_, directory_.path() / (std::to_string(i) + ".bin")); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& hash : hashes) EXPECT_EQ(hash, first);
  EXPECT_EQ(read_file(directory_.path() / "first.bin"), read_file(directory_.path() / "0.bin"));
}

TEST_F(SameBytes, WhateverTheOrderOfTheRows) {
  const auto other = reversed_starter(starter_, directory_.path() / "reversed");
  EXPECT_EQ(hash_of(starter_, directory_.path() / "a.bin"), hash_of(other, directory_.path() / "b.bin"));
}

}  // namespace
}  // namespace passend::taxonomy
