// SPDX-License-Identifier: EUPL-1.2
import type { Location } from 'react-router-dom';

/** Where someone came from, kept in the history of the browser and not in an address. */
export interface WayBack {
  from: { pathname: string; hash: string };
}

export const backTo = ({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): WayBack => ({
  from: { pathname, hash },
});

/** Undefined when the page was opened by itself, or history holds something else. */
export function readWayBack(state: unknown): WayBack['from'] | undefined {
  const from = (state as Partial<WayBack> | null)?.from;
  return typeof from?.pathname === 'string' && typeof from.hash === 'string' ? from : undefined;
}
