// SPDX-License-Identifier: EUPL-1.2
#include "server/api/me.hpp"

#include "server/api/record_body.hpp"
#include "server/api/wording.hpp"
#include "server/privacy/erasure.hpp"
#include "server/vum/encode.hpp"

namespace passend::api {
namespace {

[[noreturn]] void refuse_unknown() {
  throw Error(ErrorCode::not_found, "There is no portfolio of yours here, or no longer.");
}

CandidateId own_id(const store::Scope& scope) {
  if (!scope.only_candidate()) refuse_unknown();
  return *scope.only_candidate();
}

Me require_me(const Services& services, const auth::Caller& caller) {
  const CandidateId own = own_id(caller.scope);
  auto search = services.store.search_profile(own, caller.scope);
  if (!search) refuse_unknown();
  auto detail = services.store.detail_profile(own, caller.scope, caller.actor);
  if (!detail) refuse_unknown();
  return {std::move(*search), std::move(*detail)};
}

http::Response download(std::string body, const char* media_type, const std::string& name) {
  http::Response response;
  response.body = std::move(body);
  response.media_type = media_type;
  response.fields.push_back({"Content-Disposition", "attachment; filename=\"" + name + "\""});
  return response;
}

}  // namespace

MeInput read_me(Input&) {
  return {};
}

Me GetMe::operator()(const MeInput&, const auth::Caller& caller) const {
  return require_me(services, caller);
}

http::Response write_me(const Me& me, const MeInput&, const Services&) {
  return answer_record(me_json(me), me.search.version);
}

http::Response ChangeMe::operator()(const Change& change) const {
  change.input.finish();
  const Me current = require_me(services, change.caller);
  const std::int64_t version = seen_version(change.request);
  Portfolio own = read_own_over(change.request, {current.search.record, current.detail});
  own.search.updated = now().date();
  const bool waited = carry_out(services, change, {store::Replacement{std::move(own), version}}, once(change));
  const Me changed = require_me(services, change.caller);
  return answer_written({me_json(changed), changed.search.version, {}, waited});
}

http::Response EraseMe::operator()(const Change& change) const {
  change.input.finish();
  const auth::Caller& caller = change.caller;
  const CandidateId own = own_id(caller.scope);
  if (!services.store.search_profile(own, caller.scope)) refuse_unknown();
  const auto receipt = privacy::erase_person(services.store, services.read_log, own, caller.scope, caller.actor,
                                             seen_version(change.request));
  if (!receipt) refuse_unknown();
  http::Response response;
  response.body = privacy::receipt_json(*receipt);
  return response;
}

ExportInput read_export(Input& input) {
  return {input.code<ExportForm>("format", Where::query).value_or(ExportForm::json)};
}

ExportOutput ExportMe::operator()(const ExportInput&, const auth::Caller& caller) const {
  auto person =
      privacy::read_person(services.store, services.read_log, own_id(caller.scope), caller.scope, caller.actor);
  if (!person) refuse_unknown();
  return {std::move(*person)};
}

std::string export_text(const privacy::PersonData& person, ExportForm form, const Services& services) {
  switch (form) {
    case ExportForm::vum:
      return vum_source::encode_detail(person.search.record, person.detail);
    case ExportForm::europass: {
      const Wording wording(services, Language::dutch);
      return privacy::export_europass(person, [&](const ConceptRef& ref) { return wording.concept_view(ref).label; });
    }
    case ExportForm::json:
      break;
  }
  return privacy::export_json(person);
}

http::Response write_export(const ExportOutput& output, const ExportInput& input, const Services& services) {
  const bool is_xml = input.form == ExportForm::europass;
  std::string name = "mijn-gegevens-";
  if (input.form != ExportForm::json) name.append(to_text(input.form)) += '-';
  name += to_text(output.person.read.date()) + (is_xml ? ".xml" : ".json");
  return download(export_text(output.person, input.form, services), is_xml ? "application/xml" : "application/json",
                  name);
}

ViewsInput read_views(Input& input) {
  return {read_paging(input)};
}

store::ReadPage GetViews::operator()(const ViewsInput& input, const store::Scope& scope) const {
  const auto size = static_cast<std::int64_t>(input.paging.page_size);
  return services.read_log.of(own_id(scope), static_cast<std::int64_t>(input.paging.page - 1) * size, size);
}

}  // namespace passend::api
