// SPDX-License-Identifier: EUPL-1.2
import type { CandidateFacet, CandidateSearch, Language, VacancyFacet, VacancySearch } from '@passend/client';
import { filterFields, sortsFor, unknownValue, type FacetField, type SearchState } from './search_state';

export const candidateFacets = [
  'municipality',
  'occupation',
  'work_level',
  'driving_licence',
  'language',
  'sector',
  'contract_type',
  'agreement',
] as const satisfies readonly CandidateFacet[];

export const vacancyFacets = [
  'municipality',
  'occupation',
  'sector',
  'contract_type',
  'agreement',
  'work_level',
  'driving_licence',
  'language',
  'status',
] as const satisfies readonly VacancyFacet[];

/** Codes of the sector are numbers in the API, every other value is text. What is no code is not sent. */
function valuesOf(facet: FacetField, values: readonly string[]): (string | number)[] {
  if (facet !== 'sector') return [...values];
  return values.map(Number).filter((code) => Number.isInteger(code));
}

function filtersOf(state: SearchState, facets: readonly FacetField[]): Record<string, unknown> {
  const filters: Record<string, unknown> = {};
  const unknown: FacetField[] = [];
  for (const { facet, filter } of filterFields) {
    const values = state.filters[facet];
    if (!values || !facets.includes(facet)) continue;
    const known = values.filter((value) => value !== unknownValue);
    if (known.length > 0) filters[filter] = valuesOf(facet, known);
    if (known.length < values.length) unknown.push(facet);
  }
  if (unknown.length > 0) filters.unknown = unknown;
  if (state.postcode !== '') filters.radius = { postcode: state.postcode, km: state.radiusKm };
  return filters;
}

type Kind = 'vacancies' | 'candidates';

function bodyOf(kind: Kind, state: SearchState, facets: readonly FacetField[], language: Language) {
  return {
    query: state.query,
    filters: filtersOf(state, facets),
    facets: [...facets],
    sort: sortsFor(kind, state).includes(state.sort) ? state.sort : 'relevance',
    ...(state.like === '' ? {} : { like: state.like }),
    ...(state.within.length === 0 ? {} : { within: state.within }),
    language,
    page: state.page,
    pageSize: state.pageSize,
  };
}

export const candidateSearchOf = (state: SearchState, language: Language) =>
  bodyOf('candidates', state, candidateFacets, language) as CandidateSearch;

export const vacancySearchOf = (state: SearchState, language: Language) =>
  bodyOf('vacancies', state, vacancyFacets, language) as VacancySearch;
