// SPDX-License-Identifier: EUPL-1.2
// Any bytes through the gate: it must not fail, must not let a head in that breaks its own rules, and must say the same
// wherever the bytes are cut.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/base/error.hpp"
#include "server/http/gate.hpp"
#include "server/http/target.hpp"

namespace {

using namespace passend;
using namespace passend::http;

void require(bool holds) {
  if (!holds) std::abort();
}

const GateRules& rules() {
  static const GateRules made = [] {
    GateRules r;
    r.hosts = {"localhost:8080"};
    return r;
  }();
  return made;
}

void check_scan(std::string_view bytes, const HeadScan& whole) {
  const std::size_t cut = bytes.size() / 2;
  const HeadScan first = scan_head(bytes.substr(0, cut), 0);
  const HeadScan found = first.state == HeadScan::State::incomplete ? scan_head(bytes, cut) : first;
  require(found.state == whole.state && found.length == whole.length);
}

void check_admitted(std::string_view head) {
  const auto judged = judge_head(head, rules());
  const auto* admission = std::get_if<Admission>(&judged);
  if (admission == nullptr) return;
  require(head.size() <= rules().head_bytes && admission->content_length <= rules().body_bytes);
  require(head.find('\0') == std::string_view::npos);
  const std::size_t begin = head.find(' ') + 1;
  try {
    parse_target(head.substr(begin, head.find(' ', begin) - begin));
  } catch (const Error&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const HeadScan scan = scan_head(bytes, 0);
  check_scan(bytes, scan);
  if (scan.state == HeadScan::State::complete) check_admitted(bytes.substr(0, scan.length));
  judge_head(bytes, rules());
  return 0;
}
