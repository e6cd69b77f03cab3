// SPDX-License-Identifier: EUPL-1.2
#include "matcher/selection/selection.hpp"

namespace passend::selection {
namespace {

constexpr std::size_t names_shown = 5;

template <class Names>
std::string listed(const std::vector<std::uint32_t>& positions, const Names& name) {
  std::string list;
  for (std::size_t i = 0; i < positions.size() && i < names_shown; ++i) {
    list += (i == 0 ? "" : ", ") + name(positions[i]);
  }
  if (positions.size() > names_shown) list += " and " + std::to_string(positions.size() - names_shown) + " more";
  return list;
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

std::string to_text(const Shortage& shortage, const Problem& problem) {
  const auto who = shortage.of == Shortage::Of::vacancy
                       ? "vacancy " + passend::to_text(problem.vacancies[shortage.position].vacancy)
                       : "caseload '" + problem.caseloads[shortage.position].name + "'";
  return who + ": at least " + std::to_string(shortage.asked) + " asked, " + std::to_string(shortage.missing) +
         " of them cannot be given";
}

std::string to_text(const Bottleneck& bottleneck, const Problem& problem) {
  const auto vacancies =
      listed(bottleneck.vacancies, [&](auto i) { return passend::to_text(problem.vacancies[i].vacancy); });
  std::string text = counted(bottleneck.vacancies.size(), "vacancy", "vacancies") + " (" + vacancies +
                     (bottleneck.vacancies.size() == 1 ? ") asks" : ") ask") + " for at least " +
                     std::to_string(bottleneck.asked) + " in all; at most " + std::to_string(bottleneck.attainable) +
                     " can come: " + counted(bottleneck.people.size(), "person", "people") + " fit, each for " +
                     counted(static_cast<std::size_t>(problem.most_vacancies_per_person), "vacancy", "vacancies") +
                     " at most";
  if (!bottleneck.caseloads.empty()) {
    text += "; full: " + listed(bottleneck.caseloads, [&](auto i) {
              return "caseload '" + problem.caseloads[i].name + "' (" +
                     std::to_string(problem.caseloads[i].places.most) + ")";
            });
  }
  return text;
}

}  // namespace passend::selection
