// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from './types';

/** An answer that is not the one asked for; `problem` is what the server said, absent when it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }
}

export const unreachable = 0;

async function problemOf(response: Response): Promise<Problem | undefined> {
  if (!response.headers.get('content-type')?.includes('application/problem+json')) return undefined;
  return (await response.json().catch(() => undefined)) as Problem | undefined;
}

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  return (await (await fetched(address, init)).json()) as Answer;
}

/** The answer when it is the one asked for. */
async function fetched(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(unreachable);
  }
  if (!response.ok) throw new ApiError(response.status, await problemOf(response));
  return response;
}

/** A record and the tag of its version, which a change of it names. */
export interface Tagged<Record> {
  record: Record;
  tag: string;
}

async function tagged<Record>(response: Response): Promise<Tagged<Record>> {
  return { record: (await response.json()) as Record, tag: response.headers.get('etag') ?? '' };
}

export async function getTagged<Record>(path: string, signal: AbortSignal): Promise<Tagged<Record>> {
  return tagged<Record>(await fetched(`/v1${path}`, { headers: { Accept: 'application/json' }, signal }));
}

/** Changes the version that the tag names, as a JSON merge patch; 412 when it is no longer the newest. */
export async function patch<Record>(path: string, tag: string, changes: unknown): Promise<Tagged<Record>> {
  return tagged<Record>(
    await fetched(`/v1${path}`, {
      method: 'PATCH',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/merge-patch+json',
        'If-Match': tag,
        Prefer: 'wait-for-index',
        'X-Passend-Request': '1',
      },
      body: JSON.stringify(changes),
    }),
  );
}

export function remove<Answer>(path: string, tag: string): Promise<Answer> {
  return ask<Answer>(`/v1${path}`, {
    method: 'DELETE',
    headers: { Accept: 'application/json', 'If-Match': tag, 'X-Passend-Request': '1' },
  });
}

export function get<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  return ask<Answer>(`/v1${path}`, { headers: { Accept: 'application/json' }, signal });
}

/** Searches and matches are POST operations: what is asked about people never stands in an address. */
export function post<Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answer> {
  return send<Answer>(`/v1${path}`, body, signal);
}

/** With the header that only a script of our own can set, so that no other page can use the session of a reader. */
export function send<Answer>(address: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Passend-Request': '1' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
