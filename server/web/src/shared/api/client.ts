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

/** One request to our own server. Throws ApiError for every answer that is not a success. */
export async function request(address: string, init: RequestInit): Promise<Response> {
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

async function ask<Answer>(address: string, init: RequestInit): Promise<Answer> {
  return (await (await request(address, init)).json()) as Answer;
}

export function get<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  return ask<Answer>(`/v1${path}`, { headers: { Accept: 'application/json' }, signal });
}

/** Searches and matches are POST operations: what is asked about people never stands in an address. */
export function post<Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answer> {
  return send<Answer>(`/v1${path}`, body, signal);
}

/** What only a script of our own can set, so that no other page can use the session of a reader. */
export const ofOurOwn = { 'X-Passend-Request': '1' } as const;

export function send<Answer>(address: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...ofOurOwn },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
