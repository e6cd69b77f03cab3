// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::json;

Vacancy decode(const std::string& json, const Vacancy&) {
  return decode_vacancy(json);
}
Employer decode(const std::string& json, const Employer&) {
  return decode_employer(json);
}
Selection decode(const std::string& json, const Selection&) {
  return decode_selection(json);
}
Proposal decode(const std::string& json, const Proposal&) {
  return decode_proposal(json);
}
ContactMoment decode(const std::string& json, const ContactMoment&) {
  return decode_contact_moment(json);
}

Json object_of(const http::Request& request) {
  if (request.body.empty()) throw Error(ErrorCode::malformed_document, "The request has no body; send a JSON object.");
  Json body = parse_strict_json(request.body);
  if (!body.is_object()) throw Error(ErrorCode::malformed_document, "The body of the request is not a JSON object.");
  return body;
}

void refuse_kept(const Json& body, KeptMembers kept) {
  std::vector<Violation> violations;
  const auto refuse = [&](std::string_view member) {
    if (body.contains(member)) violations.push_back({"/" + std::string(member), "", "is not yours to set; leave it out"});
  };
  for (const std::string_view member : {"id", "source"}) refuse(member);
  for (const std::string_view member : kept) refuse(member);
  if (violations.empty()) return;
  throw Error(ErrorCode::invalid_input, "The request sets what it may not set.", std::move(violations));
}

/// A null in a new record says that a member is not known, as it does in a patch.
template <class T>
T merged(const http::Request& request, const T& base, KeptMembers kept) {
  const Json body = object_of(request);
  refuse_kept(body, kept);
  Json record = Json::parse(encode(base));
  record.merge_patch(body);
  return decode(record.dump(), base);
}

}  // namespace

template <class T>
T read_new(const http::Request& request, const T& made, KeptMembers kept) {
  return merged(request, made, kept);
}

template <class T>
T read_patch(const http::Request& request, const T& current, KeptMembers kept) {
  return merged(request, current, kept);
}

template Vacancy read_new(const http::Request&, const Vacancy&, KeptMembers);
template Vacancy read_patch(const http::Request&, const Vacancy&, KeptMembers);
template Employer read_new(const http::Request&, const Employer&, KeptMembers);
template Employer read_patch(const http::Request&, const Employer&, KeptMembers);
template Selection read_new(const http::Request&, const Selection&, KeptMembers);
template Selection read_patch(const http::Request&, const Selection&, KeptMembers);
template Proposal read_new(const http::Request&, const Proposal&, KeptMembers);
template Proposal read_patch(const http::Request&, const Proposal&, KeptMembers);
template ContactMoment read_new(const http::Request&, const ContactMoment&, KeptMembers);
template ContactMoment read_patch(const http::Request&, const ContactMoment&, KeptMembers);

}  // namespace passend::api
