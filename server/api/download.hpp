// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "server/api/listing.hpp"
#include "server/api/reads.hpp"

/// A selection as a file that is made while it is sent (http/pieces.hpp).
namespace passend::api {

/// How a selection is written, as Accept says; the page is what an answer is otherwise.
enum class Format : std::uint8_t { page, lines, csv, workbook };

/// In the order of Format.
inline constexpr std::array<std::string_view, 4> format_types{
    "application/json", "application/x-ndjson", "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};

/// Throws not_acceptable.
Format format_of(const http::Request& request);

/// The whole listing as a file that a browser keeps. Whoever stands in a piece is in the read log before it leaves,
/// each once; a spreadsheet can only be sent when it is whole, so that for one everybody is. `look.caller` and
/// `look.request` are copied. Throws overloaded when the read log does not take the first of them; when it fails later
/// the answer breaks off.
http::Response answer_download(Format format, Language language, std::unique_ptr<Listing> listing, const Look& look,
                               const Services& services);

}  // namespace passend::api
