// SPDX-License-Identifier: EUPL-1.2
#include "server/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "indexer/base/error.hpp"
#include "server/http/headers.hpp"
#include "server/http/problem.hpp"
#include "server/http/target.hpp"

namespace passend::http {
namespace {

using testing::HasSubstr;
using testing::Not;

Response answer_with(std::string body) {
  Response response;
  response.body = std::move(body);
  return response;
}

Router make_router() {
  std::vector<Route> routes;
  routes.push_back(
      {Method::get, "/v1/things/{id}", [](const auto&, const auto& path) { return answer_with(path.at("id")); }});
  routes.push_back(
      {Method::post, "/v1/things/_search", [](const auto& request, const auto&) { return answer_with(request.body); }});
  routes.push_back(
      {Method::get, "/v1/broken", [](const auto&, const auto&) -> Response { throw std::runtime_error("secret"); }});
  routes.push_back(
      {Method::get, "/v1/refusing", [](const auto&, const auto&) -> Response {
         throw Error(ErrorCode::invalid_input, "two rules", {{"/a", "secret", "is short"}, {"/b", "", "is known"}});
       }});
  routes.push_back(
      {Method::post, "/own/form", [](const auto&, const auto&) -> Response { throw std::runtime_error("secret"); }});
  routes.back().render_error = [](const auto&, const Error& error) {
    return answer_with("own form: " + std::string(error.info().name));
  };
  return Router(std::move(routes), [](const auto&, const auto&) {
    Response response = answer_with("page");
    response.media_type = "text/html; charset=utf-8";
    return response;
  });
}

Request request(Method method, std::string target) {
  Request made;
  made.method = method;
  made.target = std::move(target);
  Target parsed = parse_target(made.target);
  made.segments = std::move(parsed.segments);
  made.query = std::move(parsed.query);
  made.fields = {{"Host", "localhost:8080"}, {"Content-Type", "application/json"}};
  return made;
}

TEST(Router, AnotherSiteMayLinkToAPageAndToNothingElse) {
  const Router router = make_router();
  const auto linked = [&](const char* target, const char* destination) {
    Request asked = request(Method::get, target);
    asked.fields = {{"Host", "localhost"},
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Mode", "navigate"},
                    {"Sec-Fetch-Dest", destination}};
    return router.answer(asked).status;
  };
  EXPECT_EQ(linked("/", "document"), 200);
  EXPECT_EQ(linked("/", "iframe"), 403);
  EXPECT_EQ(linked("/v1/things/a", "document"), 403);
}

TEST(Router, FindsARouteAndDecodesItsParameters) {
  EXPECT_EQ(make_router().answer(request(Method::get, "/v1/things/a%20b")).body, "a b");
}

TEST(Router, ARouteWithErrorsInAFormOfItsOwnRendersThoseBeforeItsHandlerToo) {
  const Router router = make_router();
  Request asked = request(Method::post, "/own/form");
  EXPECT_EQ(router.answer(asked).body, "own form: internal");
  EXPECT_EQ(router.refuse(asked, Error(ErrorCode::overloaded, "busy")).body, "own form: overloaded");
  asked.fields = {{"Host", "localhost:8080"}, {"Content-Type", "text/plain"}};
  EXPECT_EQ(router.answer(asked).body, "own form: unsupported-media-type");
  const Request other = request(Method::get, "/v1/broken");
  EXPECT_EQ(router.refuse(other, Error(ErrorCode::overloaded, "busy")).media_type, "application/problem+json");
}

TEST(Router, AnswersATrailingSlashWith404) {
  const Router router = make_router();
  for (const char* target : {"/v1/things/a/", "/v1/things/", "/v1/", "/v1", "//v1/things/a", "/pages/"}) {
    EXPECT_EQ(router.answer(request(Method::get, target)).status, 404) << target;
  }
}

TEST(Router, NamesTheAllowedMethods) {
  const Response response = make_router().answer(request(Method::delete_, "/v1/things/a"));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("Allow"), "GET, HEAD");
  EXPECT_EQ(make_router().answer(request(Method::get, "/v1/things/_search")).body, "_search")
      << "a parameter takes any name";
  EXPECT_EQ(make_router().answer(request(Method::put, "/v1/things/_search")).header("Allow"), "GET, HEAD, POST");
  EXPECT_EQ(make_router().answer(request(Method::post, "/")).header("Allow"), "GET, HEAD");
}

TEST(Router, TakesJsonBodiesAlone) {
  const Router router = make_router();
  const auto status = [&](const char* type, const char* coding) {
    Request post = request(Method::post, "/v1/things/_search");
    post.fields = {{"Host", "localhost"}};
    if (type != nullptr) post.fields.push_back({"content-type", type});
    if (coding != nullptr) post.fields.push_back({"Content-Encoding", coding});
    return router.answer(post).status;
  };
  EXPECT_EQ(status("application/json", nullptr), 200);
  EXPECT_EQ(status("Application/JSON; charset=UTF-8", nullptr), 200);
  EXPECT_EQ(status(nullptr, nullptr), 415);
  EXPECT_EQ(status("text/plain", nullptr), 415);
  EXPECT_EQ(status("application/json; charset=latin1", nullptr), 415);
  EXPECT_EQ(status("application/x-www-form-urlencoded", nullptr), 415);
  EXPECT_EQ(status("application/json", "gzip"), 415);
}

TEST(Router, RefusesToAnswerInATypeItDoesNotHave) {
  const Router router = make_router();
  const auto status = [&](const char* accept) {
    Request get = request(Method::get, "/v1/things/a");
    get.fields.push_back({"Accept", accept});
    return router.answer(get).status;
  };
  for (const char* accept :
       {"application/json", "*/*", "application/*", "text/html, */*;q=0.1", "APPLICATION/JSON;q=0.5", ""}) {
    EXPECT_EQ(status(accept), 200) << accept;
  }
  for (const char* accept :
       {"text/html", "application/xml", "application/json;q=0", "*/*, application/json;q=0.0", "image/*"}) {
    EXPECT_EQ(status(accept), 406) << accept;
  }
}

TEST(Router, KeepsWhatWentWrongInsideToItself) {
  const Response response = make_router().answer(request(Method::get, "/v1/broken"));
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.media_type, "application/problem+json");
  EXPECT_THAT(response.body, Not(HasSubstr("secret")));
}

TEST(Router, ReportsEveryViolationAndNoValue) {
  const Response response = make_router().answer(request(Method::get, "/v1/refusing"));
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body,
              HasSubstr(R"("violations":[{"field":"/a","rule":"is short"},{"field":"/b","rule":"is known"}])"));
  EXPECT_THAT(response.body, HasSubstr(R"("code":"invalid-input")"));
  EXPECT_THAT(response.body, Not(HasSubstr("secret")));
}

TEST(Problem, SurvivesNamesThatAreNotUtf8) {
  const Response response = render_problem(Error(ErrorCode::invalid_input, "x\xff", {{"\xc3\x28", "", "y"}}));
  EXPECT_EQ(response.status, 400);
}

TEST(Problem, TellsABusyClientWhenToComeBack) {
  EXPECT_EQ(render_problem(Error(ErrorCode::overloaded, "busy")).header("Retry-After"), "1");
  EXPECT_EQ(render_problem(Error(ErrorCode::not_found, "none")).header("Retry-After"), std::nullopt);
}

TEST(Problem, SaysHowToShowWhoOneIs) {
  const auto challenge = [](ErrorCode code) {
    return std::string(render_problem(Error(code, "x")).header("WWW-Authenticate").value_or(""));
  };
  EXPECT_EQ(challenge(ErrorCode::unauthenticated), "Bearer realm=\"passend\"");
  EXPECT_EQ(challenge(ErrorCode::invalid_token), "Bearer realm=\"passend\", error=\"invalid_token\"");
  EXPECT_EQ(challenge(ErrorCode::forbidden), "");
}

TEST(Headers, ThatWouldSplitTheResponseAreNotSent) {
  for (const char* value : {"a\r\nSet-Cookie: x", "a\nb", "a\rb"}) {
    Response response;
    response.fields.push_back({"X", value});
    add_standard_headers(response, "1.0.0");
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.header("X"), std::nullopt);
  }
  Response response;
  response.media_type = std::string("text/\0html", 10);
  add_standard_headers(response, "1.0.0");
  EXPECT_EQ(response.status, 500);
}

TEST(Target, DecodesAfterSplitting) {
  const Target target = parse_target("/a%2Db//c?x=1&y=%26&z&=v&x=2");
  EXPECT_THAT(target.segments, testing::ElementsAre("a-b", "", "c"));
  const std::vector<std::pair<std::string, std::string>> query{
      {"x", "1"}, {"y", "&"}, {"z", ""}, {"", "v"}, {"x", "2"}};
  EXPECT_EQ(target.query, query);
  EXPECT_TRUE(parse_target("/").segments.empty());
  EXPECT_EQ(parse_target("/?returnTo=%2Fa%5Cb").query.front().second, "/a\\b") << "no path: letters like any other";
}

TEST(Target, RefusesEscapesThatMoveBorders) {
  for (const char* target :
       {"/a%2fb", "/a%2Fb", "/a%5cb", "/%00", "/%0d%0a", "/%7f", "/%", "/%2", "/%zz", "/?q=%1", "/?q=%0a"}) {
    EXPECT_THROW(parse_target(target), Error) << target;
  }
}

}  // namespace
}  // namespace passend::http
