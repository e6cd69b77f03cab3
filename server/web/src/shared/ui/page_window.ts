// SPDX-License-Identifier: EUPL-1.2

/** The first page, the last one, and the current one with a neighbour on each side, in rising order. */
export function pageWindow(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
}
