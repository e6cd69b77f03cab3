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

/// A null in a new record says that a member is not known, as it does in a patch.
template <class T>
std::string merged(const http::Request& request, const T& current, KeptMembers kept) {
  if (request.body.empty()) throw Error(ErrorCode::malformed_document, "The request has no body; send a JSON object.");
  const Json body = parse_strict_json(request.body);
  if (!body.is_object()) throw Error(ErrorCode::malformed_document, "The body of the request is not a JSON object.");
  BodyRules(kept).hold(body);
  Json record = Json::parse(encode(current));
  record.merge_patch(body);
  return record.dump();
}

}  // namespace

Vacancy read_over(const http::Request& request, const Vacancy& current, KeptMembers kept) {
  return decode_vacancy(merged(request, current, kept));
}
Employer read_over(const http::Request& request, const Employer& current, KeptMembers kept) {
  return decode_employer(merged(request, current, kept));
}
Selection read_over(const http::Request& request, const Selection& current, KeptMembers kept) {
  return decode_selection(merged(request, current, kept));
}
Proposal read_over(const http::Request& request, const Proposal& current, KeptMembers kept) {
  return decode_proposal(merged(request, current, kept));
}
ContactMoment read_over(const http::Request& request, const ContactMoment& current, KeptMembers kept) {
  return decode_contact_moment(merged(request, current, kept));
}

}  // namespace passend::api
