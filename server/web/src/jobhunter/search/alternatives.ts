// SPDX-License-Identifier: EUPL-1.2
import type { CandidateSearch, Facet, VacancySearch } from '@passend/client';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/api';
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
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<{ facets: Facet[] }> =>
          kind === 'vacancies'
            ? dataOf(api.post('/vacancies/_search', { body: search as VacancySearch, signal }))
            : dataOf(api.post('/candidates/_search', { body: search as CandidateSearch, signal })),
        placeholderData: keepPreviousData,
        retry: false,
      };
    }),
    combine: (results) => results.flatMap(({ data }) => data?.facets ?? []),
  });
}
