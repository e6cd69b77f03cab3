// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::auth {

/// Whether a browser that is sent to this address stays with us: a path, perhaps with a query, of visible ASCII, that
/// no reading of it takes for another host ("//host", "/\\host"). No fragment: what stands behind the # is for the
/// browser alone. None of our own addresses for signing in, which would go round in circles.
bool is_own_path(std::string_view address);

}  // namespace passend::auth
