// SPDX-License-Identifier: EUPL-1.2
import type { ConceptKind, TextRuns } from '@passend/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePreferences } from '../../shared/preferences';
import { useRested } from '../../shared/rested';
import { api, dataOf } from '../../shared/api/api';

const restMilliseconds = 120;
const shortestText = 2;

export interface Suggestion {
  uri: string;
  label: string;
  kind: ConceptKind;
  /** The label that answered, when it is another one. */
  otherName: TextRuns | undefined;
}

/** Concepts of the taxonomy that what is being typed may mean. A failed suggestion is no suggestion. */
export function useSuggestions(text: string, kinds: readonly ConceptKind[]): Suggestion[] {
  const { language } = usePreferences();
  const rested = useRested(text.trim(), restMilliseconds);
  const isAsked = rested.length >= shortestText && rested.length <= 200;
  const { data } = useQuery({
    queryKey: ['concepts', rested, kinds, language],
    queryFn: ({ signal }) =>
      dataOf(api.post('/concepts/_search', { body: { text: rested, kinds: [...kinds], language, limit: 8 }, signal })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const seen = new Set<string>();
  return (isAsked ? (data?.concepts ?? []) : []).flatMap(({ uri, label, kind, matched }) => {
    if (seen.has(label)) return [];
    seen.add(label);
    const answered = matched.map((run) => run.text).join('');
    return [{ uri, label, kind, otherName: answered.toLowerCase() === label.toLowerCase() ? undefined : matched }];
  });
}
