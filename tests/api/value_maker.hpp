// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/random.hpp"
#include "tests/api/contract.hpp"

namespace passend::test {

/// Makes values by the schemas of the document. Where a schema says less than the server asks (the name of a place, a
/// concept of the taxonomy, an id), the name of the member tells what to take from the region that is served.
class ValueMaker {
 public:
  ValueMaker(const RegionServer& region, Random& random) : region_(region), random_(random) {}

  /// A value that the server takes. Throws std::runtime_error for a schema that this does not know how to fill.
  Json value(const Json& schema, const std::string& name);
  /// A body of an operation that the server answers with 200.
  Json body(const Operation& operation);
  /// The value of a path parameter: the id of something that is there.
  std::string id(std::string_view parameter);
  bool is_closed_vacancy_in(const std::string& path) const;

  /// Values of every kind, none of which most members take.
  static const std::vector<Json>& odd_values();

 private:
  template <class List>
  const auto& any(const List& list) {
    return list[random_.below(list.size())];
  }

  Json part_of(Json example, const Json& required);
  Json object(const Json& schema);
  Json list(const Json& schema, const std::string& name);
  Json number(const Json& schema);
  std::string text(const Json& schema, const std::string& name);
  std::string record(const std::string& name);
  std::string area_name(std::string_view member);
  std::string weight_change();

  const RegionServer& region_;
  Random& random_;
  bool is_about_vacancies_ = false;  ///< Which records `within` and `like` name.
};

/// Every property of a schema and of the objects below it, as JSON pointers into a body.
std::vector<std::string> pointers_of(const Json& schema);

}  // namespace passend::test
