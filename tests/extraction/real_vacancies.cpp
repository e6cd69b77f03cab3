// SPDX-License-Identifier: EUPL-1.2
#include "tests/extraction/real_vacancies.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "indexer/text/csv_reader.hpp"
#include "tests/compat/shared_data.hpp"

namespace passend::extraction {
namespace {

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::ifstream open(const std::string& file) {
  std::ifstream input(shared_data() / "vacancies" / file);
  if (!input) throw std::runtime_error("cannot read " + file);
  return input;
}

std::vector<std::string> banking_texts(std::istream& input) {
  std::vector<std::string> texts;
  for (std::string line; std::getline(input, line);) {
    const auto json = nlohmann::json::parse(line);
    const auto& description = json.at("Volledige Functie omschrijving");
    texts.push_back(json.at("title").get<std::string>() + "\n" +
                    (description.is_string() ? description.get<std::string>() : ""));
  }
  return texts;
}

std::vector<std::string> it_texts(std::istream& input) {
  std::vector<std::string> texts;
  bool keywords = false;
  for (std::string line; std::getline(input, line);) {
    if (trimmed(line) == "VACATURE:") {
      texts.emplace_back();
      keywords = false;
      continue;
    }
    const auto list = line.find("KERNWOORDEN:");
    if (!keywords && !texts.empty()) texts.back() += line.substr(0, list) + "\n";
    keywords = keywords || list != std::string::npos;
  }
  return texts;
}

std::vector<std::string> table_texts(std::istream& input, const std::vector<std::string>& columns) {
  text::CsvReader reader(input);
  std::vector<std::string> texts;
  while (reader.next() == text::CsvEvent::record) {
    std::string text;
    for (const std::string& column : columns) text += std::string(reader.field(*reader.column(column))) + "\n";
    for (std::size_t i = 0; columns.empty() && i < reader.field_count(); ++i) {
      if (!reader.field(i).empty()) text += std::string(reader.field(i)) + "\n";
    }
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

std::vector<std::string> texts_of(const std::string& file) {
  std::ifstream input = open(file);
  std::vector<std::string> texts;
  if (file.starts_with("banken")) {
    texts = banking_texts(input);
  } else if (file.starts_with("doniol")) {
    texts = it_texts(input);
  } else if (file.starts_with("ggz")) {
    texts = table_texts(input, {"Title", "Subtitle", "Description"});
  } else {
    texts = table_texts(input, {});
  }
  for (std::string& text : texts) text = trimmed(text);
  return texts;
}

std::vector<Judgement> read_judgements(const std::string& name) {
  std::ifstream input(PASSEND_SOURCE_DIR "/fixtures/judgements/" + name);
  text::CsvReader reader(input, {'\t'});
  std::vector<Judgement> judgements;
  while (reader.next() == text::CsvEvent::record) {
    Judgement judgement{
        std::string(reader.field(0)), std::stoul(std::string(reader.field(1))), std::string(reader.field(2)), {}};
    for (const std::string column : {"hours", "languages", "education", "driving_licences"}) {
      std::istringstream values{std::string(reader.field(reader.required_column(column)))};
      for (std::string value; values >> value;) {
        if (value != "-") judgement.values[column].insert(value);
      }
    }
    judgements.push_back(std::move(judgement));
  }
  return judgements;
}

}  // namespace passend::extraction
