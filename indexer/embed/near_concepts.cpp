// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/near_concepts.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"

namespace passend::embed {

std::string_view to_text(HelpState state) {
  using enum HelpState;
  switch (state) {
    case used:
      return "used";
    case not_asked:
      return "not_asked";
    case unavailable:
      return "unavailable";
  }
  return {};
}

bool may_leave(std::string_view text) {
  constexpr std::size_t longest = 200;
  constexpr std::size_t most_digits = 5;
  std::size_t digits = 0;
  for (const char byte : text) {
    if (byte >= '0' && byte <= '9') {
      ++digits;
    } else if (std::string_view(" -.()").find(byte) == std::string_view::npos) {
      digits = 0;
    }
    if (byte == '@' || digits > most_digits) return false;
  }
  return text.size() <= longest;
}

NearConcepts::NearConcepts(const taxonomy::Taxonomy& taxonomy, std::unique_ptr<Embedder> embedder,
                           const std::filesystem::path& labels, int weight_bp)
    : taxonomy_(taxonomy), embedder_(std::move(embedder)), weight_bp_(weight_bp) {
  try {
    labels_.emplace(taxonomy, labels, embedder_->model());
    if (labels_->missing() == 0) return;
    log(LogLevel::warning, std::to_string(labels_->missing()) +
                               " labels of the taxonomy have no embedding: `passend taxonomy embed` adds them");
  } catch (const Error& error) {
    log(LogLevel::warning, std::string("working without embeddings: ") + error.what());
  }
}

Help NearConcepts::not_asked(std::string why) const {
  return {std::string(embedder_->model()), HelpState::not_asked, std::move(why)};
}

NearAnswer NearConcepts::find(std::span<const Question> questions) const {
  NearAnswer answer{{}, {std::string(embedder_->model()), HelpState::unavailable, {}}};
  if (!labels_) {
    answer.help.note = "the labels of the taxonomy have not been embedded by this model; see `passend taxonomy embed`";
    return answer;
  }
  std::vector<std::string> texts;
  for (const Question& question : questions) {
    if (may_leave(question.text)) texts.push_back(question.text);
  }
  try {
    const auto embeddings = embedder_->embed(texts);
    std::size_t next = 0;
    for (const Question& question : questions) {
      answer.near.push_back(may_leave(question.text) ? labels_->nearest(embeddings[next++], question.kind)
                                                     : std::vector<Near>());
    }
    answer.help.state = HelpState::used;
    is_failing_ = false;
  } catch (const Error& error) {
    if (!is_failing_.exchange(true))
      log(LogLevel::warning, std::string("answered without embeddings: ") + error.what());
    answer.near.clear();
    answer.help.note = "the embeddings endpoint gave no usable answer; the log says why";
  }
  return answer;
}

}  // namespace passend::embed
