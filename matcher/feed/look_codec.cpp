// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/look_codec.hpp"

#include "indexer/base/hash.hpp"
#include "matcher/feed/bytes.hpp"

namespace passend::feed {
namespace {

constexpr std::size_t checksum_size = 16;

std::string checksum_of(std::string_view bytes) {
  return sha256_hex(bytes).substr(0, checksum_size);
}

}  // namespace

std::string encode(const LooksHeader& header) {
  std::string bytes;
  put_small(bytes, header.rules.size());
  bytes += header.rules;
  put(bytes, header.announced);
  return bytes;
}

LooksHeader decode_header(std::string_view bytes) {
  ByteReader reader(bytes);
  LooksHeader header;
  header.rules = reader.take(reader.count());
  header.announced = reader.value<std::uint64_t>();
  return header;
}

std::string encode(const Look& look) {
  std::string bytes;
  put(bytes, look.number);
  put(bytes, look.at);
  put(bytes, look.from);
  put(bytes, look.to);
  put(bytes, look.day);
  put_small(bytes, look.announcements.size());
  for (const auto& one : look.announcements) {
    put(bytes, one.cause);
    put(bytes, one.candidate);
    put(bytes, one.vacancy);
    put(bytes, one.combined_bp);
    put(bytes, one.demand_bp);
    put(bytes, one.supply_bp);
    put(bytes, one.newly_fitting);
  }
  put_small(bytes, look.turns.size());
  for (const auto& turn : look.turns) put(bytes, turn);
  return bytes;
}

Look decode_look(std::string_view bytes, std::uint64_t announced) {
  ByteReader reader(bytes);
  Look look;
  look.number = reader.value<std::uint64_t>();
  look.at = reader.value<Timestamp>();
  look.from = reader.value<std::int64_t>();
  look.to = reader.value<std::int64_t>();
  look.day = reader.value<Date>();
  look.announcements.resize(reader.count());
  for (auto& one : look.announcements) {
    one.number = ++announced;
    one.at = look.at;
    one.position = look.to;
    one.cause = reader.value<Cause>();
    one.candidate = reader.value<CandidateId>();
    one.vacancy = reader.value<VacancyId>();
    one.combined_bp = reader.value<std::uint16_t>();
    one.demand_bp = reader.value<std::uint16_t>();
    one.supply_bp = reader.value<std::uint16_t>();
    one.newly_fitting = reader.value<std::uint32_t>();
  }
  look.turns.resize(reader.count());
  for (auto& turn : look.turns) turn = reader.value<Turn>();
  return look;
}

std::string framed(std::string_view bytes) {
  std::string frame;
  put(frame, static_cast<std::uint64_t>(bytes.size()));
  frame += checksum_of(bytes);
  frame += bytes;
  return frame;
}

bool FrameReader::next(std::string_view& bytes) {
  ByteReader reader(file_.substr(offset_));
  constexpr std::size_t head = sizeof(std::uint64_t) + checksum_size;
  if (reader.left() < head) return false;
  const auto size = reader.value<std::uint64_t>();
  const auto checksum = reader.take(checksum_size);
  if (size > reader.left()) return false;
  const auto content = reader.take(size);
  if (checksum_of(content) != checksum) return false;
  offset_ += head + size;
  bytes = content;
  return true;
}

}  // namespace passend::feed
