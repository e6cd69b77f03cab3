// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "indexer/base/error.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/server/http/running_server.hpp"

/// A server on a Unix socket, where a proxy on the same machine finds it.
namespace passend::test {
namespace {

class UnixSocket : public testing::Test {
 protected:
  http::ServerOptions options() const {
    http::ServerOptions made;
    made.socket = path_;
    return made;
  }

  static Reply ask_through(const std::filesystem::path& path, const std::string& host, const std::string& target) {
    RawClient client(path);
    client.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    return client.read_reply().value();
  }

  /// A socket that a server has left behind: bound, and nobody listens.
  void leave_behind() const {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.string().copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(socket);
  }

  std::string refusal() const {
    http::ServerOptions alone = options();
    alone.port.reset();
    http::Readiness readiness;
    try {
      const http::Server server(alone, http::Router({}, {}), readiness);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration);
      return error.what();
    }
    return "it listens";
  }

  TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "passend.sock";
};

TEST_F(UnixSocket, IsServedBesideThePort) {
  RunningServer server(options());
  EXPECT_EQ(ask_through(path_, "localhost", "/v1/quick").body, "quick");
  EXPECT_EQ(ask_through(path_, "example.org", "/v1/quick").status, 403);
  EXPECT_EQ(ask(server.port, "GET", "/v1/quick").body, "quick");
  struct stat found {};
  ASSERT_EQ(::stat(path_.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777u, 0660u);
}

TEST_F(UnixSocket, IsServedInsteadOfAPort) {
  http::ServerOptions alone = options();
  alone.port.reset();
  alone.public_hosts = {"passend.example.org"};
  http::Readiness readiness;
  const auto peer = [](const http::Request& request, const auto&) {
    http::Response response;
    response.body = request.peer;
    return response;
  };
  http::Server server(alone, http::Router({{http::Method::get, "/v1/peer", peer}}, {}), readiness);
  server.start();
  EXPECT_EQ(server.port(), 0);
  EXPECT_EQ(ask_through(path_, "passend.example.org", "/v1/peer").body, "127.0.0.1") << "it is on this machine";
}

TEST_F(UnixSocket, IsRemovedAtTheEnd) {
  {
    RunningServer server(options());
    EXPECT_TRUE(std::filesystem::exists(path_));
  }
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(UnixSocket, ThatSomebodyElseMadeMeanwhileIsLeftAlone) {
  {
    RunningServer server(options());
    std::filesystem::remove(path_);
    leave_behind();
  }
  EXPECT_TRUE(std::filesystem::exists(path_));
}

TEST_F(UnixSocket, ThatIsStaleIsReplaced) {
  leave_behind();
  RunningServer server(options());
  EXPECT_EQ(ask_through(path_, "localhost", "/v1/quick").body, "quick");
}

TEST_F(UnixSocket, OfAnotherServerIsNotReplaced) {
  RunningServer first(options());
  EXPECT_NE(refusal().find("another server listens"), std::string::npos) << refusal();
  EXPECT_EQ(ask_through(path_, "localhost", "/v1/quick").body, "quick");
}

TEST_F(UnixSocket, DoesNotTakeThePlaceOfAFile) {
  std::ofstream(path_) << "precious";
  EXPECT_NE(refusal().find("something else"), std::string::npos) << refusal();
  EXPECT_EQ(std::filesystem::file_size(path_), 8u);
}

TEST_F(UnixSocket, NeedsAPlaceAndAShortPath) {
  path_ = directory_.path() / "absent" / "passend.sock";
  EXPECT_NE(refusal().find("absent"), std::string::npos) << refusal();
  path_ = directory_.path() / std::string(120, 'x');
  EXPECT_NE(refusal().find("at most 107 bytes"), std::string::npos) << refusal();
}

TEST_F(UnixSocket, IsCountedByTheAddressThatItsProxySays) {
  http::ServerOptions strict = options();
  strict.budgets.requests = {0.01, 1};
  strict.budgets.proxy_header = http::ProxyHeader::x_forwarded_for;
  RunningServer server(strict);
  const auto status = [&](const std::string& address) {
    RawClient client(path_);
    client.send("GET /v1/hit HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address + "\r\n\r\n");
    return client.read_reply()->status;
  };
  EXPECT_EQ(status("192.0.2.1"), 200);
  EXPECT_EQ(status("192.0.2.1"), 429);
  EXPECT_EQ(status("192.0.2.2"), 200);
}

TEST(Server, IsToldWhereToListen) {
  http::ServerOptions nowhere;
  nowhere.port.reset();
  http::Readiness readiness;
  EXPECT_THROW(http::Server(nowhere, http::Router({}, {}), readiness), Error);
}

}  // namespace
}  // namespace passend::test
