// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/extraction/starter.hpp"

/// Any bytes are a text, and time grows with its length.
namespace passend::extraction {
namespace {

using extract::Proposal;
using extract::TextKind;

/// Evidence lies within the text, and every confidence within its range.
void expect_sound(const std::vector<Proposal>& proposals, std::string_view text) {
  for (const Proposal& proposal : proposals) {
    ASSERT_LT(proposal.evidence.begin, proposal.evidence.end);
    ASSERT_LE(proposal.evidence.end, text.size());
    ASSERT_GE(proposal.confidence_bp, 1);
    ASSERT_LE(proposal.confidence_bp, 10000);
  }
}

/// All our cases in one text.
std::string all_cases() {
  std::ifstream input(PASSEND_SOURCE_DIR "/tests/extraction/cases.txt");
  std::ostringstream text;
  text << input.rdbuf();
  return text.str();
}

std::string of_length(const std::string& piece, std::size_t length) {
  std::string text;
  while (text.size() < length) text += piece;
  return text.substr(0, length);
}

TEST(ExtractionIsRobust, AgainstRandomBytes) {
  std::mt19937 random(20261128);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 2000, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
    expect_sound(starter_extractor().extract(bytes, round % 2 == 0 ? TextKind::vacancy : TextKind::cv), bytes);
  }
}

TEST(ExtractionIsRobust, AgainstTextWithBytesChangedLostAndDoubled) {
  std::mt19937 random(4);
  const std::string text = all_cases();
  for (int round = 0; round < 30; ++round) {
    std::string broken = text;
    for (int i = 0; i < 200; ++i) {
      const std::size_t at = random() % broken.size();
      if (i % 3 == 0) broken[at] = static_cast<char>(random() & 0xFF);
      if (i % 3 == 1) broken.erase(at, 1);
      if (i % 3 == 2) broken.insert(at, 1, broken[random() % broken.size()]);
    }
    expect_sound(starter_extractor().extract(broken, TextKind::vacancy), broken);
  }
}

TEST(ExtractionIsRobust, AgainstEndsAndEmptiness) {
  for (const std::string text :
       {"", " ", "\n\n", "rijbewijs", "rijbewijs ", "32", "32 uur", "niveau", "geen", "in de", "3 jaar", "mbo",
        "mbo niveau", "wtf", "\xC3", "Nederlands\xE2\x80", "tot", "1-", "-1 uur"}) {
    expect_sound(starter_extractor().extract(text, TextKind::vacancy), text);
    expect_sound(starter_extractor().extract(text, TextKind::cv), text);
  }
}

TEST(ExtractionIsRobust, EveryBeginningOfATextIsRead) {
  const std::string text = all_cases().substr(0, 3000);
  for (std::size_t length = 0; length < text.size(); length += 7)
    expect_sound(starter_extractor().extract(text.substr(0, length), TextKind::vacancy), text);
}

TEST(ExtractionIsDeterministic, TheSameTextGivesTheSameProposals) {
  const std::string text = all_cases();
  EXPECT_EQ(starter_extractor().extract(text, TextKind::vacancy), starter_extractor().extract(text, TextKind::vacancy));
}

TEST(ExtractionIsRobust, AgainstAMegabyte) {
  const std::string text = of_length(all_cases(), 1'000'000);
  expect_sound(starter_extractor().extract(text, TextKind::vacancy), text);
}

/// Time of the processor, and not by itself but compared: ten times the text costs about ten times, the bound is fifty,
/// and work that grows with the square would cost a hundred. The best of three each. Texts that would be slow if any
/// part looked back or ahead without bound.
TEST(ExtractionIsLinear, InTextsOfAnyKind) {
  const std::vector<std::string> pieces{all_cases(),
                                        "rijbewijs B, ",
                                        "Nederlands en Engels of Duits ",
                                        "geen pre maar je hebt ",
                                        "mbo of hbo en wo tot ",
                                        "32 tot 36 ",
                                        "a",
                                        "wij bieden: ",
                                        "werken met een in de "};
  for (const std::string& piece : pieces) {
    const auto cost = [&](std::size_t length) {
      const std::string text = of_length(piece, length);
      double best = 1e9;
      for (int i = 0; i < 3; ++i) {
        const std::clock_t start = std::clock();
        expect_sound(starter_extractor().extract(text, TextKind::vacancy), text);
        best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
      }
      return best;
    };
    const double tenth = cost(10'000), whole = cost(100'000);
    EXPECT_LT(whole, 50 * tenth + 0.02) << piece.substr(0, 20);
  }
}

}  // namespace
}  // namespace passend::extraction
