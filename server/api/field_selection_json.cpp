// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/api/change.hpp"
#include "server/api/field_selection.hpp"
#include "server/http/field_value.hpp"
#include "server/http/target.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* parameter_name = "fields";
constexpr const char* shared_parameter = "#/components/parameters/fields";
constexpr std::size_t longest_list = 1000;
/// Deeper than any answer; ends a schema that holds itself.
constexpr int deepest = 12;

const Json& resolved(const Json& document, const Json& node) {
  const auto reference = node.find("$ref");
  if (reference == node.end()) return node;
  return resolved(document, document.at(Json::json_pointer(reference->get<std::string>().substr(1))));
}

/// What a schema says of the object, or of the objects of the list, that it describes.
void collect(const Json& document, const Json& node, AnswerField& into, int depth) {
  const Json& schema = resolved(document, node);
  if (depth > deepest) {
    into.is_open = true;
    return;
  }
  if (const auto all = schema.find("allOf"); all != schema.end()) {
    for (const Json& part : *all) collect(document, part, into, depth);
  }
  if (const auto items = schema.find("items"); items != schema.end()) collect(document, *items, into, depth);
  const auto others = schema.find("additionalProperties");
  const bool names_others = others != schema.end() && (others->is_object() || *others == true);
  const auto properties = schema.find("properties");
  if (properties == schema.end()) {
    into.is_open |= names_others || (schema.value("type", "") == "object" && others == schema.end());
    return;
  }
  into.is_open |= names_others;
  for (const auto& [name, property] : properties->items()) {
    AnswerField field{name, {}, false};
    collect(document, property, field, depth + 1);
    into.below.push_back(std::move(field));
  }
}

bool takes_fields(const Json& operation) {
  const auto parameters = operation.find("parameters");
  return parameters != operation.end() &&
         std::any_of(parameters->begin(), parameters->end(),
                     [](const Json& parameter) { return parameter.value("$ref", "") == shared_parameter; });
}

const AnswerField* find_in(const std::vector<AnswerField>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

std::string names_of(const AnswerField& field) {
  std::string names;
  for (const AnswerField& one : field.below) names += (names.empty() ? "" : ", ") + one.name;
  return names.empty() ? "nothing" : names;
}

/// What is wrong with one item of the list, "hits.vacancy.title"; empty: nothing.
std::string fault_of(std::string_view path, const AnswerField& root) {
  const bool lacks_name =
      path.empty() || path.front() == '.' || path.back() == '.' || path.find("..") != std::string_view::npos;
  if (lacks_name) return "lacks a name; there is " + names_of(root);
  const AnswerField* there = &root;
  std::string above;
  while (!path.empty()) {
    const std::string_view name = http::cut(path, '.');
    const AnswerField* const next = find_in(there->below, name);
    if (next == nullptr && there->is_open) return {};
    if (next == nullptr) {
      return "names what is not in the answer; " + (above.empty() ? "there" : "below " + above) + " is " +
             names_of(*there);
    }
    above += (above.empty() ? "" : ".") + next->name;
    there = next;
  }
  return {};
}

void choose(std::string_view path, std::vector<AnswerField>& chosen) {
  std::vector<AnswerField>* into = &chosen;
  while (true) {
    const std::string_view name = http::cut(path, '.');
    auto mine = std::find_if(into->begin(), into->end(), [&](const auto& field) { return field.name == name; });
    const bool is_whole = mine != into->end() && mine->below.empty();
    if (is_whole) return;
    if (mine == into->end()) mine = into->insert(into->end(), {std::string(name), {}, false});
    if (path.empty()) return mine->below.clear();
    into = &mine->below;
  }
}

void narrow(Json& json, const std::vector<AnswerField>& chosen) {
  if (json.is_array()) {
    for (Json& item : json) narrow(item, chosen);
  } else if (json.is_object()) {
    Json left = Json::object();
    for (auto& [name, value] : json.items()) {
      const AnswerField* const field = find_in(chosen, name);
      if (field == nullptr) continue;
      if (!field->below.empty()) narrow(value, field->below);
      left[name] = std::move(value);
    }
    json = std::move(left);
  }
}

}  // namespace

SelectableFields::SelectableFields(std::string_view openapi_document) {
  const Json document = Json::parse(openapi_document);
  for (const auto& [path, item] : document.at("paths").items()) {
    for (const auto method : {http::Method::get, http::Method::post}) {
      const auto operation = item.find(method == http::Method::get ? "get" : "post");
      if (operation == item.end() || !takes_fields(*operation)) continue;
      Operation made{method, http::parse_target("/v1" + path.substr(0, path.find('?'))).segments, {}};
      AnswerField root;
      const Json& answer = resolved(document, operation->at("responses").at("200"));
      collect(document, answer.at("content").at("application/json").at("schema"), root, 0);
      made.fields = {std::move(root)};
      operations_.push_back(std::move(made));
    }
  }
}

const SelectableFields::Operation* SelectableFields::find(const http::Request& request) const {
  const auto method = request.method == http::Method::head ? http::Method::get : request.method;
  const auto found = std::find_if(operations_.begin(), operations_.end(), [&](const Operation& operation) {
    return operation.method == method &&
           std::equal(operation.path.begin(), operation.path.end(), request.segments.begin(), request.segments.end(),
                      [](const std::string& pattern, const std::string& segment) {
                        return pattern.starts_with('{') || pattern == segment;
                      });
  });
  return found == operations_.end() ? nullptr : &*found;
}

FieldSelection SelectableFields::read(Input& input, const http::Request& request) const {
  const bool asks = std::any_of(request.query.begin(), request.query.end(),
                                [](const auto& parameter) { return parameter.first == parameter_name; });
  const Operation* const operation = asks ? find(request) : nullptr;
  if (operation == nullptr) return {};
  const auto list = input.text(parameter_name, {1, longest_list}, Where::query);
  if (!list) return {};
  std::vector<AnswerField> chosen;
  std::string_view left = *list;
  int number = 1;
  for (bool is_last = false; !is_last; ++number) {
    is_last = left.find(',') == std::string_view::npos;
    const std::string_view item = http::cut(left, ',');
    const std::string fault = fault_of(item, operation->fields.front());
    if (fault.empty()) {
      choose(item, chosen);
    } else {
      input.refuse(parameter_name, "item " + std::to_string(number) + " " + fault, Where::query);
    }
  }
  return FieldSelection(std::move(chosen));
}

http::Response FieldSelection::applied_to(http::Response response) const {
  if (chosen_.empty() || response.status != 200) return response;
  Json body = Json::parse(response.body);
  narrow(body, chosen_);
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
  for (http::Field& field : response.fields) {
    if (!http::equal_without_case(field.name, "ETag")) continue;
    field.value = version_tag(std::stoll(field.value.substr(1)), response.body);
  }
  return response;
}

}  // namespace passend::api
