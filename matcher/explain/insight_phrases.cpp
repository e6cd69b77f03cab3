// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/insight_phrases.hpp"

#include <array>

namespace passend::explain {
namespace {

constexpr std::array phrases{
    // requirement
    Wording{"{criterion, select, driving_licences {Rijbewijs {things}} other {{name}: {things}}}",
            "{criterion, select, driving_licences {Rijbewijs {things}} other {{name}: {things}}}",
            "{criterion, select, driving_licences {Driving licence {things}} other {{name}: {things}}}"},
    // cost
    Wording{"{what}{side, select, supply { (grens van mensen zelf)} other {}}: {alone, plural, =0 {niemand valt alleen "
            "hierop af} one {# persoon valt alleen hierop af} other {# mensen vallen alleen hierop af}}; {failing, "
            "plural, one {# voldoet niet} other {# voldoen niet}}{open, plural, =0 {} other {, van # is het niet "
            "bekend}}.",
            "{what}{side, select, supply { (dat willen mensen zelf)} other {}}: {alone, plural, =0 {niemand valt "
            "alleen hierdoor af} one {# persoon valt alleen hierdoor af} other {# mensen vallen alleen hierdoor "
            "af}}.{open, plural, =0 {} one { Van # persoon weten we het niet.} other { Van # mensen weten we het "
            "niet.}}",
            "{what}{side, select, supply { (a limit that people set themselves)} other {}}: {alone, plural, =0 {nobody "
            "is out} one {# person is out} other {# people are out}} for this alone; {failing, plural, one {# does} "
            "other {# do}} not meet it{open, plural, =0 {} other {, of # it is not known}}."},
    // effect
    Wording{"{fits_sign, select, more {{fits, plural, one {# persoon past erbij} other {# mensen passen erbij}}} fewer "
            "{{fits, plural, one {# persoon past dan niet meer} other {# mensen passen dan niet meer}}} other {Er past "
            "niemand bij}}{open_sign, select, more {; {open, plural, one {# persoon} other {# mensen}} meer met een "
            "vraag open} fewer {; {open, plural, one {# persoon} other {# mensen}} minder met een vraag open} other "
            "{}}.",
            "{fits_sign, select, more {{fits, plural, one {# persoon past dan wel} other {# mensen passen dan wel}}} "
            "fewer {{fits, plural, one {# persoon past dan niet meer} other {# mensen passen dan niet meer}}} other "
            "{Er past niemand bij}}.{open_sign, select, more { Nog {open, plural, one {# persoon past} other {# mensen "
            "passen}} misschien.} other {}}",
            "{fits_sign, select, more {{fits, plural, one {# more person fits} other {# more people fit}}} fewer "
            "{{fits, plural, one {# person no longer fits} other {# people no longer fit}}} other {Nobody more "
            "fits}}{open_sign, select, more {; {open, number} more with a question open} fewer {; {open, number} fewer "
            "with a question open} other {}}."},
    // nearer
    Wording{"Werk {km, number} km dichterbij, of mensen die {km, number} km verder willen reizen",
            "Als het werk {km, number} kilometer dichterbij is",
            "Work {km, number} km nearer, or people willing to travel {km, number} km farther"},
    // nearer_note
    Wording{"Ter informatie: hoe ver iemand wil reizen, bepaalt diegene zelf.",
            "Hoe ver iemand wil reizen, kiest die persoon zelf.",
            "For information: how far people travel is theirs to decide."},
    // why_not_first
    Wording{"{count, plural, =1 {Valt af op één eis: {name}.} other {Valt af op # eisen; de eerste is: {name}.}}",
            "{count, plural, =1 {Op één punt klopt het niet: {name}.} other {Op # punten klopt het niet. Het eerste "
            "is: {name}.}}",
            "{count, plural, =1 {Falls short on one requirement: {name}.} other {Falls short on # requirements; the "
            "first is: {name}.}}"},
    // why_not_nothing
    Wording{"Aan alle harde eisen is voldaan of ze zijn nog niet bekend. {headline}",
            "Er is niets dat niet klopt. {headline}", "No requirement fails. {headline}"},
    // why_not_requirement
    Wording{"{name}: {sentences} {consequence}", "{name}: {sentences} {consequence}",
            "{name}: {sentences} {consequence}"},
    // waived
    Wording{"{lane, select, fits {Zonder deze eis: plaats {rank, number}, met {percent, number, ::percent}.} "
            "one_question_open {Zonder deze eis: plaats {rank, number} bij wie nog een vraag openstaat, verwacht "
            "{percent, number, ::percent}.} other {Zonder deze eis valt de kandidaat nog op iets anders af.}}",
            "{lane, select, fits {Zonder deze eis sta je op plaats {rank, number}.} one_question_open {Zonder deze eis "
            "pas je misschien. We willen dan nog iets weten.} other {Ook zonder deze eis klopt er nog iets niet.}}",
            "{lane, select, fits {Without it: place {rank, number}, at {percent, number, ::percent}.} "
            "one_question_open {Without it: place {rank, number} among those with a question open, expected {percent, "
            "number, ::percent}.} other {Without it the candidate still falls short on something else.}}"},
    // own_condition
    Wording{"Dit heeft de kandidaat zelf gesteld; de werkgever kan er niet van afzien.",
            "Dit heb je zelf gekozen. Wil je het veranderen? Vertel het ons.",
            "The candidate has set this; the employer cannot waive it."},
    // all_waived
    Wording{"{lane, select, fits {Zonder al deze eisen van de werkgever: plaats {rank, number}, met {percent, number, "
            "::percent}.} one_question_open {Zonder al deze eisen van de werkgever: plaats {rank, number} bij wie nog "
            "een vraag openstaat, verwacht {percent, number, ::percent}.} other {Ook zonder alle eisen van de "
            "werkgever past het niet bij wat de kandidaat zelf heeft gesteld.}}",
            "{lane, select, fits {Zonder al deze eisen sta je op plaats {rank, number}.} one_question_open {Zonder al "
            "deze eisen pas je misschien. We willen dan nog iets weten.} other {Ook zonder deze eisen past het niet "
            "bij wat je zelf wilt.}}",
            "{lane, select, fits {Without all of the employer''s requirements: place {rank, number}, at {percent, "
            "number, ::percent}.} one_question_open {Without all of the employer''s requirements: place {rank, number} "
            "among those with a question open, expected {percent, number, ::percent}.} other {Even without the "
            "employer''s requirements it does not fit what the candidate has set.}}"},
    // suggest_place
    Wording{"De vacature biedt een werkervaringsplaats of proefplaatsing en geen gewone baan: het profiel “{title}” "
            "past daar misschien beter bij.",
            "Dit is een plek om ervaring op te doen. Het profiel “{title}” past daar misschien beter bij.",
            "The vacancy offers a work experience place or trial placement and no ordinary job: the profile “{title}” "
            "may suit it better."},
    // suggest_soon
    Wording{"Het werk begint {days, plural, =0 {vandaag} =1 {morgen} other {over # dagen}}: het profiel “{title}” past "
            "daar misschien beter bij.",
            "Het werk begint {days, plural, =0 {vandaag} =1 {morgen} other {over # dagen}}. Het profiel “{title}” past "
            "daar misschien beter bij.",
            "The work starts {days, plural, =0 {today} =1 {tomorrow} other {in # days}}: the profile “{title}” may "
            "suit it better."}};
static_assert(phrases.size() == static_cast<std::size_t>(InsightPhrase::suggest_soon) + 1);

constexpr std::array steps{
    // waive
    Wording{"{what}: niet langer eisen, wel belangrijk vinden", "{what}: niet meer eisen, wel graag",
            "{what}: no longer require, keep important"},
    // waive_item
    Wording{"{what}: alleen dit niet langer eisen, wel belangrijk vinden", "{what}: alleen dit niet meer eisen",
            "{what}: only this no longer required"},
    // lower_work_level
    Wording{"Werk- en denkniveau {to} in plaats van {from}", "Niveau van het werk: {to} in plaats van {from}",
            "Working level {to} instead of {from}"},
    // lower_education
    Wording{"Opleiding {to} in plaats van {from}", "Opleiding: {to} in plaats van {from}",
            "Education {to} instead of {from}"},
    // experience_counts
    Wording{"Drie jaar ervaring in het beroep laten gelden in plaats van het diploma",
            "Drie jaar ervaring is ook goed, zonder diploma",
            "Let three years in the occupation stand for the diploma"},
    // lower_language
    Wording{"{thing}: één niveau lager vragen", "{thing}: iets minder goed is ook genoeg",
            "{thing}: ask one level less"},
    // lower_competence
    Wording{"{thing}: niveau {to} in plaats van {from}", "{thing}: {to} is genoeg, in plaats van {from}",
            "{thing}: level {to} instead of {from}"},
    // fewer_years
    Wording{"{to, plural, other {# jaar}} ervaring in plaats van {from, number}",
            "{to, plural, other {# jaar}} ervaring vragen in plaats van {from, number}",
            "{to, plural, one {# year} other {# years}} of experience instead of {from, number}"},
    // wider_hours
    Wording{"{to} in plaats van {from}", "{to} in plaats van {from}", "{to} instead of {from}"},
    // later_start
    Wording{"{weeks, plural, one {# week} other {# weken}} later beginnen, op {date, date, ::dMMMMy}",
            "{weeks, plural, one {# week} other {# weken}} later beginnen, op {date, date, ::dMMMMy}",
            "Start {weeks, plural, one {# week} other {# weeks}} later, on {date, date, ::dMMMMy}"},
    // offer_contract
    Wording{"Ook een contract voor {thing} aanbieden", "Ook {thing} aanbieden", "Offer a {thing} contract as well"},
    // offer_condition
    Wording{"Ook bieden: {thing}", "Ook bieden: {thing}", "Offer as well: {thing}"}};
static_assert(steps.size() == static_cast<std::size_t>(insight::RelaxationStep::Kind::offer_condition) + 1);

}  // namespace

const Wording& wording(InsightPhrase phrase) {
  return phrases[static_cast<std::size_t>(phrase)];
}

const Wording& wording(insight::RelaxationStep::Kind kind) {
  return steps[static_cast<std::size_t>(kind)];
}

}  // namespace passend::explain
