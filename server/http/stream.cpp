// SPDX-License-Identifier: EUPL-1.2
#include "server/http/stream.hpp"

#include <boost/asio.hpp>

namespace passend::http {

namespace asio = boost::asio;

Transfer PlainStream::read(char* bytes, std::size_t size) {
  boost::system::error_code error;
  const std::size_t count = socket().read_some(asio::buffer(bytes, size), error);
  if (error == asio::error::would_block || error == asio::error::interrupted) return {Transfer::State::wants_read, 0};
  if (error) return {error == asio::error::eof ? Transfer::State::ended : Transfer::State::failed, 0};
  return {Transfer::State::moved, count};
}

Transfer PlainStream::write(std::string_view bytes) {
  boost::system::error_code error;
  const std::size_t count = socket().write_some(asio::buffer(bytes), error);
  if (error == asio::error::would_block || error == asio::error::interrupted) return {Transfer::State::wants_write, 0};
  if (error) return {Transfer::State::failed, 0};
  return {Transfer::State::moved, count};
}

void PlainStream::finish_sending() {
  boost::system::error_code ignored;
  socket().shutdown(Socket::shutdown_send, ignored);
}

}  // namespace passend::http
