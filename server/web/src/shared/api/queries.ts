// SPDX-License-Identifier: EUPL-1.2
import type {
  CandidateSearch,
  FileForm,
  Language,
  MatchRequest,
  RelaxationsRequest,
  VacancySearch,
} from '@passend/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, dataOf, exchangeMilliseconds } from './api';
import type { Versioned } from './records';

const statusRefreshMilliseconds = 15_000;

export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => dataOf(api.get('/status', { signal })),
    refetchInterval: statusRefreshMilliseconds,
  });

export const useVacancySearch = (body: VacancySearch) =>
  useQuery({
    queryKey: ['vacancies', body],
    queryFn: ({ signal }) => dataOf(api.post('/vacancies/_search', { body, signal })),
    placeholderData: keepPreviousData,
  });

export const downloadVacancies = (body: VacancySearch, form: FileForm) =>
  api.download('post', '/vacancies/_search', { body }, form);

export const downloadCandidates = (body: CandidateSearch, form: FileForm) =>
  api.download('post', '/candidates/_search', { body }, form);

export const useCandidateSearch = (body: CandidateSearch) =>
  useQuery({
    queryKey: ['candidates', body],
    queryFn: ({ signal }) => dataOf(api.post('/candidates/_search', { body, signal })),
    placeholderData: keepPreviousData,
  });

export const useVacancy = (vacancyId: string | undefined, language: Language) =>
  useQuery({
    queryKey: ['vacancy', vacancyId, language],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/vacancies/{vacancyId}', {
          params: { path: { vacancyId: vacancyId ?? '' }, query: { language } },
          signal,
        }),
      ),
    enabled: vacancyId !== undefined,
  });

export const useCandidate = (candidateId: string, language: Language) =>
  useQuery({
    queryKey: ['candidate', candidateId, language],
    queryFn: ({ signal }) =>
      dataOf(api.get('/candidates/{candidateId}', { params: { path: { candidateId }, query: { language } }, signal })),
  });

const matchVacancy = (vacancyId: string, body: MatchRequest, signal: AbortSignal) =>
  dataOf(api.post('/vacancies/{vacancyId}/_match', { params: { path: { vacancyId } }, body, signal }));

const matchCandidate = (candidateId: string, body: MatchRequest, signal: AbortSignal) =>
  dataOf(api.post('/candidates/{candidateId}/_match', { params: { path: { candidateId } }, body, signal }));

/** The rows of one record stay in sight while its next page loads, but never those of another record. */
const sameRecord =
  (id: string) =>
  <Data>(previous: Data | undefined, query: { queryKey: readonly unknown[] } | undefined) =>
    query?.queryKey[1] === id ? previous : undefined;

export const useVacancyMatches = (id: string, request: MatchRequest) =>
  useQuery({
    queryKey: ['vacancy-matches', id, request],
    queryFn: ({ signal }) => matchVacancy(id, request, signal),
    placeholderData: sameRecord(id),
  });

export const useCandidateMatches = (id: string, request: MatchRequest) =>
  useQuery({
    queryKey: ['candidate-matches', id, request],
    queryFn: ({ signal }) => matchCandidate(id, request, signal),
    placeholderData: sameRecord(id),
  });

/** An empty profile is the one of the server. */
export const useExplanation = (vacancyId: string, candidateId: string, language: Language, profile: string) =>
  useQuery({
    queryKey: ['explanation', vacancyId, candidateId, language, profile],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/vacancies/{vacancyId}/candidates/{candidateId}/explanation', {
          params: {
            path: { vacancyId, candidateId },
            query: { language, ...(profile === '' ? {} : { weights: profile }) },
          },
          signal,
        }),
      ),
  });

export const useWhyNot = (vacancyId: string, candidateId: string, language: Language) =>
  useQuery({
    queryKey: ['why-not', vacancyId, candidateId, language],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/vacancies/{vacancyId}/candidates/{candidateId}/why-not', {
          params: { path: { vacancyId, candidateId }, query: { language } },
          signal,
        }),
      ),
  });

/** People of other organisations for a vacancy; asked only when somebody wants to know. */
export const askExchange = (vacancyId: string, language: Language) =>
  dataOf(
    api.post('/vacancies/{vacancyId}/_exchange', {
      params: { path: { vacancyId } },
      body: { language },
      signal: AbortSignal.timeout(exchangeMilliseconds),
    }),
  );

export const useRelaxations = (vacancyId: string, body: RelaxationsRequest) =>
  useQuery({
    queryKey: ['relaxations', vacancyId, body],
    queryFn: ({ signal }) =>
      dataOf(api.post('/vacancies/{vacancyId}/_relaxations', { params: { path: { vacancyId } }, body, signal })),
  });

/** What stands below a number, or the newest, which are asked for again and again. */
export const useFeed = (before: number | undefined, language: Language) =>
  useQuery({
    queryKey: ['feed', before ?? 'newest', language],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/feed', {
          params: {
            query: { order: 'newest', detail: 'pairs', language, ...(before === undefined ? {} : { before }) },
          },
          signal,
        }),
      ),
    ...(before === undefined ? { refetchInterval: statusRefreshMilliseconds } : {}),
  });

export const useEmployer = (employerId: string | undefined) =>
  useQuery({
    queryKey: ['employer', employerId],
    queryFn: ({ signal }) =>
      dataOf(api.get('/employers/{employerId}', { params: { path: { employerId: employerId ?? '' } }, signal })),
    enabled: employerId !== undefined,
  });

export const useEmployers = (name: string, page: number, pageSize: number, isAsked = true) =>
  useQuery({
    enabled: isAsked,
    queryKey: ['employers', name, page, pageSize],
    queryFn: ({ signal }) => dataOf(api.get('/employers', { params: { query: { name, page, pageSize } }, signal })),
    placeholderData: keepPreviousData,
  });

/** Newest first. */
export const useContactMoments = (employerId: string) =>
  useQuery({
    queryKey: ['contact-moments', employerId],
    queryFn: ({ signal }) =>
      dataOf(api.get('/employers/{employerId}/contact-moments', { params: { path: { employerId } }, signal })),
  });

/** The own ones, by name. */
export const useSelections = (isAsked = true) =>
  useQuery({
    queryKey: ['selections'],
    queryFn: ({ signal }) => dataOf(api.get('/selections', { signal })),
    enabled: isAsked,
  });

export const useSelectedCandidates = (selectionId: string, language: Language) =>
  useQuery({
    queryKey: ['selected-candidates', selectionId, language],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/selections/{selectionId}/candidates', {
          params: { path: { selectionId }, query: { language } },
          signal,
        }),
      ),
    placeholderData: sameRecord(selectionId),
  });

/** Of a vacancy or of a person, the latest first. */
export const useProposals = (of: 'vacancies' | 'candidates', id: string | undefined, language: Language) =>
  useQuery({
    queryKey: ['proposals', of, id, language],
    queryFn: ({ signal }) => {
      const query = { language };
      return dataOf(
        of === 'vacancies'
          ? api.get('/vacancies/{vacancyId}/proposals', { params: { path: { vacancyId: id ?? '' }, query }, signal })
          : api.get('/candidates/{candidateId}/proposals', {
              params: { path: { candidateId: id ?? '' }, query },
              signal,
            }),
      );
    },
    enabled: id !== undefined,
  });

/** Open and closed ones, the latest posted first. */
export const useEmployerVacancies = (employerId: string, page: number, pageSize: number, language: Language) =>
  useQuery({
    queryKey: ['employer-vacancies', employerId, page, pageSize, language],
    queryFn: ({ signal }) =>
      dataOf(
        api.get('/employers/{employerId}/vacancies', {
          params: { path: { employerId }, query: { language, page, pageSize } },
          signal,
        }),
      ),
    placeholderData: sameRecord(employerId),
  });

interface Kind<Record> {
  name: string;
  read(id: string, signal: AbortSignal): Promise<Versioned<Record>>;
}

/** A record to be changed, with its version. Read anew whenever a page begins with it. */
export const useRecord = <Record>(kind: Kind<Record>, id: string) =>
  useQuery({
    queryKey: ['record', kind.name, id],
    queryFn: ({ signal }) => kind.read(id, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** The profiles of a server change only when it starts anew. */
export const useWeights = (isAsked: boolean) =>
  useQuery({
    enabled: isAsked,
    queryKey: ['weights'],
    queryFn: ({ signal }) => dataOf(api.get('/weights', { signal })),
    staleTime: Infinity,
  });
