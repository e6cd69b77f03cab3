// SPDX-License-Identifier: EUPL-1.2

/** Changes a record only while it is the version that was read: `etag` of the answer that held it. */
export const ifMatch = (etag: string) => ({ 'If-Match': etag }) as const;

/** Carries something out once, however often it is sent with this key within two days. */
export const once = (key: string = newKey()) => ({ 'Idempotency-Key': key }) as const;

/** The answer waits, five seconds at most, until search and matching know the change. */
export const waitForIndex = { Prefer: 'wait-for-index' } as const;

/** 32 random hexadecimal digits: different from every other key, which is all that is asked of it. */
export function newKey(): string {
  const bytes = new Uint8Array(16);
  // Not randomUUID, which a browser has for https only; and Node 18 has no crypto without an import.
  if ('crypto' in globalThis) crypto.getRandomValues(bytes);
  else bytes.forEach((_, place) => (bytes[place] = Math.floor(Math.random() * 256)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
