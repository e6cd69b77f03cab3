// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import type { Facet, FacetValue } from '../../shared/api/types';
import type { FacetField, SearchState } from './search_state';

/** What the panel shows of one facet: what the answer counted, and what is chosen but was counted nowhere. */
export interface FacetGroup {
  facet: FacetField;
  values: (FacetValue & { isChosen: boolean })[];
}

/** Labels that were seen before name a chosen value that the present answer does not count. */
export function useFacetGroups(fields: readonly FacetField[], facets: readonly Facet[], state: SearchState): FacetGroup[] {
  const seen = useRef(new Map<string, string>());
  for (const { field, values } of facets) {
    for (const { value, label } of values) seen.current.set(`${field} ${value}`, label);
  }
  return fields.map((facet) => {
    const counted = facets.find(({ field }) => field === facet)?.values ?? [];
    const chosen = state.filters[facet] ?? [];
    const missing = chosen
      .filter((value) => counted.every((other) => other.value !== value))
      .map((value): FacetValue => ({ value, label: seen.current.get(`${facet} ${value}`) ?? value }));
    return {
      facet,
      values: [...missing, ...counted].map((value) => ({ ...value, isChosen: chosen.includes(value.value) })),
    };
  });
}
