// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace passend::taxonomy {

/// One way to read a label or a job title, in normalised form.
struct LabelVariant {
  std::string text;
  int confidence_bp = 10000;  ///< How sure it is that the variant means what the whole meant.
};

/// A label as it may be written elsewhere. The first is the normalised label itself; then, where they differ: without
/// "(m/v)", without the gender ending in brackets and with it ("docent(e)": docent, docente), each side of a slash
/// ("monteur/monteuse"), and all of it as one word ("account manager": accountmanager). None twice, none empty.
std::vector<LabelVariant> label_variants(std::string_view label);

/// A job title as people type it: the variants of a label, then without hours, "gezocht", seniority and brackets, and
/// its first part before a dash, comma, "bij" or "in". Surer ones first.
std::vector<LabelVariant> title_variants(std::string_view title);

/// What likeness goes by: a label in normalised form without "(m/v)"; a job title also without hours and seniority,
/// unless nothing else is left.
std::string label_core(std::string_view label);
std::string title_core(std::string_view title);

}  // namespace passend::taxonomy
