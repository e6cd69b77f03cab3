// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, post } from './client';
import type {
  Candidate,
  CandidateMatchResult,
  CandidateSearch,
  CandidateSearchResult,
  ExchangeCandidates,
  Explanation,
  FeedPage,
  Language,
  MatchRequest,
  Relaxations,
  RelaxationsRequest,
  Status,
  Vacancy,
  VacancyMatchResult,
  VacancySearch,
  VacancySearchResult,
  WeightsProfiles,
  WhyNot,
} from './types';

const statusRefreshMilliseconds = 15_000;
/** The server gives the exchange ten seconds. */
const exchangeMilliseconds = 20_000;

export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => get<Status>('/status', signal),
    refetchInterval: statusRefreshMilliseconds,
  });

export const useVacancySearch = (search: VacancySearch) =>
  useQuery({
    queryKey: ['vacancies', search],
    queryFn: ({ signal }) => post<VacancySearchResult>('/vacancies/_search', search, signal),
    placeholderData: keepPreviousData,
  });

export const useCandidateSearch = (search: CandidateSearch) =>
  useQuery({
    queryKey: ['candidates', search],
    queryFn: ({ signal }) => post<CandidateSearchResult>('/candidates/_search', search, signal),
    placeholderData: keepPreviousData,
  });

export const useVacancy = (id: string, language: Language) =>
  useQuery({
    queryKey: ['vacancy', id, language],
    queryFn: ({ signal }) => get<Vacancy>(`/vacancies/${encodeURIComponent(id)}?language=${language}`, signal),
  });

export const useCandidate = (id: string, language: Language) =>
  useQuery({
    queryKey: ['candidate', id, language],
    queryFn: ({ signal }) => get<Candidate>(`/candidates/${encodeURIComponent(id)}?language=${language}`, signal),
  });

export const matchVacancy = (id: string, request: MatchRequest, signal: AbortSignal) =>
  post<VacancyMatchResult>(`/vacancies/${encodeURIComponent(id)}/_match`, request, signal);

export const matchCandidate = (id: string, request: MatchRequest, signal: AbortSignal) =>
  post<CandidateMatchResult>(`/candidates/${encodeURIComponent(id)}/_match`, request, signal);

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

/** Empty: the profile of the server. */
const pairPath = (vacancyId: string, candidateId: string, what: string, language: Language, profile: string) =>
  `/vacancies/${encodeURIComponent(vacancyId)}/candidates/${encodeURIComponent(candidateId)}/${what}?language=${language}` +
  (profile === '' ? '' : `&weights=${encodeURIComponent(profile)}`);

export const useExplanation = (vacancyId: string, candidateId: string, language: Language, profile: string) =>
  useQuery({
    queryKey: ['explanation', vacancyId, candidateId, language, profile],
    queryFn: ({ signal }) =>
      get<Explanation>(pairPath(vacancyId, candidateId, 'explanation', language, profile), signal),
  });

export const useWhyNot = (vacancyId: string, candidateId: string, language: Language) =>
  useQuery({
    queryKey: ['why-not', vacancyId, candidateId, language],
    queryFn: ({ signal }) => get<WhyNot>(pairPath(vacancyId, candidateId, 'why-not', language, ''), signal),
  });

/** People of other organisations for a vacancy; asked only when somebody wants to know. */
export const askExchange = (id: string, language: Language) =>
  post<ExchangeCandidates>(
    `/vacancies/${encodeURIComponent(id)}/_exchange`,
    { language },
    AbortSignal.timeout(exchangeMilliseconds),
  );

export const useRelaxations = (id: string, request: RelaxationsRequest) =>
  useQuery({
    queryKey: ['relaxations', id, request],
    queryFn: ({ signal }) => post<Relaxations>(`/vacancies/${encodeURIComponent(id)}/_relaxations`, request, signal),
  });

/** What stands below a number, or the newest, which are asked for again and again. */
export const useFeed = (before: number | undefined, language: Language) =>
  useQuery({
    queryKey: ['feed', before ?? 'newest', language],
    queryFn: ({ signal }) =>
      get<FeedPage>(
        `/feed?order=newest&detail=pairs&language=${language}${before === undefined ? '' : `&before=${before}`}`,
        signal,
      ),
    ...(before === undefined ? { refetchInterval: statusRefreshMilliseconds } : {}),
  });

/** The profiles of a server change only when it starts anew. */
export const useWeights = (isAsked: boolean) =>
  useQuery({
    enabled: isAsked,
    queryKey: ['weights'],
    queryFn: ({ signal }) => get<WeightsProfiles>('/weights', signal),
    staleTime: Infinity,
  });
