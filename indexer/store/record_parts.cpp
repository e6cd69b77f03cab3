// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/record_parts.hpp"

#include <set>

namespace passend::store {

std::vector<Link> links_of(const Portfolio&) {
  return {};
}
std::vector<Link> links_of(const SearchProfile&) {
  return {};
}
std::vector<Link> links_of(const Employer&) {
  return {};
}

std::vector<Link> links_of(const Vacancy& vacancy) {
  if (!vacancy.employer_id) return {};
  return {{"employer", to_text(*vacancy.employer_id)}};
}

std::vector<Link> links_of(const Selection& selection) {
  std::set<CandidateId> people;
  for (const SelectedCandidate& selected : selection.candidates) people.insert(selected.candidate);
  std::vector<Link> links;
  for (const CandidateId& person : people) links.push_back({"candidate", to_text(person)});
  links.push_back({"owner", selection.owner});
  return links;
}

std::vector<Link> links_of(const Proposal& proposal) {
  std::vector<Link> links{{"candidate", to_text(proposal.candidate)}};
  if (proposal.employer) links.push_back({"employer", to_text(*proposal.employer)});
  links.push_back({"vacancy", to_text(proposal.vacancy)});
  return links;
}

std::vector<Link> links_of(const ContactMoment& moment) {
  return {{"employer", to_text(moment.employer)}};
}

}  // namespace passend::store
