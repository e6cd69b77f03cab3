// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/embed/embedder.hpp"
#include "indexer/embed/label_embeddings.hpp"

namespace passend::embed {

enum class HelpState : std::uint8_t {
  used,        ///< The answer was made with embeddings.
  not_asked,   ///< The answer needed none, or the text is of a kind that is not sent.
  unavailable  ///< None could be had: the answer is what it would be without an embedder.
};
std::string_view to_text(HelpState state);

/// What an answer says of the embeddings that it was made with.
struct Help {
  std::string model;
  HelpState state = HelpState::not_asked;
  std::string note;  ///< Why not; empty when they were used.
};

/// A short text, and what it may be the name of.
struct Question {
  std::string text;
  taxonomy::ConceptKind kind = taxonomy::ConceptKind::occupation;
};

/// Whether a text may leave the machine: at most 200 bytes, with neither an @ nor a number of six digits or more, also
/// one that is parted by blanks, hyphens, points or brackets (telephone numbers, registrations).
bool may_leave(std::string_view text);

struct NearAnswer {
  std::vector<std::vector<Near>> near;  ///< For each question, none for one that may not leave; empty without help.
  Help help;
};

/// Which concepts of a taxonomy lie near a text, as a configured model sees it. What goes wrong with the model or its
/// endpoint never reaches the caller as an error: it is in the answer, and in the log when it begins. Safe for any
/// number of threads.
class NearConcepts {
 public:
  static constexpr int usual_weight_bp = 3000;

  /// `labels` is what embed_labels wrote; without it every answer is `unavailable` and says what to do. `weight_bp`, 0
  /// to 10000, is how much the embedding counts in linking.
  NearConcepts(const taxonomy::Taxonomy& taxonomy, std::unique_ptr<Embedder> embedder,
               const std::filesystem::path& labels, int weight_bp = usual_weight_bp);

  const taxonomy::Taxonomy& taxonomy() const { return taxonomy_; }
  int weight_bp() const { return weight_bp_; }
  /// The help of an answer that was made without asking.
  Help not_asked(std::string why) const;

  /// One request for those that the cache does not know.
  NearAnswer find(std::span<const Question> questions) const;

 private:
  const taxonomy::Taxonomy& taxonomy_;
  std::unique_ptr<Embedder> embedder_;
  std::optional<LabelEmbeddings> labels_;
  int weight_bp_;
  mutable std::atomic<bool> is_failing_ = false;
};

}  // namespace passend::embed
