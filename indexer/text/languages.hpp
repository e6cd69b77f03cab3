// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::text {

/// The language of a text.
struct DetectedLanguage {
  std::string_view code = "und";  ///< ISO 639-1, or "und": undetermined.
  int confidence_bp = 0;          ///< 0 to 10,000; 0 when undetermined.
};

/// Which language a text is written in: Dutch, English, German, and what newcomers write (ar, fa, uk, ru, ti, am, tr,
/// pl, so, fr, es, pt, it, ro). By its script, by letters that tell languages of one script apart, and by its small
/// words. A text of fewer than about five words, one with too few small words (a list, a job title) and one of two
/// languages is undetermined. Looks at no more than the first 4,000 bytes.
DetectedLanguage detect_language(std::string_view utf8);

}  // namespace passend::text
