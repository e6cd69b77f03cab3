// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { Format } from '../src/shared/format/format';
import { sbiSection } from '../src/shared/format/sector';
import { spansByDaypart } from '../src/shared/format/week';
import { pageWindow } from '../src/shared/ui/page_window';

const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, ' ');
const dutch = new Format('nl');

describe('Numbers and dates in Dutch', () => {
  it('shows a score whole in a list and with one decimal in detail', () => {
    expect(dutch.percent(8749)).toBe('87%');
    expect(dutch.percentExact(8749)).toBe('87,5%');
    expect(dutch.points(1234)).toBe('12,3');
  });

  it('parts thousands with a point', () => expect(dutch.number(13000)).toBe('13.000'));

  it('writes a date out, the same in every time zone, and leaves alone what is none', () => {
    expect(dutch.date('2026-01-31')).toBe('31 jan 2026');
    expect(dutch.date('onbekend')).toBe('onbekend');
  });

  it('writes a short distance with a decimal and a long one without', () => {
    expect(dutch.km(3.44)).toBe('3,4 km');
    expect(dutch.km(23.44)).toBe('23 km');
  });

  it('names hours, periods and salaries of which only one end is known', () => {
    expect(dutch.hours({ minimum: 24, maximum: 32 })).toBe('24–32');
    expect(dutch.hours({ maximum: 32 })).toBe('32');
    expect(dutch.hours({})).toBeUndefined();
    expect(dutch.period({ from: '2026-01-31' })).toBe('31 jan 2026 – …');
    expect(dutch.period({})).toBeUndefined();
    expect(plain(dutch.salary({ minimumCents: 1480, maximumCents: 1480, period: 'hour' }))).toBe('€ 14,80');
  });

  it('names a language by its code', () => expect(dutch.language('nld')).toBe('Nederlands'));
});

describe('The week grid', () => {
  it('joins days in a row per daypart', () => {
    const officeDays = '1100'.repeat(5) + '0000'.repeat(2);
    expect(spansByDaypart(officeDays)).toEqual([
      { daypart: 'morning', spans: [{ first: 0, last: 4 }] },
      { daypart: 'afternoon', spans: [{ first: 0, last: 4 }] },
    ]);
  });

  it('keeps days apart that do not follow each other', () => {
    const evenings = '0010' + '0000' + '0010'.repeat(2) + '0000'.repeat(2) + '0010';
    expect(spansByDaypart(evenings)).toEqual([
      {
        daypart: 'evening',
        spans: [
          { first: 0, last: 0 },
          { first: 2, last: 3 },
          { first: 6, last: 6 },
        ],
      },
    ]);
  });

  it('says nothing of an empty grid', () => expect(spansByDaypart('')).toEqual([]));
});

describe('The sector of an SBI code', () => {
  it.each([
    [87, 'Q'],
    [8710, 'Q'],
    [52100, 'H'],
    [56, 'I'],
    [41, 'F'],
    [1, 'A'],
  ])('%d is section %s', (code, section) => expect(sbiSection(code)).toBe(section));
  it.each([0, -1, 1.5])('%d is none', (code) => expect(sbiSection(code)).toBeUndefined());
});

describe('The pages to choose from', () => {
  it.each([
    [1, 1, [1]],
    [1, 9, [1, 2, 9]],
    [5, 9, [1, 4, 5, 6, 9]],
    [9, 9, [1, 8, 9]],
  ])('at page %d of %d', (page, last, pages) => expect(pageWindow(page, last)).toEqual(pages));
});
