// SPDX-License-Identifier: EUPL-1.2
import { changeRecord, createRecord, getRecord, type Versioned } from '../../shared/api/change';
import { selectionPath } from '../../shared/api/queries';
import type { SelectionRecord } from '../../shared/api/types';
import type { Selected } from './selection_edits';

/** Changes who stands in a selection as it is now, so that two open tabs of its owner do not undo each other. */
export async function editPeople(
  id: string,
  edit: (list: readonly Selected[]) => Selected[],
  key: string,
): Promise<Versioned<SelectionRecord>> {
  const { record, etag } = await getRecord<SelectionRecord>(selectionPath(id));
  const candidates = edit(record.candidates ?? []);
  return changeRecord<SelectionRecord>(selectionPath(id), { candidates }, etag, key);
}

/** A name is at most 120 characters. */
export const beginSelection = (name: string, vacancy: string | undefined, people: readonly Selected[], key: string) =>
  createRecord<SelectionRecord>(
    '/selections',
    {
      name: name.trim().slice(0, 120),
      ...(vacancy === undefined ? {} : { vacancy }),
      ...(people.length === 0 ? {} : { candidates: people }),
    },
    key,
  );
