// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "indexer/base/file.hpp"
#include "server/jobs/job.hpp"

namespace passend::jobs {

struct JobsOptions {
  std::filesystem::path directory;  ///< Made with mode 0700 when it is not there.
  std::size_t most_waiting = 20;
  std::size_t most_waiting_of_one = 5;
  std::size_t most_kept_of_one = 50;                       ///< Above it the ones that ended longest ago go first.
  std::chrono::milliseconds kept{std::chrono::hours(24)};  ///< After the end.
};

/// What somebody asks for.
struct NewJob {
  JobId id;
  JobKind kind = JobKind::audit_verify;
  std::string owner;
  std::string content;
  Work work;
};

/// What came of a job. It stays whole when the job is removed meanwhile.
struct StoredResult {
  std::string media_type;
  std::shared_ptr<const std::string> text{};  ///< Of what is kept in memory.
  std::shared_ptr<const MappedFile> file{};   ///< Of everything else.

  std::string_view bytes() const { return file ? file->bytes() : std::string_view(*text); }
};

/// The jobs of a data directory: a line that one thread works off. Thread-safe.
class Jobs {
 public:
  /// What an earlier process left in the line or was working on is interrupted. Throws storage_busy when another
  /// process has jobs there, storage_failed, disk_full.
  explicit Jobs(JobsOptions options);
  /// What waits and what runs is interrupted; returns when the work that runs has noticed.
  ~Jobs();
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Puts a job in the line; durable when it returns. A job with the same id, owner and content is that one. Throws
  /// conflict for an id that stands for something else, too_many_requests when too many wait.
  Job add(NewJob asked);

  /// Of somebody else it is not there, like everything below.
  std::optional<Job> find(JobId id, std::string_view owner);
  /// Newest first.
  std::vector<Job> of(std::string_view owner);
  /// The result of a job that is done; absent when there is none, or no longer.
  std::optional<StoredResult> result(JobId id, std::string_view owner);
  /// Of a job that waits or runs: it is cancelled, as soon as its work notices. One that has ended is removed with its
  /// result. False when it is not there.
  bool cancel(JobId id, std::string_view owner);

  /// How long a job is kept after its end.
  std::chrono::milliseconds kept() const { return options_.kept; }

  /// Called after every change of a job (state or progress), on whatever thread changes it, for as long as what is
  /// returned lives; must return quickly and ask nothing here.
  using Listener = std::function<void()>;
  [[nodiscard]] std::shared_ptr<const Listener> listen(Listener listener);

  /// The job when it is otherwise than `known`, or as it is after `longest`; absent when it is not there any more.
  std::optional<Job> wait_for_change(const Job& known, std::chrono::milliseconds longest);

 private:
  struct Entry {
    Job job;
    Work work{};
    std::shared_ptr<const std::string> result_in_memory{};
    bool stop_asked = false;
  };
  using Entries = std::map<JobId, Entry>;

  void load();
  void work_off();
  void run(std::unique_lock<std::mutex>& lock, Entry& entry);
  JobResult carry_out(const JobId& id, const Work& work);
  void end(Entry& entry, JobState state);
  void tell_change();
  void note_progress(const JobId& id, JobProgress progress);
  bool must_stop(const JobId& id);
  void keep(const Job& job) const;
  void remove_files(const JobId& id) const;
  void remove_old();
  void require_room(std::string_view owner) const;
  Entry* find_entry(JobId id, std::string_view owner);
  std::filesystem::path file_of(const JobId& id, std::string_view kind) const;

  JobsOptions options_;
  int lock_file_ = -1;
  mutable std::mutex mutex_;  ///< Of what follows.
  std::condition_variable work_signal_;
  std::condition_variable change_signal_;
  Entries entries_;
  std::deque<JobId> line_;
  std::vector<std::weak_ptr<const Listener>> listeners_;
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace passend::jobs
