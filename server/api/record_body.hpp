// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <initializer_list>
#include <string_view>

#include "indexer/model/casework.hpp"
#include "indexer/model/vacancy.hpp"
#include "server/http/message.hpp"

/// Records as clients write them: JSON in the form of schemas/json, without the members that the server keeps.
namespace passend::api {

/// Members that a client may not name, each refused with a violation: always "id" and "source", and these.
using KeptMembers = std::initializer_list<std::string_view>;

/// A new record: what the server keeps stands in `made` already, the rest comes from the body. Throws
/// malformed_document, and invalid_input with every broken rule.
template <class T>
T read_new(const http::Request& request, const T& made, KeptMembers kept = {});

/// A record changed by a JSON merge patch (RFC 7396): a member replaces what is there, null removes it. Throws as
/// read_new.
template <class T>
T read_patch(const http::Request& request, const T& current, KeptMembers kept = {});

}  // namespace passend::api
