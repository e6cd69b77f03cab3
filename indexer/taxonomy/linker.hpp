// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/taxonomy/file_reader.hpp"
#include "indexer/taxonomy/link_features.hpp"
#include "indexer/taxonomy/link_model.hpp"

namespace passend::taxonomy {

struct LinkRequest {
  std::string_view text;
  ConceptKind kind = ConceptKind::occupation;
  std::size_t limit = 1;
};

/// A label with what it scored. Equal labels stand first, the surer reading before the others; then by score.
struct RankedLabel {
  std::uint32_t label = 0;
  ConceptIndex owner = 0;
  EqualLabel equal;  ///< Confidence 0 when the title is no reading of the label.
  std::int64_t score = 0;
  LinkFeatures features{};

  bool same_rank(const RankedLabel& other) const {
    return equal.confidence_bp == other.equal.confidence_bp && score == other.score;
  }
};

/// The labels of one kind that a text may mean, best first, judged by the model. Integer arithmetic throughout.
std::vector<RankedLabel> rank_labels(const FileReader& file, const LinkModel& model, const LinkRequest& request);

/// The same as concepts, each once and with its best label, with calibrated confidence. Nothing below
/// `least_confidence_bp` is handed out.
std::vector<Link> link_text(const FileReader& file, const LinkModel& model, const LinkRequest& request);

/// What made the label of `link` answer to the text.
std::vector<LinkFact> explain_link(const FileReader& file, const LinkModel& model, std::string_view text,
                                   const Link& link);

/// The confidence of a score that is `lead` ahead of (behind, when negative) the best of the other concepts.
std::int32_t confidence_of(const LinkCalibration& calibration, std::int64_t score, std::int64_t lead);

constexpr int least_confidence_bp = 50;

}  // namespace passend::taxonomy
