// SPDX-License-Identifier: EUPL-1.2
import { ifMatch, once, waitForIndex, type Answer } from '@passend/client';
import type { NewContactMoment, NewEmployer, NewProposal, NewSelection, NewVacancy } from '@passend/client';
import { api } from './api';

/** A record as it stands, with the version that a change of it has to name. */
export interface Versioned<Record> {
  record: Record;
  etag: string;
}

/** A JSON merge patch: a member replaces what is there, null removes it. */
export type Patch = Record<string, unknown>;

async function versioned<Record>(answer: Promise<Answer<Record>>): Promise<Versioned<Record>> {
  const { data, etag } = await answer;
  return { record: data, etag };
}

/** Of a change of the version that was read; `key` names what somebody did, so that it is carried out once. */
const header = (etag: string, key: string) => ({ ...ifMatch(etag), ...once(key) });

export const vacancies = {
  name: 'vacancy',
  read: (vacancyId: string, signal: AbortSignal | null = null) =>
    versioned(api.get('/vacancies/{vacancyId}/record', { params: { path: { vacancyId } }, signal })),
  /** Like every change of what is searched, it waits until the next page shows it. */
  add: (body: NewVacancy, key: string) =>
    versioned(api.post('/vacancies', { params: { header: { ...once(key), ...waitForIndex } }, body })),
  change: (vacancyId: string, body: Patch, etag: string, key: string) =>
    versioned(
      api.patch('/vacancies/{vacancyId}/record', {
        params: { path: { vacancyId }, header: { ...header(etag, key), ...waitForIndex } },
        body,
      }),
    ),
  erase: (vacancyId: string, etag: string) =>
    api.delete('/vacancies/{vacancyId}/record', {
      params: { path: { vacancyId }, header: { ...ifMatch(etag), ...waitForIndex } },
    }),
};

export const employers = {
  name: 'employer',
  read: (employerId: string, signal: AbortSignal | null = null) =>
    versioned(api.get('/employers/{employerId}/record', { params: { path: { employerId } }, signal })),
  add: (body: NewEmployer, key: string) => versioned(api.post('/employers', { params: { header: once(key) }, body })),
  change: (employerId: string, body: Patch, etag: string, key: string) =>
    versioned(
      api.patch('/employers/{employerId}/record', {
        params: { path: { employerId }, header: header(etag, key) },
        body,
      }),
    ),
};

export const contactMoments = {
  name: 'contact moment',
  read: (contactMomentId: string, signal: AbortSignal | null = null) =>
    versioned(api.get('/contact-moments/{contactMomentId}', { params: { path: { contactMomentId } }, signal })),
  add: (employerId: string, body: NewContactMoment, key: string) =>
    versioned(
      api.post('/employers/{employerId}/contact-moments', {
        params: { path: { employerId }, header: once(key) },
        body,
      }),
    ),
  change: (contactMomentId: string, body: Patch, etag: string, key: string) =>
    versioned(
      api.patch('/contact-moments/{contactMomentId}', {
        params: { path: { contactMomentId }, header: header(etag, key) },
        body,
      }),
    ),
  erase: (contactMomentId: string, etag: string) =>
    api.delete('/contact-moments/{contactMomentId}', {
      params: { path: { contactMomentId }, header: ifMatch(etag) },
    }),
};

export const selections = {
  name: 'selection',
  read: (selectionId: string, signal: AbortSignal | null = null) =>
    versioned(api.get('/selections/{selectionId}', { params: { path: { selectionId } }, signal })),
  add: (body: NewSelection, key: string) => versioned(api.post('/selections', { params: { header: once(key) }, body })),
  change: (selectionId: string, body: Patch, etag: string, key: string) =>
    versioned(
      api.patch('/selections/{selectionId}', { params: { path: { selectionId }, header: header(etag, key) }, body }),
    ),
  erase: (selectionId: string, etag: string) =>
    api.delete('/selections/{selectionId}', { params: { path: { selectionId }, header: ifMatch(etag) } }),
};

export const proposals = {
  name: 'proposal',
  read: (proposalId: string, signal: AbortSignal | null = null) =>
    versioned(api.get('/proposals/{proposalId}', { params: { path: { proposalId } }, signal })),
  add: (body: NewProposal, key: string) => versioned(api.post('/proposals', { params: { header: once(key) }, body })),
  change: (proposalId: string, body: Patch, etag: string, key: string) =>
    versioned(
      api.patch('/proposals/{proposalId}', { params: { path: { proposalId }, header: header(etag, key) }, body }),
    ),
};

/** The own record of a job seeker. */
export const me = {
  read: (signal: AbortSignal) => versioned(api.get('/me', { signal })),
  change: (body: Patch, etag: string) =>
    versioned(api.patch('/me', { params: { header: { ...ifMatch(etag), ...waitForIndex } }, body })),
  erase: (etag: string) => api.delete('/me', { params: { header: ifMatch(etag) } }),
};
