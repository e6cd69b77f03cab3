// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/model/codec.hpp"
#include "indexer/model/fields.hpp"
#include "indexer/model/limits.hpp"
#include "indexer/model/strict_json.hpp"
#include "indexer/model/week_grid.hpp"

namespace passend {
namespace {

using Json = nlohmann::json;

template <class T>
concept Coded = requires {
  CodeNames<T>::names;
};

/// What stands in a message about a value of the wrong type.
std::string shown(const Json& json) {
  return json.is_structured() ? std::string(json.type_name())
                              : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Decoder {
 public:
  Decoder(const Json& in, std::string path, Violations& violations)
      : in_(in), path_(std::move(path)), violations_(violations), violations_before_(violations.count()) {}

  template <class T>
  void field(const char* name, T& value, const Rule& rule) {
    known_.insert(name);
    const std::string path = path_ + "/" + name;
    const auto found = in_.find(name);
    if (found != in_.end()) return read(value, *found, rule, path);
    if (rule.presence == Rule::Presence::required) violations_.add(path, "", "is required");
  }

  /// Rules between fields are worth a message only when the fields themselves could be read.
  void check(bool holds, const char* name, const char* rule) {
    if (holds || violations_.count() != violations_before_) return;
    violations_.add(*name == 0 ? path_ : path_ + "/" + name, "", rule);
  }

  void refuse_unknown_fields() {
    for (const auto& [name, value] : in_.items()) {
      if (!known_.contains(name))
        violations_.add(path_ + "/" + name, shown(value), "is a known field; remove it or mend its name");
    }
  }

 private:
  void read(std::string& value, const Json& json, const Rule& rule, const std::string& path) {
    if (!json.is_string()) return violations_.add(path, shown(json), "is a text");
    value = json.get<std::string>();
    violations_.check_text(path, value, rule);
  }

  void read(bool& value, const Json& json, const Rule&, const std::string& path) {
    if (!json.is_boolean()) return violations_.add(path, shown(json), "is true or false");
    value = json.get<bool>();
  }

  void read(int& value, const Json& json, const Rule& rule, const std::string& path) {
    if (!json.is_number_integer()) return violations_.add(path, shown(json), "is a whole number");
    const bool huge = json.is_number_unsigned() && json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max();
    const std::int64_t number = huge ? std::numeric_limits<std::int64_t>::max() : json.get<std::int64_t>();
    violations_.check_number(path, number, rule);
    if (number >= rule.minimum && number <= rule.maximum) value = static_cast<int>(number);
  }

  void read(std::uint64_t& value, const Json& json, const Rule&, const std::string& path) {
    if (!json.is_number_unsigned()) return violations_.add(path, shown(json), "is a whole number of at least 0");
    value = json.get<std::uint64_t>();
  }

  void read(Date& value, const Json& json, const Rule&, const std::string& path) {
    const auto date = json.is_string() ? parse_date(json.get_ref<const std::string&>()) : std::nullopt;
    if (!date) return violations_.add(path, shown(json), "is a date from 1900 to 2199 as YYYY-MM-DD");
    value = *date;
  }

  void read(WeekGrid& value, const Json& json, const Rule&, const std::string& path) {
    const auto grid = json.is_string() ? parse_week_grid(json.get_ref<const std::string&>()) : std::nullopt;
    if (!grid) return violations_.add(path, shown(json), "is " + std::string(shape_in_words(Shape::week_grid)));
    value = *grid;
  }

  template <class Kind>
  void read(Id<Kind>& value, const Json& json, const Rule&, const std::string& path) {
    const bool shaped = json.is_string() && has_shape(json.get_ref<const std::string&>(), Shape::id);
    if (!shaped) return violations_.add(path, shown(json), "is " + std::string(shape_in_words(Shape::id)));
    value = *Id<Kind>::parse(json.get_ref<const std::string&>());
  }

  template <Coded Code>
  void read(Code& value, const Json& json, const Rule&, const std::string& path) {
    const auto code = json.is_string() ? parse_code<Code>(json.get_ref<const std::string&>()) : std::nullopt;
    if (!code) return violations_.add(path, shown(json), "is " + one_of<Code>());
    value = *code;
  }

  void read(Importances& value, const Json& json, const Rule&, const std::string& path) {
    if (!json.is_object()) return violations_.add(path, shown(json), "is an object");
    for (const auto& [name, importance] : json.items()) {
      const auto criterion = parse_code<Criterion>(name);
      if (!criterion) {
        violations_.add(path + "/" + name, shown(importance), "is a known field: " + one_of<Criterion>());
      } else {
        read(value[*criterion].emplace(), importance, {}, path + "/" + name);
      }
    }
  }

  void read(std::map<std::string, std::uint64_t>& value, const Json& json, const Rule& rule, const std::string& path) {
    if (!json.is_object()) return violations_.add(path, shown(json), "is an object");
    for (const auto& [name, count] : json.items()) read(value[name], count, rule, path + "/" + name);
  }

  template <class T>
  void read(std::optional<T>& value, const Json& json, const Rule& rule, const std::string& path) {
    read(value.emplace(), json, rule, path);
  }

  template <class T>
  void read(std::vector<T>& list, const Json& json, const Rule& rule, const std::string& path) {
    if (!json.is_array()) return violations_.add(path, shown(json), "is a list");
    violations_.check_count(path, json.size(), rule);
    if (json.size() > rule.maximum_items) return;
    for (std::size_t i = 0; i < json.size(); ++i)
      read(list.emplace_back(), json[i], rule, path + "/" + std::to_string(i));
  }

  template <class T>
  void read(T& record, const Json& json, const Rule&, const std::string& path) {
    if (!json.is_object()) return violations_.add(path, shown(json), "is an object");
    Decoder inner(json, path, violations_);
    describe(inner, record);
    inner.refuse_unknown_fields();
  }

  const Json& in_;
  std::string path_;
  Violations& violations_;
  std::size_t violations_before_;
  std::set<std::string, std::less<>> known_;
};

template <class T>
T decode(std::string_view text, const char* what) {
  const Json json = parse_strict_json(text);
  if (!json.is_object())
    throw Error(ErrorCode::malformed_document, std::string("the ") + what + " is not a JSON object");
  Violations violations;
  T record;
  Decoder decoder(json, "", violations);
  describe(decoder, record);
  decoder.refuse_unknown_fields();
  if (auto found = violations.take(); !found.empty()) {
    const std::string detail = std::string("the ") + what + " breaks " + std::to_string(found.size()) +
                               (found.size() == 1 ? " rule: " : " rules, the first: ") + to_text(found.front());
    throw Error(ErrorCode::invalid_input, detail, std::move(found));
  }
  return record;
}

}  // namespace

SearchProfile decode_search_profile(std::string_view json) {
  return decode<SearchProfile>(json, "search profile");
}
DetailProfile decode_detail_profile(std::string_view json) {
  return decode<DetailProfile>(json, "detail profile");
}
Vacancy decode_vacancy(std::string_view json) {
  return decode<Vacancy>(json, "vacancy");
}
Employer decode_employer(std::string_view json) {
  return decode<Employer>(json, "employer");
}
Selection decode_selection(std::string_view json) {
  return decode<Selection>(json, "selection");
}
Proposal decode_proposal(std::string_view json) {
  return decode<Proposal>(json, "proposal");
}
ContactMoment decode_contact_moment(std::string_view json) {
  return decode<ContactMoment>(json, "contact moment");
}
ImportReport decode_import_report(std::string_view json) {
  return decode<ImportReport>(json, "import report");
}

MatchResult decode_match_result(std::string_view json) {
  return decode<MatchResult>(json, "match result");
}

}  // namespace passend
