// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/intake/column_mapping.hpp"
#include "indexer/intake/dropped_fields.hpp"
#include "indexer/model/strict_json.hpp"

namespace passend::intake {
namespace {

using nlohmann::json;

class MappingReader {
 public:
  ColumnMapping read(const json& document) {
    if (!document.is_object()) throw Error(ErrorCode::malformed_document, "a column mapping is a JSON object");
    for (const auto& [name, value] : document.items()) {
      if (name == "columns") {
        read_columns(value);
      } else if (name == "constants") {
        mapping_.constants = texts_by_name(value, "/constants");
      } else if (name == "layouts") {
        read_layouts(value);
      } else {
        violate("/" + name, "is one of: columns, constants, layouts");
      }
    }
    if (mapping_.columns.empty()) violate("/columns", "names at least one column");
    if (!violations_.empty()) {
      const std::string detail = "the column mapping cannot be used; " + to_text(violations_.front());
      throw Error(ErrorCode::invalid_input, detail, std::move(violations_));
    }
    return std::move(mapping_);
  }

 private:
  void violate(const std::string& field, const std::string& rule) { violations_.push_back({field, "", rule}); }

  std::vector<std::string> texts(const json& value, const std::string& field) {
    std::vector<std::string> list;
    if (value.is_string()) return {value.get<std::string>()};
    for (const json& item : value) {
      if (item.is_string()) list.push_back(item.get<std::string>());
    }
    if (!value.is_array() || list.size() != value.size() || list.empty())
      violate(field, "is a text or a list of texts");
    return list;
  }

  std::map<std::string, std::string> texts_by_name(const json& value, const std::string& field) {
    std::map<std::string, std::string> map;
    if (!value.is_object()) violate(field, "is an object of texts");
    for (const auto& [name, item] : value.items()) {
      if (item.is_string()) {
        map[name] = item.get<std::string>();
      } else {
        violate(field + "/" + name, "is a text");
      }
    }
    return map;
  }

  void read_columns(const json& columns) {
    if (!columns.is_object()) return violate("/columns", "is an object: our column -> their column");
    for (const auto& [name, value] : columns.items()) {
      const std::string field = "/columns/" + name;
      ColumnSource source;
      if (value.is_object()) {
        read_source(value, field, source);
      } else {
        source.columns = texts(value, field);
      }
      for (const std::string& column : source.columns) {
        if (name == "sourceId" && dropped_by_rule(column) == "bsn")
          violate(field, "is not a BSN: that is never stored");
      }
      mapping_.columns.emplace(name, std::move(source));
    }
  }

  void read_source(const json& value, const std::string& field, ColumnSource& source) {
    for (const auto& [name, item] : value.items()) {
      if (name == "from") {
        source.columns = texts(item, field + "/from");
      } else if (name == "values") {
        source.values = texts_by_name(item, field + "/values");
      } else if (name == "lastNumber" && item.is_boolean()) {
        source.take = item.get<bool>() ? ColumnSource::Take::last_number : ColumnSource::Take::all;
      } else {
        violate(field + "/" + name, "is one of: from (text or list), values (object), lastNumber (true or false)");
      }
    }
    if (source.columns.empty()) violate(field + "/from", "names a column of the file");
  }

  void read_layouts(const json& layouts) {
    if (!layouts.is_array()) return violate("/layouts", "is a list of lists of column names");
    for (const json& layout : layouts) {
      mapping_.layouts.push_back(texts(layout, "/layouts/" + std::to_string(mapping_.layouts.size())));
    }
  }

  ColumnMapping mapping_;
  std::vector<Violation> violations_;
};

}  // namespace

ColumnMapping parse_mapping(std::string_view text) {
  return MappingReader().read(parse_strict_json(text));
}

ColumnMapping load_mapping(const std::filesystem::path& file) {
  try {
    return parse_mapping(read_file(file));
  } catch (const Error& error) {
    if (error.code() == ErrorCode::file_missing || error.code() == ErrorCode::file_unreadable) throw;
    throw Error(error.code(), file.filename().string() + ": " + error.what(), error.violations());
  }
}

}  // namespace passend::intake
