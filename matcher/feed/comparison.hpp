// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>

#include "indexer/base/executor.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/feed/feed.hpp"

/// What fits in a snapshot, beside what fitted in a picture. Numbers and times of announcements are left open.
namespace passend::feed {

struct Compared {
  std::vector<Announcement> announcements;
  std::vector<Turn> turns;
  std::uint64_t newly_fitting = 0;
};

/// Compares the pairs of these records alone; the picture only learns handles.
Compared compare_changed(const engine::Engine& engine, const Changed& changed, Picture& picture,
                         const Executor& executor);

/// Compares everything and draws `next` (empty before). Turns are not listed.
Compared compare_everything(const engine::Engine& engine, const Picture& picture, Picture& next,
                            const Executor& executor, const std::function<bool()>& stop);

}  // namespace passend::feed
