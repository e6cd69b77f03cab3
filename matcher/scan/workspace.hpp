// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <mutex>
#include <vector>

namespace passend::scan {

/// Memory to work in that is lent out and comes back as it was left: as many pieces as ever worked at once.
/// Thread-safe.
template <class Workspace>
class WorkspacePool {
 public:
  /// Returns its workspace when it goes.
  class Loan {
   public:
    Loan(WorkspacePool& pool, std::unique_ptr<Workspace> workspace) : pool_(pool), workspace_(std::move(workspace)) {}
    ~Loan() { pool_.take_back(std::move(workspace_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Workspace& operator*() const { return *workspace_; }

   private:
    WorkspacePool& pool_;
    std::unique_ptr<Workspace> workspace_;
  };

  Loan lend() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return {*this, std::make_unique<Workspace>()};
    auto workspace = std::move(free_.back());
    free_.pop_back();
    return {*this, std::move(workspace)};
  }

  /// Of those that are not lent out.
  template <class Visit>
  void for_each(Visit visit) {
    const std::lock_guard lock(mutex_);
    for (const auto& workspace : free_) visit(*workspace);
  }

 private:
  void take_back(std::unique_ptr<Workspace> workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> free_;
};

}  // namespace passend::scan
