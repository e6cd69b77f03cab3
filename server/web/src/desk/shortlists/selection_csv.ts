// SPDX-License-Identifier: EUPL-1.2
import type { SelectedCandidates } from '@passend/client';
import type { TFunction } from 'i18next';
import type { Cell } from '../../shared/format/csv';
import type { Format } from '../../shared/format/format';
import { occupationsInWords } from '../../jobhunter/names';

/**
 * The people of a selection as rows for a spreadsheet: their order, their random id and what a search profile shows. Notes
 * stay here: a note may hold what must not travel.
 */
export function selectionTable(
  people: SelectedCandidates['candidates'],
  { t, format }: { t: TFunction; format: Format },
): Cell[][] {
  const header = ['rank', 'work', 'level', 'hours', 'place', 'municipality', 'available', 'summary', 'added', 'id'];
  return [
    header.map((column) => t(`selectionCsv.${column}`)),
    ...people.map(({ candidateId, added, candidate }, place): Cell[] => [
      place + 1,
      candidate && occupationsInWords(candidate.wantedOccupations, t),
      candidate?.workLevel && t(`workLevel.${candidate.workLevel}`),
      candidate?.hours && format.hours(candidate.hours),
      candidate?.place,
      candidate?.municipality,
      candidate?.available?.from,
      candidate?.summary,
      added,
      candidateId,
    ]),
  ];
}
