// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>

#include "indexer/model/citizen_numbers.hpp"
#include "indexer/model/codec.hpp"
#include "server/api/json_body.hpp"
#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::json;

void refuse_if_any(std::vector<Violation> violations) {
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input, "The request holds what it may not; correct what the violations name.",
              std::move(violations));
}

/// What is wrong with a body before it is read as a record.
class BodyRules {
 public:
  /// `place` is the JSON pointer of the body.
  explicit BodyRules(KeptMembers kept, std::string place = {}) : kept_(kept), place_(std::move(place)) {}

  std::vector<Violation> broken_by(const Json& body) {
    for (const std::string_view member : {"id", "source"}) refuse(body, member);
    for (const std::string_view member : kept_) refuse(body, member);
    look_for_citizen_numbers(body, place_);
    return std::move(violations_);
  }

 private:
  /// `member` may lead into an object: "exchange/byMediator".
  void refuse(const Json& body, std::string_view member) {
    const Json::json_pointer place("/" + std::string(member));
    if (body.contains(place)) {
      violations_.push_back({place_ + place.to_string(), "", "is not yours to set; leave it out"});
    }
  }

  void look_for_citizen_numbers(const Json& node, const std::string& place) {
    if (node.is_string()) {
      std::string text = node.get<std::string>();
      if (blank_citizen_numbers(text, Suspicion::likely) == 0) return;
      violations_.push_back({place, "", "holds no citizen service number (BSN), which is never stored; remove it"});
    } else if (node.is_structured()) {
      for (const auto& [name, value] : node.items()) look_for_citizen_numbers(value, place + '/' + name);
    }
  }

  KeptMembers kept_;
  std::string place_;
  std::vector<Violation> violations_;
};

Json body_of(const http::Request& request, KeptMembers kept) {
  Json body = object_in(request);
  refuse_if_any(BodyRules(kept).broken_by(body));
  return body;
}

template <class T>
std::string made_with(const http::Request& request, const T& made, KeptMembers kept, KeptMembers asked) {
  const Json body = body_of(request, kept);
  Json record = Json::parse(encode(made));
  for (const std::string_view member : asked) record.erase(std::string(member));
  record.update(body);
  return record.dump();
}

template <class T>
std::string patched(const http::Request& request, const T& current, KeptMembers kept) {
  const Json body = body_of(request, kept);
  Json record = Json::parse(encode(current));
  record.merge_patch(body);
  return record.dump();
}

/// What the source or the law decides and not the person.
constexpr std::array<std::string_view, 4> kept_in_search{"caseload", "updated", "exchange/byMediator",
                                                         "ownSay/corrected"};
constexpr std::array<std::string_view, 3> kept_in_detail{"targetGroupRegister", "youngerThan27", "searchPeriod"};

constexpr const char* search_member = "searchProfile";
constexpr const char* detail_member = "detailProfile";

/// The half of a portfolio in the member of that name, with its part of the body laid over it.
template <class T>
T half_over(const Json& body, const char* member, const T& current, T (*decode)(std::string_view), KeptMembers kept,
            std::vector<Violation>& violations) {
  const auto part = body.find(member);
  if (part == body.end()) return current;
  const std::string place = "/" + std::string(member);
  if (!part->is_object()) {
    violations.push_back({place, "", "is an object"});
    return current;
  }
  auto broken = BodyRules(kept, place).broken_by(*part);
  std::move(broken.begin(), broken.end(), std::back_inserter(violations));
  Json record = Json::parse(encode(current));
  record.merge_patch(*part);
  try {
    return decode(record.dump());
  } catch (const Error& error) {
    for (const Violation& violation : error.violations()) {
      violations.push_back({place + violation.field, violation.value, violation.rule});
    }
    if (error.violations().empty()) throw;
    return current;
  }
}

void mark_as_corrected(OwnSay& own, const Json& body, const char* member) {
  if (!body.contains(member)) return;
  for (const auto& [name, value] : body[member].items()) {
    const bool is_marked = std::find(own.corrected.begin(), own.corrected.end(), name) != own.corrected.end();
    if (name != "ownSay" && !is_marked) own.corrected.push_back(name);
  }
}

}  // namespace

Portfolio read_own_over(const http::Request& request, const Portfolio& current) {
  const Json body = object_in(request);
  std::vector<Violation> violations;
  for (const auto& [name, value] : body.items()) {
    if (name != search_member && name != detail_member) {
      violations.push_back({"/" + name, "", "is not known here: searchProfile or detailProfile"});
    }
  }
  Portfolio changed;
  changed.search = half_over(body, search_member, current.search, decode_search_profile, kept_in_search, violations);
  changed.detail = half_over(body, detail_member, current.detail, decode_detail_profile, kept_in_detail, violations);
  refuse_if_any(std::move(violations));
  // Null for the whole of it takes back what the person decided, not what they corrected.
  changed.search.own_say.corrected = current.search.own_say.corrected;
  changed.search.exchange.by_mediator = current.search.exchange.by_mediator;
  mark_as_corrected(changed.search.own_say, body, search_member);
  mark_as_corrected(changed.search.own_say, body, detail_member);
  return changed;
}

Vacancy read_new(const http::Request& request, const Vacancy& made, KeptMembers kept, KeptMembers asked) {
  return decode_vacancy(made_with(request, made, kept, asked));
}
Vacancy read_over(const http::Request& request, const Vacancy& current, KeptMembers kept) {
  return decode_vacancy(patched(request, current, kept));
}
Employer read_new(const http::Request& request, const Employer& made, KeptMembers kept, KeptMembers asked) {
  return decode_employer(made_with(request, made, kept, asked));
}
Employer read_over(const http::Request& request, const Employer& current, KeptMembers kept) {
  return decode_employer(patched(request, current, kept));
}
Selection read_new(const http::Request& request, const Selection& made, KeptMembers kept, KeptMembers asked) {
  return decode_selection(made_with(request, made, kept, asked));
}
Selection read_over(const http::Request& request, const Selection& current, KeptMembers kept) {
  return decode_selection(patched(request, current, kept));
}
Proposal read_new(const http::Request& request, const Proposal& made, KeptMembers kept, KeptMembers asked) {
  return decode_proposal(made_with(request, made, kept, asked));
}
Proposal read_over(const http::Request& request, const Proposal& current, KeptMembers kept) {
  return decode_proposal(patched(request, current, kept));
}
ContactMoment read_new(const http::Request& request, const ContactMoment& made, KeptMembers kept, KeptMembers asked) {
  return decode_contact_moment(made_with(request, made, kept, asked));
}
ContactMoment read_over(const http::Request& request, const ContactMoment& current, KeptMembers kept) {
  return decode_contact_moment(patched(request, current, kept));
}

}  // namespace passend::api
