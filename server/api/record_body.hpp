// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string_view>

#include "indexer/model/casework.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "server/http/message.hpp"

/// Records as clients write them: JSON in the form of schemas/json, without the members that the server keeps.
namespace passend::api {

/// Members that a client may not name, each refused with a violation: always "id" and "source", and these.
using KeptMembers = std::span<const std::string_view>;

/// A new record: the members of the body, over those that `made` has of the server; `asked` are those of `made` that
/// the body must bring. Throws malformed_document, and invalid_input with every broken rule; a text with a citizen
/// service number (BSN) is refused too.
Vacancy read_new(const http::Request& request, const Vacancy& made, KeptMembers kept = {}, KeptMembers asked = {});
Employer read_new(const http::Request& request, const Employer& made, KeptMembers kept = {}, KeptMembers asked = {});
Selection read_new(const http::Request& request, const Selection& made, KeptMembers kept = {}, KeptMembers asked = {});
Proposal read_new(const http::Request& request, const Proposal& made, KeptMembers kept = {}, KeptMembers asked = {});
ContactMoment read_new(const http::Request& request, const ContactMoment& made, KeptMembers kept = {},
                       KeptMembers asked = {});

/// A record with the body of the request laid over it as a JSON merge patch (RFC 7396): a member replaces what is
/// there, null removes it. Throws as read_new.
Vacancy read_over(const http::Request& request, const Vacancy& current, KeptMembers kept = {});
Employer read_over(const http::Request& request, const Employer& current, KeptMembers kept = {});
Selection read_over(const http::Request& request, const Selection& current, KeptMembers kept = {});
Proposal read_over(const http::Request& request, const Proposal& current, KeptMembers kept = {});
ContactMoment read_over(const http::Request& request, const ContactMoment& current, KeptMembers kept = {});

/// A portfolio with what its person changes in it: a merge patch over {"searchProfile", "detailProfile"}. What is not
/// theirs to set is refused; the fields that the patch names are marked as theirs (OwnSay::corrected).
Portfolio read_own_over(const http::Request& request, const Portfolio& current);

}  // namespace passend::api
