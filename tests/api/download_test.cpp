// SPDX-License-Identifier: EUPL-1.2
#include "server/api/download.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <atomic>
#include <latch>
#include <set>

#include "indexer/base/error.hpp"
#include "server/api/routes.hpp"
#include "tests/api/contract.hpp"

/// Selections as a file: everybody of them, in the order of the pages, and each in the read log before they leave.
namespace passend::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

constexpr const char* lines_type = "Accept: application/x-ndjson\r\n";
constexpr const char* csv_type = "Accept: text/csv\r\n";
constexpr const char* workbook_type =
    "Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/json;q=0.5\r\n";

Reply post(const RegionServer& region, const std::string& target, const Json& body, const std::string& fields) {
  return ask(region.port, "POST", target, body.dump(), fields);
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0, end = 0; (end = text.find(separator, begin)) != std::string::npos;
       begin = end + separator.size()) {
    parts.push_back(text.substr(begin, end - begin));
  }
  return parts;
}

/// Of all pages, in their order.
Json all_items(const RegionServer& region, const std::string& target, Json body, const std::string& member) {
  Json items = Json::array();
  body["pageSize"] = 100;
  for (std::uint64_t page = 1;; ++page) {
    body["page"] = page;
    const Json answer = region.post_ok(target, body);
    for (const Json& item : answer[member]) items.push_back(item);
    if (page * 100 >= answer["total"].get<std::uint64_t>()) return items;
  }
}

Json items_of(const std::string& lines) {
  Json items = Json::array();
  for (const std::string& line : split(lines, "\n")) items.push_back(Json::parse(line));
  return items;
}

std::multiset<CandidateId> logged_after(const RegionServer& region, std::int64_t number) {
  std::multiset<CandidateId> logged;
  for (const auto& row : region.read_log->after(number, {}, 100'000)) logged.insert(row.person);
  return logged;
}

std::int64_t newest_read(const RegionServer& region) {
  const auto rows = region.read_log->after(0, {}, 100'000);
  return rows.empty() ? 0 : rows.back().number;
}

/// A member of a ZIP archive, as libxlsxwriter writes them: deflated, with its sizes in front.
std::string member_of(const std::string& archive, const std::string& name) {
  const auto number = [&](std::size_t place, std::size_t bytes) {
    std::size_t value = 0;
    for (std::size_t i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(archive.at(place + i));
    return value;
  };
  for (std::size_t at = 0; (at = archive.find("PK\x03\x04", at)) != std::string::npos; ++at) {
    if (archive.compare(at + 30, number(at + 26, 2), name) != 0) continue;
    const std::size_t begin = at + 30 + number(at + 26, 2) + number(at + 28, 2);
    std::string bytes(number(at + 22, 4), '\0');
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(archive.data() + begin));
    stream.avail_in = static_cast<uInt>(number(at + 18, 4));
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    inflateEnd(&stream);
    return bytes;
  }
  ADD_FAILURE() << "the archive has no " << name;
  return {};
}

TEST(Downloads, OfAMatchAreAllItsRowsAsTheyStandOnThePages) {
  const RegionServer region;
  const std::string target = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  const Json body{{"lane", "one_question_open"}};
  const Json items = all_items(region, target, body, "matches");
  ASSERT_GT(items.size(), 1U);
  const std::int64_t before = newest_read(region);
  const Reply reply = post(region, target, body, lines_type);
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.header("Content-Type"), "application/x-ndjson");
  EXPECT_EQ(reply.header("Cache-Control"), "no-store");
  EXPECT_THAT(reply.header("Content-Disposition"),
              MatchesRegex("attachment; filename=\"passend-match-kandidaten-[0-9-]+\\.ndjson\""));
  EXPECT_EQ(items_of(reply.body), items);
  std::multiset<CandidateId> people;
  for (const Json& item : items)
    people.insert(*CandidateId::parse(item["candidate"]["candidateId"].get<std::string>()));
  EXPECT_EQ(logged_after(region, before), people) << "each once";
}

TEST(Downloads, OfTheVacanciesForSomebodyAreAboutThatPersonAlone) {
  const RegionServer region;
  const std::string target = "/v1/candidates/" + to_text(region.candidate) + "/_match";
  const Json items = all_items(region, target, Json::object(), "matches");
  ASSERT_GT(items.size(), 0U);
  // For the region's caller it is their own record, which is no view; somebody else's is one.
  CandidateId other = region.people.begin()->first;
  if (other == region.candidate) other = std::next(region.people.begin())->first;
  EXPECT_EQ(items_of(post(region, target, Json::object(), lines_type).body), items);
  const std::int64_t before = newest_read(region);
  EXPECT_EQ(post(region, "/v1/candidates/" + to_text(other) + "/_match", Json::object(), csv_type).status, 200);
  EXPECT_EQ(logged_after(region, before), (std::multiset<CandidateId>{other}));
}

TEST(Downloads, OfASearchAreEverythingThatItFinds) {
  const RegionServer region;
  const Json body{{"filters", {{"radius", {{"postcode", "1211AB"}, {"km", 50}}}}}, {"sort", "distance"}};
  for (const auto& [target, member, id] : {std::tuple{"/v1/candidates/_search", "candidate", "candidateId"},
                                           std::tuple{"/v1/vacancies/_search", "vacancy", "vacancyId"}}) {
    const Json items = all_items(region, target, body, "hits");
    ASSERT_GT(items.size(), 20U) << target;
    EXPECT_EQ(items_of(post(region, target, body, lines_type).body), items) << target;
    const auto lines = split(post(region, target, body, csv_type).body, "\r\n");
    ASSERT_EQ(lines.size(), items.size() + 1) << target;
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_TRUE(lines[i + 1].starts_with(items[i][member][id].get<std::string>() + ';')) << lines[i + 1];
    }
  }
}

TEST(Downloads, AsCsvAreInTheLanguageOfTheRequest) {
  const RegionServer region;
  const Json dutch{{"filters", {{"radius", {{"postcode", "1211AB"}, {"km", 50}}}}}};
  Json english = dutch;
  english["language"] = "en";
  const std::string in_dutch = post(region, "/v1/candidates/_search", dutch, csv_type).body;
  EXPECT_TRUE(
      in_dutch.starts_with("\xEF\xBB\xBFNummer;Gewenste beroepen;Plaats;Gemeente;Werkniveau;Uren vanaf;Uren tot;"
                           "Beschikbaar vanaf;Beschikbaar tot;In eigen woorden;Bijgewerkt;Afstand (km)\r\n"))
      << in_dutch.substr(0, 300);
  const std::string in_english = post(region, "/v1/candidates/_search", english, csv_type).body;
  EXPECT_TRUE(
      in_english.starts_with("\xEF\xBB\xBFId,Wanted occupations,Place,Municipality,Work level,Hours from,"
                             "Hours to,Available from,Available until,In their own words,Updated,"
                             "Distance (km)\r\n"))
      << in_english.substr(0, 300);
}

TEST(Downloads, AsASpreadsheetHaveTheSameRows) {
  const RegionServer region;
  const Json body{{"lane", "one_question_open"}};
  const std::string target = "/v1/vacancies/" + to_text(region.vacancy) + "/_match";
  const Json items = all_items(region, target, body, "matches");
  const std::int64_t before = newest_read(region);
  const Reply reply = post(region, target, body, workbook_type);
  EXPECT_EQ(reply.status, 200);
  EXPECT_THAT(reply.header("Content-Disposition"), HasSubstr(".xlsx\""));
  const std::string sheet = member_of(reply.body, "xl/worksheets/sheet1.xml");
  EXPECT_EQ(split(sheet, "</row>").size(), items.size() + 1);
  EXPECT_THAT(sheet, HasSubstr("Gewenste beroepen"));
  for (const Json& item : items) EXPECT_THAT(sheet, HasSubstr(item["candidate"]["candidateId"].get<std::string>()));
  EXPECT_EQ(sheet.find("<f>"), std::string::npos) << "there are no formulas in it";
  EXPECT_EQ(logged_after(region, before).size(), items.size());
}

TEST(Downloads, OfAShortlistKeepWhoWasWithdrawnWithoutAProfile) {
  RegionServer region;
  const std::string target = "/v1/selections/" + to_text(region.selection) + "/candidates";
  const Json page = region.get_ok(target)["candidates"];
  EXPECT_EQ(items_of(ask(region.port, "GET", target, "", lines_type).body), page);
  const auto lines = split(ask(region.port, "GET", target, "", csv_type).body, "\r\n");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[1].ends_with(";2026-11-02")) << lines[1] << ": a note may hold what must not travel";
}

TEST(Downloads, RefuseWhatThePageRefuses) {
  const RegionServer region;
  const std::string nobody = "/v1/vacancies/" + to_text(VacancyId::random()) + "/_match";
  const Reply absent = post(region, nobody, Json::object(), csv_type);
  EXPECT_EQ(absent.status, 404);
  EXPECT_EQ(absent.header("Content-Type"), "application/problem+json");
  EXPECT_EQ(post(region, "/v1/candidates/_search", {{"other", 1}}, csv_type).status, 400);
  EXPECT_EQ(post(region, "/v1/candidates/_search", Json::object(), "Accept: text/html\r\n").status, 406);
  EXPECT_EQ(
      post(region, "/v1/candidates/_search", Json::object(), "Accept: text/html, */*;q=0.1\r\n").header("Content-Type"),
      "application/json");
}

/// Rows of people who are nowhere, in the order of their ids; `words` long each.
class ManyPeople final : public api::Listing {
 public:
  ManyPeople(std::uint64_t rows, std::size_t words, std::atomic<std::uint64_t>& read, std::shared_ptr<void> kept)
      : rows_(rows), words_(words), read_(read), kept_(std::move(kept)) {}

  std::string_view name() const override { return "mensen"; }
  std::vector<std::string> titles() const override { return {"Nummer", "Woorden"}; }
  std::uint64_t rows() const override { return rows_; }
  bool read(std::uint64_t row) override {
    row_ = row;
    ++read_;
    return true;
  }
  std::optional<CandidateId> person() const override { return CandidateId{Id128{7, row_}}; }
  api::Cells cells() const override { return {static_cast<double>(row_), std::string(words_, 'x')}; }
  std::string json() const override { return "{\"row\":" + std::to_string(row_) + "}"; }

 private:
  std::uint64_t rows_;
  std::size_t words_;
  std::atomic<std::uint64_t>& read_;
  std::shared_ptr<void> kept_;
  std::uint64_t row_ = 0;
};

/// A server of which every address answers with a file of ten thousand people.
class OfManyPeople : public testing::Test {
 protected:
  void serve(api::Format format, std::size_t words) {
    const auto answer = [this, format, words](const http::Request& request, const http::PathParameters&) {
      auth::Principal somebody;
      somebody.subject = "somebody";
      const auth::Caller caller{somebody, auth::Role::jobhunter, store::Scope::pseudonymous(), {}};
      auto listing = std::make_unique<ManyPeople>(
          api::most_listed, words, read_, std::shared_ptr<void>(nullptr, [this](void*) { gone_.count_down(); }));
      return api::answer_download(format, api::Language::dutch, std::move(listing),
                                  {caller, auth::Action::search_candidates, request, now()}, *region_.services);
    };
    http::ServerOptions options;
    options.port = 0;
    std::vector<http::Route> routes;
    routes.push_back({http::Method::get, "/file", answer});
    routes.back().media_type = std::string(api::format_types.at(static_cast<std::size_t>(format)));
    server_.emplace(options, http::Router(std::move(routes), {}), readiness_);
    server_->start();
  }

  const RegionServer region_;
  std::atomic<std::uint64_t> read_{0};
  std::latch gone_{1};
  http::Readiness readiness_;
  std::optional<http::Server> server_;
};

TEST_F(OfManyPeople, AFileHasEveryOneOfThemAndSoHasTheReadLog) {
  serve(api::Format::csv, 10);
  const Reply reply = ask(server_->port(), "GET", "/file");
  const auto lines = split(reply.body, "\r\n");
  ASSERT_EQ(lines.size(), 10'001U);
  EXPECT_EQ(lines.back(), "9999;xxxxxxxxxx");
  const auto logged = logged_after(region_, 0);
  EXPECT_EQ(logged.size(), 10'000U);
  EXPECT_EQ(std::set<CandidateId>(logged.begin(), logged.end()).size(), 10'000U) << "each once";
}

TEST_F(OfManyPeople, ASpreadsheetHasEveryOneOfThem) {
  serve(api::Format::workbook, 10);
  const Reply reply = ask(server_->port(), "GET", "/file");
  EXPECT_EQ(split(member_of(reply.body, "xl/worksheets/sheet1.xml"), "</row>").size(), 10'001U);
  EXPECT_EQ(logged_after(region_, 0).size(), 10'000U);
}

TEST_F(OfManyPeople, WhoIsNotPreparedIsNotLoggedWhenTheClientLeaves) {
  serve(api::Format::csv, 5'000);
  {
    RawClient client(server_->port());
    client.send(request_text(server_->port(), "GET", "/file"));
    EXPECT_EQ(client.read_reply_to_head()->status, 200);
    EXPECT_TRUE(client.read_chunk()->starts_with("\xEF\xBB\xBFNummer;Woorden\r\n0;xxx"));
  }
  gone_.wait();
  EXPECT_LT(read_, 9'000U) << "the rest was not made";
  const auto logged = logged_after(region_, 0);
  EXPECT_EQ(logged.size(), read_) << "exactly those who were prepared";
}

TEST(Downloads, HoldTenThousandRowsAtMost) {
  api::require_listable(10'000);
  try {
    api::require_listable(10'001);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_THAT(error.what(), HasSubstr("10001 rows"));
    EXPECT_THAT(error.what(), HasSubstr("Narrow it down"));
  }
}

}  // namespace
}  // namespace passend::test
