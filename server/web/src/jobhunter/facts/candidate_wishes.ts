// SPDX-License-Identifier: EUPL-1.2
import type { Candidate, Criterion } from '@passend/client';
import { placeInWords } from '../names';
import { plainItems, type Demand, type DemandItem } from './vacancy_demands';
import { salaryInWords, sectorInWords, travelInWords, workingTimesInWords, type Words } from './words';

/** What someone wants of work, in the order of the criteria, without what is not known. */
export function candidateWishes(candidate: Candidate, words: Words): Demand[] {
  const { t, format } = words;
  const hours = format.hours(candidate.hours);
  const wishes: [Criterion, DemandItem[]][] = [
    ['occupation', plainItems((candidate.wantedOccupations ?? []).map(({ label }) => label))],
    ['distance', plainItems([placeInWords(candidate.mobility), ...travelInWords(candidate.mobility, words)])],
    ['hours', plainItems([hours && t('fact.hoursAWeek', { hours })])],
    ['working_times', plainItems(workingTimesInWords(candidate.workingTimes, words))],
    ['period', plainItems([format.period(candidate.available)])],
    ['contract', plainItems((candidate.contractTypes ?? []).map((type) => t(`contractType.${type}`)))],
    ['agreement', plainItems((candidate.agreements ?? []).map((type) => t(`agreement.${type}`)))],
    ['sector', plainItems((candidate.sectors ?? []).map((code) => sectorInWords(code, words)))],
    ['interests', plainItems(candidate.interests ?? [])],
    ['salary', plainItems([candidate.wantedSalary && salaryInWords(candidate.wantedSalary, words)])],
  ];
  return wishes
    .filter(([, list]) => list.length > 0)
    .map(([criterion, list]) => ({ criterion, importance: candidate.importance[criterion], items: list }));
}
