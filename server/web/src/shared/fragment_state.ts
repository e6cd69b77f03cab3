// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/**
 * How the state of a page is written in the fragment of its address. A browser never sends the fragment to a server, so
 * that no postcode and no word about a person comes into a log, while back, reload, bookmark and copied link all work.
 */
export interface FragmentCodec<State> {
  read(parameters: URLSearchParams): State;
  /** Leaves out what is default. */
  write(state: State): URLSearchParams;
}

export function fragmentOf<State>(codec: FragmentCodec<State>, state: State): string {
  const text = codec.write(state).toString();
  return text === '' ? '' : `#${text}`;
}

export interface FragmentState<State> {
  state: State;
  /** Address within the site of this page in another state, for links. */
  addressOf(next: State): { pathname: string; hash: string };
  /** A step that the back button undoes. */
  push(next: State): void;
  /** A change that is not a step of its own. */
  replace(next: State): void;
}

/** The state `now` with what differs between two others. */
function withChanges<State>(now: State, before: State, after: State): State {
  const merged = { ...now };
  for (const key in after) {
    if (after[key] !== before[key]) merged[key] = after[key];
  }
  for (const key in before) {
    if (!(key in (after as object))) delete merged[key];
  }
  return merged;
}

export function useFragmentState<State>(codec: FragmentCodec<State>): FragmentState<State> {
  const { pathname, hash, state: carried } = useLocation();
  const navigate = useNavigate();
  const state = useMemo(() => codec.read(new URLSearchParams(hash.slice(1))), [codec, hash]);
  const addressOf = useCallback((next: State) => ({ pathname, hash: fragmentOf(codec, next) }), [codec, pathname]);
  // Two changes may come before the page has been drawn again: what this one leaves alone is taken from the address.
  const go = (next: State, replace: 'replace' | 'push') => {
    const now = window.location.pathname === pathname ? window.location.hash : hash;
    const merged = now === hash ? next : withChanges(codec.read(new URLSearchParams(now.slice(1))), state, next);
    void navigate(addressOf(merged), { replace: replace === 'replace', state: carried, preventScrollReset: true });
  };
  return { state, addressOf, push: (next) => go(next, 'push'), replace: (next) => go(next, 'replace') };
}

/** The value if it is one of the allowed ones, else the first of them. */
export function oneOf<Value extends string>(allowed: readonly [Value, ...Value[]], value: string | null): Value {
  return allowed.find((candidate) => candidate === value) ?? allowed[0];
}

/** A whole number within bounds, else the fallback. */
export function wholeNumber(text: string | null, minimum: number, maximum: number, fallback: number): number {
  if (text === null || !/^\d{1,9}$/.test(text)) return fallback;
  const value = Number(text);
  return value >= minimum && value <= maximum ? value : fallback;
}

export const pageSizes = [10, 25, 50, 100] as const;
export const defaultPageSize = 25;
export const readPage = (text: string | null) => wholeNumber(text, 1, 100_000, 1);
export const readPageSize = (text: string | null) => pageSizes.find((size) => String(size) === text) ?? defaultPageSize;
