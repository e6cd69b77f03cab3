// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPassend, ifMatch, isStale, newKey, once, ProblemError, unreachable, waitForIndex } from '../src/index';

type Fetch = (request: Request) => Promise<Response>;
const answering = (response: Response) => vi.fn<Fetch>(() => Promise.resolve(response));
const server = 'https://passend.example';
const requestOf = (fetch: ReturnType<typeof answering>) => {
  const [request] = fetch.mock.calls[0] ?? [];
  if (!request) throw new Error('nothing was asked');
  return request;
};
const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ type: `urn:passend:error:${code}`, status, title: 'No', detail: 'Because.', code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
const failure = (asked: Promise<unknown>) => asked.then(() => undefined).catch((error: unknown) => error);

describe('The client', () => {
  it('asks an operation of the contract and gives what it answers', async () => {
    const fetch = answering(Response.json({ vacancyId: 'a b' }, { headers: { etag: '"1-ab"' } }));
    const { data, etag } = await createPassend({ server, fetch }).get('/vacancies/{vacancyId}', {
      params: { path: { vacancyId: 'a b' }, query: { language: 'nl' } },
    });
    expect([data.vacancyId, etag]).toEqual(['a b', '"1-ab"']);
    expect(requestOf(fetch).url).toBe(`${server}/v1/vacancies/a%20b?language=nl`);
  });

  it('changes a record in the version that was read, once, and waits until it is found', async () => {
    const fetch = answering(Response.json({}));
    await createPassend({ server, fetch }).patch('/vacancies/{vacancyId}/record', {
      params: { path: { vacancyId: '1' }, header: { ...ifMatch('"1-ab"'), ...once('key'), ...waitForIndex } },
      body: { status: 'closed' },
    });
    const request = requestOf(fetch);
    expect([request.method, await request.text()]).toEqual(['PATCH', '{"status":"closed"}']);
    expect(Object.fromEntries(request.headers)).toMatchObject({
      'content-type': 'application/merge-patch+json',
      'if-match': '"1-ab"',
      'idempotency-key': 'key',
      prefer: 'wait-for-index',
      'x-passend-request': '1',
    });
  });

  it('gives nothing where the contract gives nothing, and text where it gives no JSON', async () => {
    const empty = createPassend({ server, fetch: answering(new Response(null, { status: 204 })) });
    const params = { path: { vacancyId: '1' }, header: ifMatch('"1-ab"') };
    expect((await empty.delete('/vacancies/{vacancyId}/record', { params })).data).toBeUndefined();
    const fetch = answering(new Response('openapi: 3.1.0', { headers: { 'Content-Type': 'application/yaml' } }));
    expect((await createPassend({ server, fetch }).get('/openapi.yaml')).data).toBe('openapi: 3.1.0');
  });

  it('downloads a whole list as a file, with the name that the server gives it', async () => {
    const fetch = answering(
      new Response('a;b', { headers: { 'content-disposition': 'attachment; filename="passend-kandidaten.csv"' } }),
    );
    const passend = createPassend({ server, fetch });
    const file = await passend.download('post', '/candidates/_search', { body: { query: 'kok' } }, 'csv');
    expect([file.name, await file.content.text()]).toEqual(['passend-kandidaten.csv', 'a;b']);
    expect(requestOf(fetch).headers.get('accept')).toMatch(/^text\/csv,/);
    const tooMany = createPassend({ server, fetch: answering(problem(400, 'invalid-input')) });
    const refused = await failure(tooMany.download('post', '/candidates/_search', { body: {} }, 'xlsx'));
    expect(refused).toMatchObject({ status: 400 });
  });

  it('sends the token of a machine, a new one each time it is asked for', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(Response.json({})));
    let number = 0;
    const passend = createPassend({ server, fetch, token: () => `token-${(number += 1)}` });
    await passend.get('/status');
    await passend.get('/status');
    expect(fetch.mock.calls.map(([request]) => request.headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('throws what the server refuses, with its reasons', async () => {
    const passend = createPassend({ server, fetch: answering(problem(412, 'precondition-failed')) });
    const error = await failure(passend.get('/status'));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 412, message: 'No: Because.', problem: { code: 'precondition-failed' } });
    expect(isStale(error)).toBe(true);
  });

  it('throws what is no answer of this server, without a problem', async () => {
    const fetch = answering(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await failure(createPassend({ server, fetch }).get('/status'))).toMatchObject({ status: 502 });
    const away = vi.fn<Fetch>(() => Promise.reject(new TypeError('fetch failed')));
    expect(await failure(createPassend({ server, fetch: away }).get('/status'))).toMatchObject({ status: unreachable });
  });

  it('leaves a question that was given up to who gave it up', async () => {
    const stop = new AbortController();
    const fetch = vi.fn<Fetch>((request) => {
      stop.abort();
      return Promise.reject(request.signal.reason as Error);
    });
    const error = await failure(createPassend({ server, fetch }).get('/status', { signal: stop.signal }));
    expect(error).toMatchObject({ name: 'AbortError' });
  });
});

describe('A key', () => {
  afterEach(() => vi.unstubAllGlobals());
  const areDifferent = () => {
    const keys = Array.from({ length: 100 }, newKey);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(100);
  };

  it('is another one each time', areDifferent);

  it('is there where the platform has no crypto, as in Node 18', () => {
    vi.stubGlobal('crypto', undefined);
    Reflect.deleteProperty(globalThis, 'crypto');
    expect('crypto' in globalThis).toBe(false);
    areDifferent();
  });
});
