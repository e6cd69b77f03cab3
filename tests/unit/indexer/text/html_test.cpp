// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/html.hpp"

#include <gtest/gtest.h>

namespace passend::text {
namespace {

TEST(PlainTextFromHtml, PutsBlocksOnLinesOfTheirOwn) {
  EXPECT_EQ(plain_text_from_html("<p>Wat ga je\n doen?</p><ul><li>Koken</li><li>Serveren</li></ul>"),
            "Wat ga je doen?\n\nKoken\n\nServeren");
  EXPECT_EQ(plain_text_from_html("een<br>twee<BR/>drie"), "een\ntwee\ndrie");
}

TEST(PlainTextFromHtml, DecodesEntitiesHoweverOftenTheyWereEncoded) {
  EXPECT_EQ(plain_text_from_html("zorg &amp; welzijn caf&eacute; &#8364; &#x20AC;"),
            "zorg & welzijn caf\xC3\xA9 \xE2\x82\xAC \xE2\x82\xAC");
  EXPECT_EQ(plain_text_from_html("lees verder&amp;#8230;"), "lees verder\xE2\x80\xA6");
  EXPECT_EQ(plain_text_from_html("&lt;p&gt;Hallo&lt;/p&gt;&lt;p&gt;allen&lt;/p&gt;"), "Hallo\n\nallen");
  EXPECT_EQ(plain_text_from_html("aan&#146;t werk"), "aan\xE2\x80\x99t werk");  // Windows-1252 by number
}

TEST(PlainTextFromHtml, DropsTagsScriptsStylesAndComments) {
  EXPECT_EQ(plain_text_from_html("a<script>if (1 < 2) x();</script>b<!-- c -->d<style>p{}</style>e"), "abde");
  EXPECT_EQ(plain_text_from_html("<a href='https://example.org'>solliciteer</a> <strong>nu</strong>"),
            "solliciteer nu");
}

TEST(PlainTextFromHtml, KeepsASignThatIsNoTagOrEntity) {
  EXPECT_EQ(plain_text_from_html("< 18 jaar & > 3 &onbekend; R&D"), "< 18 jaar & > 3 &onbekend; R&D");
}

TEST(PlainTextFromHtml, SurvivesInputThatIsCutOff) {
  EXPECT_EQ(plain_text_from_html("Kom werken <a href=\"http"), "Kom werken");
  EXPECT_EQ(plain_text_from_html("Kom werken &eacu"), "Kom werken &eacu");
  EXPECT_EQ(plain_text_from_html("Kom <script>var"), "Kom");
  EXPECT_EQ(plain_text_from_html("Kom <!-- var"), "Kom");
  EXPECT_EQ(plain_text_from_html("<"), "<");
  EXPECT_EQ(plain_text_from_html("&"), "&");
  EXPECT_EQ(plain_text_from_html(""), "");
}

TEST(PlainTextFromHtml, KeepsTheLinesOfTextThatIsNoHtml) {
  EXPECT_EQ(plain_text_from_html("eerste  regel \n\n\n\ntweede\tregel"), "eerste regel\n\ntweede regel");
}

TEST(PlainTextFromHtml, UndoesAtMostThreeEncodings) {
  EXPECT_EQ(plain_text_from_html("&amp;amp;amp;lt;"), "&lt;");  // four encodings: three are undone
}

}  // namespace
}  // namespace passend::text
