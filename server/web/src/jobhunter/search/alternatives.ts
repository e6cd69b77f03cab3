// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { post } from '../../shared/api/client';
import type { CandidateSearch, Facet, VacancySearch } from '../../shared/api/types';
import { withoutFacet, type FacetField, type SearchState } from './search_state';

/**
 * The counts of a facet as if it had no choice yet. Values of one filter are alternatives, and who has chosen Hilversum
 * must still see how many there are in Laren.
 */
export function useAlternatives(
  kind: 'vacancies' | 'candidates',
  fields: readonly FacetField[],
  state: SearchState,
  searchOf: (state: SearchState) => VacancySearch | CandidateSearch,
): Facet[] {
  const chosen = fields.filter((facet) => state.filters[facet] !== undefined);
  return useQueries({
    queries: chosen.map((facet) => {
      const search = { ...searchOf(withoutFacet(state, facet)), facets: [facet], page: 1, pageSize: 1 };
      return {
        queryKey: ['alternatives', kind, search],
        queryFn: ({ signal }: { signal: AbortSignal }) => post<{ facets: Facet[] }>(`/${kind}/_search`, search, signal),
        placeholderData: keepPreviousData,
        retry: false,
      };
    }),
    combine: (results) => results.flatMap(({ data }) => data?.facets ?? []),
  });
}
