// SPDX-License-Identifier: EUPL-1.2

/** Changes a record only while it is the version that was read: `etag` of the answer that held it. */
export const ifMatch = (etag: string) => ({ 'If-Match': etag }) as const;

/** Carries something out once, however often it is sent with this key within two days. */
export const once = (key: string = newKey()) => ({ 'Idempotency-Key': key }) as const;

/** The answer waits, five seconds at most, until search and matching know the change. */
export const waitForIndex = { Prefer: 'wait-for-index' } as const;

/** 32 random hexadecimal digits. In a browser crypto.randomUUID is there for https only. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
