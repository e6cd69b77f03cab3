// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/key_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw Error(ErrorCode::key_missing, "the key file '" + path.string() + "' " + why);
}

}  // namespace

std::optional<DetailKey> read_key_file(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return std::nullopt;
    refuse(path, std::string("cannot be looked at: ") + std::strerror(errno));
  }
  if (!S_ISREG(status.st_mode)) refuse(path, "is not a regular file");
  if ((status.st_mode & 077) != 0) refuse(path, "is open to other users; run: chmod 600 '" + path.string() + "'");
  if (status.st_uid != ::geteuid() && status.st_uid != 0) refuse(path, "belongs to another user; run as that user");
  if (status.st_size > 66) refuse(path, "is too long: it must hold 64 hexadecimal digits and nothing else");
  std::string text = read_file(path);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  auto key = DetailKey::parse(text);
  if (!key) refuse(path, "must hold 64 hexadecimal digits and nothing else; restore it from its backup");
  return key;
}

DetailKey create_key_file(const std::filesystem::path& path) {
  DetailKey key = DetailKey::random();
  write_file_durably(path, key.hex() + "\n");
  return key;
}

}  // namespace passend::store
