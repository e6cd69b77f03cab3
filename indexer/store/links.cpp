// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/links.hpp"

namespace passend::store {
namespace {

struct LinksOf {
  std::vector<Link> operator()(const Portfolio&) const { return {}; }
  std::vector<Link> operator()(const Employer&) const { return {}; }
  std::vector<Link> operator()(const Vacancy& vacancy) const {
    if (!vacancy.employer_id) return {};
    return {{"employer", to_text(*vacancy.employer_id)}};
  }
  std::vector<Link> operator()(const Selection& selection) const { return {{"owner", selection.owner}}; }
  std::vector<Link> operator()(const Proposal& proposal) const {
    std::vector<Link> links{{"candidate", to_text(proposal.candidate)}};
    if (proposal.employer) links.push_back({"employer", to_text(*proposal.employer)});
    links.push_back({"vacancy", to_text(proposal.vacancy)});
    return links;
  }
  std::vector<Link> operator()(const ContactMoment& moment) const { return {{"employer", to_text(moment.employer)}}; }
};

}  // namespace

std::vector<Link> links_of(const Record& record) {
  return std::visit(LinksOf{}, record);
}

}  // namespace passend::store
