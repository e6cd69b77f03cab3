// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>

#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"
#include "tests/http_client/raw_client.hpp"

/// People whose every detail is a word or number that nobody else has go through everything that Passend can do.
/// Nothing that it writes, prints or answers may hold one of them.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

constexpr auto patience = std::chrono::seconds(60);

/// Short enough that Xapian does not compress them away from a search of the bytes. The last three are one citizen
/// service number in the ways in which people write it.
const std::vector<std::string> canaries{"qznaamqz",    "qzmailqz",    "0698712345",   "qzwebqz",
                                        "qzverhaalqz", "qzbalieqz",   "qzbalimailqz", "0351239876",
                                        "287654321",   "2876.54.321", "2876 54 321"};
/// Stands in the search profile of the same people: what finds this everywhere would find the others.
const std::string control = "qzsamenvattingqz";

std::string in_lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return text;
}

bool holds(const std::string& text, const std::string& word) {
  return text.find(word) != std::string::npos;
}

void expect_no_canary(const std::string& where, const std::string& text) {
  const std::string lower = in_lower_case(text);
  for (const std::string& canary : canaries) EXPECT_FALSE(holds(lower, canary)) << canary << " in " << where;
}

const std::string portfolio_columns =
    "sourceId;summary;wantedOccupations;experience;competences;education;courses;interests;postcode;hours;transport;"
    "maximumDistanceKm;name;email;phone;webAddress;presentation;contactName;contactEmail;contactPhone\n";
const std::string details =
    "qznaamqz;qzmailqz@example.org;0698712345;https://example.org/qzwebqz;qzverhaalqz BSN 287654321;qzbalieqz;"
    "qzbalimailqz@example.org;0351239876\n";

std::string portfolio_row(const std::string& id) {
  return id + ";" + control +
         " 287654321;schoonmaker;schoonmaker 2876.54.321=2018-01-01..2021-06-30;schoonmaken 287654321=ervaren;"
         "vmbo=Zorg 2876 54 321=ja;BHV 287654321;koken BSN 287654321;1211AB;12-32;fiets;25;" +
         details;
}

/// Rows that are refused, each for another reason, with the canaries also where they do not belong.
std::string refused_rows() {
  return "r1;a;kok;;;;;;0000ZZ;24;fiets;25;" + details +                              // no such postcode
         "r2;a;kok;;;;;;1211AB;qznaamqz;287654321;0698712345;" + details +            // a column has slipped
         "r3;a;kok;;;;;;1211AB;-8;fiets;-5;" + details +                              // numbers out of range
         "r4;a;kok;;;;;;1211AB;24;fiets;25;qznaamqz;;;;;;;;too;many;qzverhaalqz\n" +  // too many fields
         "r5;a;kok;;;;;;1211AB;24;fiets;25;\"qznaamqz;qzmailqz@example.org\n";        // a quote is never closed
}

std::string vum_file() {
  return R"([{"idWerkzoekende":"w1","emailadres":["qzmailqz@example.org"],"persoonlijkePresentatie":"qzverhaalqz 287654321",
    "arbeidsmarktkwalificatie":{"interesse":[{"naamInteresse":"koken 287654321"}]},
    "bsn":"287654321","287654321":"qznaamqz"},
   {"idWerkzoekende":"w2","emailadres":["qzmailqz@example.org"],"mobiliteit":{"bemiddelingspostcode":"qznaamqz",
    "maximaleReisafstand":287654321}},
   {"idWerkzoekende":"w3","emailadres":["qzmailqz@example.org","emailadres":]},
   {"idWerkzoekende":"w4","naam":"qznaamqz)";
}

std::string own_records() {
  const std::string id = R"({"id":"00000000000000000000000000000007")";
  const std::string source = R"(,"source":{"system":"s","id":"o1"},"updated":"2026-01-01")";
  return R"({"kind":"portfolio","search":)" + id + source + R"(,"summary":"287654321"},"detail":)" + id +
         R"(,"name":"qznaamqz"}})" + "\n" +  //
         R"({"kind":"portfolio","search":)" + id + source + R"(,"hours":{"minimum":287654321}},"detail":)" + id +
         R"(,"name":["qznaamqz"],"phones":"0698712345"}})" + "\n";
}

class Canary : public testing::Test {
 protected:
  void SetUp() override { program_.prepare(); }
  ~Canary() override {
    if (process_ > 0) ::kill(process_, SIGKILL);
    if (process_ > 0) server_.wait(process_);
  }

  /// What a command prints may hold no canary, whatever its end.
  std::string run(const std::vector<std::string>& arguments) {
    const Outcome outcome = program_.run(arguments);
    std::string words;
    for (const std::string& argument : arguments) words += " " + argument;
    expect_no_canary("what is printed by" + words, outcome.out + outcome.err);
    last_status_ = outcome.status;
    return outcome.out;
  }
  std::string succeed(const std::vector<std::string>& arguments) {
    const std::string out = run(arguments);
    EXPECT_EQ(last_status_, 0) << arguments[0] << ' ' << arguments[1];
    return out;
  }
  Json json_of(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    return Json::parse(succeed(arguments));
  }

  void import_all();
  void choose();
  void run_commands();
  void start_server();
  void ask_server();
  void ask_wrongly();
  void search_for_canaries();
  void expect_no_canary_in_metrics();
  void stop_server();
  void expect_no_canary_in_files();

  test::Reply ask(const std::string& method, const std::string& target, const std::string& body = {}) {
    const auto reply = test::ask(port_, method, target, body);
    std::string head;
    for (const auto& [name, value] : reply.fields) head += name + ": " + value + "\n";
    expect_no_canary("the headers of " + method + " " + target, head);
    return reply;
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  Program server_{directory_.path() / "server"};
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
  std::uint16_t metrics_port_ = 0;
  int last_status_ = 0;
  std::string candidate_, vacancy_, employer_, run_;
};

void Canary::import_all() {
  const std::string region = directory_.path() / "region.ndjson";
  succeed(
      {"generate", "--portfolios", "60", "--vacancies", "40", "--employers", "8", "--seed", "7", "--output", region});
  succeed({"import", region});
  std::string rows;
  for (int person = 0; person < 20; ++person) rows += portfolio_row("p" + std::to_string(person));
  const std::string csv = program_.write("people.csv", portfolio_columns + rows + refused_rows());
  run({"import", "--check", csv});
  const std::string report = run({"import", csv});
  EXPECT_EQ(last_status_, 3) << "some rows are refused";
  EXPECT_TRUE(holds(report, "20 inserted") && holds(report, "5 rejected")) << report;
  EXPECT_TRUE(holds(report, "dropped by rule: bsn")) << report;
  run({"import", "--json", csv});
  run({"import", "--json", program_.write("vum.json", vum_file())});
  run({"import", "--json", program_.write("own.ndjson", own_records()), "--format", "passend"});
  const std::string without_header = program_.write("bare.csv", portfolio_row("p1"));
  run({"import", without_header, "--format", "csv-portfolios"});
  EXPECT_EQ(last_status_, 3);
  const std::string mapping = program_.write("mapping.json", R"({"columns":{"sourceId":"Nummer","name":"Naam"}})");
  run({"import", without_header, "--format", "csv-portfolios", "--mapping", mapping});
  EXPECT_EQ(last_status_, 3);
  run({"import", without_header});
  const std::string vacancies = program_.write(
      "vacancies.csv", "sourceId;title;occupation;postcode;hours;description\nv1;Schoonmaker;schoonmaker;" +
                           std::string("1211AB;12-32;") + control + ", stuur je BSN: 287654321\n");
  succeed({"import", vacancies});
}

void Canary::choose() {
  const Json people = json_of({"search", "candidates", control, "--page-size", "1"});
  ASSERT_EQ(people.at("total"), 20) << "the control word is indexed";
  candidate_ = people.at("hits").at(0).at("id");
  vacancy_ = json_of({"search", "vacancies", control}).at("hits").at(0).at("id");
  const Json match = json_of({"match", "vacancy", vacancy_, "--explain"});
  EXPECT_GE(match.at("counts").at("fits"), 20) << "the canaries fit a vacancy";
  run_ = match.at("run").at("id");
}

void Canary::run_commands() {
  const std::string output = directory_.path() / "output";
  std::filesystem::create_directories(output);
  const std::vector<std::vector<std::string>> commands{
      {"index", "verify"},
      {"index", "follow"},
      {"pool", "build"},
      {"pool", "--verify"},
      {"store", "check"},
      {"search", "candidates", "", "--facet", "work_level"},
      {"search", "candidates", "--like", candidate_},
      {"match", "vacancy", vacancy_, "--explain"},
      {"match", "candidate", candidate_, "--explain", "--json"},
      {"match", "runs"},
      {"match", "runs", "show", run_},
      {"match", "exposure", "--output", output + "/never.csv"},
      {"match", "select", "--vacancies", vacancy_, "--per-vacancy", "5", "--format", "csv"},
      {"match", "batch", "--output", output + "/csv", "--format", "csv"},
      {"match", "batch", "--output", output + "/ndjson", "--format", "ndjson"},
      {"match", "relax", vacancy_},
      {"match", "why-not", candidate_, vacancy_},
      {"match", "questions", "--all", "--format", "csv"},
      {"match", "replay", run_},
      {"feed"},
  };
  for (const auto& command : commands) succeed(command);
  // What is refused names no canary either.
  run({"search", "candidates", "(("});
  run({"match", "candidate", "00000000000000000000000000000000"});
}

void Canary::start_server() {
  // The server's words go to files of its own, since other commands run beside it in the same directory.
  std::filesystem::create_directories(server_.directory());
  std::filesystem::create_directory_symlink(program_.data(), server_.data());
  process_ = server_.start({"serve", "--port", "0", "--metrics-port", "0", "--without-sign-in"});
  const auto end = std::chrono::steady_clock::now() + patience;
  while (port_ == 0 && std::chrono::steady_clock::now() < end) {
    const std::string words = read_file(server_.directory() / "stdout");
    const auto place = words.find("localhost:");
    if (place != std::string::npos && words.ends_with('\n')) {
      std::from_chars(words.data() + place + 10, words.data() + words.size(), port_);
      const auto metrics = words.find("127.0.0.1:");
      if (metrics != std::string::npos) {
        std::from_chars(words.data() + metrics + 10, words.data() + words.size(), metrics_port_);
      }
    }
    std::this_thread::yield();
  }
  ASSERT_NE(port_, 0) << read_file(server_.directory() / "stderr");
}

/// Every operation of the contract, about the canaries wherever it is about a person.
void Canary::ask_server() {
  const Json vacancy = Json::parse(ask("GET", "/v1/vacancies/" + vacancy_).body);
  employer_ = vacancy.value("employerId", std::string(32, '0'));
  const Json document = Json::parse(ask("GET", "/v1/openapi.json").body);
  int operations = 0;
  for (const auto& [path, item] : document.at("paths").items()) {
    std::string target = (item.contains("servers") ? "" : "/v1") + path;
    for (const auto& [name, id] : {std::pair{"{candidateId}", candidate_},
                                   {"{vacancyId}", vacancy_},
                                   {"{employerId}", employer_},
                                   {"{runId}", run_}}) {
      const auto place = target.find(name);
      if (place != std::string::npos) target.replace(place, std::string(name).size(), id);
    }
    const Json::json_pointer example("/post/requestBody/content/application~1json/example");
    for (const char* method : {"GET", "POST"}) {
      const bool is_post = std::string_view(method) == "POST";
      if (!item.contains(is_post ? "post" : "get")) continue;
      const auto reply = ask(method, target, is_post ? item.at(example).dump() : "");
      EXPECT_LT(reply.status, 500) << target;
      // Who a person is, for whoever opens it with a purpose: the one answer that is for that.
      if (path == "/candidates/{candidateId}/_details") {
        EXPECT_NE(reply.body.find("details"), std::string::npos) << reply.body;
      } else {
        expect_no_canary(std::string("the answer to ") + method + ' ' + target, reply.body);
      }
    }
    ++operations;
  }
  EXPECT_GT(operations, 20);
  const auto found = ask("POST", "/v1/candidates/_search", R"({"query":")" + control + R"("})");
  EXPECT_EQ(Json::parse(found.body).at("total"), 20);
  expect_no_canary("the answer to a search that finds them", found.body);
}

/// Values that are refused are not repeated, neither in the answer nor in the log.
void Canary::ask_wrongly() {
  const std::string id = "/v1/candidates/" + candidate_;
  const std::vector<std::pair<std::string, std::string>> posts{
      {"/v1/candidates/_search", R"({"query":["qznaamqz"]})"},
      {"/v1/candidates/_search", R"({"query":"(qznaamqz \"287654321"})"},
      {"/v1/candidates/_search", R"({"query":"qznaamqz:287654321"})"},
      {"/v1/candidates/_search", R"({"sort":"qznaamqz","filters":{"places":["qznaamqz"],"sectors":["287654321"]}})"},
      {"/v1/candidates/_search", R"({"filters":{"radius":{"postcode":"qzwebq","km":287654321}}})"},
      {"/v1/candidates/_search", R"({"query":"qznaamqz)"},
      {id + "/_match", R"({"lane":"qznaamqz","weights":{"profile":"qznaamqz"}})"},
      {"/v1/concepts/_related", R"({"occupationUris":["qznaamqz"]})"},
      {"/v1/candidates/_questions", R"({"candidates":["qznaamqz","287654321"]})"},
  };
  for (const auto& [target, body] : posts) {
    const auto reply = ask("POST", target, body);
    EXPECT_EQ(reply.status, 400) << target << ' ' << body << reply.body;
    expect_no_canary("the refusal of " + body, reply.body);
  }
  for (const std::string target :
       {"/v1/candidates/qznaamqz", "/v1/candidates/287654321", "/v1/runs/qznaamqz", "/v1/qznaamqz"}) {
    expect_no_canary("the refusal of " + target, ask("GET", target).body);
  }
  for (const std::string query : {"?language=qznaamqz", "?language=287654321", "?language=%qznaamqz"}) {
    expect_no_canary("the refusal of " + query, ask("GET", id + query).body);
  }
}

void Canary::search_for_canaries() {
  for (const std::string& canary : canaries) {
    for (const char* side : {"candidates", "vacancies"}) {
      const auto reply = ask("POST", std::string("/v1/") + side + "/_search", Json{{"query", canary}}.dump());
      const Json answer = Json::parse(reply.body);
      // The question is repeated to whom it came from, and nothing else is found.
      EXPECT_EQ(answer.at("total"), 0) << canary << " is found among " << side;
      EXPECT_FALSE(answer.contains("help") && answer.at("help").contains("didYouMean")) << canary;
    }
  }
}

/// After all that was asked: figures have patterns of routes in them, and nothing of a request.
void Canary::expect_no_canary_in_metrics() {
  const auto reply = test::ask(metrics_port_, "GET", "/metrics");
  EXPECT_EQ(reply.status, 200);
  EXPECT_TRUE(holds(reply.body, "route=\"/v1/candidates/{candidateId}\"")) << reply.body;
  EXPECT_TRUE(holds(reply.body, "passend_pool_position ")) << reply.body;
  expect_no_canary("the metrics", reply.body);
  for (const std::string& id : {candidate_, vacancy_, employer_, run_}) {
    EXPECT_FALSE(holds(reply.body, id)) << id << " stands in the metrics";
  }
}

void Canary::stop_server() {
  ::kill(process_, SIGTERM);
  const Outcome outcome = server_.wait(process_);
  process_ = -1;
  EXPECT_EQ(outcome.status, 0);
  expect_no_canary("what the server printed", outcome.out);
  expect_no_canary("the log of the server", outcome.err);
}

void Canary::expect_no_canary_in_files() {
  std::set<std::string> with_control;
  int files = 0;
  for (const auto& top : {program_.data(), directory_.path() / "output"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
      expect_no_canary("a file name", entry.path().lexically_relative(directory_.path()));
      if (!entry.is_regular_file()) continue;
      ++files;
      const std::string bytes = read_file(entry.path());
      expect_no_canary(entry.path(), bytes);
      if (holds(bytes, control))
        with_control.insert(entry.path().lexically_relative(program_.data()).begin()->string());
    }
  }
  EXPECT_GT(files, 20);
  EXPECT_TRUE(with_control.contains("store") && with_control.contains("index")) << "this search would not see a canary";
}

TEST_F(Canary, OfAPersonIsInNothingThatIsWrittenPrintedOrAnswered) {
  ASSERT_NO_FATAL_FAILURE(import_all());
  succeed({"index", "build"});
  ASSERT_NO_FATAL_FAILURE(choose());
  run_commands();
  ASSERT_NO_FATAL_FAILURE(start_server());
  ask_server();
  ask_wrongly();
  search_for_canaries();
  expect_no_canary_in_metrics();
  expect_no_canary_in_files();
  stop_server();
  expect_no_canary_in_files();
}

}  // namespace
}  // namespace passend::cli_test
