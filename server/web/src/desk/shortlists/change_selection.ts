// SPDX-License-Identifier: EUPL-1.2
import type { SelectionRecord } from '@passend/client';
import type { Selected } from './selection_edits';
import { selections, type Versioned } from '../../shared/api/records';

/** Changes who stands in a selection as it is now, so that two open tabs of its owner do not undo each other. */
export async function editPeople(
  id: string,
  edit: (list: readonly Selected[]) => Selected[],
  key: string,
): Promise<Versioned<SelectionRecord>> {
  const { record, etag } = await selections.read(id);
  const candidates = edit(record.candidates ?? []);
  return selections.change(id, { candidates }, etag, key);
}

/** A name is at most 120 characters. */
export const beginSelection = (name: string, vacancy: string | undefined, people: Selected[], key: string) =>
  selections.add(
    {
      name: name.trim().slice(0, 120),
      ...(vacancy === undefined ? {} : { vacancy }),
      ...(people.length === 0 ? {} : { candidates: people }),
    },
    key,
  );
