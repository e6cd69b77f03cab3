// SPDX-License-Identifier: EUPL-1.2
#include "server/web/pages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "server/http/target.hpp"

namespace passend::web {
namespace {

constexpr std::array<EmbeddedFile, 4> built{{{"index.html", "<title>Passend</title>"},
                                             {"assets/index-1a2b.js", "run()"},
                                             {"assets/style-3c4d.css", "p{}"},
                                             {"favicon.svg", "<svg/>"}}};

http::Response get(std::span<const EmbeddedFile> files, const char* target) {
  http::Request request;
  request.target = target;
  request.segments = http::parse_target(target).segments;
  request.fields = {{"Host", "localhost"}};
  return http::Router({}, pages(files)).answer(request);
}

TEST(Pages, GiveTheApplicationForEachOfItsOwnPaths) {
  for (const char* target : {"/", "/vacatures", "/vacatures/0123/kandidaten", "/index.html", "/zoeken?q=a.b"}) {
    const auto response = get(built, target);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(response.body, "<title>Passend</title>") << target;
    EXPECT_EQ(response.media_type, "text/html; charset=utf-8");
    EXPECT_EQ(response.header("Cache-Control"), std::nullopt) << "the page itself is never kept";
  }
}

TEST(Pages, LetHashedFilesBeKept) {
  const auto script = get(built, "/assets/index-1a2b.js");
  EXPECT_EQ(script.body, "run()");
  EXPECT_EQ(script.media_type, "text/javascript; charset=utf-8");
  EXPECT_THAT(std::string(script.header("Cache-Control").value_or("")), testing::HasSubstr("immutable"));
  EXPECT_EQ(get(built, "/assets/style-3c4d.css").media_type, "text/css; charset=utf-8");
  EXPECT_EQ(get(built, "/favicon.svg").media_type, "image/svg+xml");
  EXPECT_EQ(get(built, "/favicon.svg").header("Cache-Control"), std::nullopt);
}

TEST(Pages, KnowNoFileThatIsNotInTheManifest) {
  for (const char* target :
       {"/assets/absent.js", "/../etc/passwd.txt", "/assets/../index.html", "/%2e%2e/main.cpp", "/.env"}) {
    EXPECT_EQ(get(built, target).status, 404) << target;
  }
}

TEST(Pages, SayHowToBuildTheFrontEnd) {
  const auto response = get({}, "/");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, testing::HasSubstr("npm run build"));
}

TEST(Pages, InsideTheProgramHaveAnIndexOrNothing) {
  bool has_index = embedded_files().empty();
  for (const EmbeddedFile& file : embedded_files()) {
    has_index = has_index || file.path == "index.html";
    EXPECT_FALSE(file.path.empty());
  }
  EXPECT_TRUE(has_index);
}

}  // namespace
}  // namespace passend::web
