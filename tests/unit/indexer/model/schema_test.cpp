// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "indexer/model/codec.hpp"
#include "tests/unit/indexer/model/examples.hpp"
#include "tests/unit/indexer/model/schema_walk.hpp"

namespace passend {
namespace {

class SchemaAndType : public testing::TestWithParam<Contract> {};

TEST_P(SchemaAndType, AgreeFieldByFieldAndLimitByLimit) {
  SchemaWalk(GetParam()).run();
}

INSTANTIATE_TEST_SUITE_P(
    Records, SchemaAndType,
    testing::Values(
        Contract{"search-profile.schema.json", encode(full_search_profile()),
                 [](auto text) { decode_search_profile(text); }},
        Contract{"detail-profile.schema.json", encode(full_detail_profile()),
                 [](auto text) { decode_detail_profile(text); }},
        Contract{"vacancy.schema.json", encode(full_vacancy()), [](auto text) { decode_vacancy(text); }},
        Contract{"employer.schema.json", encode(full_employer()), [](auto text) { decode_employer(text); }},
        Contract{"selection.schema.json", encode(full_selection()), [](auto text) { decode_selection(text); }},
        Contract{"proposal.schema.json", encode(full_proposal()), [](auto text) { decode_proposal(text); }},
        Contract{"contact-moment.schema.json", encode(full_contact_moment()),
                 [](auto text) { decode_contact_moment(text); }},
        Contract{"match-result.schema.json", encode(full_match_result()), [](auto text) { decode_match_result(text); }},
        Contract{"import-report.schema.json", encode(full_import_report()),
                 [](auto text) { decode_import_report(text); }}),
    [](const auto& param) {
      std::string name = param.param.schema_file.substr(0, param.param.schema_file.find('.'));
      std::erase(name, '-');
      return name;
    });

}  // namespace
}  // namespace passend
