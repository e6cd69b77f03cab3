// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string_view>

namespace passend::web {

/// One file of the built front end, inside the program.
struct EmbeddedFile {
  std::string_view path;  ///< Below dist/, parted by slashes: "assets/index-Bx3k.js"
  std::string_view bytes;
};

/// The manifest: every file that server/web/dist held when the program was built; none when the front end was not
/// built.
std::span<const EmbeddedFile> embedded_files();

}  // namespace passend::web
