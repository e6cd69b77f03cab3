// SPDX-License-Identifier: EUPL-1.2
#include "server/api/job_events.hpp"

#include "server/http/events.hpp"

namespace passend::api {
namespace {

class JobEvents : public http::Pieces {
 public:
  JobEvents(const Services& services, jobs::JobId id, std::string owner, StillMay still_may,
            const std::shared_ptr<http::Bell>& bell)
      : services_(services),
        id_(id),
        owner_(std::move(owner)),
        still_may_(std::move(still_may)),
        listening_(services.jobs->listen([bell] { bell->ring(); })) {}

  std::optional<std::string> next() override {
    if ((told_ && jobs::has_ended(told_->state)) || !still_may_()) return std::nullopt;
    const auto job = services_.jobs->find(id_, owner_);
    if (!job) return std::nullopt;  // It was removed.
    if (told_ && told_->state == job->state && told_->progress == job->progress) return "";
    told_ = job;
    return http::to_text({"", jobs::has_ended(job->state) ? "done" : "progress", job_json(*job, services_)});
  }

 private:
  const Services& services_;
  jobs::JobId id_;
  std::string owner_;
  StillMay still_may_;
  std::shared_ptr<const jobs::Jobs::Listener> listening_;
  std::optional<jobs::Job> told_;
};

}  // namespace

http::Response FollowJob::operator()(const JobInput& input, const auth::Caller& caller, StillMay still_may) const {
  GetJob{services}(input, caller);
  auto bell = std::make_shared<http::Bell>();
  auto events = std::make_shared<JobEvents>(services, input.job, caller.principal.subject, std::move(still_may), bell);
  return http::event_stream(std::move(events), std::move(bell));
}

}  // namespace passend::api
