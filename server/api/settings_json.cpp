// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "matcher/criteria/weights_json.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/settings.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json budgets_json(const Configured& configured) {
  Json json{{"detailsADay", configured.details_a_day}};
  if (configured.requests_per_second > 0) {
    json["requestsPerSecond"] = configured.requests_per_second;
    json["requestsAtOnce"] = configured.requests_at_once;
  }
  if (configured.sign_ins_per_second > 0) json["signInsPerSecond"] = configured.sign_ins_per_second;
  return json;
}

}  // namespace

http::Response write_settings(const Settings& settings, const SettingsInput&, const Services&) {
  const Configured& configured = settings.configured;
  Json services{{"signIn", configured.signs_in},
                {"tls", configured.speaks_tls},
                {"exchangeMayAsk", configured.answers_exchange},
                {"exchangeIsAsked", settings.asks_exchange},
                {"contactMomentsForExchange", configured.gives_contact_moments},
                {"eventSubscribers", configured.event_subscribers},
                {"readLogPassedOn", configured.passes_read_log_on},
                {"algorithmDescribed", settings.describes_algorithm},
                {"embeddings", !settings.embedding_model.empty()}};
  put(services, "embeddingModel", settings.embedding_model);
  return json_response({{"version", settings.version},
                        {"weights",
                         {{"profile", settings.weights.name},
                          {"version", settings.weights.version},
                          {"hash", criteria::content_hash(settings.weights.weights)},
                          {"profiles", settings.profiles}}},
                        {"taxonomy", {{"name", settings.taxonomy_name}, {"hash", settings.taxonomy_hash}}},
                        {"postcodes", {{"areas", settings.postcode_areas}, {"hash", settings.postcodes_hash}}},
                        {"budgets", budgets_json(configured)},
                        {"services", std::move(services)},
                        {"readLog", {{"activityBase", settings.activity_base}}},
                        {"retention", {{"idempotencyKeysHours", store::once_is_kept.count()}}}});
}

}  // namespace passend::api
