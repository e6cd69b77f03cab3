// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/request_maker.hpp"

#include <algorithm>
#include <array>

namespace passend::test {
namespace {

constexpr int percent_valid = 30;
constexpr int percent_combined = 25;

std::string percent_encoded(char c) {
  static constexpr char digits[] = "0123456789ABCDEF";
  return {'%', digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
}

std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    made += is_plain ? std::string(1, c) : percent_encoded(c);
  }
  return made;
}

std::string query_text(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Of the audit: what is about no record has no id.
bool asks_for_a_record_that_is_none(const std::vector<std::string>& query) {
  const auto has = [&](std::string_view start) {
    return std::any_of(query.begin(), query.end(), [&](const auto& part) { return part.starts_with(start); });
  };
  return has("recordId=") && (has("about=audit") || has("about=read") || has("about=matching"));
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

RequestMaker::RequestMaker(const RegionServer& region, const Operation& operation, std::uint64_t seed)
    : region_(region), operation_(operation), port_(region.port), random_(seed), values_(region, random_) {
  if (has_body()) pointers_ = pointers_of(openapi()["components"]["schemas"][operation.body_schema]);
  for (const Json& parameter : operation.description.value("parameters", Json::array())) {
    if (resolved(parameter)["in"] == "query") parameters_.push_back(resolved(parameter));
  }
  const Json& success = resolved(operation.description["responses"][std::to_string(operation.success)]);
  media_type_ = success.contains("content") ? success["content"].begin().key() : "application/json";
  is_open_ = success["headers"].contains("Access-Control-Allow-Origin");
}

const std::vector<RequestMaker::Oddity>& RequestMaker::table() {
  using R = RequestMaker;
  static const std::vector<Oddity> oddities{
      {"odd value", Part::body, &R::has_members, &R::odd_value},
      {"unknown member", Part::body, &R::has_body, &R::unknown_member},
      {"missing member", Part::body, &R::has_members, &R::missing_member},
      {"repeated member", Part::body, &R::has_body, &R::repeated_member},
      {"no JSON", Part::body, &R::has_body, &R::no_json},
      {"body cut off", Part::body, &R::has_body, &R::cut_off},
      {"one byte changed", Part::body, &R::has_body, &R::changed_byte},
      {"deep", Part::body, &R::has_body, &R::deep},
      {"huge", Part::body, &R::has_body, &R::huge},
      {"too large", Part::body, &R::has_body, &R::too_large},
      {"spelled otherwise", Part::body, &R::has_body, &R::spelled_otherwise},
      {"wrong media type", Part::head, &R::has_body, &R::wrong_media_type},
      {"odd id", Part::path, &R::has_path_parameter, &R::odd_id},
      {"unknown id", Part::path, &R::has_path_parameter, &R::unknown_id},
      {"escaped path", Part::path, &R::always, &R::escaped_path},
      {"odd path", Part::path, &R::always, &R::odd_path},
      {"unknown parameter", Part::query, &R::always, &R::unknown_parameter},
      {"odd parameter", Part::query, &R::has_query, &R::odd_parameter},
      {"repeated parameter", Part::query, &R::has_query, &R::repeated_parameter},
      {"broken escape", Part::query, &R::always, &R::broken_escape},
      {"long target", Part::query, &R::always, &R::long_target},
      {"refused Accept", Part::head, &R::always, &R::refused_accept},
      {"odd Accept", Part::head, &R::always, &R::odd_accept},
      {"page of another site", Part::head, &R::always, &R::foreign_page},
      {"odd headers", Part::head, &R::always, &R::odd_fields},
      {"broken header", Part::head, &R::always, &R::broken_field},
      {"many headers", Part::head, &R::always, &R::many_fields},
      {"known tag", Part::head, &R::has_etag, &R::known_tag},
      {"no version", Part::head, &R::changes_a_version, &R::no_version},
      {"stale version", Part::head, &R::changes_a_version, &R::stale_version},
  };
  return oddities;
}

std::vector<std::string> RequestMaker::all_oddities() {
  std::vector<std::string> names;
  for (const Oddity& oddity : table()) names.emplace_back(oddity.name);
  return names;
}

MadeRequest RequestMaker::make() {
  MadeRequest made;
  Draft draft = valid();
  for (const Oddity* oddity : choose()) {
    (this->*oddity->apply)(draft);
    made.oddities.emplace_back(oddity->name);
  }
  made.bytes = bytes_of(draft);
  made.expected = draft.expected;
  made.members = draft.members;
  return made;
}

std::vector<const RequestMaker::Oddity*> RequestMaker::choose() {
  std::vector<const Oddity*> chosen;
  if (random_.chance(percent_valid)) return chosen;
  std::vector<const Oddity*> fitting;
  for (const Oddity& oddity : table()) {
    if ((this->*oddity.applies)()) fitting.push_back(&oddity);
  }
  for (int count = random_.chance(percent_combined) ? random_.between(2, 3) : 1; count > 0 && !fitting.empty();
       --count) {
    const Oddity* oddity = fitting[random_.below(fitting.size())];
    chosen.push_back(oddity);
    // A second change of the same part could mend what the first one broke.
    std::erase_if(fitting, [&](const Oddity* other) { return other->part == oddity->part; });
  }
  std::sort(chosen.begin(), chosen.end(), [](const auto* one, const auto* other) { return one->part < other->part; });
  return chosen;
}

Draft RequestMaker::valid() {
  Draft draft;
  draft.expected = {operation_.success};
  draft.path = path_with([this](const std::string& parameter) { return values_.id(parameter); });
  // A vacancy that is closed is there to be read, and not to be matched.
  const bool is_closed = values_.is_closed_vacancy_in(draft.path);
  const bool is_read = operation_.path.ends_with("{vacancyId}") || operation_.path.ends_with("/record") ||
                       operation_.path.ends_with("/proposals");
  if (is_closed && !is_read) refuse(draft, {404});
  add_query(draft);
  if (operation_.method == "DELETE") region_.put_back();
  if (changes_a_version()) {
    region_.put_back();
    draft.fields.emplace_back("If-Match", region_.get(draft.path).header("ETag"));
  }
  if (!has_body()) return draft;
  // Somebody may have been proposed by a request before.
  if (operation_.body_schema == "NewProposal") draft.expected.insert(409);
  // Few have no postcode, from which a question to the exchange would be asked.
  if (operation_.body_schema == "ExchangeQuestion" && draft.expected.contains(200)) draft.expected.insert(409);
  draft.body = values_.body(operation_).dump();
  draft.fields.emplace_back("Content-Type",
                            random_.chance(80) ? "application/json" : "Application/JSON; charset=\"UTF-8\"");
  return draft;
}

std::string RequestMaker::path_with(const std::function<std::string(const std::string&)>& id) const {
  std::string path = operation_.path;
  for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{')) {
    const std::size_t close = path.find('}', open);
    path.replace(open, close - open + 1, id(path.substr(open + 1, close - open - 1)));
  }
  return path;
}

void RequestMaker::add_query(Draft& draft) {
  for (const Json& parameter : parameters_) {
    const std::string name = parameter["name"];
    if (!random_.chance(30)) continue;
    draft.query.push_back(name + "=" + escaped(parameter_text(parameter)));
    if (name == "fields") draft.members = Members::chosen;
  }
  if (asks_for_a_record_that_is_none(draft.query)) refuse(draft, {400});
}

std::string RequestMaker::parameter_text(const Json& parameter) {
  const std::string name = parameter["name"];
  if (name != "fields") return query_text(values_.value(parameter["schema"], name));
  const auto fields = fields_of(operation_);
  std::string list = fields[random_.below(fields.size())];
  for (int more = random_.between(0, 3); more > 0; --more) list += "," + fields[random_.below(fields.size())];
  return list;
}

std::string RequestMaker::bytes_of(const Draft& draft) const {
  std::string target = draft.path;
  for (const std::string& part : draft.query) target += (target.find('?') == std::string::npos ? "?" : "&") + part;
  std::string bytes =
      operation_.method + " " + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port_) + "\r\n";
  for (const auto& [name, value] : draft.fields) bytes += name + ": " + value + "\r\n";
  if (has_body()) {
    bytes += "Content-Length: ";
    bytes += draft.content_length.empty() ? std::to_string(draft.body.size()) : draft.content_length;
    bytes += "\r\n";
  }
  return bytes + "\r\n" + draft.body;
}

void RequestMaker::refuse(Draft& draft, std::initializer_list<int> statuses) {
  for (const int answered : {200, 201, 202, 204, 304}) draft.expected.erase(answered);
  draft.expected.insert(statuses);
}

/// Where an oddity before it is refused anyway, no success comes back.
void RequestMaker::allow(Draft& draft, std::initializer_list<int> statuses) {
  const bool may_succeed = !draft.expected.empty() && *draft.expected.begin() < 300;
  for (const int status : statuses) {
    if (status >= 400 || may_succeed) draft.expected.insert(status);
  }
}

void RequestMaker::change_members(Draft& draft, const std::function<void(Json&)>& change) {
  Json body = Json::parse(draft.body);
  change(body);
  draft.body = body.dump();
  // What the schema lets pass may still name a place or a concept that there is not, or break the grammar of a query.
  if (violations_of(body, openapi()["components"]["schemas"][operation_.body_schema]).empty()) {
    allow(draft, {400, 404});
  } else {
    refuse(draft, {400});
  }
}

void RequestMaker::odd_value(Draft& draft) {
  const auto& odd = ValueMaker::odd_values();
  const Json::json_pointer pointer(pointers_[random_.below(pointers_.size())]);
  change_members(draft, [&](Json& body) { body[pointer] = odd[random_.below(odd.size())]; });
}

void RequestMaker::unknown_member(Draft& draft) {
  static const std::array names{"surprise", "", "a/b~c", "Query", "query ", "__proto__", "ключ", "🙂"};
  const std::string name = random_.chance(10) ? std::string(3000, 'k') : names[random_.below(names.size())];
  change_members(draft, [&](Json& body) {
    const bool is_below = body.contains("filters") && random_.chance(50);
    (is_below ? body["filters"] : body)[name] = 1;
  });
}

void RequestMaker::missing_member(Draft& draft) {
  change_members(draft, [&](Json& body) {
    if (body.empty() || random_.chance(50)) {
      body = Json::object();
    } else {
      body.erase(body.begin());
    }
  });
}

void RequestMaker::repeated_member(Draft& draft) {
  const Json body = Json::parse(draft.body);
  const std::string name = body.empty() ? "page" : body.begin().key();
  const std::string member = Json(name).dump() + ":" + (body.empty() ? "1" : body.begin()->dump());
  draft.body = "{" + member + "," + member + "}";
  refuse(draft, {400});
}

void RequestMaker::no_json(Draft& draft) {
  static const std::vector<std::string> bodies{"",
                                               "x",
                                               "null",
                                               "[]",
                                               "\"text\"",
                                               "{}{}",
                                               "{'a':1}",
                                               "{\"page\":01}",
                                               "{\"page\":1e999}",
                                               "{\"page\":NaN}",
                                               "{\"a\":\"\\ud800\"}",
                                               "{\"a\":\"\\udc00\\ud800\"}",
                                               "{\"\\ud800\":1}",
                                               "{\"a\":\"\xff\"}",
                                               "{\"a\":\"\xed\xa0\x80\"}",
                                               "{\"a\":\"\xc0\x80\"}",
                                               "{\"a\":\"tab\there\"}",
                                               std::string("{\"a\":\"\0\"}", 9),
                                               std::string("{}\0", 3),
                                               "{\"a\":1,}",
                                               "{/* c */}",
                                               "\xff\xfe{\0}\0"};
  draft.body = bodies[random_.below(bodies.size())];
  refuse(draft, {400});
}

void RequestMaker::cut_off(Draft& draft) {
  draft.body.resize(random_.below(draft.body.size()));
  refuse(draft, {400});
}

void RequestMaker::changed_byte(Draft& draft) {
  draft.body[random_.below(draft.body.size())] = static_cast<char>(random_.below(256));
  allow(draft, {400, 404});
}

void RequestMaker::deep(Draft& draft) {
  const std::size_t depth = std::array<std::size_t, 4>{31, 33, 1000, 100'000}[random_.below(4)];
  const bool is_array = random_.chance(50);
  std::string open;
  std::string close;
  for (std::size_t level = 0; level < depth; ++level) {
    open += is_array ? "[" : "{\"a\":";
    close += is_array ? ']' : '}';
  }
  draft.body = "{\"deep\":" + open + (is_array ? "" : "1") + (random_.chance(70) ? close + "}" : "");
  refuse(draft, {400});
}

void RequestMaker::huge(Draft& draft) {
  const std::string filling = random_.chance(50) ? std::string(900'000, 'x') : std::string(900'000, '"');
  draft.body = filling.front() == 'x' ? "{\"huge\":\"" + filling + "\"}" : "{\"huge\":[" + filling + "]}";
  refuse(draft, {400});
}

void RequestMaker::too_large(Draft& draft) {
  draft.content_length = std::array{"1048577", "4294967296", "999999999999999999"}[random_.below(3)];
  refuse(draft, {413});
}

void RequestMaker::spelled_otherwise(Draft& draft) {
  const Json body = Json::parse(draft.body);
  draft.body = " \n\t{";
  for (auto member = body.begin(); member != body.end(); ++member) {
    std::string name;
    for (const char letter : member.key()) {
      static constexpr char digits[] = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(letter);
      name += byte < 0x80 ? std::string("\\u00") + digits[byte >> 4] + digits[byte & 15] : std::string(1, letter);
    }
    draft.body += (member == body.begin() ? "\r\n\"" : ",\"") + name + "\" : " + member->dump(2, ' ', true);
  }
  draft.body += "\n}\n \t";
}

void RequestMaker::odd_id(Draft& draft) {
  static const std::array ids{"x",
                              "0",
                              "%20",
                              "..",
                              "%c3%28",
                              "0123456789abcdef0123456789abcdeg",
                              "0123456789abcdef0123456789abcdef0",
                              "0123456789ABCDEF0123456789ABCDEF",
                              "-123456789abcdef0123456789abcdef",
                              "0x23456789abcdef0123456789abcdef",
                              "%F0%9F%99%82",
                              "*",
                              "_match",
                              "null"};
  draft.path = path_with([&](const std::string&) { return ids[random_.below(ids.size())]; });
  refuse(draft, {400});
}

void RequestMaker::unknown_id(Draft& draft) {
  draft.path = path_with([this](const std::string&) { return to_text(random_.id()); });
  refuse(draft, {404});
}

/// The same address, with an escape that nobody needs.
void RequestMaker::escaped_path(Draft& draft) {
  std::size_t at = 0;
  while (draft.path[at] == '/') at = random_.below(draft.path.size());
  draft.path.replace(at, 1, percent_encoded(draft.path[at]));
}

void RequestMaker::odd_path(Draft& draft) {
  switch (random_.below(4)) {
    case 0:
      draft.path += "/";
      return refuse(draft, {404});
    case 1:
      draft.path = "/v1" + draft.path;
      return refuse(draft, {404});
    case 2:
      draft.path += std::array{"%2F", "%00", "%5c", "%0d%0aX:y"}[random_.below(4)];
      return refuse(draft, {400});
    default:
      draft.path.insert(draft.path.find('/', 1) == std::string::npos ? 0 : draft.path.find('/', 1), "/.");
      return refuse(draft, {404});
  }
}

void RequestMaker::unknown_parameter(Draft& draft) {
  static const std::array parameters{"surprise=1",     "=", "=1", "a=b=c", "page[]=1", "%ff=1", "Page=1",
                                     "%F0%9F%99%82=1", ""};
  draft.query.emplace_back(parameters[random_.below(parameters.size())]);
  if (draft.query.size() == 1 && draft.query.front().empty()) return;  // A question mark alone asks nothing.
  // What takes no input at all (health, the document itself) does not look at it either.
  const bool reads_input = has_body() || has_path_parameter() || !parameters_.empty();
  if (reads_input) {
    refuse(draft, {400});
  } else {
    allow(draft, {400});
  }
}

void RequestMaker::odd_parameter(Draft& draft) {
  const Json& parameter = parameters_[random_.below(parameters_.size())];
  const std::string name = parameter["name"];
  std::erase_if(draft.query, [&](const std::string& part) { return part.starts_with(name + "="); });
  if (name == "fields") draft.members = Members::all;
  const auto& odd = ValueMaker::odd_values();
  const Json& value = odd[random_.below(odd.size())];
  const std::string text = query_text(value).substr(0, 400);
  draft.query.push_back(name + "=" + escaped(text));
  const Json& schema = resolved(parameter["schema"]);
  const bool is_number = schema.value("type", "") == "integer";
  const Json read = is_number && value.is_number_integer() ? value : Json(text);
  const bool is_invalid = has_control_character(text) || !violations_of(read, schema).empty();
  if (is_invalid) {
    refuse(draft, {400});
  } else {
    allow(draft, {400, 404});
  }
}

void RequestMaker::repeated_parameter(Draft& draft) {
  const Json& parameter = parameters_[random_.below(parameters_.size())];
  const std::string name = parameter["name"];
  for (int twice = 0; twice < 2; ++twice) {
    draft.query.push_back(name + "=" + escaped(parameter_text(parameter)));
  }
  refuse(draft, {400});
}

void RequestMaker::broken_escape(Draft& draft) {
  static const std::array parts{"a=%", "a=%f", "a=%zz", "%=1", "a=%00", "a=%0a", "a=%7f", "a=%u0041"};
  draft.query.emplace_back(parts[random_.below(parts.size())]);
  refuse(draft, {400});
}

void RequestMaker::long_target(Draft& draft) {
  draft.query.push_back("x=" + std::string(2048, 'y'));
  refuse(draft, {414});
}

void RequestMaker::refused_accept(Draft& draft) {
  static const std::array values{"text/html", "image/*",     "application/xml;q=0.9, text/plain",
                                 "*/*;q=0",   "application", "*",
                                 ";",         ",,,",         "application/json/x"};
  draft.fields.emplace_back("Accept", values[random_.below(values.size())]);
  refuse(draft, {406});
}

void RequestMaker::odd_accept(Draft& draft) {
  const std::string kind = media_type_.substr(0, media_type_.find('/')) + "/*;q=0.5, image/png";
  const std::array values{"*/*", "text/html, */*;q=0.1", media_type_.c_str(), kind.c_str(), ""};
  draft.fields.emplace_back("Accept", values[random_.below(values.size())]);
}

void RequestMaker::wrong_media_type(Draft& draft) {
  std::erase_if(draft.fields, [](const auto& field) { return field.first == "Content-Type"; });
  static const std::array types{"",
                                "text/plain",
                                "application/json; charset=utf-16",
                                "application/jsonp",
                                "json",
                                "application/x-www-form-urlencoded",
                                "multipart/form-data; boundary=x",
                                "application/json, text/plain",
                                "application/json; charset"};
  const std::string type = types[random_.below(types.size())];
  if (!type.empty()) draft.fields.emplace_back("Content-Type", type);
  if (type.empty() && random_.chance(50)) {
    draft.fields.emplace_back("Content-Type", "application/json");
    draft.fields.emplace_back("Content-Encoding", "gzip");
  }
  refuse(draft, {415});
}

void RequestMaker::foreign_page(Draft& draft) {
  static const std::array<std::pair<const char*, const char*>, 4> fields{{{"Origin", "https://example.org"},
                                                                          {"Origin", "null"},
                                                                          {"Sec-Fetch-Site", "cross-site"},
                                                                          {"Sec-Fetch-Site", "same-site"}}};
  const auto& [name, value] = fields[random_.below(fields.size())];
  std::erase_if(draft.fields, [&](const auto& field) { return field.first == name; });
  draft.fields.emplace_back(name, value);
  if (!is_open_) return refuse(draft, {403});
  // Beside the open address there is none that is open.
  if (draft.path != operation_.path) allow(draft, {403});
}

void RequestMaker::odd_fields(Draft& draft) {
  static const std::array<std::pair<const char*, const char*>, 8> fields{{{"X-Odd", "' OR 1=1 --"},
                                                                          {"User-Agent", ""},
                                                                          {"Range", "bytes=0-0"},
                                                                          {"Accept-Encoding", "gzip, br;q=0"},
                                                                          {"Accept-Language", "zz, *;q=0.1"},
                                                                          {"X-Forwarded-For", "10.0.0.1"},
                                                                          {"X-HTTP-Method-Override", "DELETE"},
                                                                          {"If-Modified-Since", "yesterday"}}};
  for (int count = random_.between(1, 4); count > 0; --count) {
    const auto& [name, value] = fields[random_.below(fields.size())];
    draft.fields.emplace_back(name, value);
  }
}

void RequestMaker::broken_field(Draft& draft) {
  static const std::array<std::pair<const char*, const char*>, 5> fields{
      {{"X Odd", "1"}, {"X_Odd", "1"}, {"X-Odd", "caf\xc3\xa9"}, {"X-Odd", "a\r\n folded"}, {"", "1"}}};
  const auto& [name, value] = fields[random_.below(fields.size())];
  draft.fields.emplace_back(name, value);
  refuse(draft, {400});
}

void RequestMaker::many_fields(Draft& draft) {
  const bool is_long = random_.chance(50);
  for (int count = is_long ? 1 : 70; count > 0; --count) {
    draft.fields.emplace_back("X-Many", std::string(is_long ? 9000 : 1, 'z'));
  }
  refuse(draft, {431});
}

void RequestMaker::known_tag(Draft& draft) {
  static const std::array tags{"*", "\"x\"", "W/\"x\", *", ",,,", "\"unclosed", "*, *", ""};
  draft.fields.emplace_back("If-None-Match", tags[random_.below(tags.size())]);
  allow(draft, {304});
}

void RequestMaker::no_version(Draft& draft) {
  std::erase_if(draft.fields, [](const auto& field) { return field.first == "If-Match"; });
  refuse(draft, {428});
}

void RequestMaker::stale_version(Draft& draft) {
  static const std::array tags{"\"0-\"", "\"99999999-0123\"", "*", "W/\"1-ab\"", "\"999999999999999999999-\"", "x"};
  no_version(draft);
  draft.expected.erase(428);
  draft.fields.emplace_back("If-Match", tags[random_.below(tags.size())]);
  refuse(draft, {412});
}

}  // namespace passend::test
