// SPDX-License-Identifier: EUPL-1.2
import type { Announcement } from '@passend/client';
import { describe, expect, it } from 'vitest';
import { byDay, standingOf } from '../src/jobhunter/feed/feed_days';
import { feedCodec } from '../src/jobhunter/feed/feed_state';
import { Format } from '../src/shared/format/format';
import { fragmentOf } from '../src/shared/fragment_state';

const id = '0123456789abcdef0123456789abcdef';

const announced = (number: number, at: string): Announcement => ({
  number,
  at,
  feedPosition: 1,
  cause: 'vacancy',
  vacancyId: id,
  candidateId: id,
  combinedBp: 7800,
  demandBp: 7800,
  supplyBp: 7800,
  newlyFitting: 1,
});

describe('The place in the feed', () => {
  it.each([undefined, 1, 4711])('comes back from the address: %s', (before) =>
    expect(feedCodec.read(new URLSearchParams(fragmentOf(feedCodec, { before }).slice(1)))).toEqual({ before }),
  );

  it.each(['voor=0', 'voor=-3', 'voor=x', 'voor=99999999999999', ''])('is the newest for %j', (fragment) =>
    expect(feedCodec.read(new URLSearchParams(fragment))).toEqual({ before: undefined }),
  );
});

describe('What is new', () => {
  it('stands under its day, in the order in which it came', () => {
    const all = [3, 2, 1].map((number) => announced(number, `2026-11-2${number === 1 ? 7 : 8}T12:0${number}:00Z`));
    const days = byDay(all, (at) => at.slice(0, 10));
    expect(days.map(({ day, announcements }) => [day, announcements.map(({ number }) => number)])).toEqual([
      ['2026-11-28', [3, 2]],
      ['2026-11-27', [1]],
    ]);
    expect(byDay([], () => '')).toEqual([]);
  });

  it('is withdrawn when one of the two is gone, else stands as it does now', () => {
    const vacancy = { vacancyId: id, title: 'Kok', status: 'open' } as const;
    const candidate = { candidateId: id, wantedOccupations: [] };
    const now = { lane: 'falls_short', combinedBp: 1, interval: { lowBp: 0, highBp: 2 } } as const;
    const one = announced(1, '2026-11-28T12:00:00Z');
    expect(standingOf({ ...one, vacancy })).toBe('withdrawn');
    expect(standingOf({ ...one, candidate })).toBe('withdrawn');
    expect(standingOf({ ...one, vacancy, candidate, now })).toBe('falls_short');
    expect(standingOf({ ...one, vacancy, candidate })).toBeUndefined();
  });

  it('names its day and time in the words of the reader', () => {
    const dutch = new Format('nl');
    expect(dutch.dayOf('2026-11-28T12:00:00')).toBe('zaterdag 28 november 2026');
    expect(dutch.clock('2026-11-28T14:03:00')).toBe('14:03');
  });
});
