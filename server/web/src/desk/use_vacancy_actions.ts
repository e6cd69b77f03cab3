// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../shared/api/use_change';
import { today } from '../shared/format/today';
import type { Done } from '../shared/ui/undo_bar';
import { changeNow, eraseNow, reopeningPatch, undoOf, type Changed } from './vacancy_actions';
import { vacancies } from '../shared/api/records';

export interface VacancyActions {
  close(id: string): void;
  reopen(id: string): void;
  erase(id: string): void;
  /** The last thing that was done, with the way back. */
  done: Done | undefined;
  isBusy: boolean;
  error: Error | null;
  dismiss(): void;
}

/** Closing, opening again and removing a vacancy from a list or its page. */
export function useVacancyActions(onErased?: () => void): VacancyActions {
  const { t } = useTranslation();
  const [last, setLast] = useState<Changed>();
  const changing = useChange(
    ({ id, isOpening }: { id: string; isOpening: boolean }, key) =>
      changeNow(id, (record) => (isOpening ? reopeningPatch(record, today()) : { status: 'closed' }), key),
    setLast,
  );
  const undoing = useChange(
    ({ before, patch, after }: Changed, key) => vacancies.change(before.id, undoOf(patch, before), after.etag, key),
    () => setLast(undefined),
  );
  const erasing = useChange(
    ({ id }: { id: string }) => eraseNow(id),
    () => {
      setLast(undefined);
      onErased?.();
    },
    ({ id }) => id,
  );
  const all = [changing, undoing, erasing];
  const begin = () => {
    setLast(undefined);
    for (const one of all) one.reset();
  };
  const done = last && {
    text: t(`ownVacancies.${last.after.record.status === 'closed' ? 'closedNow' : 'openNow'}`, {
      title: last.after.record.title,
    }),
    undo: () => undoing.mutate(last),
  };
  return {
    close: (id) => {
      begin();
      changing.mutate({ id, isOpening: false });
    },
    reopen: (id) => {
      begin();
      changing.mutate({ id, isOpening: true });
    },
    erase: (id) => {
      begin();
      erasing.mutate({ id });
    },
    done,
    isBusy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error ?? null,
    dismiss: begin,
  };
}
