// SPDX-License-Identifier: EUPL-1.2
// Long work: in a line, by one thread, for its owner alone, through a stop and a kill of the server.
#include "server/jobs/jobs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <future>
#include <memory>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "server/jobs/job_file.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::jobs {
namespace {

using namespace std::chrono_literals;
using test::TemporaryDirectory;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

JobId number(std::uint64_t low) {
  return {Id128{7, low}};
}

/// Work that goes on until it is let go or told to stop.
class Gate {
 public:
  Work work() {
    return [this](const JobSite& site) {
      started_.set_value();
      while (go_.wait_for(1ms) != std::future_status::ready) {
        if (site.stop()) throw Error(ErrorCode::cancelled, "told to stop");
      }
      return JobResult{.text = "let go"};
    };
  }
  void wait_until_started() { started_.get_future().wait(); }
  void let_go() { open_.set_value(); }

 private:
  std::promise<void> started_;
  std::promise<void> open_;
  std::shared_future<void> go_ = open_.get_future().share();
};

Work says(const std::string& text, Kept kept = Kept::on_disk) {
  return [text, kept](const JobSite&) { return JobResult{.media_type = "text/plain", .text = text, .kept = kept}; };
}

class JobsOf : public testing::Test {
 protected:
  JobsOf() { options.directory = directory.path() / "jobs"; }

  Jobs& open() {
    jobs.reset();
    jobs = std::make_unique<Jobs>(options);
    return *jobs;
  }
  Job add(std::uint64_t id, Work work, const std::string& owner = "anna") {
    return jobs->add({number(id), JobKind::audit_verify, owner, "content", std::move(work)});
  }
  Job ended(std::uint64_t id, const std::string& owner = "anna") {
    auto job = jobs->find(number(id), owner);
    while (job && !has_ended(job->state)) job = jobs->wait_for_change(*job, 10s);
    return job.value_or(Job{});
  }
  static ErrorCode code_of(const std::function<void()>& call) {
    try {
      call();
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::count_;
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(options.directory)) {
      if (file.path().filename() != "lock") names.push_back(file.path().filename().string());
    }
    return names;
  }

  TemporaryDirectory directory;
  JobsOptions options;
  std::unique_ptr<Jobs> jobs;
};

TEST_F(JobsOf, SeveralPeopleAreDoneInTheOrderOfAskingWithTheirResults) {
  open();
  Gate gate;
  EXPECT_EQ(add(1, gate.work()).state, JobState::waiting);
  add(2, says("two"));
  gate.wait_until_started();
  EXPECT_EQ(jobs->find(number(1), "anna")->state, JobState::running);
  EXPECT_EQ(jobs->find(number(2), "anna")->state, JobState::waiting) << "one runs at a time";
  EXPECT_FALSE(jobs->result(number(1), "anna"));
  gate.let_go();
  const Job second = ended(2);
  EXPECT_EQ(second.state, JobState::done);
  EXPECT_LE(jobs->find(number(1), "anna")->ended, second.started);
  EXPECT_EQ(jobs->result(number(1), "anna")->bytes(), "let go");
  EXPECT_EQ(jobs->result(number(2), "anna")->bytes(), "two");
  EXPECT_EQ(jobs->result(number(2), "anna")->media_type, "text/plain");
}

TEST_F(JobsOf, SomebodyAreThereForNobodyElse) {
  open();
  add(1, says("hers"));
  ended(1);
  EXPECT_FALSE(jobs->find(number(1), "bert"));
  EXPECT_FALSE(jobs->result(number(1), "bert"));
  EXPECT_FALSE(jobs->cancel(number(1), "bert"));
  EXPECT_THAT(jobs->of("bert"), IsEmpty());
  EXPECT_THAT(jobs->of("anna"), SizeIs(1));
  EXPECT_EQ(code_of([&] { add(1, says("his"), "bert"); }), ErrorCode::conflict);
}

TEST_F(JobsOf, OneOwnerAskedForTwiceAreOne) {
  open();
  add(1, says("first"));
  ended(1);
  EXPECT_EQ(add(1, says("again")).state, JobState::done);
  EXPECT_EQ(jobs->result(number(1), "anna")->bytes(), "first");
  EXPECT_EQ(code_of([&] {
              jobs->add({number(1), JobKind::match_batch, "anna", "other content", says("x")});
            }),
            ErrorCode::conflict);
}

TEST_F(JobsOf, OneOwnerAreRefusedWhenTooManyWait) {
  options.most_waiting = 3;
  options.most_waiting_of_one = 2;
  open();
  Gate gate;
  add(1, gate.work());
  gate.wait_until_started();
  add(2, says("x"));
  add(3, says("x"));
  EXPECT_EQ(code_of([&] { add(4, says("x")); }), ErrorCode::too_many_requests);
  add(5, says("x"), "bert");
  EXPECT_EQ(code_of([&] { add(6, says("x"), "bert"); }), ErrorCode::too_many_requests);
  EXPECT_TRUE(jobs->cancel(number(2), "anna"));
  EXPECT_EQ(jobs->find(number(2), "anna")->state, JobState::cancelled);
  add(6, says("x"), "bert");
  gate.let_go();
  EXPECT_EQ(ended(6, "bert").state, JobState::done);
}

TEST_F(JobsOf, WhoCancelsStopAndLeaveNothing) {
  open();
  Gate gate;
  add(1, [&](const JobSite& site) {
    std::filesystem::create_directory(site.directory);
    write_file_durably(site.directory / "half", "half");
    return gate.work()(site);
  });
  gate.wait_until_started();
  EXPECT_TRUE(jobs->cancel(number(1), "anna"));
  EXPECT_EQ(ended(1).state, JobState::cancelled);
  EXPECT_FALSE(jobs->result(number(1), "anna"));
  EXPECT_THAT(files(), SizeIs(1)) << "the job alone";
  EXPECT_TRUE(jobs->cancel(number(1), "anna")) << "what has ended is removed";
  EXPECT_FALSE(jobs->find(number(1), "anna"));
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(JobsOf, AKindThatFailsSayWhyAndNotWhatIsTheServers) {
  open();
  add(1, [](const JobSite&) -> JobResult { throw Error(ErrorCode::not_found, "There is nobody."); });
  add(2, [](const JobSite&) -> JobResult { throw Error(ErrorCode::disk_full, "no room in /var/lib/canary"); });
  add(3, [](const JobSite&) -> JobResult { throw std::runtime_error("canary"); });
  EXPECT_EQ(ended(1).state, JobState::failed);
  EXPECT_EQ(ended(1).error, (JobError{"not-found", "There is nobody."}));
  EXPECT_EQ(ended(2).error->code, "disk-full");
  EXPECT_EQ(ended(2).error->detail.find("canary"), std::string::npos);
  EXPECT_EQ(ended(3).error->detail.find("canary"), std::string::npos);
  open();
  EXPECT_EQ(jobs->find(number(1), "anna")->error->detail, "There is nobody.") << "also after a restart";
}

TEST_F(JobsOf, ProgressIsToldWhileTheyRun) {
  open();
  Gate gate;
  add(1, [&](const JobSite& site) {
    site.progress({"work", 3, 10, "things"});
    return gate.work()(site);
  });
  gate.wait_until_started();
  Job job = *jobs->find(number(1), "anna");
  EXPECT_EQ(job.progress, (JobProgress{3, 10}));
  std::thread later([&] { gate.let_go(); });
  job = *jobs->wait_for_change(job, 10s);
  later.join();
  EXPECT_EQ(job.state, JobState::done);
}

TEST_F(JobsOf, ChangesAreToldAsLongAsSomebodyListens) {
  open();
  std::atomic<int> told = 0;
  auto listening = jobs->listen([&] { ++told; });
  add(1, says("x"));
  ended(1);
  EXPECT_GE(told, 2) << "it ran, and was done";
  listening.reset();
  const int until_then = told;
  add(2, says("x"));
  ended(2);
  EXPECT_EQ(told, until_then);
}

TEST_F(JobsOf, AServerThatIsToldToStopAreInterruptedAndStayToBeSeen) {
  open();
  Gate gate;
  add(1, says("done before"));
  ended(1);
  add(2, gate.work());
  gate.wait_until_started();
  add(3, says("never begun"));
  open();
  EXPECT_EQ(jobs->find(number(1), "anna")->state, JobState::done);
  EXPECT_EQ(jobs->result(number(1), "anna")->bytes(), "done before");
  for (const std::uint64_t id : {2, 3}) {
    EXPECT_EQ(jobs->find(number(id), "anna")->state, JobState::interrupted) << id;
    EXPECT_TRUE(jobs->find(number(id), "anna")->ended);
    EXPECT_FALSE(jobs->result(number(id), "anna"));
  }
}

TEST_F(JobsOf, AServerThatIsKilledAreInterruptedWithNothingHalf) {
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    Jobs there(options);
    there.add({number(1), JobKind::match_batch, "anna", "", [](const JobSite& site) {
                 std::filesystem::create_directory(site.directory);
                 ::_exit(9);  // As a kill would.
                 return JobResult{};
               }});
    ::pause();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_EQ(WEXITSTATUS(status), 9);
  EXPECT_THAT(files(), SizeIs(2)) << "the job and what it worked in";
  write_file_durably(options.directory / (to_text(number(2)) + ".result"), "of nobody");
  write_file_durably(options.directory / (to_text(number(3)) + ".json"), "{\"half");
  open();
  EXPECT_EQ(jobs->find(number(1), "anna")->state, JobState::interrupted);
  EXPECT_THAT(files(), SizeIs(1));
}

TEST_F(JobsOf, WhatIsAboutOnePersonIsInNoFile) {
  open();
  add(1, says("Canary Secretname", Kept::in_memory));
  EXPECT_EQ(ended(1).state, JobState::done);
  EXPECT_EQ(jobs->result(number(1), "anna")->bytes(), "Canary Secretname");
  for (const std::string& file : files()) {
    EXPECT_EQ(read_file(options.directory / file).find("Canary"), std::string::npos) << file;
  }
  open();
  EXPECT_EQ(jobs->find(number(1), "anna")->state, JobState::interrupted);
}

TEST_F(JobsOf, LongAgoAreRemoved) {
  options.kept = 0ms;
  open();
  add(1, says("x"));
  while (jobs->find(number(1), "anna")) std::this_thread::yield();
  EXPECT_THAT(files(), IsEmpty());
  options.kept = 24h;
  options.most_kept_of_one = 2;
  open();
  for (const std::uint64_t id : {1, 2, 3}) {
    add(id, says("x"));
    ended(id);
  }
  EXPECT_THAT(jobs->of("anna"), SizeIs(2));
  EXPECT_FALSE(jobs->find(number(1), "anna"));
}

TEST_F(JobsOf, ADirectoryAreTakenByOneServer) {
  open();
  EXPECT_EQ(code_of([&] { Jobs second(options); }), ErrorCode::storage_busy);
  EXPECT_EQ(std::filesystem::status(options.directory).permissions(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace passend::jobs
