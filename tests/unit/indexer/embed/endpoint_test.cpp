// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/endpoint.hpp"

#include <gtest/gtest.h>

#include "indexer/base/error.hpp"

namespace passend::embed {
namespace {

std::string read(std::string_view url, PlainHttp plain = PlainHttp::this_machine_only) {
  return to_text(parse_endpoint(url, plain));
}

TEST(Endpoint, CompletesTheCommonPath) {
  EXPECT_EQ(read("http://127.0.0.1:8081"), "http://127.0.0.1:8081/v1/embeddings");
  EXPECT_EQ(read("http://localhost/"), "http://localhost:80/v1/embeddings");
  EXPECT_EQ(read("https://models.example/v1"), "https://models.example:443/v1/embeddings");
  EXPECT_EQ(read("https://models.example:8443/a/v1/embeddings/"), "https://models.example:8443/a/v1/embeddings");
  EXPECT_EQ(read("https://models.example/team"), "https://models.example:443/team/v1/embeddings");
  EXPECT_EQ(read("http://[::1]:8081"), "http://[::1]:8081/v1/embeddings");
  EXPECT_EQ(parse_endpoint("http://[::1]", PlainHttp::this_machine_only).host, "::1");
}

TEST(Endpoint, RefusesWhatIsNoAddressOfOne) {
  for (const char* url :
       {"", "127.0.0.1:8081", "ftp://host", "http://", "https://:443", "https://host:0", "https://host:70000",
        "https://host:80x", "https://user:secret@host", "https://host/v1?key=1", "https://host/v1#a", "https://ho st",
        "https://host\r\nX: y", "https://[::1", "https://[::1]x"}) {
    EXPECT_THROW(read(url), Error) << url;
  }
  // An empty port is the usual one (RFC 3986).
  EXPECT_EQ(read("https://host:"), "https://host:443/v1/embeddings");
}

TEST(Endpoint, RefusesPlainHttpToAnotherMachineUnlessAllowed) {
  for (const char* url : {"http://models.example", "http://10.0.0.5:8081", "http://127.example.org", "http://[::2]",
                          "http://localhost.example.org", "http://127.0.0.1.example.org"}) {
    try {
      read(url);
      ADD_FAILURE() << url;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      EXPECT_NE(std::string(error.what()).find("--embedder-allow-plain-http"), std::string::npos) << error.what();
    }
    EXPECT_NO_THROW(read(url, PlainHttp::everywhere)) << url;
  }
  EXPECT_NO_THROW(read("http://127.8.0.1"));
}

}  // namespace
}  // namespace passend::embed
