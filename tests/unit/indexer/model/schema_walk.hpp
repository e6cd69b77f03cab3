// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

/// Holds each JSON Schema and its C++ type together: walks over the schema beside a record in which every field is
/// present, breaks each limit in turn, and expects the decoder to refuse it by field, value and rule.
namespace passend {

struct Contract {
  std::string schema_file;
  std::string example;
  std::function<void(std::string_view)> decode;
};

inline void PrintTo(const Contract& contract, std::ostream* out) {
  *out << contract.schema_file;
}

class SchemaWalk {
 public:
  using Json = nlohmann::json;
  using Pointer = Json::json_pointer;

  explicit SchemaWalk(const Contract& contract)
      : contract_(contract),
        schema_(Json::parse(read_file(PASSEND_SOURCE_DIR "/schemas/json/" + contract.schema_file))),
        example_(Json::parse(contract.example)) {}

  void run() {
    EXPECT_TRUE(violations_of(example_).empty());
    walk_object(schema_, "");
    EXPECT_GT(limits_held_, 20) << "the walk met hardly any limit: is the schema empty?";
  }

 private:
  const Json& resolve(const Json& schema) const {
    if (schema.contains("$ref")) {
      return schema_.at(Pointer(schema.at("$ref").get<std::string>().substr(1)));
    }
    return schema.contains("allOf") ? resolve(schema.at("allOf").at(0)) : schema;
  }

  std::vector<Violation> violations_of(const Json& document) const {
    try {
      contract_.decode(document.dump());
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_input) << error.what();
      return error.violations();
    }
    return {};
  }

  /// Puts a value at a path of the example; expects a violation there.
  void expect_refused(const std::string& path, const Json& value, const std::string& limit) {
    Json document = example_;
    document[Pointer(path)] = value;
    ++limits_held_;
    for (const auto& violation : violations_of(document)) {
      if (violation.field != path) continue;
      EXPECT_FALSE(violation.rule.empty());
      return;
    }
    ADD_FAILURE() << contract_.schema_file << path << ": " << limit << " is not enforced";
  }

  /// Rules between fields may still complain; the field's own limits must not.
  void expect_accepted(const std::string& path, const Json& value) {
    Json document = example_;
    document[Pointer(path)] = value;
    for (const auto& violation : violations_of(document)) {
      const bool between_fields =
          violation.rule.starts_with("is not above") || violation.rule.starts_with("is not before");
      EXPECT_TRUE(between_fields) << path << ": " << to_text(violation);
    }
  }

  void walk_object(const Json& schema, const std::string& path) {
    const Json& properties = schema.at("properties");
    const Json here = path.empty() ? example_ : example_.at(Pointer(path));
    for (const auto& [name, value] : here.items()) {
      EXPECT_TRUE(properties.contains(name)) << path << "/" << name << " is written but is not in the schema";
    }
    EXPECT_EQ(schema.at("additionalProperties"), false) << path;
    expect_refused(path + "/unknownField", 1, "refusing unknown fields");
    for (const auto& [name, property] : properties.items()) {
      ASSERT_TRUE(here.contains(name)) << path << "/" << name << " is in the schema but is never written";
      walk_value(resolve(property), path + "/" + name);
    }
    for (const auto& name : schema.value("required", Json::array())) {
      expect_required(path, name.get<std::string>());
    }
  }

  void expect_required(const std::string& path, const std::string& name) {
    Json document = example_;
    Json& object = path.empty() ? document : document[Pointer(path)];
    object.erase(name);
    const auto violations = violations_of(document);
    ASSERT_FALSE(violations.empty()) << path << "/" << name << " is required by the schema but may be left out";
    EXPECT_EQ(violations.front().field, path + "/" + name);
    EXPECT_EQ(violations.front().rule, "is required");
  }

  void walk_value(const Json& schema, const std::string& path) {
    expect_refused(path, nullptr, "refusing null");
    if (schema.contains("enum")) return walk_enum(schema, path);
    const std::string type = schema.at("type");
    if (type == "object") return schema.contains("properties") ? walk_object(schema, path) : walk_map(path);
    if (type == "array") return walk_array(schema, path);
    if (type == "string") return walk_string(schema, path);
    if (type == "integer") return walk_integer(schema, path);
    ASSERT_EQ(type, "boolean") << path;
    expect_refused(path, "yes", "being true or false");
  }

  void walk_enum(const Json& schema, const std::string& path) {
    expect_refused(path, "no-such-code", "the list of codes");
    for (const auto& code : schema.at("enum")) expect_accepted(path, code);
  }

  void walk_map(const std::string& path) { expect_refused(path, Json{{"x", -1}}.at("x"), "being an object"); }

  void walk_array(const Json& schema, const std::string& path) {
    const Json list = example_.at(Pointer(path));
    ASSERT_TRUE(list.is_array() && !list.empty()) << path;
    const auto maximum = schema.at("maxItems").get<std::size_t>();
    expect_refused(path, Json(maximum + 1, list.at(0)), "maxItems");
    expect_refused(path, "text", "being a list");
    walk_value(resolve(schema.at("items")), path + "/0");
  }

  void walk_string(const Json& schema, const std::string& path) {
    expect_refused(path, 5, "being a text");
    expect_refused(path, "", "minLength");
    expect_refused(path, "\x01~", "pattern");
    if (!schema.contains("maxLength")) return;
    const auto maximum = schema.at("maxLength").get<std::size_t>();
    expect_refused(path, std::string(maximum + 1, 'a'), "maxLength");
    const std::string pattern = schema.at("pattern");
    if (pattern.starts_with("^[^")) expect_accepted(path, std::string(maximum, 'a'));
  }

  void walk_integer(const Json& schema, const std::string& path) {
    expect_refused(path, "1", "being a number");
    expect_refused(path, 1.5, "being a whole number");
    const auto minimum = schema.at("minimum").get<std::int64_t>();
    expect_refused(path, minimum - 1, "minimum");
    if (!schema.contains("maximum")) return;
    const auto maximum = schema.at("maximum").get<std::int64_t>();
    expect_refused(path, maximum + 1, "maximum");
    expect_accepted(path, minimum);
    expect_accepted(path, maximum);
  }

  const Contract& contract_;
  Json schema_;
  Json example_;
  int limits_held_ = 0;
};

}  // namespace passend
