// SPDX-License-Identifier: EUPL-1.2
#include "server/jobs/jobs.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/log.hpp"
#include "server/jobs/job_file.hpp"

namespace passend::jobs {
namespace {

constexpr const char* job_file = ".json";
constexpr const char* result_file = ".result";
constexpr const char* work_directory = ".work";
/// How much less a job gets of a busy processor than requests do (nice(2)).
constexpr int lower_priority = 5;

int take_lock(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
  const std::string path = (directory / "lock").string();
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw Error(ErrorCode::storage_failed, "cannot open '" + path + "'");
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return file;
  ::close(file);
  throw Error(ErrorCode::storage_busy, "another server takes the jobs of '" + directory.string() + "'");
}

bool is_same(const Job& one, const Job& other) {
  return one.state == other.state && one.progress == other.progress;
}

/// What its owner may read of a failure: what is theirs to mend.
JobError told(const Error& error) {
  const ErrorInfo& info = error.info();
  const bool is_ours_to_mend = info.http_status >= 500 && info.http_status != 503;
  return {std::string(info.name), is_ours_to_mend
                                      ? "The failure stands in the log of the server; its administrator can mend it."
                                      : std::string(error.what())};
}

}  // namespace

Jobs::Jobs(JobsOptions options) : options_(std::move(options)), lock_file_(take_lock(options_.directory)) {
  try {
    load();
  } catch (...) {
    ::close(lock_file_);
    throw;
  }
  worker_ = std::thread([this] {
    ::setpriority(PRIO_PROCESS, 0, lower_priority);  // On Linux of this thread alone.
    work_off();
  });
}

Jobs::~Jobs() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const JobId& id : line_) {
      const auto entry = entries_.find(id);
      if (entry != entries_.end() && entry->second.job.state == JobState::waiting) {
        end(entry->second, JobState::interrupted);
      }
    }
    line_.clear();
  }
  work_signal_.notify_all();
  worker_.join();
  ::close(lock_file_);
}

std::filesystem::path Jobs::file_of(const JobId& id, std::string_view kind) const {
  return options_.directory / (to_text(id) + std::string(kind));
}

void Jobs::load() {
  std::vector<std::filesystem::path> strays;
  for (const auto& file : std::filesystem::directory_iterator(options_.directory)) {
    if (file.path().extension() != job_file) continue;
    const auto job = decode_job(read_file(file.path()));
    if (job && file.path() == file_of(job->id, job_file)) {
      entries_[job->id].job = *job;
    } else {
      log(LogLevel::warning, "a file among the jobs is none and is removed");
      strays.push_back(file.path());
    }
  }
  for (auto& [id, entry] : entries_) {
    const bool lost_result = entry.job.state == JobState::done && !std::filesystem::exists(file_of(id, result_file));
    if (!has_ended(entry.job.state) || lost_result) end(entry, JobState::interrupted);
  }
  // What a killed process left beside them.
  for (const auto& file : std::filesystem::directory_iterator(options_.directory)) {
    const auto id = JobId::parse(file.path().stem().string());
    const bool is_of_done_job = id && entries_.contains(*id) && entries_.at(*id).job.state == JobState::done;
    const bool is_known = file.path().extension() == job_file || file.path().filename() == "lock" ||
                          (file.path().extension() == result_file && is_of_done_job);
    if (!is_known) strays.push_back(file.path());
  }
  for (const auto& stray : strays) std::filesystem::remove_all(stray);
}

Job Jobs::add(NewJob asked) {
  const std::lock_guard lock(mutex_);
  remove_old();
  if (const auto known = entries_.find(asked.id); known != entries_.end()) {
    const Job& job = known->second.job;
    if (job.owner == asked.owner && job.content == asked.content) return job;
    throw Error(ErrorCode::conflict, "The Idempotency-Key was used for another request; choose a new one.");
  }
  require_room(asked.owner);
  Entry entry;
  entry.job = {.id = asked.id,
               .kind = asked.kind,
               .owner = std::move(asked.owner),
               .content = std::move(asked.content),
               .created = now()};
  entry.work = std::move(asked.work);
  keep(entry.job);
  line_.push_back(asked.id);
  work_signal_.notify_one();
  return entries_.emplace(asked.id, std::move(entry)).first->second.job;
}

void Jobs::require_room(std::string_view owner) const {
  std::size_t waiting = 0;
  std::size_t own = 0;
  for (const auto& [id, entry] : entries_) {
    if (entry.job.state != JobState::waiting) continue;
    ++waiting;
    own += entry.job.owner == owner ? 1 : 0;
  }
  if (own >= options_.most_waiting_of_one) {
    throw Error(ErrorCode::too_many_requests, std::to_string(own) +
                                                  " jobs of yours wait already; cancel one, or wait until one has "
                                                  "begun.");
  }
  if (waiting >= options_.most_waiting) {
    throw Error(ErrorCode::too_many_requests, "The line of jobs is full; try again when some are done.");
  }
}

Jobs::Entry* Jobs::find_entry(JobId id, std::string_view owner) {
  remove_old();
  const auto found = entries_.find(id);
  return found == entries_.end() || found->second.job.owner != owner ? nullptr : &found->second;
}

std::optional<Job> Jobs::find(JobId id, std::string_view owner) {
  const std::lock_guard lock(mutex_);
  const Entry* const entry = find_entry(id, owner);
  return entry == nullptr ? std::nullopt : std::optional(entry->job);
}

std::vector<Job> Jobs::of(std::string_view owner) {
  const std::lock_guard lock(mutex_);
  remove_old();
  std::vector<Job> jobs;
  for (const auto& [id, entry] : entries_) {
    if (entry.job.owner == owner) jobs.push_back(entry.job);
  }
  std::sort(jobs.begin(), jobs.end(), [](const Job& one, const Job& other) {
    return std::pair(other.created, other.id) < std::pair(one.created, one.id);
  });
  return jobs;
}

std::optional<StoredResult> Jobs::result(JobId id, std::string_view owner) {
  const std::lock_guard lock(mutex_);
  const Entry* const entry = find_entry(id, owner);
  if (entry == nullptr || entry->job.state != JobState::done) return std::nullopt;
  StoredResult result{entry->job.media_type, entry->result_in_memory, {}};
  if (!result.text) result.file = std::make_shared<const MappedFile>(file_of(id, result_file));
  return result;
}

bool Jobs::cancel(JobId id, std::string_view owner) {
  const std::lock_guard lock(mutex_);
  Entry* const entry = find_entry(id, owner);
  if (entry == nullptr) return false;
  if (has_ended(entry->job.state)) {
    remove_files(id);
    entries_.erase(id);
    tell_change();
  } else if (entry->job.state == JobState::waiting) {
    std::erase(line_, id);
    end(*entry, JobState::cancelled);
  } else {
    entry->stop_asked = true;
  }
  return true;
}

std::optional<Job> Jobs::wait_for_change(const Job& known, std::chrono::milliseconds longest) {
  std::unique_lock lock(mutex_);
  const auto is_otherwise = [&] {
    const auto found = entries_.find(known.id);
    return stopping_ || found == entries_.end() || !is_same(found->second.job, known);
  };
  change_signal_.wait_for(lock, longest, is_otherwise);
  const auto found = entries_.find(known.id);
  return found == entries_.end() ? std::nullopt : std::optional(found->second.job);
}

std::shared_ptr<const Jobs::Listener> Jobs::listen(Listener listener) {
  auto made = std::make_shared<const Listener>(std::move(listener));
  const std::lock_guard lock(mutex_);
  std::erase_if(listeners_, [](const auto& known) { return known.expired(); });
  listeners_.push_back(made);
  return made;
}

void Jobs::tell_change() {
  change_signal_.notify_all();
  for (const auto& known : listeners_) {
    if (const auto listener = known.lock()) (*listener)();
  }
}

void Jobs::work_off() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_signal_.wait(lock, [this] { return stopping_ || !line_.empty(); });
    if (stopping_) return;
    const JobId id = line_.front();
    line_.pop_front();
    const auto entry = entries_.find(id);
    if (entry != entries_.end()) run(lock, entry->second);
  }
}

/// What runs is not removed meanwhile, so the entry stays where it is.
void Jobs::run(std::unique_lock<std::mutex>& lock, Entry& entry) {
  entry.job.state = JobState::running;
  entry.job.started = now();
  tell_change();
  const JobId id = entry.job.id;
  const Work work = std::move(entry.work);
  lock.unlock();
  std::optional<JobResult> result;
  std::optional<JobError> failure;
  try {
    result = carry_out(id, work);
  } catch (const Error& error) {
    failure = told(error);
    if (error.code() != ErrorCode::cancelled) log(LogLevel::warning, "job " + to_text(id) + " failed: " + error.what());
  } catch (const std::exception& error) {
    failure = told(Error(ErrorCode::internal, error.what()));
    log(LogLevel::error, "job " + to_text(id) + " failed: " + error.what());
  }
  lock.lock();
  if (entry.stop_asked) return end(entry, JobState::cancelled);
  if (!result && stopping_) return end(entry, JobState::interrupted);
  if (!result) {
    entry.job.error = failure;
    return end(entry, JobState::failed);
  }
  entry.job.media_type = result->media_type;
  if (result->kept == Kept::in_memory)
    entry.result_in_memory = std::make_shared<const std::string>(std::move(result->text));
  end(entry, JobState::done);
}

/// Its result is durable when it returns, unless memory alone may keep it.
JobResult Jobs::carry_out(const JobId& id, const Work& work) {
  {
    const std::lock_guard lock(mutex_);
    keep(entries_.at(id).job);
  }
  const JobSite site{.stop = [this, id] { return must_stop(id); },
                     .progress =
                         [this, id](const Progress& progress) {
                           note_progress(id, {progress.done, progress.total});
                           if (must_stop(id)) throw Error(ErrorCode::cancelled, "the job was told to stop");
                         },
                     .directory = file_of(id, work_directory)};
  JobResult result = work(site);
  if (result.kept == Kept::on_disk) write_file_durably(file_of(id, result_file), result.text);
  return result;
}

bool Jobs::must_stop(const JobId& id) {
  const std::lock_guard lock(mutex_);
  return stopping_ || entries_.at(id).stop_asked;
}

void Jobs::note_progress(const JobId& id, JobProgress progress) {
  const std::lock_guard lock(mutex_);
  entries_.at(id).job.progress = progress;
  tell_change();
}

void Jobs::end(Entry& entry, JobState state) {
  entry.job.state = state;
  entry.job.ended = now();
  entry.work = {};
  if (state != JobState::done) entry.job.media_type.clear();
  try {
    std::filesystem::remove_all(file_of(entry.job.id, work_directory));
    if (state != JobState::done) std::filesystem::remove(file_of(entry.job.id, result_file));
    keep(entry.job);
  } catch (const std::exception& error) {
    // In memory it is right; after a restart it will be interrupted.
    log(LogLevel::warning, std::string("the state of a job could not be kept: ") + error.what());
  }
  tell_change();
}

void Jobs::keep(const Job& job) const {
  write_file_durably(file_of(job.id, job_file), encode(job));
}

void Jobs::remove_files(const JobId& id) const {
  // The job last: without it nothing leads to a result.
  for (const char* kind : {work_directory, result_file, job_file}) std::filesystem::remove_all(file_of(id, kind));
}

void Jobs::remove_old() {
  const Timestamp limit{now().milliseconds - options_.kept.count()};
  std::map<std::string, std::set<std::pair<Timestamp, JobId>>> ended;
  for (const auto& [id, entry] : entries_) {
    if (has_ended(entry.job.state)) ended[entry.job.owner].emplace(entry.job.ended.value_or(entry.job.created), id);
  }
  for (auto& [owner, jobs] : ended) {
    while (!jobs.empty() && (jobs.begin()->first < limit || jobs.size() > options_.most_kept_of_one)) {
      remove_files(jobs.begin()->second);
      entries_.erase(jobs.begin()->second);
      jobs.erase(jobs.begin());
    }
  }
}

}  // namespace passend::jobs
