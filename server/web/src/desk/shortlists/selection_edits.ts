// SPDX-License-Identifier: EUPL-1.2
import type { SelectionRecord } from '@passend/client';

export type Selected = NonNullable<SelectionRecord['candidates']>[number];

/** At the end; who stands there already stays where they are. */
export const withCandidate = (list: readonly Selected[], candidate: string, added: string): Selected[] =>
  list.some((one) => one.candidate === candidate) ? [...list] : [...list, { candidate, added }];

export const withoutCandidate = (list: readonly Selected[], candidate: string): Selected[] =>
  list.filter((one) => one.candidate !== candidate);

/** One place up (-1) or down (1); who stands first or last stays there. */
export function moved(list: readonly Selected[], candidate: string, by: -1 | 1): Selected[] {
  const from = list.findIndex((one) => one.candidate === candidate);
  const to = from + by;
  const next = [...list];
  const [one] = from < 0 || to < 0 || to >= list.length ? [] : next.splice(from, 1);
  if (one) next.splice(to, 0, one);
  return next;
}

export const withNote = (list: readonly Selected[], candidate: string, note: string): Selected[] =>
  list.map((one) => {
    if (one.candidate !== candidate) return one;
    const { note: _, ...others } = one;
    return note.trim() === '' ? others : { ...others, note: note.trim() };
  });

/** Back where they stood; at the end when the list has become shorter. */
export const putBack = (list: readonly Selected[], one: Selected, place: number): Selected[] => [
  ...withoutCandidate(list, one.candidate).slice(0, place),
  one,
  ...withoutCandidate(list, one.candidate).slice(place),
];
