// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/store/sqlite.hpp"

namespace passend::store {

/// The one thread that writes. What callers hand in while a transaction is being made durable goes together into the
/// next one, so that many callers share the cost of one fsync; each piece of work stands in a savepoint of its own and
/// fails alone.
class GroupCommit {
 public:
  /// What work leaves to be done once it is durable.
  enum class After : std::uint8_t {
    nothing,
    scrub  ///< Something was erased: empty the log, where the old pages still stand.
  };

  /// Held while a group is written and the log tidied.
  using Turn = std::shared_ptr<void>;

  /// `take_turn` keeps other processes from writing meanwhile; empty: the caller does. What it throws is what the group
  /// fails with.
  explicit GroupCommit(Connection& writer, std::function<Turn()> take_turn = {});
  /// Finishes what was handed in.
  ~GroupCommit();

  /// Runs `work` on the writing thread and returns when it is durable; any thread may call. Throws what `work` threw,
  /// or why the transaction failed. After a failure that leaves the files in doubt every later call throws
  /// storage_failed.
  void run(const std::function<After()>& work);

 private:
  /// Stands on the stack of the thread that waits for it. The writing thread does not touch it after `finished`.
  struct Job {
    explicit Job(const std::function<After()>& what) : work(what) {}
    const std::function<After()>& work;
    std::exception_ptr failure;
    bool finished = false;  ///< Guarded by mutex_.
    std::condition_variable done;
  };
  using Group = std::vector<Job*>;

  void serve();
  void write(Group& group);
  bool take(Group& group);
  void commit(Group& group);
  void run_alone(Job& job);
  void tidy_log();
  template <class Failure>
  void abandon(Group& group, const Failure& failure);
  void finish(Group& group);
  void stop_writing_after(const Error& error);

  Connection& connection_;
  std::function<Turn()> take_turn_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job*> queue_;
  bool closing_ = false;
  bool scrub_ = false;    ///< The log is to be emptied. Only the writing thread touches this and what follows.
  std::string in_doubt_;  ///< Why nothing more is written; empty: all is well.
  std::thread thread_;
};

}  // namespace passend::store
