// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import type { Cell } from '../../shared/format/csv';
import type { MatchRow } from './match_row';

const percent = (basisPoints: number) => basisPoints / 100;

/** The list as rows for a spreadsheet, first the names of the columns. */
export function matchTable(rows: readonly MatchRow[], t: TFunction): Cell[][] {
  const header = [
    'rank',
    'title',
    'details',
    'lane',
    'combined',
    'low',
    'high',
    'demand',
    'supply',
    'km',
    'reasons',
    'questions',
    'id',
  ];
  return [
    header.map((column) => t(`csv.${column}`)),
    ...rows.map(({ id, title, details, facts }): Cell[] => [
      facts.rank,
      title,
      details.join(' · '),
      t(`lane.${facts.lane}`),
      percent(facts.scores.combinedBp),
      percent(facts.scores.interval.lowBp),
      percent(facts.scores.interval.highBp),
      percent(facts.scores.demandBp),
      percent(facts.scores.supplyBp),
      facts.distanceKm,
      facts.reasons.join(' '),
      facts.openQuestions.map(({ text }) => text).join(' '),
      id,
    ]),
  ];
}
