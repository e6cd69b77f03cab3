// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/http/message.hpp"

namespace passend::http {

/// The values of the {names} in the pattern of a route.
using PathParameters = std::map<std::string, std::string, std::less<>>;
using Handler = std::function<Response(const Request&, const PathParameters&)>;
/// Renders an error of a route that speaks another language of errors than problem+json. Must not throw.
using ErrorRenderer = std::function<Response(const Request&, const Error&)>;

enum class RunsOn : std::uint8_t {
  worker,     ///< Through the bounded line: may search.
  io_thread,  ///< At once: must take microseconds.
};
/// Which budget of the one who asks a request takes from (budgets.hpp), when a worker answers it. What the I/O thread
/// answers costs no more than its refusal would.
enum class Charge : std::uint8_t { request, sign_in };
enum class OpenTo : std::uint8_t { own_pages, every_origin };

struct Route {
  Method method = Method::get;
  std::string pattern;  ///< "/v1/vacancies/{vacancyId}/_match"
  Handler handler;
  RunsOn runs_on = RunsOn::worker;
  OpenTo open_to = OpenTo::own_pages;
  std::string media_type = "application/json";  ///< Of what the handler answers with.
  ErrorRenderer render_error = {};              ///< Empty: problem+json.
  Charge charge = Charge::request;
  std::vector<std::string> other_media_types = {};  ///< That the handler answers with when Accept prefers them.
};

/// How a request is going to be answered.
struct Plan {
  RunsOn runs_on = RunsOn::io_thread;
  Charge charge = Charge::request;
  std::string_view pattern;  ///< Of its route; "(page)" for the front end and "(none)" for what there is not. Lives as
                             ///< long as the router.
};

/// Finds the route of a request and renders whatever its handler throws. Immutable once made, so thread-safe.
class Router {
 public:
  /// `pages` answers a GET or HEAD of any path that no route has and that is not under /v1 or /vum: the front end. It
  /// may be empty.
  Router(std::vector<Route> routes, Handler pages);

  const std::vector<Route>& routes() const { return routes_; }

  Plan plan(const Request& request) const;

  /// Never throws. 403 for a request that another site made, 404 also for a trailing slash, 405 with Allow, 415 and
  /// 406; a HEAD is answered as its GET (the sender drops the body).
  Response answer(const Request& request) const;

  /// An error in the form that the route of the request speaks. Never throws.
  Response refuse(const Request& request, const Error& error) const;

 private:
  struct Found {
    const Route* route = nullptr;
    PathParameters parameters;
    std::string allow;  ///< The methods of the path, when it exists; empty for an unknown path.
  };
  Found find(const Request& request) const;
  bool is_page(const Request& request) const;
  Response dispatch(const Request& request, const Found& found) const;

  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> patterns_;  ///< Segments of each route.
  Handler pages_;
};

}  // namespace passend::http
