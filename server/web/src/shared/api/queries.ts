// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRecord } from './change';
import { get, post } from './client';
import type {
  Candidate,
  CandidateMatchResult,
  CandidateSearch,
  CandidateSearchResult,
  ContactMoments,
  Employer,
  EmployerVacancies,
  Employers,
  ExchangeCandidates,
  Explanation,
  FeedPage,
  Language,
  MatchRequest,
  Proposals,
  Relaxations,
  RelaxationsRequest,
  SelectedCandidates,
  Selections,
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

export const useVacancy = (id: string | undefined, language: Language) =>
  useQuery({
    queryKey: ['vacancy', id, language],
    queryFn: ({ signal }) => get<Vacancy>(`/vacancies/${encodeURIComponent(id ?? '')}?language=${language}`, signal),
    enabled: id !== undefined,
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

export const useEmployer = (id: string | undefined) =>
  useQuery({
    queryKey: ['employer', id],
    queryFn: ({ signal }) => get<Employer>(`/employers/${encodeURIComponent(id ?? '')}`, signal),
    enabled: id !== undefined,
  });

export const useEmployers = (name: string, page: number, pageSize: number) =>
  useQuery({
    queryKey: ['employers', name, page, pageSize],
    queryFn: ({ signal }) =>
      get<Employers>(`/employers?name=${encodeURIComponent(name)}&page=${page}&pageSize=${pageSize}`, signal),
    placeholderData: keepPreviousData,
  });

/** Newest first. */
export const useContactMoments = (employerId: string) =>
  useQuery({
    queryKey: ['contact-moments', employerId],
    queryFn: ({ signal }) =>
      get<ContactMoments>(`/employers/${encodeURIComponent(employerId)}/contact-moments`, signal),
  });

/** The own ones, by name. */
export const useSelections = (isAsked = true) =>
  useQuery({
    queryKey: ['selections'],
    queryFn: ({ signal }) => get<Selections>('/selections', signal),
    enabled: isAsked,
  });

export const selectionPath = (id: string) => `/selections/${encodeURIComponent(id)}`;

export const useSelectedCandidates = (id: string, language: Language) =>
  useQuery({
    queryKey: ['selected-candidates', id, language],
    queryFn: ({ signal }) => get<SelectedCandidates>(`${selectionPath(id)}/candidates?language=${language}`, signal),
    placeholderData: sameRecord(id),
  });

/** Of a vacancy or of a person, the latest first. */
export const useProposals = (of: 'vacancies' | 'candidates', id: string | undefined, language: Language) =>
  useQuery({
    queryKey: ['proposals', of, id, language],
    queryFn: ({ signal }) =>
      get<Proposals>(`/${of}/${encodeURIComponent(id ?? '')}/proposals?language=${language}`, signal),
    enabled: id !== undefined,
  });

/** Open and closed ones, the latest posted first. */
export const useEmployerVacancies = (id: string, page: number, pageSize: number, language: Language) =>
  useQuery({
    queryKey: ['employer-vacancies', id, page, pageSize, language],
    queryFn: ({ signal }) =>
      get<EmployerVacancies>(
        `/employers/${encodeURIComponent(id)}/vacancies?language=${language}&page=${page}&pageSize=${pageSize}`,
        signal,
      ),
    placeholderData: sameRecord(id),
  });

/** A record to be changed, with its version. Read anew whenever a page begins with it. */
export const useRecord = <Record>(path: string) =>
  useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => getRecord<Record>(path, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** The profiles of a server change only when it starts anew. */
export const useWeights = (isAsked: boolean) =>
  useQuery({
    enabled: isAsked,
    queryKey: ['weights'],
    queryFn: ({ signal }) => get<WeightsProfiles>('/weights', signal),
    staleTime: Infinity,
  });
