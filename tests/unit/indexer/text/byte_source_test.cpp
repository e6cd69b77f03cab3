// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/byte_source.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

TEST(ByteSource, HandsOnEveryByteOfMoreThanOneBlockAndCountsThem) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text.push_back(static_cast<char>(i % 251));
  std::istringstream input(text);
  ByteSource source(input);
  std::string read;
  while (source.peek() != ByteSource::end) {
    // By turns a byte and a run, as the readers do.
    read.push_back(static_cast<char>(source.take()));
    const auto run = source.ahead().substr(0, 1'000);
    read += run;
    source.skip(run.size());
  }
  EXPECT_EQ(read, text);
  EXPECT_EQ(source.taken(), text.size());
  EXPECT_EQ(source.take(), ByteSource::end);
  EXPECT_EQ(source.taken(), text.size());
}

TEST(ByteSource, SkipsTheMarkOfUtf8AndRefusesUtf16ByName) {
  std::istringstream marked("\xEF\xBB\xBF{}");
  ByteSource source(marked);
  source.skip_byte_order_mark("the file");
  EXPECT_EQ(source.ahead(), "{}");
  EXPECT_EQ(source.taken(), 3u);
  std::istringstream wide(
      std::string("\xFF\xFE"
                  "a\0",
                  4));
  ByteSource refused(wide);
  try {
    refused.skip_byte_order_mark("the list");
    FAIL() << "not refused";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document);
    EXPECT_NE(std::string(error.what()).find("the list is UTF-16"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace passend::text
