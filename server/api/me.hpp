// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/codes.hpp"
#include "server/api/paging.hpp"
#include "server/auth/caller.hpp"
#include "server/privacy/person_data.hpp"

/// What a job seeker sees and decides of their own record (GDPR articles 15 to 18, 20 and 21).
namespace passend::api {

struct MeInput {};
MeInput read_me(Input& input);

struct Me {
  store::Stored<SearchProfile> search;
  DetailProfile detail;
};

/// GET /v1/me: both halves of the own portfolio as they stand in the store.
struct GetMe {
  const Services& services;
  Me operator()(const MeInput& input, const auth::Caller& caller) const;
};
http::Response write_me(const Me& me, const MeInput& input, const Services& services);
std::string me_json(const Me& me);

/// PATCH /v1/me
struct ChangeMe {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// DELETE /v1/me: all of it, with proof. If-Match says that they saw what goes.
struct EraseMe {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

enum class ExportForm : std::uint8_t { json, vum, europass };
struct ExportInput {
  ExportForm form = ExportForm::json;
};
struct ExportOutput {
  privacy::PersonData person;
};
ExportInput read_export(Input& input);

/// GET /v1/me/export?format=
struct ExportMe {
  const Services& services;
  ExportOutput operator()(const ExportInput& input, const auth::Caller& caller) const;
};
/// What is kept of a person, in one of the forms.
std::string export_text(const privacy::PersonData& person, ExportForm form, const Services& services);
http::Response write_export(const ExportOutput& output, const ExportInput& input, const Services& services);

struct ViewsInput {
  Paging paging;
};
ViewsInput read_views(Input& input);

/// GET /v1/me/views: who looked, newest first.
struct GetViews {
  const Services& services;
  store::ReadPage operator()(const ViewsInput& input, const store::Scope& scope) const;
};
http::Response write_views(const store::ReadPage& page, const ViewsInput& input, const Services& services);
inline const Paging& paging_of(const ViewsInput& input) {
  return input.paging;
}
inline std::uint64_t total_of(const store::ReadPage& page, const ViewsInput&) {
  return static_cast<std::uint64_t>(page.total);
}

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<api::ExportForm> {
  static constexpr CodeTable<api::ExportForm, 3> names{
      {{api::ExportForm::json, "json"}, {api::ExportForm::vum, "vum"}, {api::ExportForm::europass, "europass"}}};
};

}  // namespace passend
