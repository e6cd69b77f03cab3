// SPDX-License-Identifier: EUPL-1.2
#include "server/http/request_head.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstdint>
#include <string>

namespace passend::http {

namespace beast = boost::beast;

std::optional<Request> read_head(std::string_view head, std::size_t head_bytes, std::size_t body_bytes) {
  beast::http::request_parser<beast::http::empty_body> parser;
  parser.header_limit(static_cast<std::uint32_t>(head_bytes));
  parser.body_limit(body_bytes);
  boost::system::error_code error;
  parser.put(boost::asio::buffer(head), error);
  if (error || !parser.is_header_done()) return std::nullopt;
  const auto& message = parser.get();
  Request request;
  request.method = parse_method(std::string_view(message.method_string())).value_or(Method::options);
  request.target = std::string(message.target());
  for (const auto& field : message) {
    request.fields.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return request;
}

}  // namespace passend::http
