// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/machine.hpp"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace passend::bench {
namespace {

std::string first_line(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  return line;
}

std::string processor_name() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return {};
}

void read_caches(Machine& machine) {
  for (int index = 0; index < 8; ++index) {
    const std::filesystem::path cache = "/sys/devices/system/cpu/cpu0/cache/index" + std::to_string(index);
    const std::string size = first_line(cache / "size");
    const std::string type = first_line(cache / "type");
    if (size.empty() || type == "Instruction") continue;
    machine.caches +=
        (machine.caches.empty() ? "L" : ", L") + first_line(cache / "level") + (type == "Data" ? "d " : " ") + size;
    machine.last_level_bytes = std::max<std::uint64_t>(machine.last_level_bytes, std::stoull(size) * 1024);
  }
}

}  // namespace

Machine this_machine() {
  Machine machine;
  machine.processor = processor_name();
  machine.cores = std::thread::hardware_concurrency();
  read_caches(machine);
  machine.memory_bytes =
      static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  utsname kernel{};
  if (::uname(&kernel) == 0) machine.kernel = std::string(kernel.sysname) + " " + kernel.release;
  machine.compiler = "GCC " __VERSION__;
  machine.governor = first_line("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
  machine.load = std::strtod(first_line("/proc/loadavg").c_str(), nullptr);
  return machine;
}

}  // namespace passend::bench
