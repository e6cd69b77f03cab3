// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "server/api/routes.hpp"
#include "tests/api/contract.hpp"

/// Every operation of the contract, asked by every role about what is their own, of somebody else in the same
/// organisation, of another organisation, gone, or of a person who wants to be shown to nobody. What must come of it is
/// said here once more, apart from the policy of the program.
namespace passend::test {
namespace {

using auth::Role;

/// '-' forbidden; 'o' the own record only, anything else is not there; 'c' the same, and the step of the example is not
/// theirs to take; 'n' nothing is there; 'a' everything. One letter per role, in the
/// order job seeker, employer, jobhunter, employer adviser, manager, functional administrator, auditor, service.
// clang-format off
const std::map<std::string, std::string> may{
    {"getStatus", "--aaaaaa"},
    {"searchCandidates", "--aa---a"},
    {"searchVacancies", "aaaaa--a"},
    {"searchConcepts", "aaaaaaaa"},
    {"extractText", "aaaa---a"},
    {"relateConcepts", "aaaaaaaa"},
    {"linkConcepts", "aaaaaaaa"},
    {"getCandidate", "o-aa---a"},
    {"getVacancy", "aoaaa--a"},
    {"getEmployer", "aoaaa--a"},
    {"matchVacancy", "--aa---a"},
    {"matchCandidate", "o-aa---a"},
    {"getExplanation", "o-aa---a"},
    {"getFeed", "a-aa---a"},
    {"getRun", "--aa--aa"},
    {"replayRun", "--aa--aa"},
    {"getWhyNot", "o-aa---a"},
    {"relaxVacancy", "--aa---a"},
    {"previewVacancy", "--aa---a"},
    {"askQuestions", "--a----a"},
    {"getWeights", "--aaaaaa"},
    {"postVacancy", "-aaa---a"},
    {"getVacancyRecord", "-oaa---a"},
    {"changeVacancy", "-oaa---a"},
    {"eraseVacancy", "-oaa---a"},
    {"listEmployerVacancies", "aoaaa--a"},
    {"getMe", "a-------"},
    {"changeMe", "a-------"},
    {"eraseMe", "a-------"},
    {"exportMe", "a-------"},
    {"listViews", "a-------"},
    {"listEmployers", "--aaa--a"},
    {"addEmployer", "--aa---a"},
    {"getEmployerRecord", "-oaa---a"},
    {"changeEmployer", "-oaa---a"},
    {"listContactMoments", "--aa---a"},
    {"addContactMoment", "--aa---a"},
    {"getContactMoment", "--aa---a"},
    {"changeContactMoment", "--aa---a"},
    {"eraseContactMoment", "--aa---a"},
    {"listSelections", "--aa----"},
    {"addSelection", "--aa----"},
    {"getSelection", "--oo----"},
    {"listSelectedCandidates", "--oo----"},
    {"changeSelection", "--oo----"},
    {"eraseSelection", "--oo----"},
    {"openDetails", "--a-----"},
    {"askExchangeForCandidates", "--aa----"},
    {"askExchangeForVacancies", "--a-----"},
    {"openExchangeDetails", "--a-----"},
    {"propose", "--aa----"},
    {"getProposal", "ooaa----"},
    {"changeProposal", "coaa----"},
    {"listCandidateProposals", "o-aa----"},
    {"listVacancyProposals", "aoaa----"},
    {"listAudit", "------a-"},
    {"verifyAudit", "-----aa-"},
    {"listReads", "------a-"},
    {"getSettings", "-----aa-"},
    {"getMatching", "--aaaaaa"},
    {"setMatching", "----aa--"},
    {"addJob", "-----aa-"},
    {"listJobs", "--aa-aaa"},
    {"getJob", "--oo-ooo"},
    {"cancelJob", "--oo-ooo"},
    {"followJob", "--oo-ooo"},
    {"getJobResult", "--nn-oon"},
};
// clang-format on
const std::set<std::string> open_to_everybody{"getLivez", "getReadyz", "getOpenApi", "getOpenApiYaml", "getAlgorithm"};
/// Answers by its own rules: unit tests of server/auth and tests/sign_in.
const std::string about_oneself = "getSession";

enum class Whose { own, same_tenant, other_tenant, gone, restricted };
constexpr std::array everybodys{Whose::own, Whose::same_tenant, Whose::other_tenant, Whose::gone, Whose::restricted};

struct Records {
  CandidateId candidate;
  VacancyId vacancy;
  EmployerId employer;
  SelectionId selection;
  ProposalId proposal;
  ContactMomentId contact_moment;
  run::RunId run;
  jobs::JobId job;
};

class Access : public testing::Test {
 protected:
  Access()
      : router_(api::make_router(*region_.services, {[this](const http::Request&) { return principal_; }, {}}, {})) {
    const auto& pool = region_.engine->pool();
    for (std::uint32_t row = 0; row < pool.vacancy_rows(); ++row) {
      const auto vacancy = region_.store->vacancy(pool.vacancy_id(row), store::Scope::vacancies_only());
      if (!vacancy || !vacancy->record.employer_id) continue;
      auto& records = own_.employer == EmployerId{} ? own_ : foreign_;
      if (&records == &foreign_ && vacancy->record.employer_id == own_.employer) continue;
      records.vacancy = vacancy->record.id;
      records.employer = *vacancy->record.employer_id;
      if (&records == &foreign_) break;
    }
    auto person = region_.people.begin();
    own_.candidate = person->first;
    const auto next = [&]() -> const auto& {
      do ++person;
      while (person->first == region_.candidate);
      return *person;
    };
    foreign_.candidate = next().first;
    gone_ = foreign_;
    gone_.candidate = next().first;
    region_.withdraw(gone_.candidate);
    share_installation();
    add_casework(own_, "somebody");
    add_casework(foreign_, "somebody else");
    gone_.selection = foreign_.selection;
    gone_.proposal = foreign_.proposal;
    gone_.run = foreign_.run;
    gone_.contact_moment = foreign_.contact_moment;
    own_.job = jobs::JobId::random();
    foreign_.job = theirs_.job = gone_.job = jobs::JobId::random();
    restricted_ = gone_;
    add_restricted(next().second);
    region_.put_back();
  }

  /// What the region holds is of "ours"; "theirs" is an organisation of another region, with one record of each kind.
  void share_installation() {
    const std::string system = region_.people.begin()->second.search.source.system;
    region_.services->tenants = std::make_shared<const auth::Tenants>(std::vector<auth::Tenant>{
        {"ours", "Ours", "here", {system, "test"}, {}}, {"theirs", "Theirs", "there", {"elsewhere"}, {}}});
    Portfolio person = region_.people.begin()->second;
    person.search.id = person.detail.id = theirs_.candidate = CandidateId::random();
    person.search.source = {"elsewhere", "person"};
    Vacancy vacancy = region_.store->vacancy(own_.vacancy, store::Scope::vacancies_only())->record;
    vacancy.id = theirs_.vacancy = VacancyId::random();
    vacancy.source = {"elsewhere", "vacancy"};
    Employer employer = region_.store->employer(own_.employer, store::Scope::vacancies_only())->record;
    employer.id = theirs_.employer = EmployerId::random();
    employer.source = {"elsewhere", "employer"};
    vacancy.employer_id = employer.id;
    for (const store::Record& record : {store::Record(person), store::Record(vacancy), store::Record(employer)}) {
      region_.originals.emplace_back(record);
    }
    region_.put_back();
    add_casework(theirs_, "somebody of theirs", "elsewhere");
    own_.run = foreign_.run = run_of("ours");
    theirs_.run = run_of("theirs");
  }

  run::RunId run_of(const std::string& tenant) {
    const auto engine = region_.services->current_engine(nullptr);
    run::Question question{run::Direction::candidates_for_vacancy, own_.vacancy.value, {}, {}};
    auto run = run::make_run(question, *engine, engine->candidates_for(own_.vacancy, {}), "postcodes");
    run.inputs.boundary = *region_.services->tenants->boundary(tenant);
    const auto id = run.id;
    region_.services->recorder.record(std::move(run));
    return id;
  }

  void add_restricted(Portfolio person) {
    person.search.own_say.restricted = true;
    restricted_.candidate = person.search.id;
    region_.store->write({store::Replacement{std::move(person), 1}}, {"test", "restrict"});
  }

  void add_casework(Records& records, const std::string& owner, const std::string& system = "test") {
    Selection selection;
    selection.id = records.selection = SelectionId::random();
    selection.source = {system, to_text(selection.id)};
    selection.name = "Magazijn";
    selection.owner = owner;
    Proposal proposal;
    proposal.id = records.proposal = ProposalId::random();
    proposal.source = {system, to_text(proposal.id)};
    proposal.candidate = records.candidate;
    proposal.vacancy = records.vacancy;
    proposal.employer = records.employer;
    proposal.step = ProposalStep::invited;
    proposal.proposed_by = owner;
    ContactMoment moment;
    moment.id = records.contact_moment = ContactMomentId::random();
    moment.source = {system, to_text(moment.id)};
    moment.employer = records.employer;
    moment.day = *Date::of(2026, 11, 3);
    region_.originals.emplace_back(store::Casework(moment));
    region_.originals.emplace_back(store::Casework(selection));
    region_.originals.emplace_back(store::Casework(proposal));
  }

  void sign_in(std::optional<Role> role) {
    principal_.reset();
    if (!role) return;
    principal_.emplace();
    principal_->subject = "somebody";
    principal_->tenant = "ours";
    principal_->roles.add(*role);
    if (*role == Role::job_seeker) principal_->candidate = own_.candidate;
    if (*role == Role::employer) principal_->employer = own_.employer;
  }

  const Records& records_of(Whose whose) const {
    switch (whose) {
      case Whose::own:
        return own_;
      case Whose::same_tenant:
        return foreign_;
      case Whose::other_tenant:
        return theirs_;
      case Whose::gone:
        return gone_;
      case Whose::restricted:
        break;
    }
    return restricted_;
  }

  http::Response ask(const Operation& operation, Whose whose) {
    const Records& records = records_of(whose);
    std::string target = operation.path;
    const auto put = [&](const std::string& name, const std::string& id) {
      const auto place = target.find(name);
      if (place != std::string::npos) target.replace(place, name.size(), id);
    };
    put("{candidateId}", to_text(records.candidate));
    put("{vacancyId}", to_text(records.vacancy));
    put("{employerId}", to_text(records.employer));
    put("{runId}", to_text(records.run));
    put("{selectionId}", to_text(records.selection));
    put("{proposalId}", to_text(records.proposal));
    put("{contactMomentId}", to_text(records.contact_moment));
    put("{exchangeId}", to_text(region_.exchange_candidate));
    put("{jobId}", to_text(records.job));
    http::Request request = request_to(http::Method::get, target);
    region_.put_back();
    region_.add_job(own_.job, "somebody");
    region_.add_job(foreign_.job, "somebody else");
    if (takes_version(operation)) request.fields.push_back({"If-Match", etag(request)});
    request.method = *http::parse_method(operation.method);
    if (!operation.body_type.empty()) {
      request.fields.push_back({"Content-Type", operation.body_type});
      request.body = example_for(operation, region_).dump();
    }
    return router_.answer(request);
  }

  /// Of what is changed, as it was before any change, and as somebody sees it who may see all.
  std::string etag(const http::Request& get) {
    const bool is_about_oneself = get.segments.size() > 1 && get.segments[1] == "me";
    const auto response = (is_about_oneself ? router_ : open_router_).answer(get);
    return std::string(response.header("ETag").value_or("\"1-\""));
  }

  /// Somebody who is gone, and for one who may see the own only whatever is not their own, is not there.
  int expected(const Operation& operation, char letter, Whose whose) const {
    if (letter == '-') return 403;
    if (letter == 'n') return 404;
    if (letter == 'c' && whose == Whose::own) return 409;
    const bool is_own_only = letter == 'o' || letter == 'c';
    const bool names_person = operation.path.find("{candidateId}") != std::string::npos;
    const bool names_record = operation.path.find('{') != std::string::npos;
    const bool is_not_there = whose == Whose::gone || whose == Whose::restricted;
    if (is_not_there && names_person) return 404;
    // What an exchange showed is of no organisation here.
    const bool is_of_exchange = operation.path.find("{exchangeId}") != std::string::npos;
    if (whose == Whose::other_tenant && names_record && !is_of_exchange) return 404;
    return is_own_only && whose != Whose::own && names_record ? 404 : operation.success;
  }

  /// The address that was asked for stands in a problem; nothing else of another organisation stands anywhere.
  void expect_nothing_of_theirs(const http::Response& response, const Operation& operation, Whose whose) const {
    if (whose == Whose::other_tenant) return;
    for (const std::string& id : {to_text(theirs_.candidate), to_text(theirs_.vacancy), to_text(theirs_.employer),
                                  to_text(theirs_.proposal), to_text(theirs_.contact_moment)}) {
      EXPECT_EQ(response.body.find(id), std::string::npos) << operation.id << " shows " << id;
    }
  }

  RegionServer region_;
  Records own_;
  Records foreign_;
  Records gone_;
  Records theirs_;
  Records restricted_;
  std::optional<auth::Principal> principal_;
  http::Router router_;
  http::Router open_router_ = api::make_router(*region_.services,
                                               {[](const http::Request&) {
                                                  auth::Principal all;
                                                  all.subject = "somebody";
                                                  all.roles = {Role::jobhunter};
                                                  all.tenant = "ours";
                                                  return std::optional(all);
                                                },
                                                {}},
                                               {});
};

TEST_F(Access, IsWhatTheTableSaysForEveryOperationRoleAndRecord) {
  std::size_t asked = 0;
  for (const Operation& operation : operations()) {
    if (open_to_everybody.contains(operation.id) || operation.id == about_oneself) continue;
    const auto row = may.find(operation.id);
    ASSERT_NE(row, may.end()) << "say above who may use " << operation.id;
    for (const auto& [role, name] : CodeNames<Role>::names) {
      const char letter = row->second.at(static_cast<std::size_t>(role));
      for (const Whose whose : everybodys) {
        sign_in(role);
        const auto response = ask(operation, whose);
        EXPECT_EQ(response.status, expected(operation, letter, whose))
            << operation.id << " by " << name << ", record " << static_cast<int>(whose) << '\n'
            << response.body.substr(0, 500);
        expect_nothing_of_theirs(response, operation, whose);
        ++asked;
      }
    }
  }
  EXPECT_EQ(asked, may.size() * 8 * everybodys.size());
}

TEST_F(Access, IsForThoseWhoSignedIn) {
  sign_in(std::nullopt);
  for (const Operation& operation : operations()) {
    if (operation.id == about_oneself) continue;
    const auto response = ask(operation, Whose::own);
    EXPECT_EQ(response.status, open_to_everybody.contains(operation.id) ? 200 : 401) << operation.id;
    if (response.status == 401) {
      EXPECT_EQ(response.header("WWW-Authenticate"), "Bearer realm=\"passend\"") << operation.id;
    }
  }
}

TEST_F(Access, WithoutARecordOfOnesOwnIsToNothingThatIsOnesOwn) {
  for (const Role role : {Role::job_seeker, Role::employer}) {
    sign_in(role);
    principal_->candidate.reset();
    principal_->employer.reset();
    for (const Operation& operation : operations()) {
      const auto row = may.find(operation.id);
      if (row == may.end() || operation.path.find('{') == std::string::npos) continue;
      EXPECT_EQ(ask(operation, Whose::own).status, 403) << operation.id;
    }
  }
}

TEST_F(Access, OfAnEmployerFindsTheOwnVacanciesOnly) {
  sign_in(Role::employer);
  const Json query{{"filters", {{"employerIds", {to_text(foreign_.employer)}}}}};
  const auto response = router_.answer(request_to(http::Method::post, "/v1/vacancies/_search", query));
  const Json found = Json::parse(response.body);
  ASSERT_EQ(response.status, 200) << found;
  EXPECT_GT(found.at("total"), 0);
  for (const auto& hit : found.at("hits")) {
    const auto id = VacancyId::parse(hit.at("vacancy").at("vacancyId").get<std::string>());
    EXPECT_EQ(region_.store->vacancy(*id, store::Scope::vacancies_only())->record.employer_id, own_.employer) << hit;
  }
}

TEST_F(Access, OfAJobhunterToTheOwnCaseloadFindsNobodyElse) {
  sign_in(Role::jobhunter);
  const auto found = [&](const std::string& caseload, const Json& filters) {
    principal_->caseload = caseload;
    const auto response =
        router_.answer(request_to(http::Method::post, "/v1/candidates/_search", {{"filters", filters}}));
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body).value("total", 0);
  };
  const auto& all = region_.people;
  const std::string mine = all.begin()->second.search.caseload;
  const auto is_mine = [&](const auto& person) { return person.second.search.caseload == mine; };
  const auto clients = std::count_if(all.begin(), all.end(), is_mine);
  ASSERT_GT(clients, 0);
  const Json own{{"caseload", "own"}};
  EXPECT_GE(found(mine, own), clients - 1) << "one of them was withdrawn";
  EXPECT_LE(found(mine, own), clients);
  EXPECT_EQ(found("caseload-of-somebody-else", own), 0);
  EXPECT_EQ(found("", own), 0);
  EXPECT_EQ(found("", Json::object()), static_cast<int>(all.size()));
}

TEST_F(Access, OfAJobSeekerReadsNothingOfOthersInTheFeed) {
  sign_in(Role::job_seeker);
  const std::string feed = "/v1/feed?candidateId=" + to_text(foreign_.candidate);
  EXPECT_EQ(router_.answer(request_to(http::Method::get, feed)).status, 404);
}

TEST_F(Access, ToRankingEndsWhenItIsStoppedByHandAndToExplainingDoesNot) {
  const run::MatchingSwitch by_hand(region_.directory.path() / "matching-stopped");
  region_.services->matching_switch = by_hand;
  const std::set<std::string> ranking{"matchVacancy",   "matchCandidate", "relaxVacancy",
                                      "previewVacancy", "getFeed",        "askQuestions"};
  for (const Operation& operation : operations()) {
    const auto row = may.find(operation.id);
    if (row == may.end()) continue;
    by_hand.stop_matching("an audit", *Date::of(2026, 11, 30));  // Whatever an operation did.
    const auto may_do = [&](Role role) {
      const char letter = row->second.at(static_cast<std::size_t>(role));
      return letter != '-' && letter != 'n';
    };
    Role asks = Role::jobhunter;
    for (const auto& [role, name] : CodeNames<Role>::names) {
      if (!may_do(asks) && may_do(role)) asks = role;
    }
    sign_in(asks);
    const auto response = ask(operation, Whose::own);
    EXPECT_EQ(response.status, ranking.contains(operation.id) ? 503 : operation.success) << operation.id;
    if (response.status == 503) {
      EXPECT_NE(response.body.find("an audit"), std::string::npos) << response.body;
    }
  }
}

TEST_F(Access, OfSeveralRolesIsTheWidest) {
  sign_in(Role::job_seeker);
  principal_->roles.add(Role::jobhunter);
  for (const Operation& operation : operations()) {
    if (operation.id == "getCandidate") {
      EXPECT_EQ(ask(operation, Whose::same_tenant).status, 200);
    }
  }
}

}  // namespace
}  // namespace passend::test
