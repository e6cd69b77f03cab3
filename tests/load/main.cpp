// SPDX-License-Identifier: EUPL-1.2
#include <sys/types.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>

#include "indexer/base/random.hpp"
#include "server/http/descriptors.hpp"
#include "tests/bench/machine.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/load/loops.hpp"
#include "tests/load/slow_clients.hpp"

/// The program behind tests/load/run, which starts the server for it.
namespace passend::load {
namespace {

using std::chrono::milliseconds;

struct Options {
  std::uint16_t port = 0;
  pid_t server = 0;
  std::uint64_t seed = 1;
  std::string commit;
  std::string region;
  std::size_t slow_clients = 10'000;
  double healthy_per_second = 50;
  double overload = 5;
  unsigned seconds = 20;
};

enum class Direction { at_most, at_least };

/// A figure and what it must reach.
struct Bar {
  const char* line = "";
  double value = 0;
  const char* unit = "";
  Direction direction = Direction::at_most;
  double limit = 0;
};

/// Prints figures and remembers what is wrong, as against slow.
class Report {
 public:
  void bar(const Bar& bar) const {
    const bool is_at_most = bar.direction == Direction::at_most;
    const bool is_reached = is_at_most ? bar.value <= bar.limit : bar.value >= bar.limit;
    std::printf("  %-44s %10.1f %-3s bar %s %.0f   %s\n", bar.line, bar.value, bar.unit,
                is_at_most ? "<=" : ">=", bar.limit, is_reached ? "reached" : "NOT REACHED");
  }
  void figure(const char* line, double value, const char* unit) const {
    std::printf("  %-44s %10.1f %s\n", line, value, unit);
  }
  void require(bool holds, const std::string& what) {
    if (holds) return;
    std::printf("  WRONG: %s\n", what.c_str());
    ++wrong_;
  }
  void require_sound(const Tally& tally) {
    require(tally.unanswered == 0, std::to_string(tally.unanswered) + " requests lost their connection");
    require(tally.other == 0, std::to_string(tally.other) + " answers were neither 200 nor 503");
    require(tally.refused_without_time == 0,
            std::to_string(tally.refused_without_time) + " refusals lacked Retry-After");
    require(!tally.answered_ms.empty(), "nothing was answered");
  }
  int status() const { return wrong_ == 0 ? 0 : 1; }

 private:
  int wrong_ = 0;
};

/// What the system says of the server process.
double descriptors_of(pid_t process) {
  const std::filesystem::path folder = "/proc/" + std::to_string(process) + "/fd";
  return static_cast<double>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

double resident_mb_of(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

/// Text searches, in a drawn order.
Questions searches(const Options& options) {
  static const std::vector<std::string> words{"verzorgende",   "kok",        "chauffeur", "monteur", "leraar",
                                              "administratie", "schoonmaak", "verkoper",  "lasser",  "boekhouder"};
  return [&options, random = Random(options.seed)]() mutable {
    const std::string body = R"({"pageSize":25,"query":")" + words[random.below(words.size())] + R"("})";
    return test::request_text(options.port, "POST", "/v1/vacancies/_search", body);
  };
}

/// The candidates for a vacancy out of the whole pool, for vacancies in a drawn order.
Questions matches(const Options& options) {
  const auto reply = test::ask(options.port, "POST", "/v1/vacancies/_search", R"({"pageSize":100})");
  const std::string member = R"("vacancyId":")";
  std::vector<std::string> ids;
  for (std::size_t place = 0; (place = reply.body.find(member, place)) != std::string::npos;) {
    place += member.size();
    ids.push_back(reply.body.substr(place, 32));
  }
  if (ids.empty()) throw std::runtime_error("the region gives no vacancies: " + reply.body);
  return [&options, ids, random = Random(options.seed)]() mutable {
    const std::string target = "/v1/vacancies/" + ids[random.below(ids.size())] + "/_match";
    return test::request_text(options.port, "POST", target, R"({"pageSize":25})");
  };
}

Pace healthy_pace(const Options& options) {
  return {options.healthy_per_second, std::chrono::seconds(options.seconds), 64, 0};
}

void print_times(const Report& report, const std::vector<double>& ms) {
  report.figure("p50", percentile(ms, 0.5), "ms");
  report.figure("p95", percentile(ms, 0.95), "ms");
}

void hold_slow_clients(const Options& options, asio::io_context& io, const tcp::endpoint& server, Report& report) {
  const Questions questions = searches(options);
  std::printf("\nSlow clients: text searches at %.0f a second, first without slow clients\n",
              options.healthy_per_second);
  const Tally before = ask_at_pace(io, server, questions, healthy_pace(options));
  report.require_sound(before);
  print_times(report, before.answered_ms);
  report.figure("p99", percentile(before.answered_ms, 0.99), "ms");
  const double megabytes = resident_mb_of(options.server);

  const std::size_t count = std::min(options.slow_clients, http::affordable_connections(options.slow_clients + 64));
  std::printf("Then with %zu slow clients\n", count);
  SlowClients slow(io, server, count);
  slow.start(std::chrono::seconds(5));
  // Until nearly all have come; on a machine that is busy this takes longer than the five seconds.
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (slow.connected() * 10 < count * 9 && std::chrono::steady_clock::now() < end) io.run_one_for(milliseconds(10));
  // Who was given up comes again, so that on a busy machine some are always on their way.
  report.require(slow.connected() * 10 >= count * 9,
                 "only " + std::to_string(slow.connected()) + " slow clients were connected");
  slow.take_fewest();
  const Tally healthy = ask_at_pace(io, server, questions, healthy_pace(options));
  report.require_sound(healthy);
  report.figure("slow clients connected, fewest", static_cast<double>(slow.take_fewest()), "");
  report.figure("descriptors of the server", descriptors_of(options.server), "");
  report.figure("memory they cost the server", resident_mb_of(options.server) - megabytes, "MB");
  report.figure("given up by the server with 408", static_cast<double>(slow.given_up()), "");
  report.figure("cut off without an answer", static_cast<double>(slow.cut_off()), "");
  report.figure("healthy requests refused with 503", static_cast<double>(healthy.refused_ms.size()), "");
  report.figure("sent late by the client, p99", percentile(healthy.late_ms, 0.99), "ms");
  print_times(report, healthy.answered_ms);
  report.bar({"p99", percentile(healthy.answered_ms, 0.99), "ms", Direction::at_most, 25});
  slow.stop();
}

/// What people do all day, at a steady rate. The bars hold for 100,000 people.
void steady(const Options& options, asio::io_context& io, const tcp::endpoint& server, Report& report) {
  struct Kind {
    const char* name;
    Questions questions;
    double limit_ms;
  };
  for (const Kind& kind : {Kind{"text searches", searches(options), 30},
                           Kind{"matches of a vacancy with the whole pool, a page of 25", matches(options), 40}}) {
    std::printf("\nSteady: %s, %.0f a second\n", kind.name, options.healthy_per_second);
    const Tally tally = ask_at_pace(io, server, kind.questions, healthy_pace(options));
    report.require_sound(tally);
    report.figure("p50", percentile(tally.answered_ms, 0.5), "ms");
    report.bar({"p95", percentile(tally.answered_ms, 0.95), "ms", Direction::at_most, kind.limit_ms});
    report.figure("p99", percentile(tally.answered_ms, 0.99), "ms");
  }
}

void overload(const Options& options, asio::io_context& io, const tcp::endpoint& server, Report& report) {
  const Questions questions = matches(options);
  const std::chrono::seconds duration(options.seconds);
  std::printf("\nOverload: matching a vacancy with the whole pool, first by 8 clients that wait for their answers\n");
  const Tally capacity = ask_in_turn(io, server, questions, 8, duration);
  report.require_sound(capacity);
  report.figure("capacity", capacity.goodput(), "a second");
  print_times(report, capacity.answered_ms);

  const Pace pace{options.overload * capacity.goodput(), duration, 512, 128};
  std::printf("Then %.1f times as many: %.0f a second\n", options.overload, pace.per_second);
  const Tally tally = ask_at_pace(io, server, questions, pace);
  report.require_sound(tally);
  report.figure("answered with 200", static_cast<double>(tally.answered_ms.size()), "");
  if (tally.refused_ms.empty()) std::printf("  nothing was refused: the capacity was measured too low\n");
  report.figure("refused with 503 and Retry-After", static_cast<double>(tally.refused_ms.size()), "");
  report.figure("sent late by the client, p99", percentile(tally.late_ms, 0.99), "ms");
  report.figure("answered p95", percentile(tally.answered_ms, 0.95), "ms");
  report.figure("refused p50", percentile(tally.refused_ms, 0.5), "ms");
  report.bar({"refused p99", percentile(tally.refused_ms, 0.99), "ms", Direction::at_most, 10});
  report.bar({"goodput, of the capacity", 100 * tally.goodput() / capacity.goodput(), "%", Direction::at_least, 90});
}

void print_head(const Options& options) {
  const bench::Machine machine = bench::this_machine();
  std::printf("Passend %s · seed %llu · %s\n", options.commit.c_str(), static_cast<unsigned long long>(options.seed),
              options.region.c_str());
  std::printf("%s · %u cores · %s · %s\n", machine.processor.c_str(), machine.cores, machine.kernel.c_str(),
              machine.compiler.c_str());
  std::printf("load %.2f at the start%s; server and client share the machine\n", machine.load,
              machine.load >= bench::busy_load ? ": BUSY, times are upper bounds" : "");
}

int run(const Options& options) {
  print_head(options);
  asio::io_context io(1);
  // Without work of its own the loop would end while it waits.
  const auto work = asio::make_work_guard(io);
  const tcp::endpoint server(asio::ip::address_v4::loopback(), options.port);
  Report report;
  steady(options, io, server, report);
  hold_slow_clients(options, io, server, report);
  overload(options, io, server, report);
  report.require(test::ask(options.port, "GET", "/livez").status == 200, "the server does not live any more");
  return report.status();
}

}  // namespace
}  // namespace passend::load

int main(int argc, char** argv) {
  CLI::App app("Slow clients and overload against a running server; use tests/load/run");
  passend::load::Options options;
  app.add_option("--port", options.port)->required();
  app.add_option("--server", options.server, "Process id")->required();
  app.add_option("--seed", options.seed);
  app.add_option("--commit", options.commit);
  app.add_option("--region", options.region, "What is served, in words");
  app.add_option("--slow-clients", options.slow_clients)->check(CLI::Range(1, 50'000));
  app.add_option("--rate", options.healthy_per_second, "Healthy requests a second")->check(CLI::Range(1, 10'000));
  app.add_option("--overload", options.overload, "Times the capacity")->check(CLI::Range(1, 100));
  app.add_option("--seconds", options.seconds, "Of each of the four measurements")->check(CLI::Range(1, 600));
  CLI11_PARSE(app, argc, argv);
  try {
    return passend::load::run(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "WRONG: %s\n", error.what());
    return 1;
  }
}
