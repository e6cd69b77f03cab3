// SPDX-License-Identifier: EUPL-1.2
import { ApiError, ofOurOwn, request } from './client';

/** A record as it stands, with the version that a change of it has to name. */
export interface Versioned<Record> {
  record: Record;
  etag: string;
}

async function versioned<Record>(response: Response): Promise<Versioned<Record>> {
  return { record: (await response.json()) as Record, etag: response.headers.get('etag') ?? '' };
}

/** Casework is in no index; vacancies and people are. */
const isSearched = (path: string) => /^\/(vacancies|me)\b/.test(path);

/** Waits until a change of what is searched and matched is found, so that the next page shows it. */
const change = (path: string) => ({
  ...ofOurOwn,
  Accept: 'application/json',
  ...(isSearched(path) ? { Prefer: 'wait-for-index' } : {}),
});

export const getRecord = async <Record>(path: string, signal?: AbortSignal): Promise<Versioned<Record>> =>
  versioned(await request(`/v1${path}`, { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) }));

/** `key` names what somebody did: sent again with the same key and content, it is carried out once. */
export const createRecord = async <Record>(path: string, body: unknown, key: string): Promise<Versioned<Record>> =>
  versioned(
    await request(`/v1${path}`, {
      method: 'POST',
      headers: { ...change(path), 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    }),
  );

/** Lays a JSON merge patch over the version that was read. */
export const changeRecord = async <Record>(
  path: string,
  patch: unknown,
  etag: string,
  key?: string,
): Promise<Versioned<Record>> =>
  versioned(
    await request(`/v1${path}`, {
      method: 'PATCH',
      headers: {
        ...change(path),
        'Content-Type': 'application/merge-patch+json',
        'If-Match': etag,
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      },
      body: JSON.stringify(patch),
    }),
  );

/** With what the server says about it, where it says something. */
export async function eraseRecord<Answer = void>(path: string, etag: string): Promise<Answer> {
  const response = await request(`/v1${path}`, { method: 'DELETE', headers: { ...change(path), 'If-Match': etag } });
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Somebody else changed it after it was read. */
export const isStale = (error: unknown) => error instanceof ApiError && error.status === 412;

/** 32 random hexadecimal digits; crypto.randomUUID is there for https only. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Gives what somebody does its key: the same one when it is tried again, another one for anything else. */
export class OnceKeys {
  private last: { action: string; key: string } | undefined;

  keyFor(...action: readonly unknown[]): string {
    const said = JSON.stringify(action);
    if (this.last?.action !== said) this.last = { action: said, key: newKey() };
    return this.last.key;
  }

  /** It was carried out: doing the same once more is a new action. */
  done(): void {
    this.last = undefined;
  }
}
