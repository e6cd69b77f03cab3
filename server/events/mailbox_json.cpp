// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "server/events/delivery.hpp"

namespace passend::events {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const DeadLetter& letter) {
  return Json{{"id", letter.id}, {"body", letter.body}, {"why", letter.why}}.dump(-1, ' ', false,
                                                                                  Json::error_handler_t::replace) +
         '\n';
}

}  // namespace

Mailbox::Mailbox(std::filesystem::path directory, const std::string& subscriber)
    : position_file_(directory / (subscriber + ".position")), dead_file_(directory / (subscriber + ".dead.ndjson")) {
  std::filesystem::create_directories(directory);
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
}

std::optional<std::int64_t> Mailbox::position() const {
  if (!std::filesystem::exists(position_file_)) return std::nullopt;
  const Json position = Json::parse(read_file(position_file_), nullptr, false);
  if (position.is_number_integer()) return position.get<std::int64_t>();
  throw Error(ErrorCode::storage_corrupt, "'" + position_file_.string() +
                                              "' is no position of the change feed; remove it to begin with what "
                                              "changes from now on");
}

void Mailbox::move_to(std::int64_t position) const {
  write_file_durably(position_file_, std::to_string(position));
}

std::vector<DeadLetter> Mailbox::dead_letters() const {
  std::vector<DeadLetter> letters;
  if (!std::filesystem::exists(dead_file_)) return letters;
  const std::string lines = read_file(dead_file_);
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const Json letter = Json::parse(lines.substr(begin, end - begin), nullptr, false);
    if (letter.is_object())
      letters.push_back({letter.value("id", ""), letter.value("body", ""), letter.value("why", "")});
    begin = end + 1;
  }
  return letters;
}

void Mailbox::add(const DeadLetter& letter) const {
  auto letters = dead_letters();
  letters.push_back(letter);
  replace(letters);
}

void Mailbox::replace(const std::vector<DeadLetter>& letters) const {
  std::string lines;
  for (const DeadLetter& letter : letters) lines += line_of(letter);
  write_file_durably(dead_file_, lines);
}

}  // namespace passend::events
