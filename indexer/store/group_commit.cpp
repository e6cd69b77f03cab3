// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/group_commit.hpp"

#include <utility>

#include "indexer/base/log.hpp"

namespace passend::store {
namespace {

constexpr std::size_t most_jobs_together = 128;
constexpr int log_pages_to_checkpoint = 4096;  // 16 MB

// A broken rule of the schema undoes one statement; anything else that SQLite refuses concerns the whole transaction.
bool fails_alone(const SqliteError& error, const Connection& connection) {
  return error.code() == ErrorCode::internal && connection.in_transaction();
}

}  // namespace

GroupCommit::GroupCommit(Connection& writer, std::function<Turn()> take_turn)
    : connection_(writer), take_turn_(std::move(take_turn)), thread_([this] { serve(); }) {}

GroupCommit::~GroupCommit() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void GroupCommit::run(const std::function<After()>& work) {
  Job job(work);
  {
    std::unique_lock lock(mutex_);
    queue_.push_back(&job);
    wake_.notify_one();
    job.done.wait(lock, [&job] { return job.finished; });
  }
  if (job.failure) std::rethrow_exception(job.failure);
}

void GroupCommit::serve() {
  Group group;
  while (take(group)) write(group);
}

void GroupCommit::write(Group& group) {
  Turn turn;
  try {
    if (take_turn_) turn = take_turn_();
  } catch (const Error& error) {
    abandon(group, [&] { return Error(error.code(), error.what()); });
    finish(group);
    return;
  }
  commit(group);
  finish(group);
  tidy_log();
}

void GroupCommit::finish(Group& group) {
  const std::lock_guard lock(mutex_);
  for (Job* job : group) {
    job->finished = true;
    job->done.notify_one();
  }
}

bool GroupCommit::take(Group& group) {
  group.clear();
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return closing_ || !queue_.empty(); });
  while (!queue_.empty() && group.size() < most_jobs_together) {
    group.push_back(queue_.front());
    queue_.pop_front();
  }
  return !group.empty();
}

void GroupCommit::commit(Group& group) {
  if (!in_doubt_.empty()) {
    const std::string why = "the store stopped writing after a failure: " + in_doubt_ + "; open it again";
    return abandon(group, [&] { return Error(ErrorCode::storage_failed, why); });
  }
  try {
    connection_.script("BEGIN IMMEDIATE");
    for (Job* job : group) run_alone(*job);
    connection_.script("COMMIT");
  } catch (const SqliteError& error) {
    abandon(group, [&] { return SqliteError(error.code(), error.what(), error.aftermath()); });
    if (error.aftermath() == Aftermath::reopen) stop_writing_after(error);
    // The log may hold pages more than once: emptying it can be the room that is missing.
    if (error.code() == ErrorCode::disk_full) scrub_ = true;
  } catch (const std::exception& error) {
    abandon(group, [&] { return Error(ErrorCode::internal, error.what()); });
  }
}

void GroupCommit::run_alone(Job& job) {
  connection_.script("SAVEPOINT piece");
  After after = After::nothing;
  try {
    after = job.work();
  } catch (const SqliteError& error) {
    if (!fails_alone(error, connection_)) throw;
    job.failure = std::current_exception();
  } catch (...) {
    job.failure = std::current_exception();
  }
  if (job.failure) connection_.script("ROLLBACK TO piece");
  connection_.script("RELEASE piece");
  if (!job.failure && after == After::scrub) scrub_ = true;
}

template <class Failure>
void GroupCommit::abandon(Group& group, const Failure& failure) {
  // Work that failed by itself keeps its own reason; each of the others gets an exception of its own, for its own
  // thread.
  for (Job* job : group) {
    if (!job->failure) job->failure = std::make_exception_ptr(failure());
  }
  try {
    if (connection_.in_transaction()) connection_.script("ROLLBACK");
  } catch (const Error& error) {
    stop_writing_after(error);
  }
}

void GroupCommit::tidy_log() {
  if (!in_doubt_.empty()) return;
  try {
    if (scrub_) {
      scrub_ = !connection_.checkpoint(Connection::Checkpoint::truncate);
    } else if (connection_.log_pages() >= log_pages_to_checkpoint) {
      connection_.checkpoint(Connection::Checkpoint::passive);
    }
  } catch (const SqliteError& error) {
    // What was acknowledged stands in the log; a full disk only puts this off.
    if (error.aftermath() == Aftermath::reopen) stop_writing_after(error);
    log(LogLevel::warning, error.what());
  }
}

void GroupCommit::stop_writing_after(const Error& error) {
  in_doubt_ = error.what();
  log(LogLevel::error, in_doubt_);
}

}  // namespace passend::store
