// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "matcher/run/replay.hpp"

namespace passend {

template <>
struct CodeNames<run::Verdict> {
  static constexpr CodeTable<run::Verdict, 3> names{{{run::Verdict::proved, "proved"},
                                                     {run::Verdict::same_result, "same_result"},
                                                     {run::Verdict::different, "different"}}};
};
template <>
struct CodeNames<run::RowChange> {
  static constexpr CodeTable<run::RowChange, 4> names{{{run::RowChange::entered, "entered"},
                                                       {run::RowChange::left, "left"},
                                                       {run::RowChange::rescored, "rescored"},
                                                       {run::RowChange::moved, "moved"}}};
};

}  // namespace passend

namespace passend::run {

/// components/schemas/Replay of schemas/openapi/passend.yaml.
nlohmann::ordered_json replay_json(const Replay& replay);

}  // namespace passend::run
