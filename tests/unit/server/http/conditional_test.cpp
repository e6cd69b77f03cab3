// SPDX-License-Identifier: EUPL-1.2
#include "server/http/conditional.hpp"

#include <gtest/gtest.h>

#include "server/http/headers.hpp"

namespace passend::http {
namespace {

Response body(std::string text) {
  Response response;
  response.body = std::move(text);
  return response;
}

std::string tag_of(const std::string& text) {
  return std::string(answer_conditionally({}, body(text)).header("ETag").value_or(""));
}

Response ask(const std::string& if_none_match) {
  Request request;
  request.fields = {{"if-none-match", if_none_match}};
  return answer_conditionally(request, body("{}"));
}

TEST(Conditional, TheTagIsOfTheBytes) {
  EXPECT_EQ(tag_of("{}").size(), 34u);
  EXPECT_EQ(tag_of("{}"), tag_of("{}"));
  EXPECT_NE(tag_of("{}"), tag_of("{ }"));
}

TEST(Conditional, WhatIsAtHandIsNotSentAgain) {
  const std::string tag = tag_of("{}");
  for (const std::string& sent :
       {tag, "W/" + tag, std::string("*"), "\"x\", " + tag, tag + ",\"x\"", " " + tag + " "}) {
    Response response = ask(sent);
    EXPECT_EQ(response.status, 304) << sent;
    EXPECT_EQ(response.body, "") << sent;
    EXPECT_EQ(response.header("ETag"), tag);
    add_standard_headers(response, "1.2.3");
    EXPECT_EQ(response.header("API-Version"), "1.2.3");
    EXPECT_FALSE(response.header("Content-Type"));
  }
}

TEST(Conditional, WhatHasChangedIsSent) {
  const std::string tag = tag_of("{}");
  for (const std::string& sent : {tag_of("[]"), std::string(), std::string(","), tag.substr(1, 32), tag + "x"}) {
    EXPECT_EQ(ask(sent).status, 200) << sent;
    EXPECT_EQ(ask(sent).body, "{}") << sent;
  }
}

TEST(Conditional, AProblemHasNoTag) {
  Response problem = body("{}");
  problem.status = 404;
  EXPECT_FALSE(answer_conditionally({}, problem).header("ETag"));
}

}  // namespace
}  // namespace passend::http
