// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/phrases.hpp"

#include <array>

namespace passend::explain {
namespace {

/// One row per Phrase, in its order. ICU MessageFormat; typographic apostrophes only, since a straight one quotes.
constexpr std::array phrases{
    // same_concept
    Wording{"{criterion, select, occupation {{side, select, supply {Gewenst beroep} other {Beroep}} komt overeen: "
            "{demanded}.} "
            "driving_licences {Rijbewijs {demanded} aanwezig en geldig.} credentials {{demanded} aanwezig en geldig.} "
            "other {Beheerst gevraagde competentie: {demanded}.}}",
            "{criterion, select, occupation {{side, select, supply {Je zoekt werk als {demanded}. Dat is dit werk.} "
            "other {Je hebt of zoekt het beroep {demanded}. Dat vraagt de werkgever.}}} "
            "driving_licences {Je hebt rijbewijs {demanded}.} credentials {Je hebt: {demanded}.} "
            "other {Je kunt dit: {demanded}.}}",
            "{criterion, select, occupation {{side, select, supply {Wanted occupation} other {Occupation}} is the "
            "same: {demanded}.} "
            "driving_licences {Holds a valid driving licence {demanded}.} credentials {Holds a valid {demanded}.} "
            "other {Has the competence asked for: {demanded}.}}"},
    // related_concept
    Wording{
        "Gevraagd: {demanded}. Verwant: {own} ({percent, number, ::percent}; {reason, select, broader {ruimer} "
        "narrower {specifieker} "
        "sibling {zelfde groep} same_isco_group {zelfde ISCO-beroepsgroep} shared_competences {vraagt vergelijkbare "
        "competenties} "
        "shared_occupations {gevraagd in vergelijkbare beroepen} similar_label {lijkt erop in naam} mapped {zelfde "
        "begrip in een andere indeling} other "
        "{verwant}}).",
        "{criterion, select, occupation {Dit werk is {demanded}. Jij kent of zoekt {own}. Dat lijkt erop.} "
        "other {De werkgever vraagt: {demanded}. Jij kunt: {own}. Dat lijkt erop.}}",
        "Asked: {demanded}. Related: {own} ({percent, number, ::percent}; {reason, select, broader {wider} "
        "narrower {more specific} "
        "sibling {same group} same_isco_group {same ISCO unit group} shared_competences {asks for similar "
        "competences} "
        "shared_occupations {asked for in similar occupations} similar_label {similar in name} mapped {same concept in "
        "another classification} "
        "other {related}})."},
    // missing_concept
    Wording{"{criterion, select, occupation {Geen verwant beroep: gevraagd is {demanded}.} languages {Geen beheersing "
            "van het {demanded} opgegeven.} "
            "driving_licences {Rijbewijs {demanded} ontbreekt.} credentials {{demanded} ontbreekt.} "
            "working_conditions {Niet geboden: {demanded}.} other {Gevraagde competentie niet opgegeven: {demanded}.}}",
            "{criterion, select, occupation {Dit werk is {demanded}. Dat is iets anders dan wat jij kent of zoekt.} "
            "languages {De werkgever vraagt een taal. Die staat niet bij jou: {demanded}.} "
            "driving_licences {Je hebt geen rijbewijs {demanded}. De werkgever vraagt dat wel.} "
            "credentials {Je hebt dit niet: {demanded}. De werkgever vraagt dat wel.} "
            "working_conditions {De werkgever biedt dit niet: {demanded}.} other {Dit staat niet bij wat je kunt: "
            "{demanded}.}}",
            "{criterion, select, occupation {No related occupation: asked is {demanded}.} languages {No command of "
            "{demanded} stated.} "
            "driving_licences {Driving licence {demanded} is missing.} credentials {{demanded} is missing.} "
            "working_conditions {Not offered: {demanded}.} other {Competence asked for but not stated: {demanded}.}}"},
    // level
    Wording{"Gevraagd ten minste {demanded}; kandidaat: {own}.", "De werkgever vraagt {demanded}. Jij hebt {own}.",
            "At least {demanded} is asked; the candidate has {own}."},
    // level_of
    Wording{"{subject}: gevraagd ten minste {demanded}; kandidaat: {own}.",
            "{subject}: de werkgever vraagt {demanded}. Bij jou staat {own}.",
            "{subject}: at least {demanded} is asked; the candidate has {own}."},
    // level_not_stated
    Wording{"{subject, select, none {Gevraagd} other {{subject}: gevraagd}} {demanded, select, none {een opleiding} "
            "other {ten minste {demanded}}}; "
            "door de kandidaat niet opgegeven.",
            "{subject, select, none {De} other {{subject}: de}} werkgever vraagt {demanded, select, none {een "
            "opleiding} other {{demanded}}}. "
            "Dat staat niet bij jou.",
            "{subject, select, none {Asked is} other {{subject}: asked is}} {demanded, select, none {an education} "
            "other {at least {demanded}}}; "
            "not stated by the candidate."},
    // distance
    Wording{"Afstand {km, number, ::.#} km.", "Het werk is {km, number, ::.#} kilometer van je huis.",
            "Distance {km, number, ::.#} km."},
    // distance_limit
    Wording{
        "Afstand {km, number, ::.#} km; grens van de kandidaat {limit_km, number} km.",
        "Het werk is {km, number, ::.#} kilometer van je huis. Je wilt niet verder dan {limit_km, number} kilometer.",
        "Distance {km, number, ::.#} km; limit of the candidate {limit_km, number} km."},
    // travel_time
    Wording{"Reistijd ongeveer {minutes, plural, one {# minuut} other {# minuten}} ({means}).",
            "Je reist ongeveer {minutes, plural, one {# minuut} other {# minuten}} {means}.",
            "Travel time about {minutes, plural, one {# minute} other {# minutes}} ({means})."},
    // travel_time_limit
    Wording{"Reistijd ongeveer {minutes, plural, one {# minuut} other {# minuten}} ({means}); grens van de kandidaat "
            "{limit_minutes, plural, one {# minuut} other {# minuten}}.",
            "Je reist ongeveer {minutes, plural, one {# minuut} other {# minuten}} {means}. Je wilt niet langer dan "
            "{limit_minutes, plural, one {# minuut} other {# minuten}} reizen.",
            "Travel time about {minutes, plural, one {# minute} other {# minutes}} ({means}); limit of the candidate "
            "{limit_minutes, plural, one {# minute} other {# minutes}}."},
    // hours
    Wording{"Kandidaat: {own}; vacature: {offered}.", "Jij wilt {own} werken. Het werk is {offered}.",
            "Candidate: {own}; vacancy: {offered}."},
    // hours_range
    Wording{"{low, number} tot {high, number} uur per week", "{low, number} tot {high, number} uur per week",
            "{low, number} to {high, number} hours a week"},
    // hours_exact
    Wording{"{low, number} uur per week", "{low, number} uur per week",
            "{low, number} {low, plural, one {hour} other {hours}} a week"},
    // hours_least
    Wording{"ten minste {low, number} uur per week", "{low, number} uur per week of meer",
            "at least {low, number} {low, plural, one {hour} other {hours}} a week"},
    // hours_most
    Wording{"ten hoogste {high, number} uur per week", "{high, number} uur per week of minder",
            "at most {high, number} {high, plural, one {hour} other {hours}} a week"},
    // years
    Wording{"{own} ervaring als {occupation} of verwant; gevraagd {demanded}.",
            "Je hebt {own} gewerkt als {occupation} of in werk dat erop lijkt. De werkgever vraagt {demanded}.",
            "{own} of experience as {occupation} or related; asked {demanded}."},
    // duration
    Wording{"{years, plural, =0 {} other {# jaar}}{both, select, yes { en } other {}}{months, plural, =0 {} one {# "
            "maand} other {# maanden}}"
            "{none, select, yes {geen} other {}}",
            "{years, plural, =0 {} other {# jaar}}{both, select, yes { en } other {}}{months, plural, =0 {} one {# "
            "maand} other {# maanden}}"
            "{none, select, yes {0 maanden} other {}}",
            "{years, plural, =0 {} one {# year} other {# years}}{both, select, yes { and } other {}}"
            "{months, plural, =0 {} one {# month} other {# months}}{none, select, yes {no} other {}}"},
    // dates
    Wording{"Kandidaat beschikbaar {own}; werk {offered}.", "Jij kunt {own} werken. Het werk is {offered}.",
            "Candidate available {own}; work {offered}."},
    // period_from
    Wording{"vanaf {from, date, ::dMMMMy}", "vanaf {from, date, ::dMMMMy}", "from {from, date, ::dMMMMy}"},
    // period_until
    Wording{"tot en met {until, date, ::dMMMMy}", "tot en met {until, date, ::dMMMMy}",
            "until {until, date, ::dMMMMy}"},
    // period_both
    Wording{"van {from, date, ::dMMMMy} tot en met {until, date, ::dMMMMy}",
            "van {from, date, ::dMMMMy} tot en met {until, date, ::dMMMMy}",
            "from {from, date, ::dMMMMy} until {until, date, ::dMMMMy}"},
    // period_open
    Wording{"zonder datum", "zonder datum", "without a date"},
    // valid_until
    Wording{"{criterion, select, driving_licences {Rijbewijs {demanded}} other {{demanded}}} is geldig tot en met "
            "{date, date, ::dMMMMy}, te kort voor de start van het werk.",
            "Je {criterion, select, driving_licences {rijbewijs {demanded}} other {{demanded}}} geldt tot en met "
            "{date, date, ::dMMMMy}. Dat is te kort voor dit werk.",
            "{criterion, select, driving_licences {Driving licence {demanded}} other {{demanded}}} is valid until "
            "{date, date, ::dMMMMy}, too short for the start of the work."},
    // overlap
    Wording{
        "{criterion, select, languages {Gevraagde taal: {shared}.} sector {{count, plural, =0 {Sector komt niet "
        "overeen} other {Sector komt overeen}} (SBI {shared}).} "
        "interests {{count, plural, =0 {Geen interesse in dit werk gevonden.} other {Sluit aan op een interesse{named, "
        "select, yes {: {shared}} other {}}.}}} "
        "working_conditions {{count, plural, =0 {Niets van wat nodig is wordt geboden.} other {Geboden: {shared} "
        "({count, number} van {wanted, number}).}}} "
        "other {{count, plural, =0 {Geboden: {shared}; dat wil de kandidaat niet.} other {Komt overeen: {shared}.}}}}",
        "{criterion, select, languages {De werkgever vraagt {shared}.} sector {{count, plural, =0 {Dit is een ander "
        "soort bedrijf dan je wilt.} other {Dit is het soort bedrijf dat je wilt.}}} "
        "interests {{count, plural, =0 {Dit werk staat niet bij wat je leuk vindt.} other {Dit past bij wat je leuk "
        "vindt{named, select, yes {: {shared}} other {}}.}}} "
        "working_conditions {{count, plural, =0 {De werkgever biedt niet wat je nodig hebt.} other {De werkgever "
        "biedt: {shared}.}}} "
        "other {{count, plural, =0 {De werkgever biedt: {shared}. Dat wil jij niet.} other {Dit klopt: {shared}.}}}}",
        "{criterion, select, languages {Language asked for: {shared}.} sector {{count, plural, =0 {Sector differs} "
        "other {Sector is the same}} (SBI {shared}).} "
        "interests {{count, plural, =0 {No interest in this work found.} other {Meets an interest{named, select, yes "
        "{: {shared}} other {}}.}}} "
        "working_conditions {{count, plural, =0 {Nothing of what is needed is offered.} other {Offered: {shared} "
        "({count, number} of {wanted, number}).}}} "
        "other {{count, plural, =0 {Offered: {shared}; the candidate does not want that.} other {In common: "
        "{shared}.}}}}"},
    // dayparts
    Wording{"{count, plural, one {# gezamenlijk dagdeel} other {# gezamenlijke dagdelen}}; nodig {wanted, number}.",
            "Je kunt op {count, plural, one {# dagdeel} other {# dagdelen}} van dit werk. Er zijn er {wanted, number} "
            "nodig.",
            "{count, plural, one {# daypart} other {# dayparts}} in common; {wanted, number} needed."},
    // irregular_hours
    Wording{"Onregelmatig werk of ploegendienst: {count, plural, =0 {wil de kandidaat niet} other {akkoord}}.",
            "Je werkt op wisselende tijden. {count, plural, =0 {Dat wil je niet.} other {Dat vind je goed.}}",
            "Irregular hours or shifts: {count, plural, =0 {not wanted by the candidate} other {accepted}}."},
    // regular_hours
    Wording{"Het werk is niet onregelmatig en niet in ploegendienst.", "Je werkt niet op wisselende tijden.",
            "No irregular hours or shifts."},
    // office_hours
    Wording{"Kantoortijden gewenst; het werk is {count, plural, =0 {niet binnen kantoortijden} other {binnen "
            "kantoortijden}}.",
            "Je wilt overdag werken, op kantoortijden. {count, plural, =0 {Dat kan hier niet.} other {Dat kan hier.}}",
            "Office hours wanted; the work is {count, plural, =0 {outside office hours} other {within office hours}}."},
    // money
    Wording{"Gewenst {wanted} per uur; geboden {offered} per uur.",
            "Je wilt {wanted} per uur. De werkgever betaalt {offered} per uur.",
            "Wanted {wanted} an hour; offered {offered} an hour."},
    // not_stated_by_person
    Wording{"Niet bekend van de kandidaat: {name}.", "Dit weten we nog niet van jou: {name}.",
            "Not known of the candidate: {name}."},
    // not_stated_by_vacancy
    Wording{"Niet bekend van de vacature: {name}.", "Dit weten we nog niet van het werk: {name}.",
            "Not known of the vacancy: {name}."},
    // not_asked
    Wording{"{side, select, supply {De kandidaat stelt hier geen eis.} other {De vacature stelt hier geen eis.}}",
            "{side, select, supply {Je vraagt hier niets. Alles is goed.} other {De werkgever vraagt hier niets.}}",
            "{side, select, supply {The candidate asks nothing here.} other {The vacancy asks nothing here.}}"},
    // fits
    Wording{"Past: {percent, number, ::percent} (vacature {demand_percent, number, ::percent}, wensen van de kandidaat "
            "{supply_percent, number, ::percent}).",
            "Dit werk past bij je. De score is {points, number} van de 100.",
            "Fits: {percent, number, ::percent} (vacancy {demand_percent, number, ::percent}, wishes of the candidate "
            "{supply_percent, number, ::percent})."},
    // one_question_open
    Wording{
        "Kan passen, nog {questions, plural, one {één vraag} other {# vragen}} open: verwacht {percent, number, "
        "::percent} "
        "(vacature {demand_percent, number, ::percent}, wensen van de kandidaat {supply_percent, number, ::percent}).",
        "Dit werk kan bij je passen. We willen nog {questions, plural, one {# ding} other {# dingen}} weten.",
        "May fit, {questions, plural, one {one question} other {# questions}} open: expected {percent, number, "
        "::percent} "
        "(vacancy {demand_percent, number, ::percent}, wishes of the candidate {supply_percent, number, ::percent})."},
    // falls_short
    Wording{"Past niet: {requirements, plural, one {aan één harde eis} other {aan # harde eisen}} is niet voldaan.",
            "Dit werk past nu niet bij je. Op {requirements, plural, one {# punt} other {# punten}} klopt het niet.",
            "Does not fit: {requirements, plural, one {one requirement} other {# requirements}} not met."},
    // contribution
    Wording{"{points, number, ::.00} van 100 punten", "{points, number, ::.00} van 100 punten",
            "{points, number, ::.00} of 100 points"},
    // why_not
    Wording{"{name}: {sentences}", "{name}: {sentences}", "{name}: {sentences}"}};
static_assert(phrases.size() == static_cast<std::size_t>(Phrase::why_not) + 1);

}  // namespace

const Wording& wording(Phrase phrase) {
  return phrases[static_cast<std::size_t>(phrase)];
}

}  // namespace passend::explain
