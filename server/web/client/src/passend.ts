// SPDX-License-Identifier: EUPL-1.2
import createClient, { type FetchResponse, type MaybeOptionalInit } from 'openapi-fetch';
import type { paths, Problem } from './contract.js';
import { ProblemError, unreachable } from './problem_error.js';

export interface Options {
  /** Where the server is, as `https://passend.example`; absent: where the page comes from. */
  server?: string;
  /** The access token of a machine, asked for each request; a page of the server itself has its session instead. */
  token?: () => string | Promise<string>;
  /** What asks; absent: the fetch of the platform. */
  fetch?: (request: Request) => Promise<Response>;
}

export interface Answer<Data> {
  data: Data;
  /** Names the version of a record that can be changed (`ifMatch`); empty for what has none. */
  etag: string;
  headers: Headers;
}

type Method = 'get' | 'post' | 'patch' | 'delete';

/** The paths that know a method. */
type PathOf<Verb extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<Verb, object> ? Path : never;
}[keyof paths];

/** What the contract takes: `params` (`path`, `query`, `header`) and `body`; `signal` gives it up. */
type Question<Path extends keyof paths, Verb extends Method> = Pick<
  NonNullable<MaybeOptionalInit<paths[Path], Verb>>,
  'params' | 'body' | 'signal'
>;

/**
 * What the contract gives: JSON as values where it has that form, which is the one that is asked for; another form as
 * text; undefined where there is nothing.
 */
type DataOf<Path extends keyof paths, Verb extends Method> = [keyof DataAs<Path, Verb, 'application/json'>] extends [
  `${string}/${string}`,
]
  ? DataAs<Path, Verb, `${string}/${string}`>
  : DataAs<Path, Verb, 'application/json'>;
type DataAs<Path extends keyof paths, Verb extends Method, Media extends `${string}/${string}`> = Success<
  FetchResponse<paths[Path][Verb] & object, object, Media>
>;
type Success<Response> = Response extends { data: infer Data; error?: never } ? Data : never;

/** Asks one operation of the contract and gives what it answers. Every other answer is thrown as a ProblemError. */
export type Ask<Verb extends Method> = <Path extends PathOf<Verb>>(
  path: Path,
  ...question: undefined extends MaybeOptionalInit<paths[Path], Verb> ? [Question<Path, Verb>?] : [Question<Path, Verb>]
) => Promise<Answer<DataOf<Path, Verb>>>;

/** The forms in which the contract gives a whole list as a file (Downloads). */
export const fileForms = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const;
export type FileForm = keyof typeof fileForms;

export interface Download {
  /** As the server calls it; empty when it does not. */
  name: string;
  content: Blob;
}

export type Passend = { readonly [Verb in Method]: Ask<Verb> } & {
  /** All of what an answer is a page of, as a file. */
  readonly download: <Verb extends 'get' | 'post', Path extends PathOf<Verb>>(
    method: Verb,
    path: Path,
    question: Question<Path, Verb>,
    form: FileForm,
  ) => Promise<Download>;
};

const wasGivenUp = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
const formOf = (response: Response) => response.headers.get('content-type') ?? '';

function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return Promise.resolve(undefined);
  return /[/+]json\b/.test(formOf(response)) ? response.json() : response.text();
}

const fileNameOf = (response: Response) =>
  /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';

const problemOf = (response: Response, said: unknown) =>
  formOf(response).includes('application/problem+json') ? (said as Problem) : undefined;

/** A client of one server. The paths, their parameters, bodies and answers are those of the contract. */
export function createPassend({ server = '', token, fetch }: Options = {}): Passend {
  const client = createClient<Record<string, Record<Method, object>>>({
    baseUrl: `${server}/v1`,
    cache: 'no-store',
    // What only a script of its own can set, so that no other page can use the session of a reader.
    headers: { Accept: 'application/json', ...(token ? {} : { 'X-Passend-Request': '1' }) },
    ...(fetch ? { fetch } : {}),
  });
  const send = async <Content>(
    method: Method,
    path: string,
    question: object,
    read: (response: Response) => Promise<Content>,
    accept: object = {},
  ): Promise<Content> => {
    const headers = {
      ...(method === 'patch' ? { 'Content-Type': 'application/merge-patch+json' } : {}),
      ...(token ? { Authorization: `Bearer ${await token()}` } : {}),
      ...accept,
    };
    try {
      const { response, error } = await client.request(method, path, { headers, ...question, parseAs: 'stream' });
      if (!response.ok) throw new ProblemError(response.status, problemOf(response, error));
      return await read(response);
    } catch (error) {
      throw wasGivenUp(error) || error instanceof ProblemError ? error : new ProblemError(unreachable);
    }
  };
  const ask = (method: Method, path: string, question: object = {}): Promise<Answer<unknown>> =>
    send(method, path, question, async (response) => ({
      data: await contentOf(response),
      etag: response.headers.get('etag') ?? '',
      headers: response.headers,
    }));
  const download = (method: Method, path: string, question: object, form: FileForm): Promise<Download> =>
    send(method, path, question, async (response) => ({ name: fileNameOf(response), content: await response.blob() }), {
      Accept: `${fileForms[form]}, application/problem+json;q=0.5`,
    });
  const asking = <Verb extends Method>(method: Verb) =>
    ((path: string, question?: object) => ask(method, path, question)) as Ask<Verb>;
  return { get: asking('get'), post: asking('post'), patch: asking('patch'), delete: asking('delete'), download };
}
