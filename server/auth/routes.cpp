// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/routes.hpp"

#include "server/auth/session_json.hpp"

namespace passend::auth {
namespace {

constexpr const char* session_path = "/v1/session";

Principal operator_of_this_machine() {
  Principal everybody;
  everybody.subject = "this machine";
  everybody.roles = {Role::jobhunter, Role::employer_adviser, Role::manager, Role::functional_administrator,
                     Role::auditor};
  return everybody;
}

}  // namespace

Doorway with_sign_in(Identity& identity) {
  using enum http::Method;
  Doorway doorway;
  doorway.who = [&identity](const http::Request& request) { return identity.recognise(request); };
  doorway.routes = {
      {.method = get,
       .pattern = "/auth/login",
       .handler = identity.login(),
       .media_type = "text/html",
       .charge = http::Charge::sign_in},
      // The page of the provider leads there.
      {.method = get,
       .pattern = "/auth/callback",
       .handler = identity.callback(),
       .open_to = http::OpenTo::every_origin,
       .media_type = "text/html",
       .charge = http::Charge::sign_in},
      {.method = post, .pattern = "/auth/logout", .handler = identity.logout()},
      {.method = get, .pattern = session_path, .handler = identity.session()},
  };
  return doorway;
}

Doorway without_sign_in() {
  Doorway doorway;
  doorway.who = [](const http::Request&) { return operator_of_this_machine(); };
  doorway.routes = {{.method = http::Method::get, .pattern = session_path, .handler = [](const auto&, const auto&) {
                       http::Response response;
                       response.body = write_principal(operator_of_this_machine());
                       return response;
                     }}};
  return doorway;
}

}  // namespace passend::auth
