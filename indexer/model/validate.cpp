// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/codec.hpp"
#include "indexer/model/fields.hpp"
#include "indexer/model/limits.hpp"

namespace passend {
namespace {

/// Holds a record in memory against its declared limits.
class LimitVisitor {
 public:
  LimitVisitor(std::string path, Violations& violations) : path_(std::move(path)), violations_(violations) {}

  template <class T>
  void field(const char* name, const T& value, const Rule& rule) {
    const std::string path = path_ + "/" + name;
    if (value == T{}) {
      if (rule.presence == Rule::Presence::required && std::is_same_v<T, std::string>)
        violations_.add(path, "", "is required");
      if constexpr (!std::is_class_v<T>) return;
      if (rule.presence != Rule::Presence::required) return;
    }
    hold(value, rule, path);
  }

  void check(bool holds, const char* name, const char* rule) {
    if (!holds) violations_.add(*name == 0 ? path_ : path_ + "/" + name, "", rule);
  }

 private:
  void hold(const std::string& text, const Rule& rule, const std::string& path) {
    if (!text.empty()) violations_.check_text(path, text, rule);
  }
  void hold(int value, const Rule& rule, const std::string& path) { violations_.check_number(path, value, rule); }
  void hold(const WeekGrid& grid, const Rule&, const std::string& path) {
    if (grid.bits >= (1U << 28)) violations_.add(path, std::to_string(grid.bits), "is a grid of 28 dayparts");
  }
  void hold(bool, const Rule&, const std::string&) {}
  void hold(std::uint64_t, const Rule&, const std::string&) {}
  void hold(const Date&, const Rule&, const std::string&) {}
  void hold(const Importances&, const Rule&, const std::string&) {}
  void hold(const std::map<std::string, std::uint64_t>&, const Rule&, const std::string&) {}
  template <class Kind>
  void hold(const Id<Kind>&, const Rule&, const std::string&) {}

  template <class T>
  void hold(const std::optional<T>& value, const Rule& rule, const std::string& path) {
    hold(*value, rule, path);
  }
  template <class T>
  void hold(const std::vector<T>& list, const Rule& rule, const std::string& path) {
    violations_.check_count(path, list.size(), rule);
    for (std::size_t i = 0; i < list.size() && i < rule.maximum_items; ++i) {
      const std::string item = path + "/" + std::to_string(i);
      if constexpr (std::is_same_v<T, std::string>) {
        violations_.check_text(item, list[i], rule);
      } else {
        hold(list[i], rule, item);
      }
    }
  }
  template <class T>
  void hold(const T& value, const Rule&, const std::string& path) {
    if constexpr (!std::is_enum_v<T>) {
      LimitVisitor inner(path, violations_);
      describe(inner, value);
    }
  }

  std::string path_;
  Violations& violations_;
};

template <class T>
std::vector<Violation> violations_of(const T& record) {
  Violations violations;
  LimitVisitor visitor("", violations);
  describe(visitor, record);
  return violations.take();
}

}  // namespace

std::vector<Violation> validate(const SearchProfile& profile) {
  return violations_of(profile);
}
std::vector<Violation> validate(const DetailProfile& profile) {
  return violations_of(profile);
}
std::vector<Violation> validate(const Vacancy& vacancy) {
  return violations_of(vacancy);
}
std::vector<Violation> validate(const Employer& employer) {
  return violations_of(employer);
}
std::vector<Violation> validate(const Selection& selection) {
  return violations_of(selection);
}
std::vector<Violation> validate(const Proposal& proposal) {
  return violations_of(proposal);
}
std::vector<Violation> validate(const ContactMoment& moment) {
  return violations_of(moment);
}

}  // namespace passend
