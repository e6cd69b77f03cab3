// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/store/store.hpp"
#include "server/auth/principal.hpp"

namespace passend::auth {

/// Who makes a request that was let in: who they are, what they may see, and what stands in the audit for them.
struct Caller {
  Principal principal;
  Role role;  ///< By which of their roles.
  store::Scope scope;
  store::Actor actor;
};

}  // namespace passend::auth
