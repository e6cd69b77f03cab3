// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>

#include "server/api/view_budget.hpp"

namespace passend::api {

/// What was decided when the server was started and no endpoint needs: for who wants to know how it is set up. No
/// secret, no address and no path of the machine is in it.
struct Configured {
  bool signs_in = false;               ///< Through a provider, and not everybody on this machine.
  bool speaks_tls = false;             ///< By itself; a proxy before it may.
  bool answers_exchange = false;       ///< VUM may ask here.
  bool gives_contact_moments = false;  ///< To VUM.
  bool passes_read_log_on = false;     ///< To a collector.
  std::size_t event_subscribers = 0;
  std::size_t details_a_day = ViewBudget::usual;
  double requests_per_second = 0;  ///< Of one session, token or address, for long; 0: no limit.
  double requests_at_once = 0;     ///< After a pause.
  double sign_ins_per_second = 0;  ///< Of one address; 0: no limit.
};

}  // namespace passend::api
