// SPDX-License-Identifier: EUPL-1.2
import type { CandidateFacet, CandidateSearch, Language, VacancyFacet, VacancySearch } from '../../shared/api/types';
import { filterFields, type FacetField, type SearchState } from './search_state';

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

function bodyOf(state: SearchState, facets: readonly FacetField[], language: Language) {
  const filters: Record<string, unknown> = {};
  for (const { facet, filter } of filterFields) {
    const values = state.filters[facet];
    if (values && facets.includes(facet)) filters[filter] = valuesOf(facet, values);
  }
  if (state.postcode !== '') filters.radius = { postcode: state.postcode, km: state.radiusKm };
  return {
    query: state.query,
    filters,
    facets: [...facets],
    sort: state.sort,
    language,
    page: state.page,
    pageSize: state.pageSize,
  };
}

export const candidateSearchOf = (state: SearchState, language: Language) =>
  bodyOf(state, candidateFacets, language) as CandidateSearch;

export const vacancySearchOf = (state: SearchState, language: Language) =>
  bodyOf(state, vacancyFacets, language) as VacancySearch;
