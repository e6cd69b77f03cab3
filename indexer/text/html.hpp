// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

namespace passend::text {

/// The text that a person would read in a piece of HTML, as it stands in vacancy feeds: tags dropped, <br>, <p>, <li>
/// and other blocks on lines of their own, scripts, styles and comments gone, entities decoded, also when they were
/// encoded twice or three times (`&amp;#8230;`, `&lt;p&gt;`). Never fails: a tag or entity cut off at the end is
/// dropped or kept as it stands. Text without any block tag keeps its own line ends. The result is `clean_text`.
std::string plain_text_from_html(std::string_view html);

}  // namespace passend::text
