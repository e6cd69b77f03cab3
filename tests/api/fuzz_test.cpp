// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>

#include "indexer/base/hash.hpp"
#include "tests/api/request_maker.hpp"

/// Requests that are made from the contract, over a socket: whatever is sent, the answer is as described. By hand:
/// `PASSEND_FUZZ_REQUESTS=2000 PASSEND_FUZZ_SEED=7 build/ci/test_api --gtest_filter='Fuzz.*'`.
namespace passend::test {
namespace {

constexpr std::uint64_t requests_by_default = 200;
constexpr int failures_shown = 10;

std::uint64_t setting(const char* name, std::uint64_t by_default) {
  const char* text = std::getenv(name);
  return text == nullptr ? by_default : std::stoull(text);
}

/// Requests on one connection as long as the server keeps it open.
class Conversation {
 public:
  explicit Conversation(std::uint16_t port) : port_(port) {}

  Reply ask(const std::string& bytes) {
    if (!client_) client_.emplace(port_);
    client_->send(bytes);
    auto reply = client_->read_reply();
    if (!reply) throw std::runtime_error("the connection ended without a reply");
    if (reply->header("Connection") == "close") client_.reset();
    return *reply;
  }
  void hang_up() { client_.reset(); }

 private:
  std::uint16_t port_;
  std::optional<RawClient> client_;
};

/// For `printf '...' | nc localhost PORT`; a body of many kilobytes is not shown whole: seed and number make it again.
std::string to_repeat(const std::string& bytes) {
  constexpr std::size_t most = 4000;
  constexpr char digits[] = "01234567";
  std::string shown;
  for (const char c : bytes.substr(0, most)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte >= 0x20 && byte < 0x7f && c != '\\' && c != '\'' && c != '%';
    shown +=
        is_plain ? std::string(1, c) : std::string{'\\', digits[byte >> 6], digits[(byte >> 3) & 7], digits[byte & 7]};
  }
  if (bytes.size() > most) shown += "... and " + std::to_string(bytes.size() - most) + " bytes";
  return "printf '" + shown + "'";
}

/// Empty, or everything that is wrong with an answer.
std::string all_faults(const Operation& operation, const MadeRequest& request, const Reply& reply) {
  std::string faults;
  if (!request.expected.contains(reply.status)) {
    faults += "answered " + std::to_string(reply.status) + " instead of";
    for (const int status : request.expected) faults += " " + std::to_string(status);
    faults += '\n';
  }
  if (reply.status >= 500) faults += "a failure of the server\n";
  return faults + faults_of(operation, reply, request.members);
}

struct Tally {
  std::map<int, int> by_status;
  std::map<std::string, int> by_oddity;
  int valid = 0;
  int requests = 0;
};

class Campaign {
 public:
  Campaign() : seed_(setting("PASSEND_FUZZ_SEED", 1)), count_(setting("PASSEND_FUZZ_REQUESTS", requests_by_default)) {}

  std::uint64_t count() const { return count_; }

  Tally run(const Operation& operation) {
    Tally tally;
    region_.put_back();
    Conversation conversation(region_.port);
    for (std::uint64_t number = 0; number < count_; ++number) {
      // Of its own seed, so that each request can be made again without those before it.
      const std::string key = operation.id + '\n' + std::to_string(seed_) + '\n' + std::to_string(number);
      const MadeRequest request =
          RequestMaker(region_, operation, std::stoull(sha256_hex(key).substr(0, 16), nullptr, 16)).make();
      ++tally.requests;
      tally.valid += request.oddities.empty() ? 1 : 0;
      for (const std::string& oddity : request.oddities) ++tally.by_oddity[oddity];
      try {
        const Reply reply = conversation.ask(request.bytes);
        ++tally.by_status[reply.status];
        report(operation, request, number, all_faults(operation, request, reply), reply.body);
      } catch (const std::exception& error) {
        conversation.hang_up();
        report(operation, request, number, error.what(), "");
      }
    }
    return tally;
  }

 private:
  void report(const Operation& operation, const MadeRequest& request, std::uint64_t number, const std::string& faults,
              const std::string& body) {
    if (faults.empty()) return;
    std::string oddities;
    for (const std::string& oddity : request.oddities) oddities += " [" + oddity + "]";
    if (++failures_ <= failures_shown) {
      ADD_FAILURE() << operation.id << ", seed " << seed_ << ", request " << number << oddities << ":\n"
                    << faults << to_repeat(request.bytes) << '\n'
                    << body.substr(0, 1000);
    } else {
      ADD_FAILURE() << operation.id << ", seed " << seed_ << ", request " << number << oddities << ": " << faults;
    }
  }

  RegionServer region_;
  std::uint64_t seed_;
  std::uint64_t count_;
  int failures_ = 0;
};

TEST(Fuzz, EveryOperationAnswersEverythingAsDescribed) {
  Campaign campaign;
  std::map<std::string, int> oddities;
  int all = 0;
  for (const Operation& operation : operations()) {
    const Tally tally = campaign.run(operation);
    all += tally.requests;
    std::cout << operation.id << ": " << tally.requests << " requests, " << tally.valid << " valid;";
    for (const auto& [status, count] : tally.by_status) std::cout << ' ' << count << "x" << status;
    std::cout << '\n';
    for (const auto& [oddity, count] : tally.by_oddity) oddities[oddity] += count;
    EXPECT_EQ(tally.requests, campaign.count());
    if (campaign.count() < requests_by_default) continue;
    const auto answered = tally.by_status.find(operation.success);
    EXPECT_GE(answered == tally.by_status.end() ? 0 : answered->second, 10) << operation.id << " is hardly reached";
    EXPECT_GE(tally.by_status.size(), 4U) << operation.id << " is hardly tried";
  }
  std::cout << all << " requests of " << operations().size() << " operations; seed " << setting("PASSEND_FUZZ_SEED", 1)
            << '\n';
  if (campaign.count() < requests_by_default) return;
  for (const std::string& oddity : RequestMaker::all_oddities()) EXPECT_GT(oddities[oddity], 0) << oddity;
}

/// What the campaign rests on: an answer that is not as described is a fault.
TEST(Fuzz, SeesAnAnswerThatIsNotAsDescribed) {
  const RegionServer region;
  const auto all = operations();
  const auto status = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.id == "getStatus"; });
  ASSERT_NE(status, all.end());
  const MadeRequest request{"", {}, {200}};
  const Reply sound = region.get("/v1/status");
  EXPECT_EQ(all_faults(*status, request, sound), "");
  const auto faults_after = [&](auto change) {
    Reply reply = sound;
    change(reply);
    return all_faults(*status, request, reply);
  };
  EXPECT_NE(faults_after([](Reply& reply) { reply.status = 500; }), "");
  EXPECT_NE(faults_after([](Reply& reply) { reply.status = 304; }), "");
  EXPECT_NE(faults_after([](Reply& reply) { reply.body.insert(1, "\"surprise\":1,"); }), "");
  EXPECT_NE(faults_after([](Reply& reply) { reply.body.pop_back(); }), "");
  for (std::size_t field = 0; field < sound.fields.size(); ++field) {
    const std::string name = sound.fields[field].first;
    if (name == "Content-Length" || name == "Date" || name == "Connection" || name == "Keep-Alive") continue;
    EXPECT_NE(faults_after([&](Reply& reply) { reply.fields[field].second += "x"; }), "") << name;
    EXPECT_NE(faults_after([&](Reply& reply) { reply.fields.erase(reply.fields.begin() + static_cast<long>(field)); }),
              "")
        << name;
  }
}

}  // namespace
}  // namespace passend::test
