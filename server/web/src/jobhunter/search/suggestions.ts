// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { post } from '../../shared/api/client';
import type { ConceptKind, ConceptSearchResult } from '../../shared/api/types';
import { usePreferences } from '../../shared/preferences';

const restMilliseconds = 180;
const shortestText = 3;

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Labels of the taxonomy that begin like what is being typed. A failed suggestion is no suggestion. */
export function useSuggestions(text: string, kinds: readonly ConceptKind[]): string[] {
  const { language } = usePreferences();
  const rested = useRested(text.trim());
  const { data } = useQuery({
    queryKey: ['concepts', rested, kinds, language],
    queryFn: ({ signal }) =>
      post<ConceptSearchResult>('/concepts/_search', { text: rested, kinds, language, limit: 8 }, signal),
    enabled: rested.length >= shortestText && rested.length <= 200,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return [...new Set((data?.concepts ?? []).map(({ label }) => label))];
}
