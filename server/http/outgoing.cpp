// SPDX-License-Identifier: EUPL-1.2
#include "server/http/outgoing.hpp"

#include <array>
#include <cstdio>
#include <ctime>

namespace passend::http {
namespace {

/// One packet instead of two is worth a copy of this much.
constexpr std::size_t small_body = 16 * 1024;

/// IMF-fixdate of RFC 9110 section 5.6.7, without regard to the locale.
std::string http_date() {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days.at(utc.tm_wday), utc.tm_mday,
                months.at(utc.tm_mon), utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return text.data();
}

void add_line(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

Outgoing::Outgoing(Response response, Method asked_with, Afterwards afterwards) {
  head_ = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head_.append(reason_phrase(response.status)).append("\r\n");
  for (const Field& field : response.fields) add_line(head_, field.name, field.value);
  add_line(head_, "Date", http_date());
  if (afterwards == Afterwards::closes) add_line(head_, "Connection", "close");
  const bool is_chunked = response.pieces != nullptr;
  if (is_chunked) {
    add_line(head_, "Transfer-Encoding", "chunked");
  } else if (response.status != 304) {
    // Of a 304 it would be the length of the answer that was left out (RFC 9110 section 8.6).
    add_line(head_, "Content-Length", std::to_string(response.body.size()));
  }
  head_ += "\r\n";
  if (asked_with == Method::head || response.body.empty()) return;
  if (is_chunked) {
    add_chunk(std::move(response.body));
  } else {
    add(std::move(response.body));
  }
}

Outgoing Outgoing::chunk(std::string bytes) {
  Outgoing made;
  made.add_chunk(std::move(bytes));
  return made;
}

Outgoing Outgoing::last_chunk() {
  Outgoing made;
  made.head_ = "0\r\n\r\n";
  return made;
}

void Outgoing::add_chunk(std::string bytes) {
  std::array<char, 24> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
  head_ += size.data();
  bytes += "\r\n";
  add(std::move(bytes));
}

void Outgoing::add(std::string bytes) {
  if (bytes.size() <= small_body) {
    head_ += bytes;
  } else {
    body_ = std::move(bytes);
  }
}

std::string_view Outgoing::next() const {
  if (taken_ < head_.size()) return std::string_view(head_).substr(taken_);
  return std::string_view(body_).substr(taken_ - head_.size());
}

void Outgoing::take(std::size_t bytes) {
  taken_ += bytes;
}

}  // namespace passend::http
