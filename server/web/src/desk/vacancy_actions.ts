// SPDX-License-Identifier: EUPL-1.2
import type { VacancyRecord } from '@passend/client';
import { vacancies, type Versioned } from '../shared/api/records';

/** What opens a vacancy again: a closing day that has passed would close it at once. */
export function reopeningPatch(record: VacancyRecord, today: string): Record<string, unknown> {
  const isOver = record.closes !== undefined && record.closes < today;
  return { status: 'open', ...(isOver ? { closes: null } : {}) };
}

/** What closes it, and what takes that back. */
export const undoOf = (patch: Record<string, unknown>, before: VacancyRecord): Record<string, unknown> =>
  Object.fromEntries(Object.keys(patch).map((name) => [name, before[name as keyof VacancyRecord] ?? null]));

export interface Changed {
  before: VacancyRecord;
  patch: Record<string, unknown>;
  after: Versioned<VacancyRecord>;
}

/** Reads the vacancy as it is now and lays a change over that version. */
export async function changeNow(
  id: string,
  patchOf: (record: VacancyRecord) => Record<string, unknown>,
  key: string,
): Promise<Changed> {
  const { record: before, etag } = await vacancies.read(id);
  const patch = patchOf(before);
  return { before, patch, after: await vacancies.change(id, patch, etag, key) };
}

export async function eraseNow(id: string): Promise<void> {
  const { etag } = await vacancies.read(id);
  await vacancies.erase(id, etag);
}
