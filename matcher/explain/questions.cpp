// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "matcher/explain/phrases.hpp"

namespace passend::explain {
namespace {

constexpr std::array for_person{
    Wording{"Vraag de kandidaat: welk beroep zoekt u en welk werk heeft u gedaan?",
            "Vertel ons welk werk je zoekt en welk werk je hebt gedaan.",
            "Ask the candidate: which occupation do you want, and what work have you done?"},
    Wording{"Vraag de kandidaat: wat kunt u goed, en op welk niveau?", "Vertel ons wat je goed kunt.",
            "Ask the candidate: what are you good at, and at which level?"},
    Wording{"Vraag de kandidaat naar het werk- en denkniveau.", "Vertel ons welk niveau van werk bij je past.",
            "Ask the candidate for the working level."},
    Wording{"Vraag de kandidaat: welke opleiding heeft u, en heeft u het diploma?",
            "Vertel ons welke opleiding je hebt gedaan. En of je het diploma hebt.",
            "Ask the candidate: which education do you have, and did you get the diploma?"},
    Wording{"Vraag de kandidaat: welke talen spreekt en schrijft u, en hoe goed?",
            "Vertel ons welke talen je kent. En hoe goed.",
            "Ask the candidate: which languages do you speak and write, and how well?"},
    Wording{"Vraag de kandidaat: welke rijbewijzen heeft u, en tot wanneer zijn ze geldig?",
            "Vertel ons welk rijbewijs je hebt. En tot wanneer het geldig is.",
            "Ask the candidate: which driving licences do you have, and until when?"},
    Wording{"Vraag de kandidaat: welke certificaten en registraties heeft u, en tot wanneer zijn ze geldig?",
            "Vertel ons welke certificaten je hebt. En tot wanneer ze geldig zijn.",
            "Ask the candidate: which certificates and registrations do you have, and until when?"},
    Wording{"Vraag de kandidaat: hoe lang heeft u in dit beroep gewerkt, van wanneer tot wanneer?",
            "Vertel ons hoe lang je dit werk hebt gedaan. Van wanneer tot wanneer?",
            "Ask the candidate: how long have you worked in this occupation, from when until when?"},
    Wording{"Vraag de kandidaat: vanuit welke postcode, hoe ver en waarmee wilt u reizen?",
            "Vertel ons waar je woont, hoe ver je wilt reizen en waarmee.",
            "Ask the candidate: from which postcode, how far and by which means will you travel?"},
    Wording{"Vraag de kandidaat: hoeveel uur per week wilt u werken?",
            "Vertel ons hoeveel uur per week je wilt werken.",
            "Ask the candidate: how many hours a week do you want to work?"},
    Wording{"Vraag de kandidaat: op welke dagen en tijden kunt u werken, ook onregelmatig?",
            "Vertel ons op welke dagen en tijden je kunt werken.",
            "Ask the candidate: on which days and at what times can you work, also irregularly?"},
    Wording{"Vraag de kandidaat: vanaf wanneer en tot wanneer bent u beschikbaar?",
            "Vertel ons vanaf wanneer je kunt werken.", "Ask the candidate: from when until when are you available?"},
    Wording{"Vraag de kandidaat: welke contractvorm wilt u?", "Vertel ons welk soort contract je wilt.",
            "Ask the candidate: which type of contract do you want?"},
    Wording{"Vraag de kandidaat: welke soort overeenkomst wilt u (baan, leerbaan, werkervaringsplaats)?",
            "Vertel ons welk soort baan je wilt.",
            "Ask the candidate: which type of agreement do you want (job, apprenticeship, work experience)?"},
    Wording{"Vraag de kandidaat: in welke sector wilt u werken?", "Vertel ons bij wat voor bedrijf je wilt werken.",
            "Ask the candidate: in which sector do you want to work?"},
    Wording{"Vraag de kandidaat: wat interesseert u?", "Vertel ons wat je leuk vindt.",
            "Ask the candidate: what interests you?"},
    Wording{"Vraag de kandidaat: welk salaris verwacht u?", "Vertel ons hoeveel loon je wilt.",
            "Ask the candidate: which salary do you expect?"},
    Wording{"Vraag de kandidaat: wat moet het werk bieden?", "Vertel ons wat je nodig hebt op het werk.",
            "Ask the candidate: what must the work offer?"}};
static_assert(for_person.size() == criterion_count);

constexpr std::array for_employer{
    Wording{"Vraag de werkgever: om welk beroep gaat het?", "Wij vragen de werkgever welk werk dit is.",
            "Ask the employer: which occupation is it?"},
    Wording{"Vraag de werkgever: welke competenties zijn nodig?", "Wij vragen de werkgever wat je moet kunnen.",
            "Ask the employer: which competences are needed?"},
    Wording{"Vraag de werkgever: welk werk- en denkniveau is nodig?", "Wij vragen de werkgever welk niveau nodig is.",
            "Ask the employer: which working level is needed?"},
    Wording{"Vraag de werkgever: welke opleiding is nodig?", "Wij vragen de werkgever welke opleiding nodig is.",
            "Ask the employer: which education is needed?"},
    Wording{"Vraag de werkgever: welke talen zijn nodig, en op welk niveau?",
            "Wij vragen de werkgever welke talen nodig zijn.",
            "Ask the employer: which languages are needed, at which level?"},
    Wording{"Vraag de werkgever: welk rijbewijs is nodig?", "Wij vragen de werkgever welk rijbewijs nodig is.",
            "Ask the employer: which driving licence is needed?"},
    Wording{"Vraag de werkgever: welke certificaten of registraties zijn nodig?",
            "Wij vragen de werkgever welke certificaten nodig zijn.",
            "Ask the employer: which certificates or registrations are needed?"},
    Wording{"Vraag de werkgever: hoeveel jaar ervaring is nodig, en in welk beroep?",
            "Wij vragen de werkgever hoeveel ervaring nodig is.",
            "Ask the employer: how many years of experience are needed, in which occupation?"},
    Wording{"Vraag de werkgever: op welke postcode is het werk?", "Wij vragen de werkgever waar het werk is.",
            "Ask the employer: at which postcode is the work?"},
    Wording{"Vraag de werkgever: om hoeveel uur per week gaat het?", "Wij vragen de werkgever hoeveel uur het werk is.",
            "Ask the employer: how many hours a week is it?"},
    Wording{"Vraag de werkgever: op welke dagen en tijden is het werk, en is het onregelmatig?",
            "Wij vragen de werkgever op welke dagen en tijden het werk is.",
            "Ask the employer: on which days and at what times is the work, and is it irregular?"},
    Wording{"Vraag de werkgever: wanneer begint het werk, en wanneer eindigt het?",
            "Wij vragen de werkgever wanneer het werk begint.", "Ask the employer: when does the work start and end?"},
    Wording{"Vraag de werkgever: welke contractvorm wordt geboden?", "Wij vragen de werkgever welk contract je krijgt.",
            "Ask the employer: which type of contract is offered?"},
    Wording{"Vraag de werkgever: welke soort overeenkomst wordt geboden?",
            "Wij vragen de werkgever wat voor soort baan dit is.",
            "Ask the employer: which type of agreement is offered?"},
    Wording{"Vraag de werkgever: in welke sector is het werk?", "Wij vragen de werkgever wat voor bedrijf het is.",
            "Ask the employer: in which sector is the work?"},
    Wording{"Vraag de werkgever: hoe heet de functie precies?", "Wij vragen de werkgever wat het werk precies is.",
            "Ask the employer: what exactly is the job called?"},
    Wording{"Vraag de werkgever: welk salaris wordt geboden?", "Wij vragen de werkgever wat het loon is.",
            "Ask the employer: which salary is offered?"},
    Wording{"Vraag de werkgever: wat biedt de werkplek (rust, begeleiding, zittend werk, aanpassingen)?",
            "Wij vragen de werkgever wat het werk biedt.",
            "Ask the employer: what does the workplace offer (quiet, guidance, seated work, adaptations)?"}};
static_assert(for_employer.size() == criterion_count);

}  // namespace

const Wording& question_for_person(Criterion criterion) {
  return for_person[static_cast<std::size_t>(criterion)];
}
const Wording& question_for_employer(Criterion criterion) {
  return for_employer[static_cast<std::size_t>(criterion)];
}

}  // namespace passend::explain
