// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/base/progress.hpp"
#include "indexer/model/codes.hpp"

/// Long work that is asked for, goes on while nobody waits, and whose result is fetched later.
namespace passend::jobs {

using JobId = Id<struct JobIdKind>;

enum class JobKind : std::uint8_t {
  audit_verify,       ///< Reads the chain of the audit.
  match_batch,        ///< Everybody with every open vacancy.
  question_worklist,  ///< Which questions to many people would open most vacancies.
  person_request      ///< What somebody asks of their own data, on their behalf.
};

enum class JobState : std::uint8_t {
  waiting,
  running,
  done,
  failed,
  cancelled,   ///< By its owner.
  interrupted  ///< The server stopped.
};
/// Whether nothing will come of it any more that is not there.
constexpr bool has_ended(JobState state) {
  return state != JobState::waiting && state != JobState::running;
}

struct JobError {
  std::string code;    ///< As in docs/errors.md.
  std::string detail;  ///< For its owner.
  bool operator==(const JobError&) const = default;
};

struct JobProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;  ///< 0: not known.
  bool operator==(const JobProgress&) const = default;
};

struct Job {
  JobId id;
  JobKind kind = JobKind::audit_verify;
  JobState state = JobState::waiting;
  std::string owner;    ///< Subject of who asked for it.
  std::string content;  ///< SHA-256 of what was asked, by which a repetition is told from another question.
  Timestamp created;
  std::optional<Timestamp> started{};
  std::optional<Timestamp> ended{};
  JobProgress progress{};    ///< In memory alone.
  std::string media_type{};  ///< Of the result; empty while there is none.
  std::optional<JobError> error{};
};

/// Where a result lies until it is fetched.
enum class Kept : std::uint8_t {
  on_disk,
  in_memory  ///< For what is about one person with name and all: no file holds it.
};

struct JobResult {
  std::string media_type = "application/json";
  std::string text;
  Kept kept = Kept::on_disk;
};

/// What the work of a job is given.
struct JobSite {
  std::function<bool()> stop;       ///< Asked now and then; true: give up, by throwing `cancelled`.
  ProgressSink progress;            ///< Throws `cancelled` itself when it is to give up.
  std::filesystem::path directory;  ///< Of its own, not yet made; removed when the job has ended.
};

/// Whatever it throws ends the job as failed, or as cancelled or interrupted when it was told to stop.
using Work = std::function<JobResult(const JobSite&)>;

}  // namespace passend::jobs

namespace passend {

template <>
struct CodeNames<jobs::JobKind> {
  static constexpr CodeTable<jobs::JobKind, 4> names{{{jobs::JobKind::audit_verify, "audit_verify"},
                                                      {jobs::JobKind::match_batch, "match_batch"},
                                                      {jobs::JobKind::question_worklist, "question_worklist"},
                                                      {jobs::JobKind::person_request, "person_request"}}};
};

template <>
struct CodeNames<jobs::JobState> {
  static constexpr CodeTable<jobs::JobState, 6> names{{{jobs::JobState::waiting, "waiting"},
                                                       {jobs::JobState::running, "running"},
                                                       {jobs::JobState::done, "done"},
                                                       {jobs::JobState::failed, "failed"},
                                                       {jobs::JobState::cancelled, "cancelled"},
                                                       {jobs::JobState::interrupted, "interrupted"}}};
};

}  // namespace passend
