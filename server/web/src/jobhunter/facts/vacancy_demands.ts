// SPDX-License-Identifier: EUPL-1.2
import type { Criterion, Importance, Vacancy } from '@passend/client';
import { said } from '../../shared/format/said';
import { placeInWords } from '../names';
import { demandedLanguageInWords, salaryInWords, sectorInWords, workingTimesInWords, type Words } from './words';

export interface DemandItem {
  text: string;
  /** Of this item by itself, where items of one criterion differ. */
  importance?: Importance;
}

/** What one side sets on one criterion, in words. */
export interface Demand {
  criterion: Criterion;
  importance?: Importance | undefined;
  items: DemandItem[];
}

const weightOf: Record<Importance, number> = { required: 3, important: 2, desired: 1, ignored: 0 };

/** The heaviest first; within one importance the order of the criteria stays. */
export function heaviestFirst(demands: readonly Demand[]): Demand[] {
  const weight = ({ importance, items }: Demand) =>
    Math.max(...[importance, ...items.map((item) => item.importance)].map((one) => (one ? weightOf[one] : -1)));
  return [...demands].sort((a, b) => weight(b) - weight(a));
}

/** Items that say something, without an importance of their own. */
export const plainItems = (texts: readonly (string | undefined)[]): DemandItem[] =>
  said(texts).map((text) => ({ text }));

function educationItems(vacancy: Vacancy, { t }: Words): DemandItem[] {
  return plainItems(
    (vacancy.education ?? []).map(({ level, field, name, experienceCounts }) => {
      const parts = [
        level && t(`educationLevel.${level}`),
        name ?? (field === undefined ? undefined : t(`isced.${field}`)),
      ];
      const text = said(parts).join(', ');
      return experienceCounts ? t('fact.orExperience', { text }) : text;
    }),
  );
}

/** Everything a vacancy asks or offers that is matched on, in the order of the criteria, without what is not set. */
export function vacancyDemands(vacancy: Vacancy, words: Words): Demand[] {
  const { t, format } = words;
  const hours = format.hours(vacancy.hours);
  const leveled = (label: string, level: string | undefined) =>
    level ? `${label} (${t(`proficiency.${level}`)})` : label;
  const items: [Criterion, DemandItem[]][] = [
    ['occupation', plainItems([vacancy.occupation?.label])],
    [
      'competences',
      (vacancy.competences ?? []).map(({ competence, level, importance }) => ({
        text: leveled(competence.label, level),
        importance,
      })),
    ],
    ['work_level', plainItems([vacancy.workLevel && t(`workLevel.${vacancy.workLevel}`)])],
    ['education', educationItems(vacancy, words)],
    [
      'languages',
      (vacancy.languages ?? []).map((demand) => ({
        text: demandedLanguageInWords(demand, words),
        importance: demand.importance,
      })),
    ],
    [
      'driving_licences',
      (vacancy.drivingLicences ?? []).map(({ category, importance }) => ({
        text: t('fact.licence', { category }),
        importance,
      })),
    ],
    [
      'credentials',
      (vacancy.credentials ?? []).map(({ credential, importance }) => ({ text: credential.label, importance })),
    ],
    [
      'experience',
      plainItems([
        vacancy.experienceYears === undefined ? undefined : t('fact.years', { count: vacancy.experienceYears }),
      ]),
    ],
    ['distance', plainItems([placeInWords(vacancy.location)])],
    ['hours', plainItems([hours && t('fact.hoursAWeek', { hours })])],
    ['working_times', plainItems(workingTimesInWords(vacancy.workingTimes, words))],
    ['period', plainItems([format.period(vacancy.period)])],
    ['contract', plainItems((vacancy.contractTypes ?? []).map((type) => t(`contractType.${type}`)))],
    ['agreement', plainItems((vacancy.agreements ?? []).map((type) => t(`agreement.${type}`)))],
    ['sector', plainItems([vacancy.sector === undefined ? undefined : sectorInWords(vacancy.sector, words)])],
    ['salary', plainItems([vacancy.salary && salaryInWords(vacancy.salary, words)])],
    ['working_conditions', plainItems((vacancy.offeredConditions ?? []).map((one) => t(`condition.${one}`)))],
  ];
  return items
    .filter(([, list]) => list.length > 0)
    .map(([criterion, list]) => ({ criterion, importance: vacancy.importance[criterion], items: list }));
}
