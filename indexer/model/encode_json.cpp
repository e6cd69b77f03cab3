// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "indexer/model/fields.hpp"
#include "indexer/model/week_grid.hpp"

namespace passend {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
concept Coded = requires {
  CodeNames<T>::names;
};

class Encoder {
 public:
  template <class T>
  void field(const char* name, const T& value, const Rule& rule) {
    if (rule.presence == Rule::Presence::required || !(value == T{})) object_[name] = to_json(value);
  }
  void check(bool, const char*, const char*) {}

  Json take() { return std::move(object_); }

 private:
  static Json to_json(const std::string& text) { return text; }
  static Json to_json(bool value) { return value; }
  static Json to_json(int value) { return value; }
  static Json to_json(std::uint64_t value) { return value; }
  static Json to_json(Date date) { return to_text(date); }
  static Json to_json(WeekGrid grid) { return to_text(grid); }
  static Json to_json(const std::map<std::string, std::uint64_t>& counts) { return counts; }

  static Json to_json(const Importances& importances) {
    Json object = Json::object();
    for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
      if (const auto importance = importances[criterion]) object[std::string(name)] = to_text(*importance);
    }
    return object;
  }

  template <class Kind>
  static Json to_json(const Id<Kind>& id) {
    return to_text(id);
  }

  template <Coded Code>
  static Json to_json(const Code& code) {
    return to_text(code);
  }

  template <class T>
  static Json to_json(const std::optional<T>& value) {
    return to_json(*value);
  }

  template <class T>
  static Json to_json(const std::vector<T>& list) {
    Json array = Json::array();
    for (const T& item : list) array.push_back(to_json(item));
    return array;
  }

  template <class T>
  static Json to_json(const T& record) {
    Encoder inner;
    describe(inner, record);
    return inner.take();
  }

  Json object_ = Json::object();
};

template <class T>
std::string text_of_record(const T& record) {
  try {
    Encoder encoder;
    describe(encoder, record);
    return encoder.take().dump();
  } catch (const nlohmann::json::type_error&) {
    throw Error(ErrorCode::invalid_input, "a text of the record is not well-formed UTF-8");
  }
}

}  // namespace

std::string encode(const SearchProfile& profile) {
  return text_of_record(profile);
}
std::string encode(const DetailProfile& profile) {
  return text_of_record(profile);
}
std::string encode(const Vacancy& vacancy) {
  return text_of_record(vacancy);
}
std::string encode(const Employer& employer) {
  return text_of_record(employer);
}
std::string encode(const Selection& selection) {
  return text_of_record(selection);
}
std::string encode(const Proposal& proposal) {
  return text_of_record(proposal);
}
std::string encode(const ContactMoment& moment) {
  return text_of_record(moment);
}
std::string encode(const ImportReport& report) {
  return text_of_record(report);
}

std::string encode(const MatchResult& result) {
  return text_of_record(result);
}

}  // namespace passend
