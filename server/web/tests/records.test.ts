// SPDX-License-Identifier: EUPL-1.2
import { expect, it, vi } from 'vitest';
import { contactMoments, vacancies } from '../src/shared/api/records';

const asked = vi.hoisted(() => vi.fn<(request: Request) => Promise<Response>>());
vi.mock('../src/shared/api/api', async () => {
  const { createPassend } = await import('@passend/client');
  return { api: createPassend({ server: 'https://passend.example', fetch: asked }) };
});

it('A record is read and changed with its version; a change of what is searched waits until it is found', async () => {
  asked.mockImplementation(() => Promise.resolve(Response.json({ title: 'Kok' }, { headers: { etag: '"3-ab"' } })));
  const read = await vacancies.read('1');
  expect(read).toEqual({ record: { title: 'Kok' }, etag: '"3-ab"' });
  await vacancies.change('1', { status: 'closed' }, read.etag, 'key');
  await contactMoments.change('2', { notes: null }, '"1-cd"', 'other key');
  const sent = asked.mock.calls.map(([{ method, url, headers }]) => [
    method,
    new URL(url).pathname,
    ...['if-match', 'idempotency-key', 'prefer'].map((name) => headers.get(name)),
  ]);
  expect(sent).toEqual([
    ['GET', '/v1/vacancies/1/record', null, null, null],
    ['PATCH', '/v1/vacancies/1/record', '"3-ab"', 'key', 'wait-for-index'],
    ['PATCH', '/v1/contact-moments/2', '"1-cd"', 'other key', null],
  ]);
});
