// SPDX-License-Identifier: EUPL-1.2
import type { Selections } from '@passend/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSelections } from '../../shared/api/queries';
import { useChange } from '../../shared/api/use_change';
import { today } from '../../shared/format/today';
import { beginSelection, editPeople } from './change_selection';
import { withCandidate, withoutCandidate } from './selection_edits';
import { selections } from '../../shared/api/records';

export type SelectionSummary = Selections['selections'][number];

export interface Shortlist {
  options: readonly SelectionSummary[];
  /** The selection that people go to; empty: a new one. */
  chosen: string;
  choose(id: string): void;
  /** Undefined until it is known who stands in it. */
  has(candidate: string): boolean | undefined;
  toggle(candidate: string): void;
  isBusy: boolean;
  error: Error | null;
  dismiss(): void;
}

/** Those of this vacancy first: they are the likeliest. */
export const forVacancyFirst = (
  list: readonly SelectionSummary[],
  vacancyId: string | undefined,
): SelectionSummary[] => [
  ...list.filter((one) => one.vacancyId === vacancyId),
  ...list.filter((one) => one.vacancyId !== vacancyId),
];

const useMembers = (id: string) =>
  useQuery({
    queryKey: ['selection-members', id],
    queryFn: async ({ signal }) => {
      const { record } = await selections.read(id, signal);
      return new Set((record.candidates ?? []).map(({ candidate }) => candidate));
    },
    enabled: id !== '',
  });

/** Where people are put with one press. Without a choice: a selection for the vacancy, which is made at the first press. */
export function useShortlist(vacancyId: string | undefined, nameOfNew: string): Shortlist {
  const { data } = useSelections();
  const options = forVacancyFirst(data?.selections ?? [], vacancyId);
  const usual = vacancyId === undefined ? undefined : options.find((one) => one.vacancyId === vacancyId);
  const [choice, setChoice] = useState<string>();
  const chosen = choice ?? usual?.selectionId ?? '';
  const members = useMembers(chosen);
  const has = (candidate: string) => (chosen === '' ? false : members.data?.has(candidate));
  const changing = useChange(
    ({ candidate, isIn, to }: { candidate: string; isIn: boolean; to: string }, key) => {
      if (to === '') return beginSelection(nameOfNew, vacancyId, [{ candidate, added: today() }], key);
      return editPeople(
        to,
        (list) => (isIn ? withoutCandidate(list, candidate) : withCandidate(list, candidate, today())),
        key,
      );
    },
    ({ record }) => setChoice(record.id),
  );
  return {
    options,
    chosen,
    choose: setChoice,
    has,
    toggle: (candidate) => changing.mutate({ candidate, isIn: has(candidate) ?? false, to: chosen }),
    isBusy: changing.isPending || data === undefined,
    error: changing.error ?? members.error,
    dismiss: changing.reset,
  };
}
