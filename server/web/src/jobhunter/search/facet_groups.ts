// SPDX-License-Identifier: EUPL-1.2
import type { Facet } from '@passend/client';
import type { FacetValue } from '../../shared/api/types';
import { sectorInWords, type Words } from '../facts/words';
import { unknownValue, type FacetField, type SearchState } from './search_state';

/** What the panel shows of one facet: what was counted, and what is chosen but was counted nowhere. */
export interface FacetGroup {
  facet: FacetField;
  values: (FacetValue & { isChosen: boolean })[];
}

/** Values that can be chosen whatever was counted: without a choice only open vacancies are listed. */
const alwaysOffered: Partial<Record<FacetField, readonly string[]>> = { status: ['open', 'closed'] };

const textGroups: Partial<Record<FacetField, string>> = {
  contract_type: 'contractType',
  agreement: 'agreement',
  work_level: 'workLevel',
  status: 'vacancyStatus',
};

/** Codes in our words; names of places and occupations as the server gives them. */
export function facetLabel(facet: FacetField, { value, label }: FacetValue, words: Words): string {
  if (value === unknownValue) return words.t('search.unknown');
  const group = textGroups[facet];
  if (group !== undefined) return words.t(`${group}.${value}`, { defaultValue: label });
  if (facet === 'language' && /^[a-z]{3}$/.test(value)) return words.format.language(value);
  if (facet === 'sector' && /^\d+$/.test(value)) return sectorInWords(Number(value), words);
  return label;
}

export function facetGroups(
  fields: readonly FacetField[],
  facets: readonly Facet[],
  state: SearchState,
  words: Words,
): FacetGroup[] {
  return fields.map((facet) => {
    const found = facets.find(({ field }) => field === facet);
    const unknown = found?.unknown && { value: unknownValue, label: unknownValue, ...found.unknown };
    const counted: FacetValue[] = [...(found?.values ?? []), ...(unknown ? [unknown] : [])];
    const chosen = state.filters[facet] ?? [];
    const offered = [...new Set([...chosen, ...(alwaysOffered[facet] ?? [])])];
    const missing = offered
      .filter((value) => counted.every((other) => other.value !== value))
      .map((value): FacetValue => ({ value, label: value }));
    return {
      facet,
      values: [...counted, ...missing].map((one) => ({
        ...one,
        label: facetLabel(facet, one, words),
        isChosen: chosen.includes(one.value),
      })),
    };
  });
}
