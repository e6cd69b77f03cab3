// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/source.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <type_traits>

#include "indexer/base/hash.hpp"
#include "indexer/base/log.hpp"
#include "indexer/base/random.hpp"
#include "server/http/trace_context.hpp"
#include "server/vum/detail_quota.hpp"
#include "server/vum/encode.hpp"
#include "server/vum/released_records.hpp"
#include "server/vum/selection.hpp"
#include "server/vum/vum_error.hpp"

namespace passend::vum_source {
namespace {

constexpr std::size_t most_matches = 100;

/// The same for the same question of the same party, and nothing else: whoever asks again sees the same records, and
/// their order says nothing about them.
std::uint64_t seed_of(const std::string& party, const std::string& question) {
  const std::string hash = sha256_hex(party + '\n' + question);
  std::uint64_t seed = 0;
  std::from_chars(hash.data(), hash.data() + 16, seed, 16);
  return seed;
}

template <class Record>
More keep_in_neutral_order(std::vector<const Record*>& found, std::uint64_t seed) {
  const std::size_t kept = std::min(found.size(), most_matches);
  const auto end_of_kept = found.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(found.begin(), end_of_kept, found.end(), [seed](const Record* left, const Record* right) {
    return std::pair(tie_break(seed, left->id.value), left->id) <
           std::pair(tie_break(seed, right->id.value), right->id);
  });
  const More more = kept < found.size() ? More::there_are : More::none;
  found.resize(kept);
  return more;
}

bool is_open(const Vacancy& vacancy, Date today) {
  return vacancy.status == VacancyStatus::open && (!vacancy.closes || *vacancy.closes >= today);
}

http::Response answer(std::string body) {
  http::Response response;
  response.body = std::move(body);
  return response;
}

/// One answer for an id that is malformed, unknown, withdrawn or was not shown: nobody learns which.
VumError no_such_record() {
  return invalid_call("Dit id staat niet in het antwoord op een vraag van de laatste 24 uur, of niet meer");
}

class Facade {
 public:
  explicit Facade(Source source) : source_(std::move(source)), records_(source_.store) {}

  http::Response match_candidates(const http::Request& request, const std::string& party) {
    const CandidateQuestion question = read_candidate_question(request.body);
    const auto released = records_.current();
    std::vector<const SearchProfile*> found;
    for (const auto& [id, profile] : released->candidates) {
      if (selects(question, *profile, source_.postcodes)) found.push_back(profile.get());
    }
    return answer_question(std::move(found), request, party, canonical_text(question));
  }

  http::Response match_vacancies(const http::Request& request, const std::string& party) {
    const VacancyQuestion question = read_vacancy_question(request.body);
    const auto released = records_.current();
    const Date today = source_.clock().date();
    std::vector<const Vacancy*> found;
    for (const auto& [id, vacancy] : released->vacancies) {
      if (is_open(*vacancy, today) && selects(question, *vacancy, source_.postcodes)) found.push_back(vacancy.get());
    }
    return answer_question(std::move(found), request, party, canonical_text(question));
  }

  http::Response get_candidate(const http::Request& request, const std::string& text, const std::string& party) {
    const auto id = CandidateId::parse(text);
    const auto released = records_.current();
    const auto found = id ? released->candidates.find(*id) : released->candidates.end();
    if (found == released->candidates.end()) throw no_such_record();
    const auto verdict = take_from_quota(found->first.value, party);
    try {
      const auto detail =
          source_.store.detail_profile(found->first, store::Scope::exchange(), {"vum:" + party, "VUM detailprofiel"});
      if (!detail) throw no_such_record();
      log_reads({&*found->second}, request, {"vum_detail", "VUM detailprofiel", party});
      return answer(encode_detail(*found->second, *detail));
    } catch (...) {
      if (verdict == DetailQuota::Verdict::granted) quota_.give_back(party, found->first.value);
      throw;
    }
  }

  http::Response get_vacancy(const std::string& text, const std::string& party) {
    const auto id = VacancyId::parse(text);
    const auto released = records_.current();
    const auto found = id ? released->vacancies.find(*id) : released->vacancies.end();
    if (found == released->vacancies.end() || !is_open(*found->second, source_.clock().date())) throw no_such_record();
    take_from_quota(found->first.value, party);
    return answer(encode_detail(*found->second));
  }

  /// Whole records at once, the newest first. Every establishment with the number is the same employer.
  http::Response match_contact_moments(const http::Request& request) {
    const ContactMomentQuestion question = read_contact_moment_question(request.body);
    std::vector<std::pair<Employer, ContactMoment>> found;
    const auto released = records_.current();
    for (const auto& [id, employer] : released->employers) {
      if (employer->kvk_number != question.kvk_number) continue;
      for (const auto& stored : source_.store.contact_moments(id, store::Scope::pseudonymous())) {
        const bool is_asked = !question.on_or_after || stored.record.day >= *question.on_or_after;
        if (is_asked && source_.contact_moments->has(stored.record)) found.emplace_back(*employer, stored.record);
      }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.second.day > right.second.day; });
    const bool more = found.size() > most_matches;
    if (more) found.resize(most_matches);
    return answer(encode_contact_moments(found, *source_.contact_moments, more));
  }

  const Parties& parties() const { return source_.parties; }
  bool serves_contact_moments() const { return source_.contact_moments.has_value(); }

 private:
  template <class Record>
  http::Response answer_question(std::vector<const Record*> found, const http::Request& request,
                                 const std::string& party, const std::string& question) {
    const More more = keep_in_neutral_order(found, seed_of(party, question));
    if constexpr (std::is_same_v<Record, SearchProfile>) {
      log_reads(found, request, {"vum_search", "VUM zoekvraag", party});
    }
    std::vector<Id128> ids;
    for (const Record* record : found) ids.push_back(record->id.value);
    quota_.show(party, std::move(ids), source_.clock());
    return answer(encode_matches(found, more));
  }

  struct Act {
    const char* name = "";
    const char* purpose = "";
    const std::string& party;
  };

  /// Nobody is shown whose row cannot be written.
  void log_reads(const std::vector<const SearchProfile*>& shown, const http::Request& request, const Act& act) {
    std::vector<CandidateId> persons;
    for (const SearchProfile* profile : shown) persons.push_back(profile->id);
    const auto trace = http::trace_context_of(request);
    const Timestamp time = now();
    try {
      source_.read_log.append(
          {act.name, source_.activity_base + act.name, "vum_party", act.party, act.party, act.purpose},
          {.trace = trace.trace,
           .parent = trace.parent,
           .status = store::ReadStatus::ok,
           .started = time,
           .ended = time},
          persons);
    } catch (const Error& error) {
      log(LogLevel::error, std::string("nobody is shown while the read log fails: ") + error.what());
      throw Error(ErrorCode::overloaded, "Wie wie bekijkt is nu niet vast te leggen; probeer het later opnieuw.");
    }
  }

  DetailQuota::Verdict take_from_quota(const Id128& id, const std::string& party) {
    const auto verdict = quota_.open(party, id, source_.clock());
    if (verdict == DetailQuota::Verdict::not_shown) throw no_such_record();
    if (verdict == DetailQuota::Verdict::exceeded) {
      throw VumError(429, "429.01", "Aantal werkzoekendeProfielen limiet overschreden",
                     "Van elk antwoord zijn hoogstens 10 details op te vragen");
    }
    return verdict;
  }

  Source source_;
  ReleasedRecords records_;
  DetailQuota quota_;
};

using Answer = http::Response (*)(Facade&, const http::Request&, const http::PathParameters&, const std::string& party);

http::Handler serve(const std::shared_ptr<Facade>& facade, Answer give, Versions versions = Versions::v3_0) {
  return [facade, give, versions](const http::Request& request, const http::PathParameters& path) {
    http::Response response;
    try {
      response = give(*facade, request, path, asking_party(request, facade->parties(), versions));
    } catch (const VumError& error) {
      response = render(error);
    }
    echo_headers(request, response);
    return response;
  };
}

http::Response render_in_vum(const http::Request& request, const Error& error) {
  http::Response response = render(error);
  echo_headers(request, response);
  return response;
}

}  // namespace

std::vector<http::Route> make_routes(Source source) {
  using enum http::Method;
  using http::Request, http::PathParameters;
  if (source.postcodes.areas().empty()) {
    throw Error(ErrorCode::configuration,
                "VUM questions ask for a distance and there are no postcode areas: import them (passend geo import "
                "FILE)");
  }
  const auto facade = std::make_shared<Facade>(std::move(source));
  const auto candidates = serve(facade, [](Facade& f, const Request& request, const PathParameters&,
                                           const std::string& party) { return f.match_candidates(request, party); });
  const auto vacancies = serve(facade, [](Facade& f, const Request& request, const PathParameters&,
                                          const std::string& party) { return f.match_vacancies(request, party); });
  const auto candidate =
      serve(facade, [](Facade& f, const Request& request, const PathParameters& path, const std::string& party) {
        return f.get_candidate(request, path.at("id"), party);
      });
  const auto vacancy = serve(facade, [](Facade& f, const Request&, const PathParameters& path,
                                        const std::string& party) { return f.get_vacancy(path.at("id"), party); });
  std::vector<http::Route> routes{{post, "/vum/v3/werkzoekendeProfielen/matches", candidates},
                                  {get, "/vum/v3/werkzoekendeProfielen/{id}", candidate},
                                  {post, "/vum/v3/vacatures/matches", vacancies},
                                  {get, "/vum/v3/vacatures/{id}", vacancy}};
  if (facade->serves_contact_moments()) {
    const auto moments = serve(
        facade,
        [](Facade& f, const Request& request, const PathParameters&, const std::string&) {
          return f.match_contact_moments(request);
        },
        Versions::v3_0_or_3_1);
    routes.push_back({post, "/vum/v3/werkgeverscontactmomenten/matches", moments});
  }
  for (http::Route& route : routes) route.render_error = render_in_vum;
  return routes;
}

}  // namespace passend::vum_source
