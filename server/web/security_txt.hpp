// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "server/http/router.hpp"

namespace passend::web {

/// Answers /.well-known/security.txt (RFC 9116) with `contact`, where a weakness can be reported, valid for the next
/// half year; every other path goes to `pages`. An empty contact leaves `pages` as they are: only whoever runs the
/// server knows the contact. Throws configuration for anything but a mailto:, https: or tel: address.
http::Handler with_security_txt(http::Handler pages, std::string contact);

}  // namespace passend::web
