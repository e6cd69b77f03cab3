// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/api/value_maker.hpp"

namespace passend::test {

/// A request as it goes over the socket, and what may come back.
struct MadeRequest {
  std::string bytes;
  std::vector<std::string> oddities;  ///< What was done to a valid request; empty: nothing.
  std::set<int> expected;             ///< Statuses.
  Members members = Members::all;     ///< Of the answer.
};

/// A request while it is being made: a valid one, changed by oddities in turn, at most one in each part.
struct Draft {
  std::string path;
  std::vector<std::string> query;  ///< "name=value" each, as it stands in the target.
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;
  std::string content_length;  ///< Empty: that of the body.
  std::set<int> expected;
  Members members = Members::all;
};

/// Requests for an operation by its description: valid ones, ones with one thing wrong, and combinations. The same seed
/// and number make the same request.
class RequestMaker {
 public:
  RequestMaker(const RegionServer& region, const Operation& operation, std::uint64_t seed);

  MadeRequest make();

  /// The names of everything that can be done to a request, for any operation.
  static std::vector<std::string> all_oddities();

 private:
  enum class Part { path, query, head, body };
  struct Oddity {
    const char* name;
    Part part;
    bool (RequestMaker::*applies)() const;
    void (RequestMaker::*apply)(Draft&);
  };
  static const std::vector<Oddity>& table();

  bool always() const { return true; }
  bool has_body() const { return !operation_.body_schema.empty(); }
  bool has_members() const { return has_body() && !pointers_.empty(); }
  bool has_path_parameter() const { return operation_.path.find('{') != std::string::npos; }
  bool has_query() const { return !parameters_.empty(); }
  bool changes_a_version() const { return takes_version(operation_); }
  bool has_etag() const { return operation_.description["responses"].contains("304"); }

  Draft valid();
  /// What is done to the next request, at most one oddity for each part, in the order of the parts.
  std::vector<const Oddity*> choose();
  std::string path_with(const std::function<std::string(const std::string& parameter)>& id) const;
  void add_query(Draft& draft);
  std::string parameter_text(const Json& parameter);
  std::string bytes_of(const Draft& draft) const;
  /// The body of a draft, as far as it is still the valid one.
  void change_members(Draft& draft, const std::function<void(Json&)>& change);
  /// The request must be refused with one of these, or with what an oddity before it asks for.
  static void refuse(Draft& draft, std::initializer_list<int> statuses);
  static void allow(Draft& draft, std::initializer_list<int> statuses);

  void odd_value(Draft& draft);
  void unknown_member(Draft& draft);
  void missing_member(Draft& draft);
  void repeated_member(Draft& draft);
  void no_json(Draft& draft);
  void cut_off(Draft& draft);
  void changed_byte(Draft& draft);
  void deep(Draft& draft);
  void huge(Draft& draft);
  void too_large(Draft& draft);
  void spelled_otherwise(Draft& draft);
  void odd_id(Draft& draft);
  void unknown_id(Draft& draft);
  void escaped_path(Draft& draft);
  void odd_path(Draft& draft);
  void unknown_parameter(Draft& draft);
  void odd_parameter(Draft& draft);
  void repeated_parameter(Draft& draft);
  void broken_escape(Draft& draft);
  void long_target(Draft& draft);
  void refused_accept(Draft& draft);
  void odd_accept(Draft& draft);
  void wrong_media_type(Draft& draft);
  void foreign_page(Draft& draft);
  void odd_fields(Draft& draft);
  void broken_field(Draft& draft);
  void many_fields(Draft& draft);
  void known_tag(Draft& draft);
  void no_version(Draft& draft);
  void stale_version(Draft& draft);

  const RegionServer& region_;
  const Operation& operation_;
  const std::uint16_t port_;
  Random random_;
  ValueMaker values_;
  std::vector<std::string> pointers_;  ///< Members of the body.
  std::vector<Json> parameters_;       ///< Of the query.
  std::string media_type_;             ///< Of the answer.
  bool is_open_ = false;               ///< To every origin.
};

}  // namespace passend::test
