// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/configuration_file.hpp"
#include "indexer/model/object_reader.hpp"
#include "matcher/criteria/rules.hpp"
#include "matcher/criteria/weights_json.hpp"
#include "matcher/explain/explain.hpp"
#include "server/api/algorithm.hpp"
#include "server/http/conditional.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_text = 2500;
constexpr std::size_t longest_link = 500;

constexpr const char* what_it_is_for =
    "Mensen die werk zoeken en vacatures bij elkaar brengen. Het systeem rekent voor elke werkzoekende en elke "
    "vacature uit welke eisen en "
    "wensen vervuld zijn, welke niet en welke onbekend zijn, en zet de lijst op volgorde. Een medewerker kiest.";
constexpr const char* why_it_is_in_proportion =
    "Zonder hulp bekijkt een medewerker alleen wie hij kent. Het systeem bekijkt iedereen op dezelfde manier. Het "
    "rekent met werk, opleiding, "
    "competenties, reisafstand en wensen. Leeftijd, geslacht, nationaliteit, naam, BSN, foto, doelgroepregistratie, "
    "loonwaarde, trede op de "
    "participatieladder en duur van de uitkering staan niet in het rekenbestand: er kan niet op gerekend worden.";
constexpr const char* what_people_do =
    "Het systeem wijst niemand af en neemt geen besluit. Een medewerker ziet bij elke naam de uitleg, kan iedereen "
    "opzoeken die niet in de lijst "
    "staat met de reden waarom, en kiest zelf. Wat onbekend is telt niet als nee en wordt als vraag getoond. Het "
    "rekenen kan met een opdracht "
    "meteen worden stilgezet.";
constexpr const char* what_can_go_wrong =
    "Een portfolio of vacature kan onvolledig of verouderd zijn. Een medewerker kan te veel vertrouwen op de volgorde. "
    "Wie weinig "
    "heeft ingevuld staat minder vaak vooraan. Daartegen: onbekend is geen nee, de uitleg noemt wat ontbreekt, een "
    "overzicht toont wie nooit "
    "in een lijst staat, en elke lijst is later precies na te rekenen.";

bool is_month(const std::string& text) {
  return text.size() == 7 && parse_date(text + "-01").has_value();
}

std::string https_address(ObjectReader& object, std::string_view name) {
  const std::string text = object.text(name, longest_link);
  if (!text.empty() && !text.starts_with("https://"))
    object.refuse(name, text, "is an address that begins with https://");
  return text;
}

std::vector<AlgorithmLink> links(ObjectReader& file, std::vector<Violation>& violations) {
  std::vector<AlgorithmLink> found;
  const nlohmann::json* list = file.member("impactAssessments");
  if (list == nullptr || !list->is_array()) {
    if (list != nullptr)
      file.refuse("impactAssessments", list->type_name(), "is a list of objects with title and link");
    return found;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    ObjectReader one((*list)[i], file.pointer_to("impactAssessments") + "/" + std::to_string(i), violations);
    found.push_back({one.text("title", longest_name), https_address(one, "link")});
    one.finish();
  }
  return found;
}

/// How it reckons, from the weights in use.
std::string methods_of(const Services& services) {
  const criteria::Profile& profile = services.profiles.get(services.default_profile);
  std::string text =
      "Een vaste rekenregel, geen zelflerend model. Per criterium is er een oordeel (vervuld, niet vervuld of "
      "onbekend) en een mate; de score is "
      "de som van de bijdragen, aan beide kanten. Weging in gebruik: " +
      profile.title.dutch + " (" + profile.name + ", versie " + std::to_string(profile.version) + ", SHA-256 " +
      criteria::content_hash(profile.weights) + "). Criteria die de vacature stelt, met hun gewicht: ";
  std::string separator;
  for (const auto& rule : criteria::all_rules()) {
    if (!criteria::judges(rule, criteria::Side::demand)) continue;
    const auto weight = profile.weights.of(criteria::Side::demand).base[static_cast<std::size_t>(rule.criterion)];
    text += separator + explain::criterion_name(rule.criterion, explain::Style::dutch) + " " + std::to_string(weight);
    separator = ", ";
  }
  return text + ". Beroepen en competenties komen uit: " + std::string(services.taxonomy.name()) + ".";
}

Json record_of(const AlgorithmDescription& description, const Services& services) {
  Json record{{"name", "Passend: werkzoekenden en vacatures bij elkaar brengen"},
              {"description_short",
               "Rekent uit welke werkzoekenden bij een vacature passen en andersom, legt elke uitkomst uit en laat een "
               "medewerker kiezen."},
              {"organization", description.organization},
              {"category", {"Sociale zekerheid", "Werk"}},
              {"status", to_text(description.status)},
              {"contact_email", description.contact_email},
              {"publication_category", "Hoog-risico AI-systeem"},
              {"goal", what_it_is_for},
              {"proportionality", why_it_is_in_proportion},
              {"human_intervention", what_people_do},
              {"risks", what_can_go_wrong},
              {"lawful_basis", description.lawful_basis},
              {"source_data",
               "E-portfolio's die werkzoekenden en hun begeleiders hebben ingevuld, vacatures van werkgevers, en de "
               "afstand tussen "
               "viercijferige postcodes."},
              {"methods_and_models", methods_of(services)},
              {"provider", "Passend, versie " + services.version + " (open broncode, EUPL-1.2)"},
              {"lang", "nld"},
              {"standard_version", "1.0"}};
  if (!description.begin_date.empty()) record["begin_date"] = description.begin_date;
  if (!description.website.empty()) record["website"] = description.website;
  if (!description.process_index_url.empty()) record["process_index_url"] = description.process_index_url;
  if (!description.impact_assessments.empty()) {
    Json list = Json::array();
    for (const auto& [title, link] : description.impact_assessments) list.push_back({{"title", title}, {"link", link}});
    record["impacttoetsen_grouping"] = std::move(list);
  }
  return record;
}

}  // namespace

AlgorithmDescription load_algorithm_description(const std::filesystem::path& file) {
  const nlohmann::json document = read_configuration(file);
  std::vector<Violation> violations;
  ObjectReader object(document, "", violations);
  AlgorithmDescription read;
  read.organization = object.text("organization", longest_name);
  read.contact_email = object.text("contactEmail", longest_name);
  if (!read.contact_email.empty() && read.contact_email.find('@') == std::string::npos) {
    object.refuse("contactEmail", read.contact_email, "is an e-mail address");
  }
  read.status = object.code<AlgorithmStatus>("status");
  if (object.has("beginDate")) {
    read.begin_date = object.text("beginDate", 7);
    if (!is_month(read.begin_date)) object.refuse("beginDate", read.begin_date, "is a month: YYYY-MM");
  }
  if (object.has("website")) read.website = https_address(object, "website");
  read.lawful_basis = object.text("lawfulBasis", longest_text);
  if (object.has("processIndexUrl")) read.process_index_url = https_address(object, "processIndexUrl");
  if (object.has("impactAssessments")) read.impact_assessments = links(object, violations);
  object.finish();
  refuse_broken(file, std::move(violations), "docs/privacy/README.md");
  return read;
}

http::Response answer_algorithm(const http::Request& request, const Services& services) {
  if (!services.algorithm) {
    throw Error(ErrorCode::not_found,
                "This organisation has not described its use yet; its administrator does with serve --algorithm.");
  }
  http::Response response;
  response.fields = {{"Access-Control-Allow-Origin", "*"}, {"Access-Control-Expose-Headers", "API-Version, ETag"}};
  response.body = record_of(*services.algorithm, services).dump();
  return http::answer_conditionally(request, std::move(response));
}

}  // namespace passend::api
