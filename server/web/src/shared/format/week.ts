// SPDX-License-Identifier: EUPL-1.2

export const dayCount = 7;
export const dayparts = ['morning', 'afternoon', 'evening', 'night'] as const;
export type Daypart = (typeof dayparts)[number];

/** Days in a row, from Monday = 0; first and last included. */
export interface DaySpan {
  first: number;
  last: number;
}

/**
 * Reads the week grid of the API: 28 characters 0 or 1, Monday to Sunday, each morning, afternoon, evening, night.
 * Gives per daypart the spans of days; dayparts without any day are left out.
 */
export function spansByDaypart(grid: string): { daypart: Daypart; spans: DaySpan[] }[] {
  return dayparts
    .map((daypart, part) => ({ daypart, spans: spansOf((day) => grid[day * dayparts.length + part] === '1') }))
    .filter(({ spans }) => spans.length > 0);
}

function spansOf(isOn: (day: number) => boolean): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let day = 0; day < dayCount; day += 1) {
    if (!isOn(day)) continue;
    const open = spans.at(-1);
    if (open && open.last === day - 1) open.last = day;
    else spans.push({ first: day, last: day });
  }
  return spans;
}
