// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeRecord, createRecord, eraseRecord, getRecord, isStale, OnceKeys } from '../src/shared/api/change';
import { ApiError } from '../src/shared/api/client';
import { ruleInWords, violationsOf } from '../src/shared/api/violations';
import nl from '../src/shared/i18n/nl.json';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const asked = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers })),
  );
  vi.stubGlobal('fetch', asked);
  return asked;
};
const asked = (mock: ReturnType<typeof answer>) => {
  const [address, init] = mock.mock.calls[0] ?? ['', {}];
  return { address, method: init.method, headers: new Headers(init.headers), body: init.body };
};

afterEach(() => vi.unstubAllGlobals());

describe('A record', () => {
  it('is read with its version', async () => {
    answer(200, { title: 'Kok' }, { etag: '"3-ab"' });
    expect(await getRecord('/vacancies/1/record')).toEqual({ record: { title: 'Kok' }, etag: '"3-ab"' });
  });

  it('is made once, by a script of our own, and found when the answer is there', async () => {
    const mock = answer(201, { id: '1' }, { etag: '"1-ab"' });
    await createRecord('/vacancies', { title: 'Kok' }, 'key');
    const { address, method, headers, body } = asked(mock);
    expect([address, method, body]).toEqual(['/v1/vacancies', 'POST', '{"title":"Kok"}']);
    expect(headers.get('x-passend-request')).toBe('1');
    expect(headers.get('idempotency-key')).toBe('key');
    expect(headers.get('prefer')).toBe('wait-for-index');
  });

  it('is changed in the version that was read', async () => {
    const mock = answer(200, {}, { etag: '"2-cd"' });
    expect((await changeRecord('/vacancies/1/record', { status: 'closed' }, '"1-ab"', 'key')).etag).toBe('"2-cd"');
    const { method, headers } = asked(mock);
    expect([method, headers.get('if-match')]).toEqual(['PATCH', '"1-ab"']);
    expect(headers.get('content-type')).toBe('application/merge-patch+json');
  });

  it('is removed in the version that was read', async () => {
    const mock = answer(204, undefined);
    await eraseRecord('/vacancies/1/record', '"1-ab"');
    expect([asked(mock).method, asked(mock).headers.get('if-match')]).toEqual(['DELETE', '"1-ab"']);
  });

  it('that somebody else changed is said to be stale', async () => {
    answer(412, { code: 'precondition-failed' }, { 'content-type': 'application/problem+json' });
    const error = await changeRecord('/vacancies/1/record', {}, '"1-ab"', 'key').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(isStale(error)).toBe(true);
  });
});

describe('The key of what somebody does', () => {
  it('stays while the same is tried again, and is another one for anything else and once it is done', () => {
    const keys = new OnceKeys();
    const first = keys.keyFor({ title: 'Kok' });
    expect(keys.keyFor({ title: 'Kok' })).toBe(first);
    const other = keys.keyFor({ title: 'Chef' });
    expect(other).not.toBe(first);
    keys.done();
    expect(keys.keyFor({ title: 'Chef' })).not.toBe(other);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('A broken rule', () => {
  const rules = nl.form.rule as Record<string, string>;

  it.each([
    ['has at most 120 characters', 'tooLong'],
    ['has at most 50 items', 'tooMany'],
    ['is a whole number from 0 to 99', 'number'],
    ['holds no citizen service number (BSN), which is never stored; remove it', 'citizenNumber'],
    ['is required', 'required'],
    ['is not empty; leave the field out when it is not known', 'required'],
    ['is a date from 1900 to 2199 as YYYY-MM-DD', 'date'],
    ['is not above the maximum', 'order'],
    ['is not before the first day', 'dayOrder'],
    ['is the id of an employer', 'employer'],
    ['is text without control characters', 'other'],
  ])('%j has words of ours: %s', (rule, key) => {
    expect(ruleInWords(rule).key).toBe(`form.rule.${key}`);
    expect(rules[key]).toBeTruthy();
  });

  it('is of a refused change and of no other answer', () => {
    const problem = {
      type: '',
      status: 400,
      title: '',
      detail: '',
      code: 'x',
      violations: [{ field: '/a', rule: 'b' }],
    };
    expect(violationsOf(new ApiError(400, problem))).toHaveLength(1);
    expect(violationsOf(new ApiError(412, problem))).toEqual([]);
    expect(violationsOf(undefined)).toEqual([]);
  });
});
