// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '@passend/client';
import type { Violation } from './types';

export type { Violation };

/** A text of `nl.json` with what it needs. */
export interface FieldProblem {
  key: string;
  values?: Record<string, string | number>;
}

/** The broken rules of a refused change; empty when that is not what went wrong. */
export const violationsOf = (error: unknown): readonly Violation[] =>
  error instanceof ProblemError && error.status === 400 ? (error.problem?.violations ?? []) : [];

const isWithin = (pointer: string, place: string) => pointer === place || pointer.startsWith(`${place}/`);

/**
 * Which field of a form a JSON pointer is about: the one whose place is the longest beginning of it. `/languages/0/speaking`
 * belongs to a field at `/languages`. Undefined for a place that no field has.
 */
export function fieldAt<Field extends string>(
  pointer: string,
  places: Readonly<Record<Field, string | readonly string[]>>,
): Field | undefined {
  let best: { field: Field; length: number } | undefined;
  for (const field of Object.keys(places) as Field[]) {
    const at = places[field];
    for (const place of typeof at === 'string' ? [at] : at) {
      if (isWithin(pointer, place) && place.length > (best?.length ?? -1)) best = { field, length: place.length };
    }
  }
  return best?.field;
}

/** What the server says about a field, in words that we have: the key of a text with what it needs. */
export function ruleInWords(rule: string): FieldProblem {
  const most = /^has at most (\d+) characters/.exec(rule);
  if (most) return { key: 'form.rule.tooLong', values: { count: Number(most[1]) } };
  const items = /^has at most (\d+) items/.exec(rule);
  if (items) return { key: 'form.rule.tooMany', values: { count: Number(items[1]) } };
  const numbers = /^is a whole number from (\d+) to (\d+)/.exec(rule);
  if (numbers) return { key: 'form.rule.number', values: { from: Number(numbers[1]), to: Number(numbers[2]) } };
  if (rule.includes('(BSN)')) return { key: 'form.rule.citizenNumber' };
  if (rule === 'is required' || rule.startsWith('is not empty')) return { key: 'form.rule.required' };
  if (rule.startsWith('is a date')) return { key: 'form.rule.date' };
  if (rule === 'is not above the maximum') return { key: 'form.rule.order' };
  if (rule === 'is not before the first day') return { key: 'form.rule.dayOrder' };
  if (rule.includes('postcode')) return { key: 'form.rule.postcode' };
  if (rule === 'is the id of an employer') return { key: 'form.rule.employer' };
  return { key: 'form.rule.other', values: { rule } };
}
