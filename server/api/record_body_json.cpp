// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/citizen_numbers.hpp"
#include "indexer/model/codec.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::json;

/// What is wrong with a body before it is read as a record.
class BodyRules {
 public:
  explicit BodyRules(KeptMembers kept) : kept_(kept) {}

  void hold(const Json& body) {
    for (const std::string_view member : {"id", "source"}) refuse(body, member);
    for (const std::string_view member : kept_) refuse(body, member);
    look_for_citizen_numbers(body, "");
    if (violations_.empty()) return;
    throw Error(ErrorCode::invalid_input, "The request holds what it may not; correct what the violations name.",
                std::move(violations_));
  }

 private:
  void refuse(const Json& body, std::string_view member) {
    if (body.contains(member))
      violations_.push_back({"/" + std::string(member), "", "is not yours to set; leave it out"});
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
  std::vector<Violation> violations_;
};

Json body_of(const http::Request& request, KeptMembers kept) {
  if (request.body.empty()) throw Error(ErrorCode::malformed_document, "The request has no body; send a JSON object.");
  Json body = parse_strict_json(request.body);
  if (!body.is_object()) throw Error(ErrorCode::malformed_document, "The body of the request is not a JSON object.");
  BodyRules(kept).hold(body);
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

}  // namespace

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
