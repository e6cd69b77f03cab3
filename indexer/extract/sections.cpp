// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/phrases.hpp"

/// What the headings of vacancies and CVs say of the lines below them.
namespace passend::extract {
namespace {

using enum Section;

constexpr auto headings = phrases(std::to_array<Phrase<Section>>({
    {"wij vragen", demand},
    {"we vragen", demand},
    {"vragen wij", demand},
    {"vragen we", demand},
    {"wij zoeken", demand},
    {"zoeken wij", demand},
    {"we zoeken", demand},
    {"wat verwachten wij", demand},
    {"wij verwachten", demand},
    {"gevraagd", demand},
    {"gevraagd profiel", demand},
    {"profiel", demand},
    {"jouw profiel", demand},
    {"je profiel", demand},
    {"functieprofiel", demand},
    {"wie ben jij", demand},
    {"wie ben je", demand},
    {"wie zoeken", demand},
    {"dit ben jij", demand},
    {"jij bent", demand},
    {"jij hebt", demand},
    {"jij brengt mee", demand},
    {"dit heb je", demand},
    {"dit heb jij", demand},
    {"wat heb je", demand},
    {"dit breng je", demand},
    {"wat breng je", demand},
    {"wat breng jij", demand},
    {"dit neem je mee", demand},
    {"wat neem jij mee", demand},
    {"wat neem je mee", demand},
    {"jouw talent", demand},
    {"je talent", demand},
    {"wie is de nieuwe collega", demand},
    {"plek in jouw carriere", demand},
    {"doen als je", demand},
    {"dit herken je", demand},
    {"jouw kwaliteiten", demand},
    {"kwalificaties", demand},
    {"competenties", demand},
    {"vaardigheden", demand},
    {"kennis en ervaring", demand},
    {"jouw kennis", demand},
    {"waar zijn we verder nog naar op zoek", demand},
    {"jij", demand},
    {"you", demand},
    {"your profile", demand},
    {"your talent", demand},
    {"about you", demand},
    {"who you are", demand},
    {"what you bring", demand},
    {"you bring", demand},
    {"qualifications", demand},
    {"qualification", demand},
    {"your experience", demand},
    {"experience", demand},
    {"skills", demand},
    {"competencies", demand},
    {"competences", demand},
    {"functie eisen", requirement},
    {"functieeisen", requirement},
    {"eisen", requirement},
    {"harde eisen", requirement},
    {"vereisten", requirement},
    {"vereist", requirement},
    {"verplicht", requirement},
    {"knock out", requirement},
    {"must have*", requirement},
    {"you must have", requirement},
    {"requirements", requirement},
    {"required", requirement},
    {"mandatory", requirement},
    {"the job requires", requirement},
    {"this job requires", requirement},
    {"this role requires", requirement},
    {"this position requires", requirement},
    {"deze functie vereist", requirement},
    {"de functie vereist", requirement},
    {"mandatory qualifications", requirement},
    {"mandatory skills", requirement},
    {"required skills", requirement},
    {"required soft skills", requirement},
    {"nice to have*", wish},
    {"it would be nice", wish},
    {"wensen", wish},
    {"pre", wish},
    {"pluspunten", wish},
    {"extra pluspunten", wish},
    {"daarnaast is het mooi", wish},
    {"bonuspunten", wish},
    {"gewenst", wish},
    {"bonus points", wish},
    {"desired", wish},
    {"preferred", wish},
    {"key advantages", wish},
    {"wat ga je", duties},
    {"dit ga je doen", duties},
    {"wat doe je", duties},
    {"wat je gaat doen", duties},
    {"functieomschrijving", duties},
    {"functie omschrijving", duties},
    {"de functie", duties},
    {"jouw functie", duties},
    {"je functie", duties},
    {"functie", duties},
    {"jouw rol", duties},
    {"je werk", duties},
    {"jouw werk", duties},
    {"jouw taken", duties},
    {"je taken", duties},
    {"taken", duties},
    {"werkzaamheden", duties},
    {"verantwoordelijkheden", duties},
    {"voorbeelden uit de praktijk", duties},
    {"hoe ziet", duties},
    {"your job", duties},
    {"the job", duties},
    {"your role", duties},
    {"job description", duties},
    {"responsibilities", duties},
    {"wij bieden", offer},
    {"we bieden", offer},
    {"bieden wij", offer},
    {"bieden we", offer},
    {"dit bieden", offer},
    {"wat wij jou bieden", offer},
    {"wat krijg", offer},
    {"dit krijg", offer},
    {"jij krijgt", offer},
    {"je krijgt", offer},
    {"ons aanbod", offer},
    {"aanbod", offer},
    {"arbeidsvoorwaarden", offer},
    {"salaris", offer},
    {"waarom", offer},
    {"we offer", offer},
    {"what we offer", offer},
    {"we are offering", offer},
    {"this is what we offer you", offer},
    {"benefits", offer},
    {"over ons", employer},
    {"wie zijn wij", employer},
    {"wie wij zijn", employer},
    {"bedrijfsprofiel", employer},
    {"bedrijfsomschrijving", employer},
    {"organisatie", employer},
    {"het bedrijf", employer},
    {"ons bedrijf", employer},
    {"over de organisatie", employer},
    {"over het bedrijf", employer},
    {"info over het bedrijf", employer},
    {"onze klant", employer},
    {"ons team", employer},
    {"jouw team", employer},
    {"het team", employer},
    {"werkomgeving", employer},
    {"jouw werkplek", employer},
    {"waar ga je werken", employer},
    {"hier ga je werken", employer},
    {"hier doe je dat", employer},
    {"samen bereiken we meer", employer},
    {"samen kunnen we meer", employer},
    {"gelijke kansen", employer},
    {"disclaimer*", employer},
    {"about us", employer},
    {"who we are", employer},
    {"working environment", employer},
    {"workenvironment", employer},
    {"together we achieve", employer},
    {"equal opportunities", employer},
    {"solliciteren", procedure},
    {"solliciteer", procedure},
    {"sollicitatie*", procedure},
    {"het sollicitatieproces", procedure},
    {"procedure", procedure},
    {"interesse", procedure},
    {"geinteresseerd", procedure},
    {"enthousiast", procedure},
    {"vragen", procedure},
    {"meer informatie", procedure},
    {"meer weten", procedure},
    {"contact", procedure},
    {"contactgegevens", procedure},
    {"interested", procedure},
    {"application process", procedure},
    {"how to apply", procedure},
    {"vacature informatie", unmarked},
    {"kenmerken", unmarked},
    {"functiekenmerken", unmarked},
    {"in het kort", unmarked},
    {"at a glance", unmarked},
    {"feiten", unmarked},
    {"facts", unmarked},
    {"dienstverband", unmarked},
    {"algemene informatie", unmarked},
    {"opleidingsniveau", unmarked},
    {"uren", unmarked},
    {"werktijden", unmarked},
    {"details", unmarked},
    {"talen", languages},
    {"talenkennis", languages},
    {"taalvaardigheid", languages},
    {"taalvaardigheden", languages},
    {"taalkennis", languages},
    {"languages", languages},
    {"language skills", languages},
}));

constexpr auto cv_headings = phrases(std::to_array<Phrase<Section>>({
    {"talen", languages},
    {"talenkennis", languages},
    {"taalvaardigheden", languages},
    {"languages", languages},
    {"language skills", languages},
    {"opleiding", schooling},
    {"opleidingen", schooling},
    {"opleiding en cursussen", schooling},
    {"scholing", schooling},
    {"education", schooling},
    {"werkervaring", past_work},
    {"ervaring", past_work},
    {"work experience", past_work},
    {"experience", past_work},
    {"employment", past_work},
    {"profiel", unmarked},
    {"persoonlijk profiel", unmarked},
    {"vaardigheden", unmarked},
    {"competenties", unmarked},
    {"skills", unmarked},
    {"cursussen", unmarked},
    {"certificaten", unmarked},
    {"certificates", unmarked},
    {"rijbewijs", unmarked},
    {"rijbewijzen", unmarked},
    {"hobby's", unmarked},
    {"overig", unmarked},
    {"referenties", procedure},
    {"references", procedure},
}));

/// How a sentence may begin that speaks of the other side, whatever section it stands in.
constexpr auto openings = phrases(std::to_array<Phrase<Section>>({
    {"wij bieden", offer},         {"we bieden", offer},          {"bij ons krijg je", offer},
    {"je krijgt", offer},          {"jij krijgt", offer},         {"we offer", offer},
    {"wij vragen", demand},        {"we vragen", demand},         {"van jou vragen", demand},
    {"wij verwachten", demand},    {"we verwachten", demand},     {"wij zoeken", demand},
    {"je hebt", demand},           {"jij hebt", demand},          {"je beschikt over", demand},
    {"jij beschikt over", demand}, {"je spreekt", demand},        {"je beheerst", demand},
    {"you have a", demand},        {"you possess", demand},       {"you speak", demand},
    {"afgeronde", demand},         {"een afgeronde", demand},     {"bachelor* or master*", demand},
    {"a bachelor*", demand},       {"a master's degree", demand}, {"je bent in het bezit van", demand},
}));

constexpr std::size_t longest_heading = 11;  ///< Words.
/// Headings when they stand alone: "You and your job" is another one.
constexpr auto pronouns = std::to_array<std::string_view>({"jij", "you"});

struct Heading {
  Section section = Section::unmarked;
  std::size_t first = 0;  ///< The first word that it is about.
};

/// The heading that begins with the sentence of `first`; absent when it is none.
std::optional<Heading> heading_at(const Reading& reading, std::size_t first) {
  const std::size_t end = reading.sentence_end(first);
  const auto find = [&](std::size_t i) {
    return reading.kind() == TextKind::cv ? match(cv_headings, reading, i) : match(headings, reading, i);
  };
  const bool own_line = reading.gap(first) == Gap::line && reading.gap(end) == Gap::line &&
                        !reading.is_list_item(first) && !reading.ends_with_a_point(end);
  const std::size_t reach = std::min(end, first + longest_heading);
  for (std::size_t i = first; i < reach; ++i) {
    if (i > first && reading.gap(i) == Gap::colon) break;
    const auto found = find(i);
    if (!found) continue;
    const std::size_t after = i + found->length;
    // "Wij vragen: rijbewijs B"
    if (i == first && (reading.gap(after) == Gap::colon || after == end)) return Heading{found->means, after};
    if (!own_line || end - first > longest_heading || is_one_of(reading.form(after - 1), pronouns)) continue;
    const bool short_line = end - first <= (found->length == 1 ? 3U : 6U);
    const bool at_an_end = i == first || after == end || reading.gap(i) == Gap::dash;
    // "Groot rijbewijs verplicht" is a demand itself, no heading.
    const bool statement = i > first && (found->means == Section::requirement || found->means == Section::wish);
    const bool alone =
        found->length == 1 ? short_line && at_an_end && !statement : at_an_end || (short_line && i == first + 1);
    if (alone) return Heading{found->means, first};
  }
  return std::nullopt;
}

}  // namespace

void Reading::find_sections() {
  sections_.resize(words_.size(), Section::unmarked);
  Section current = Section::unmarked;
  std::optional<Section> of_this_line;
  for (std::size_t begin = 0; begin < words_.size(); begin = sentence_ends_[begin]) {
    if (gaps_[begin] == Gap::line) of_this_line.reset();
    Section here = of_this_line.value_or(current);
    std::size_t from = begin;
    if (const auto heading = heading_at(*this, begin)) {
      // "Skills" before ": excellent ..." below "Mandatory qualifications" opens a paragraph and not a milder list.
      const bool milder = current == Section::requirement || current == Section::wish;
      const bool keeps = milder && heading->section == Section::demand && colon_opens_line(sentence_ends_[begin]);
      here = keeps ? current : heading->section;
      from = heading->first;
      // "Pre: Duits" is about its line, "Pre:" above a list about the list.
      const bool line_goes_on = from > begin && gap(from) != Gap::line;
      const bool remark = line_goes_on && (here == Section::requirement || here == Section::wish);
      (remark ? of_this_line.emplace() : current) = here;
    } else if (kind_ == TextKind::vacancy) {
      const auto opening = match(openings, *this, begin);
      // A plain "you have" below "must have" is no less a must.
      const bool milder = current == Section::requirement || current == Section::wish;
      if (opening && !(opening->means == Section::demand && milder)) here = opening->means;
    }
    for (std::size_t i = from; i < sentence_ends_[begin]; ++i) sections_[i] = here;
  }
}

}  // namespace passend::extract
