// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>

#include "server/http/router.hpp"
#include "server/web/embedded_file.hpp"

namespace passend::web {

/// Answers GET with the files of a manifest, by exact name: no path is ever joined or opened. A path that names no file
/// and looks like none (no dot in its last segment) is one of the application's own and gets index.html. Files under
/// assets/ bear a hash in their name and may be kept for ever. Without index.html every page says how to build the
/// front end. `files` must outlive the handler.
http::Handler pages(std::span<const EmbeddedFile> files);

}  // namespace passend::web
