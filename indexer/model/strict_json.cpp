// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/strict_json.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/base/utf8.hpp"

namespace passend {
namespace {

constexpr std::size_t maximum_depth = 32;

/// Event handler that keeps only the keys of the objects that are open.
class StrictEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::string problem;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (keys_.back().insert(name).second) return true;
    problem = "the key '" + std::string(utf8_prefix(name, 80)) + "' stands twice in one object; keep one of them";
    return false;
  }

  bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) override {
    const bool ended =
        token == "<end of input>" || std::string_view(error.what()).find("end of input") != std::string_view::npos;
    problem = ended ? "the text breaks off at byte " + std::to_string(position) + "; is the file complete?"
                    : "byte " + std::to_string(position) + " is not valid JSON";
    return false;
  }

 private:
  bool open() {
    keys_.emplace_back();
    if (keys_.size() <= maximum_depth) return true;
    problem = "it nests deeper than " + std::to_string(maximum_depth) + " levels";
    return false;
  }
  bool close() {
    keys_.pop_back();
    return true;
  }

  std::vector<std::set<std::string>> keys_;
};

}  // namespace

nlohmann::json parse_strict_json(std::string_view text) {
  // The parser takes a NUL for the end of the text and would pass over whatever follows.
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    throw Error(ErrorCode::malformed_document,
                "the JSON cannot be read: byte " + std::to_string(nul + 1) + " is a NUL");
  }
  StrictEvents events;
  if (!nlohmann::json::sax_parse(text, &events)) {
    throw Error(ErrorCode::malformed_document, "the JSON cannot be read: " + events.problem);
  }
  return nlohmann::json::parse(text);
}

}  // namespace passend
