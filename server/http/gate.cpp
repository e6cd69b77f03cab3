// SPDX-License-Identifier: EUPL-1.2
#include "server/http/gate.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "server/http/field_value.hpp"
#include "server/http/message.hpp"

namespace passend::http {
namespace {

struct FieldView {
  std::string_view name;
  std::string_view value;
};

bool is_token_character(char c) {
  const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const bool is_digit = c >= '0' && c <= '9';
  return is_letter || is_digit || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

/// Stricter than a token: servers that fold other characters into a hyphen (CGI) read Content_Length as a length.
bool is_field_name(std::string_view text) {
  const auto is_allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_allowed);
}

/// Eighteen digits fit in 64 bits.
bool is_length(std::string_view text) {
  const bool has_leading_zero = text.size() > 1 && text.front() == '0';
  return !text.empty() && text.size() <= 18 && !has_leading_zero &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Refusal malformed(std::string detail) {
  return {ErrorCode::malformed_document, std::move(detail)};
}

Refusal long_target(const GateRules& rules) {
  return {ErrorCode::target_too_long,
          "The target of a request is at most " + std::to_string(rules.target_bytes) + " bytes."};
}

/// Reads a head piece by piece; the first broken rule is the refusal.
class Judge {
 public:
  Judge(std::string_view head, const GateRules& rules) : rest_(head), rules_(rules) {}

  std::variant<Admission, Refusal> judge() {
    if (rest_.size() > rules_.head_bytes) return refuse_long_head(rest_, rules_);
    for (auto step : {&Judge::request_line, &Judge::fields, &Judge::repeated_fields, &Judge::host, &Judge::framing,
                      &Judge::expectation, &Judge::connection}) {
      if (auto refusal = (this->*step)()) return *refusal;
    }
    return admission_;
  }

 private:
  using Outcome = std::optional<Refusal>;

  /// The next line without its CRLF. The scan has made sure that CR and LF come in pairs only.
  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find("\r\n"), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 2, rest_.size()));
    return line;
  }

  std::size_t count(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(
        fields_.begin(), fields_.end(), [&](const FieldView& f) { return equal_without_case(f.name, name); }));
  }

  std::string_view value(std::string_view name) const {
    for (const FieldView& field : fields_) {
      if (equal_without_case(field.name, name)) return field.value;
    }
    return {};
  }

  Outcome request_line() {
    const std::string_view line = next_line();
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) {
      return malformed("A request begins with a method, a target and HTTP/1.1, one space between them.");
    }
    const std::string_view method_name = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    if (!is_token(method_name)) return malformed("The method of the request is not a word.");
    if (line.substr(last + 1) != "HTTP/1.1") return malformed("The protocol version must be HTTP/1.1.");
    const auto method = parse_method(method_name);
    if (!method) {
      return Refusal{ErrorCode::not_implemented_framing,
                     "The method is not known here; methods are written in upper case."};
    }
    method_ = *method;
    return judge_target(target);
  }

  Outcome judge_target(std::string_view target) const {
    if (target.size() > rules_.target_bytes) return long_target(rules_);
    const auto is_allowed = [](char c) { return c > ' ' && c < 0x7f && c != '#' && c != '\\'; };
    if (target.empty() || target.front() != '/' || !std::all_of(target.begin(), target.end(), is_allowed)) {
      return malformed("The target must be a path that begins with a slash, in ASCII, without spaces or fragment.");
    }
    return std::nullopt;
  }

  Outcome fields() {
    for (std::string_view line = next_line(); !line.empty(); line = next_line()) {
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos || !is_field_name(line.substr(0, colon))) {
        return malformed(
            "A header line is a name of letters, digits and hyphens, a colon and a value; no space before the colon, "
            "no folded lines.");
      }
      fields_.push_back({line.substr(0, colon), trim(line.substr(colon + 1))});
      if (fields_.size() > rules_.fields) {
        return Refusal{ErrorCode::header_too_large,
                       "A request has at most " + std::to_string(rules_.fields) + " header lines."};
      }
    }
    if (!rest_.empty()) return malformed("The head of the request has lines after its empty line.");
    return std::nullopt;
  }

  Outcome repeated_fields() {
    static constexpr std::array<std::string_view, 7> once{"Content-Length", "Content-Type", "Authorization", "Cookie",
                                                          "Origin",         "Expect",       "Sec-Fetch-Site"};
    for (const std::string_view name : once) {
      if (count(name) > 1) return malformed("The header " + std::string(name) + " may be given once.");
    }
    return std::nullopt;
  }

  Outcome host() {
    if (count("Host") != 1) return malformed("A request has exactly one Host header.");
    const std::string_view given = value("Host");
    const bool is_known = std::any_of(rules_.hosts.begin(), rules_.hosts.end(),
                                      [&](const std::string& host) { return equal_without_case(host, given); });
    if (is_known) return std::nullopt;
    return Refusal{ErrorCode::forbidden, "This server does not answer to the name in the Host header."};
  }

  Outcome framing() {
    if (count("Transfer-Encoding") > 0) {
      return Refusal{ErrorCode::not_implemented_framing,
                     "Transfer-Encoding is not supported; send the body whole, with a Content-Length."};
    }
    const bool takes_body = method_ == Method::post || method_ == Method::put || method_ == Method::patch;
    if (count("Content-Length") == 0) {
      // What follows would be read as a request by us and as a body by someone else.
      if (!takes_body) return std::nullopt;
      return Refusal{ErrorCode::length_required,
                     "A " + std::string(to_text(method_)) + " request needs a Content-Length, 0 for an empty body."};
    }
    const std::string_view digits = value("Content-Length");
    if (!is_length(digits)) return malformed("Content-Length must be a decimal number without leading zeros.");
    admission_.content_length = std::stoull(std::string(digits));
    if (!takes_body && admission_.content_length > 0) {
      return malformed("A " + std::string(to_text(method_)) + " request has no body.");
    }
    if (admission_.content_length > rules_.body_bytes) {
      return Refusal{ErrorCode::payload_too_large,
                     "The body of a request is at most " + std::to_string(rules_.body_bytes) + " bytes."};
    }
    return std::nullopt;
  }

  Outcome expectation() {
    if (count("Expect") == 0) return std::nullopt;
    if (!equal_without_case(value("Expect"), "100-continue")) {
      return Refusal{ErrorCode::not_implemented_framing, "The only expectation known here is 100-continue."};
    }
    admission_.expectation = Expectation::continue_100;
    return std::nullopt;
  }

  Outcome connection() {
    for (const FieldView& field : fields_) {
      if (!equal_without_case(field.name, "Connection")) continue;
      std::string_view rest = field.value;
      while (!rest.empty()) {
        if (equal_without_case(cut(rest, ','), "close")) admission_.connection = Connection::close;
      }
    }
    return std::nullopt;
  }

  std::string_view rest_;
  const GateRules& rules_;
  Method method_ = Method::get;
  std::vector<FieldView> fields_;
  Admission admission_;
};

}  // namespace

HeadScan scan_head(std::string_view bytes, std::size_t from) {
  using State = HeadScan::State;
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == '\n') {
      if (i == 0 || bytes[i - 1] != '\r') return {State::broken, 0};
      if (i == 1) return {State::broken, 0};
      if (bytes[i - 2] == '\n') return {State::complete, i + 1};
    } else if (i > 0 && bytes[i - 1] == '\r') {
      return {State::broken, 0};
    } else if ((byte < 0x20 && byte != '\r' && byte != '\t') || byte >= 0x7f) {
      return {State::broken, 0};
    }
  }
  return {};
}

Refusal refuse_long_head(std::string_view bytes, const GateRules& rules) {
  const std::string_view line = bytes.substr(0, bytes.find("\r\n"));
  const std::size_t begin = line.find(' ');
  const std::string_view target = begin == std::string_view::npos ? std::string_view() : line.substr(begin + 1);
  if (target.substr(0, target.find(' ')).size() > rules.target_bytes) return long_target(rules);
  return {ErrorCode::header_too_large,
          "The head of a request is at most " + std::to_string(rules.head_bytes) + " bytes."};
}

std::variant<Admission, Refusal> judge_head(std::string_view head, const GateRules& rules) {
  return Judge(head, rules).judge();
}

}  // namespace passend::http
