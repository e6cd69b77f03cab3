// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/inputs.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "matcher/criteria/weight_difference.hpp"
#include "matcher/criteria/weights_json.hpp"

namespace passend::batch {
namespace {

constexpr std::uint32_t most_partitions = 65'535;
constexpr const char* weights_line = "weights";

/// Name and value of every input, in the order of the text.
using Lines = std::vector<std::pair<std::string, std::string>>;

Lines lines_of(const Inputs& inputs) {
  return {{"engine", inputs.engine_version},
          {weights_line, inputs.weights},
          {"taxonomy hash", inputs.taxonomy_hash},
          {"postcodes hash", inputs.postcodes_hash},
          {"pool position", std::to_string(inputs.pool_position)},
          {"roster hash", inputs.roster_hash},
          {"day", to_text(inputs.day)},
          {"seed", std::to_string(inputs.seed)},
          {"top", std::to_string(inputs.top)}};
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool are_weights(const std::string& text) {
  try {
    return criteria::encode(criteria::decode_weights(text)) == text;
  } catch (const Error&) {
    return false;
  }
}

/// The name, when it is another one, and the numbers.
std::vector<criteria::Difference> differences_of_weights(const std::string& then, const std::string& now) {
  const auto before = criteria::decode_weights(then);
  const auto after = criteria::decode_weights(now);
  std::vector<criteria::Difference> found;
  if (before.name != after.name) found.push_back({weights_line, before.name, after.name});
  for (auto& one : criteria::differences(before, after)) found.push_back(std::move(one));
  return found;
}

/// Takes the value of the next line off `text`; absent when the line has another name.
std::optional<std::string> take_line(std::string_view& text, std::string_view name) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  if (!line.starts_with(name) || line.substr(name.size(), 2) != ": ") return std::nullopt;
  return std::string(line.substr(name.size() + 2));
}

}  // namespace

std::string to_text(const Inputs& inputs) {
  std::string text;
  for (const auto& [name, value] : lines_of(inputs)) text += name + ": " + value + "\n";
  return text;
}

std::optional<Inputs> parse_inputs(std::string_view text) {
  std::vector<std::string> values;
  for (const auto& [name, value] : lines_of({})) {
    auto found = take_line(text, name);
    if (!found) return std::nullopt;
    values.push_back(std::move(*found));
  }
  Inputs inputs{values[0], values[1], values[2], values[3], 0, values[5], {}, 0, 0};
  const auto day = parse_date(values[6]);
  if (!day || !text.empty() || !are_weights(inputs.weights)) return std::nullopt;
  if (!read_number(values[4], inputs.pool_position)) return std::nullopt;
  inputs.day = *day;
  if (!read_number(values[7], inputs.seed) || !read_number(values[8], inputs.top)) return std::nullopt;
  return inputs;
}

std::string fingerprint(const Inputs& inputs) {
  return sha256_hex(to_text(inputs));
}

std::vector<std::string> differences(const Inputs& then, const Inputs& now) {
  std::vector<criteria::Difference> found;
  const auto before = lines_of(then);
  const auto after = lines_of(now);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    if (before[i].first == weights_line) {
      for (auto& one : differences_of_weights(then.weights, now.weights)) found.push_back(std::move(one));
    } else {
      found.push_back({before[i].first, before[i].second, after[i].second});
    }
  }
  std::vector<std::string> words;
  for (const auto& one : found) words.push_back(one.what + ": " + one.then + " then, " + one.now + " now");
  return words;
}

std::string to_text(const Partition& partition) {
  return std::to_string(partition.index) + "/" + std::to_string(partition.count);
}

std::optional<Partition> parse_partition(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Partition partition;
  if (!read_number(text.substr(0, slash), partition.index)) return std::nullopt;
  if (!read_number(text.substr(slash + 1), partition.count)) return std::nullopt;
  if (partition.index < 1 || partition.index > partition.count || partition.count > most_partitions) {
    return std::nullopt;
  }
  return partition;
}

Range range_of(const Partition& partition, std::uint32_t vacancies) {
  const auto border = [&](std::uint64_t index) {
    return static_cast<std::uint32_t>(index * vacancies / partition.count);
  };
  return {border(partition.index - 1), border(partition.index)};
}

}  // namespace passend::batch
